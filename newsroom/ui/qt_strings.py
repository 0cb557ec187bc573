"""Qt's own words (context menus, buttons, file dialog) from our catalogue.

So they change with the language of the interface and need no second set of translation files.
"""

from PySide6.QtCore import QTranslator

from newsroom.i18n import N_, _, language

_STRINGS = {
    # edit menus
    "&Undo": N_("&Undo"),
    "&Redo": N_("&Redo"),
    "Cu&t": N_("Cu&t"),
    "&Copy": N_("&Copy"),
    "Copy &Link Location": N_("Copy &Link Location"),
    "&Paste": N_("&Paste"),
    "Delete": N_("Delete"),
    "Select All": N_("Select All"),
    "&Step up": N_("&Step up"),
    "Step &down": N_("Step &down"),
    # dialog buttons
    "OK": N_("OK"),
    "&OK": N_("&OK"),
    "Cancel": N_("Cancel"),
    "&Cancel": N_("&Cancel"),
    "Close": N_("Close"),
    "&Close": N_("&Close"),
    "Save": N_("Save"),
    "&Save": N_("&Save"),
    "Open": N_("Open"),
    "&Open": N_("&Open"),
    "Apply": N_("Apply"),
    "Reset": N_("Reset"),
    "Discard": N_("Discard"),
    "Help": N_("Help"),
    "&Yes": N_("&Yes"),
    "&No": N_("&No"),
    "Retry": N_("Retry"),
    "Ignore": N_("Ignore"),
    "Abort": N_("Abort"),
    # file dialog
    "File &name:": N_("File &name:"),
    "&Look in:": N_("&Look in:"),
    "Files of &type:": N_("Files of &type:"),
    "Folder": N_("Folder"),
    "&Choose": N_("&Choose"),
    "Choose": N_("Choose"),
    "Directory:": N_("Directory:"),
    "Back": N_("Back"),
    "Forward": N_("Forward"),
    "Parent Directory": N_("Parent Directory"),
    "Create New Folder": N_("Create New Folder"),
    "&New Folder": N_("&New Folder"),
    "New Folder": N_("New Folder"),
    "List View": N_("List View"),
    "Detail View": N_("Detail View"),
    "&Rename": N_("&Rename"),
    "&Delete": N_("&Delete"),
    "Show &hidden files": N_("Show &hidden files"),
    "Name": N_("Name"),
    "Size": N_("Size"),
    "Type": N_("Type"),
    "Date Modified": N_("Date Modified"),
    "All Files (*)": N_("All Files (*)"),
    "Find Directory": N_("Find Directory"),
    "My Computer": N_("My Computer"),
    "Computer": N_("Computer"),
    "%1 already exists.\nDo you want to replace it?": N_(
        "%1 already exists.\nDo you want to replace it?"
    ),
    "%1\nFile not found.\nPlease verify the correct file name was given.": N_(
        "%1\nFile not found.\nPlease verify the correct file name was given."
    ),
    # colour dialog and calendar
    "Select Color": N_("Select Color"),
    "&Basic colors": N_("&Basic colors"),
    "&Custom colors": N_("&Custom colors"),
    "&Add to Custom Colors": N_("&Add to Custom Colors"),
    "Hu&e:": N_("Hu&e:"),
    "&Sat:": N_("&Sat:"),
    "&Val:": N_("&Val:"),
    "&Red:": N_("&Red:"),
    "&Green:": N_("&Green:"),
    "Bl&ue:": N_("Bl&ue:"),
    "&HTML:": N_("&HTML:"),
    "&Pick Screen Color": N_("&Pick Screen Color"),
    "Previous Month": N_("Previous Month"),
    "Next Month": N_("Next Month"),
    # print dialog, where the system has none of its own
    "Printer": N_("Printer"),
    "&Name:": N_("&Name:"),
    "P&roperties": N_("P&roperties"),
    "Location:": N_("Location:"),
    "Type:": N_("Type:"),
    "Output &file:": N_("Output &file:"),
    "&Print": N_("&Print"),
    "&Options >>": N_("&Options >>"),
    "&Options <<": N_("&Options <<"),
    "Print to File (PDF)": N_("Print to File (PDF)"),
    "Local file": N_("Local file"),
    "Write PDF file": N_("Write PDF file"),
    "Print range": N_("Print range"),
    "Print all": N_("Print all"),
    "Pages from": N_("Pages from"),
    "to": N_("to"),
    "Pages": N_("Pages"),
    "Current Page": N_("Current Page"),
    "Selection": N_("Selection"),
    "Page &Set:": N_("Page &Set:"),
    "Output Settings": N_("Output Settings"),
    "Copies:": N_("Copies:"),
    "Collate": N_("Collate"),
    "Reverse": N_("Reverse"),
    "Copies": N_("Copies"),
    "Color Mode": N_("Color Mode"),
    "Color": N_("Color"),
    "Grayscale": N_("Grayscale"),
    "Double Sided Printing": N_("Double Sided Printing"),
    "Off": N_("Off"),
    "Long side binding": N_("Long side binding"),
    "Short side binding": N_("Short side binding"),
    "Options": N_("Options"),
    "All Pages": N_("All Pages"),
    "Odd Pages": N_("Odd Pages"),
    "Even Pages": N_("Even Pages"),
    "Printer Properties": N_("Printer Properties"),
    "Paper": N_("Paper"),
    "Page size:": N_("Page size:"),
    "Width:": N_("Width:"),
    "Height:": N_("Height:"),
    "Paper source:": N_("Paper source:"),
    "Orientation": N_("Orientation"),
    "Portrait": N_("Portrait"),
    "Landscape": N_("Landscape"),
    "Reverse landscape": N_("Reverse landscape"),
    "Reverse portrait": N_("Reverse portrait"),
    "Margins": N_("Margins"),
    "Page Layout": N_("Page Layout"),
    "Page &order:": N_("Page &order:"),
    "Pages &per sheet:": N_("Pages &per sheet:"),
    "Page": N_("Page"),
    "Advanced": N_("Advanced"),
    "Custom": N_("Custom"),
    "Job Options": N_("Job Options"),
}


class QtStrings(QTranslator):
    """Answers Qt's questions for its own words; what we do not know stays as Qt has it."""

    def translate(
        self,
        context: str,
        source_text: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """The words for `source_text`, or itself: Qt would show an empty answer."""
        del context, disambiguation, n
        known = _STRINGS.get(source_text)
        return source_text if known is None or language() == "en" else _(known)

    def isEmpty(self) -> bool:
        """Never: Qt does not ask an empty translator."""
        return False
