"""The menu File: articles come in, go out and are printed."""

from newsroom.i18n import N_
from newsroom.ui.commands.command import Command, Needs

FILE: tuple[Command, ...] = (
    Command(
        id="new",
        text=N_("New article"),
        shortcut="Ctrl+N",
        icon="square-pen",
        tip=N_("Start an empty article in the section you are looking at"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="paste-new",
        text=N_("Paste as new article"),
        shortcut="Ctrl+Shift+N",
        icon="clipboard-paste",
        tip=N_("Make an article of what was copied from a page, Word or a message"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="import",
        text=N_("Import files…"),
        shortcut="Ctrl+O",
        icon="file-input",
        tip=N_("Make articles of Word, text, HTML, Markdown or ninjs files"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="templates",
        text=N_("Templates…"),
        shortcut="Ctrl+Alt+N",
        icon="file-text",
        tip=N_("Begin an article from a template; rename, update and delete templates"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="sample",
        text=N_("Open the sample article"),
        icon="book-open-text",
        tip=N_("Add an article that shows what the program can do"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="export",
        text=N_("Export…"),
        shortcut="Ctrl+E",
        icon="file-output",
        tip=N_("Write the selected articles as Word, PDF, web page and more"),
        needs=Needs.SELECTION,
    ),
    Command(
        id="export-site",
        text=N_("Export website…"),
        shortcut="Ctrl+Shift+E",
        icon="globe",
        tip=N_("Write the section in view, or the whole library, as a static website"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="print",
        text=N_("Print page (PDF)…"),
        shortcut="Ctrl+Alt+E",
        icon="newspaper",
        tip=N_("Make a PDF that a printer accepts"),
        needs=Needs.SELECTION,
    ),
    Command(
        id="page",
        text=N_("Make a page…"),
        shortcut="Ctrl+Shift+J",
        icon="newspaper",
        tip=N_("Put the selected articles on a page of the paper, by a page template"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="print-paper",
        text=N_("Print…"),
        shortcut="Ctrl+P",
        icon="printer",
        tip=N_("Print the pages of the open article, as the printed page shows them, on paper"),
        needs=Needs.ARTICLE,
    ),
    Command(id="quit", text=N_("Quit"), shortcut="Ctrl+Q", icon="log-out"),
)
