"""Every action of the window as data: its words, key, icon and when it makes sense.

`newsroom.ui.actions` renders them as QActions, `newsroom.ui.menus` says where they stand, the
palette and the sheet of shortcuts list them.
"""

from dataclasses import dataclass
from enum import Enum, auto

from newsroom.i18n import N_

INTERFACE_SIZES = (100, 125, 150, 175, 200)
"""How large the whole interface can be shown, in per cent."""
PRINT_ZOOMS = (50, 75, 100, 150, 200, 300, 400)
"""Sizes of the printed page, in per cent of paper on a screen of 96 dots an inch."""


class Needs(Enum):
    """What must be there before an action can be taken."""

    NOTHING = auto()
    LIBRARY = auto()
    ARTICLE = auto()
    SHEET = auto()
    """An article, and the sheet is in view: not a comparison in its place."""
    SELECTION = auto()
    BIN = auto()
    LIVE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One action. `text` and `tip` are English sources of translations.

    `shortcut` is portable (`Ctrl+N`); several are separated by `; `. Commands of the same `group`
    exclude each other. `tip` is the sentence of the status line and tool tip.
    """

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    needs: Needs = Needs.NOTHING
    checkable: bool = False
    group: str = ""


COMMANDS: tuple[Command, ...] = (
    # File
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
        id="save-template",
        text=N_("Save as template…"),
        shortcut="Ctrl+Alt+S",
        tip=N_("Keep the content of the open article to begin others from it"),
        needs=Needs.ARTICLE,
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
    # Edit
    Command(id="undo", text=N_("Undo"), shortcut="Ctrl+Z", icon="undo-2"),
    Command(id="redo", text=N_("Redo"), shortcut="Ctrl+Shift+Z", icon="redo-2"),
    Command(id="cut", text=N_("Cut"), shortcut="Ctrl+X", icon="scissors"),
    Command(id="copy", text=N_("Copy"), shortcut="Ctrl+C", icon="copy"),
    Command(id="paste", text=N_("Paste"), shortcut="Ctrl+V", icon="clipboard-paste"),
    Command(id="select-all", text=N_("Select all"), shortcut="Ctrl+A"),
    Command(
        id="find",
        text=N_("Find in the article…"),
        shortcut="Ctrl+Alt+F",
        icon="search",
        tip=N_("Find words in the open article; Ctrl+F does so too while you write"),
        needs=Needs.SHEET,
    ),
    Command(id="find-next", text=N_("Find next"), shortcut="F3", needs=Needs.SHEET),
    Command(id="find-previous", text=N_("Find previous"), shortcut="Shift+F3", needs=Needs.SHEET),
    Command(
        id="replace",
        text=N_("Find and replace in the article…"),
        shortcut="Ctrl+H",
        needs=Needs.SHEET,
    ),
    Command(
        id="search",
        text=N_("Search the library"),
        shortcut="Ctrl+F",
        icon="search",
        tip=N_("Find articles by their words, with or without accents"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="replace-library",
        text=N_("Find and replace in the library…"),
        shortcut="Ctrl+Shift+H",
        tip=N_("Replace words in many articles at once, with a list of what would change"),
        needs=Needs.LIBRARY,
    ),
    # Article
    Command(
        id="duplicate",
        text=N_("Duplicate"),
        shortcut="Ctrl+D",
        icon="copy-plus",
        tip=N_("Make a draft with the same content"),
        needs=Needs.SELECTION,
    ),
    Command(
        id="keep-version",
        text=N_("Keep a named version…"),
        shortcut="Ctrl+Shift+S",
        icon="archive-restore",
        tip=N_("Keep the text as it is now under a name, to come back to it"),
        needs=Needs.ARTICLE,
    ),
    Command(
        id="versions",
        text=N_("Versions"),
        shortcut="Ctrl+Alt+H",
        tip=N_("See what the article was like before, and bring it back"),
        needs=Needs.ARTICLE,
    ),
    Command(
        id="spike",
        text=N_("Spike"),
        shortcut="Ctrl+Shift+Del",
        icon="trash-2",
        tip=N_("Put the selected articles into the bin"),
        needs=Needs.LIVE,
    ),
    Command(
        id="restore",
        text=N_("Restore from the bin"),
        shortcut="Ctrl+Shift+R",
        icon="archive-restore",
        needs=Needs.BIN,
    ),
    Command(
        id="delete",
        text=N_("Delete for good"),
        icon="x",
        tip=N_("Remove spiked articles from the library"),
        needs=Needs.BIN,
    ),
    # View
    Command(
        id="library",
        text=N_("Library panel"),
        shortcut="Ctrl+\\",
        icon="panel-left",
        checkable=True,
        tip=N_("Show or fold the library"),
    ),
    Command(
        id="side",
        text=N_("Side panel"),
        shortcut="Ctrl+Shift+\\",
        icon="panel-right",
        checkable=True,
        tip=N_("Show or fold what is right of the sheet"),
    ),
    Command(
        id="focus-mode",
        text=N_("Focus mode"),
        shortcut="F11",
        icon="maximize",
        checkable=True,
        tip=N_("Nothing but the sheet"),
    ),
    Command(
        id="dim",
        text=N_("Dim other paragraphs"),
        shortcut="Ctrl+F11",
        checkable=True,
        tip=N_("Only the paragraph you write in stands out"),
    ),
    Command(
        id="typewriter",
        text=N_("Typewriter scrolling"),
        shortcut="Shift+F11",
        checkable=True,
        tip=N_("The line you write in stays at the same height"),
    ),
    Command(
        id="outline",
        text=N_("Outline…"),
        shortcut="Ctrl+J",
        tip=N_("Go to a cross-head or a bookmark of the article"),
        needs=Needs.SHEET,
    ),
    Command(
        id="bookmark",
        text=N_("Bookmark here"),
        shortcut="Ctrl+F2",
        icon="bookmark",
        tip=N_("Mark the block with the caret, or take its mark away"),
        needs=Needs.SHEET,
    ),
    Command(
        id="next-bookmark",
        text=N_("Next bookmark"),
        shortcut="Alt+PgDown",
        needs=Needs.SHEET,
    ),
    Command(
        id="previous-bookmark",
        text=N_("Previous bookmark"),
        shortcut="Alt+PgUp",
        needs=Needs.SHEET,
    ),
    Command(id="zoom-in", text=N_("Larger text"), shortcut="Ctrl++; Ctrl+=", icon="zoom-in"),
    Command(id="zoom-out", text=N_("Smaller text"), shortcut="Ctrl+-", icon="zoom-out"),
    Command(id="zoom-reset", text=N_("Normal text size"), shortcut="Ctrl+0"),
    Command(
        id="interface-larger",
        text=N_("Larger interface"),
        shortcut="Ctrl+Alt++; Ctrl+Alt+=",
        tip=N_("Show everything larger; the window opens anew where you were"),
    ),
    Command(
        id="interface-smaller",
        text=N_("Smaller interface"),
        shortcut="Ctrl+Alt+-",
        tip=N_("Show everything smaller; the window opens anew where you were"),
    ),
    *(
        Command(id=f"interface-{size}", text=words, checkable=True, group="interface")
        for size, words in zip(
            INTERFACE_SIZES,
            (
                N_("Interface at 100 %"),
                N_("Interface at 125 %"),
                N_("Interface at 150 %"),
                N_("Interface at 175 %"),
                N_("Interface at 200 %"),
            ),
            strict=True,
        )
    ),
    Command(
        id="preview-article",
        text=N_("Article page"),
        tip=N_("See the article on the paper's site"),
        checkable=True,
        group="preview-kind",
    ),
    Command(
        id="preview-section",
        text=N_("Section page"),
        tip=N_("See the article among the news of its section"),
        checkable=True,
        group="preview-kind",
    ),
    Command(
        id="preview-front",
        text=N_("Front page"),
        tip=N_("See the article on the site's front page"),
        checkable=True,
        group="preview-kind",
    ),
    Command(
        id="preview-card",
        text=N_("Cards"),
        tip=N_("See the article as lists, search engines and messages show it"),
        checkable=True,
        group="preview-kind",
    ),
    Command(
        id="preview-phone",
        text=N_("Phone width"),
        icon="smartphone",
        checkable=True,
        group="preview-screen",
    ),
    Command(
        id="preview-tablet",
        text=N_("Tablet width"),
        icon="tablet",
        checkable=True,
        group="preview-screen",
    ),
    Command(
        id="preview-desktop",
        text=N_("Computer width"),
        icon="monitor",
        checkable=True,
        group="preview-screen",
    ),
    Command(
        id="preview-zoom-0",
        text=N_("Web page as large as fits"),
        checkable=True,
        group="preview-zoom",
    ),
    Command(
        id="preview-zoom-50",
        text=N_("Web page at 50 %"),
        checkable=True,
        group="preview-zoom",
    ),
    Command(
        id="preview-zoom-75",
        text=N_("Web page at 75 %"),
        checkable=True,
        group="preview-zoom",
    ),
    Command(
        id="preview-zoom-100",
        text=N_("Web page at 100 %"),
        checkable=True,
        group="preview-zoom",
    ),
    Command(
        id="preview-zoom-125",
        text=N_("Web page at 125 %"),
        checkable=True,
        group="preview-zoom",
    ),
    Command(
        id="preview-zoom-150",
        text=N_("Web page at 150 %"),
        checkable=True,
        group="preview-zoom",
    ),
    Command(
        id="preview-zoom-200",
        text=N_("Web page at 200 %"),
        checkable=True,
        group="preview-zoom",
    ),
    Command(
        id="preview-sync",
        text=N_("Page follows the sheet"),
        shortcut="Ctrl+F6",
        icon="arrow-up-down",
        tip=N_("Scroll the web page along with the caret and the sheet"),
        checkable=True,
    ),
    Command(
        id="preview-dark",
        text=N_("Page in dark colours"),
        icon="moon",
        tip=N_("See the page as readers do whose device is dark"),
        checkable=True,
    ),
    Command(
        id="preview-print",
        text=N_("Page as printed"),
        icon="printer",
        tip=N_("See what readers get who print the page"),
        checkable=True,
    ),
    Command(
        id="preview-theme",
        text=N_("Try a site theme…"),
        tip=N_("See the page in another theme, without changing the paper's"),
    ),
    Command(
        id="preview-find",
        text=N_("Find on the page…"),
        icon="search",
        tip=N_("Find words on the web page; Ctrl+F does so too when you are there"),
    ),
    Command(
        id="preview-reload",
        text=N_("Reload the page"),
        shortcut="F5",
        icon="refresh-cw",
    ),
    Command(
        id="preview-window",
        text=N_("Preview in its own window"),
        shortcut="F12",
        icon="app-window",
        tip=N_("Take web page and printed page out of the window, as to a second screen, or back"),
        checkable=True,
    ),
    Command(id="print-previous", text=N_("Previous printed page"), icon="arrow-up"),
    Command(id="print-next", text=N_("Next printed page"), icon="arrow-down"),
    Command(id="print-zoom-0", text=N_("Fit width"), checkable=True, group="print-zoom"),
    Command(id="print-zoom--1", text=N_("Fit page"), checkable=True, group="print-zoom"),
    *(
        Command(id=f"print-zoom-{zoom}", text=f"{zoom} %", checkable=True, group="print-zoom")
        for zoom in PRINT_ZOOMS
    ),
    Command(
        id="print-trim",
        text=N_("Trim and bleed"),
        tip=N_("Show where the printed page is cut, and how far it is printed beyond"),
        checkable=True,
    ),
    Command(
        id="print-columns",
        text=N_("Margins and columns"),
        tip=N_("Show the text area of the printed page and its columns"),
        checkable=True,
    ),
    Command(
        id="print-grid",
        text=N_("Baseline grid"),
        tip=N_("Show the lines that the text of the printed page stands on"),
        checkable=True,
    ),
    Command(
        id="print-findings",
        text=N_("Findings of the print file"),
        tip=N_("List what the preflight finds in the print file, page by page"),
        checkable=True,
    ),
    Command(
        id="print-inks-none",
        text=N_("Page in colours"),
        tip=N_("Show the printed page as the reader sees it"),
        checkable=True,
        group="print-inks",
    ),
    Command(
        id="print-inks-total",
        text=N_("All inks together"),
        tip=N_("Show how much ink lies where, and whether it is too much for the press"),
        checkable=True,
        group="print-inks",
    ),
    Command(id="print-inks-cyan", text=N_("Cyan plate"), checkable=True, group="print-inks"),
    Command(id="print-inks-magenta", text=N_("Magenta plate"), checkable=True, group="print-inks"),
    Command(id="print-inks-yellow", text=N_("Yellow plate"), checkable=True, group="print-inks"),
    Command(id="print-inks-black", text=N_("Black plate"), checkable=True, group="print-inks"),
    Command(id="theme-system", text=N_("Like the system"), checkable=True, group="theme"),
    Command(id="theme-light", text=N_("Light"), checkable=True, group="theme"),
    Command(id="theme-dark", text=N_("Dark"), checkable=True, group="theme"),
    Command(id="theme-high-light", text=N_("High contrast, light"), checkable=True, group="theme"),
    Command(id="theme-high-dark", text=N_("High contrast, dark"), checkable=True, group="theme"),
    Command(id="language-vi", text="Tiếng Việt", checkable=True, group="language"),
    Command(id="language-en", text="English", checkable=True, group="language"),
    Command(id="go-library", text=N_("Go to the library"), shortcut="Alt+1"),
    Command(id="go-sheet", text=N_("Go to the sheet"), shortcut="Alt+2"),
    Command(id="go-inspector", text=N_("Go to the inspector"), shortcut="Alt+3"),
    Command(id="go-preview", text=N_("Go to the web page"), shortcut="Alt+4"),
    Command(id="go-print", text=N_("Go to the printed page"), shortcut="Alt+6"),
    Command(id="next-panel", text=N_("Next panel"), shortcut="F6"),
    Command(id="previous-panel", text=N_("Previous panel"), shortcut="Shift+F6"),
    # Comments
    Command(
        id="comment",
        text=N_("Comment…"),
        shortcut="Ctrl+Alt+M",
        tip=N_("Say something about the selected words, or the word at the caret, to the desk"),
        needs=Needs.SHEET,
    ),
    Command(
        id="comment-edit",
        text=N_("Edit comment…"),
        tip=N_("Change what the comment at the caret says"),
        needs=Needs.SHEET,
    ),
    Command(
        id="comment-resolve",
        text=N_("Resolve or reopen comment"),
        shortcut="Ctrl+F8",
        tip=N_("The comment at the caret is done with, or not yet after all"),
        needs=Needs.SHEET,
    ),
    Command(
        id="comment-delete",
        text=N_("Delete comment"),
        tip=N_("Take away the comment at the caret; its words stay"),
        needs=Needs.SHEET,
    ),
    Command(id="comment-next", text=N_("Next comment"), shortcut="F8", needs=Needs.SHEET),
    Command(
        id="comment-previous",
        text=N_("Previous comment"),
        shortcut="Shift+F8",
        needs=Needs.SHEET,
    ),
    Command(
        id="comments",
        text=N_("List of comments"),
        shortcut="Alt+5",
        tip=N_("See what was said about this article"),
        needs=Needs.ARTICLE,
    ),
    # Tools
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
    # Insert
    Command(
        id="insert-snippet",
        text=N_("Snippet…"),
        shortcut="Ctrl+Shift+I",
        tip=N_("Insert text or blocks that were kept under a name"),
        needs=Needs.ARTICLE,
    ),
    Command(
        id="keep-snippet",
        text=N_("Keep selection as snippet…"),
        shortcut="Ctrl+Alt+I",
        tip=N_("Keep what is selected under a name, for other articles"),
        needs=Needs.ARTICLE,
    ),
    # Help
    Command(id="shortcuts", text=N_("Keyboard shortcuts"), shortcut="F1", icon="keyboard"),
    Command(
        id="report",
        text=N_("Report a problem…"),
        icon="life-buoy",
        tip=N_("Open the folder with the program's log"),
    ),
    Command(id="about", text=N_("About Newsroom"), icon="info"),
)
