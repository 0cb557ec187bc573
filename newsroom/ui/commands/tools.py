"""The menu Tools: proofreading, and the library's settings."""

from newsroom.i18n import N_
from newsroom.ui.commands.command import Command, Needs

TOOLS: tuple[Command, ...] = (
    Command(
        id="palette",
        text=N_("Quick open…"),
        shortcut="Ctrl+K",
        icon="command",
        tip=N_("Go to any article or action by typing a few letters"),
    ),
    Command(
        id="proof",
        text=N_("Proofread"),
        shortcut="F7",
        icon="spell-check",
        tip=N_("See what the proofreader found in this article"),
        needs=Needs.ARTICLE,
    ),
    Command(
        id="sections",
        text=N_("Sections…"),
        icon="folder-tree",
        tip=N_("Add, rename, move and remove sections"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="check-pdf",
        text=N_("Check a PDF file…"),
        icon="spell-check",
        tip=N_("See whether a PDF file of anyone's can be printed, page by page"),
    ),
    Command(
        id="profiles",
        text=N_("Profiles…"),
        shortcut="Ctrl+Alt+P",
        icon="text-quote",
        tip=N_("What a news item, a feature or an interview must have, and how long it may be"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="paper",
        text=N_("Paper settings…"),
        shortcut="Ctrl+,",
        icon="newspaper",
        tip=N_("Name, colours and words of the paper's site"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="print-presets",
        text=N_("Print presets…"),
        icon="printer",
        tip=N_("Sheet, columns, type, colours and file of what is printed; presets of your own"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="counts",
        text=N_("Words and goals…"),
        shortcut="Ctrl+Shift+G",
        tip=N_("Words, characters, reading time and how much you want to write"),
        needs=Needs.ARTICLE,
    ),
    Command(
        id="slot",
        text=N_("Slot on the page…"),
        shortcut="Ctrl+Shift+L",
        tip=N_("Bind the article to a slot on the printed page and see whether it fits"),
        needs=Needs.ARTICLE,
    ),
    Command(
        id="habits",
        text=N_("Writing habits…"),
        shortcut="Ctrl+Alt+,",
        tip=N_("Quotation marks, dashes and short forms that are set while typing"),
        needs=Needs.LIBRARY,
    ),
)
