"""The menu View: columns, the sheet, sizes, colours, language, and where the focus goes."""

from newsroom.i18n import N_
from newsroom.ui.commands.command import Command, Needs
from newsroom.ui.commands.printed_page import PRINTED_PAGE
from newsroom.ui.commands.web_page import WEB_PAGE

INTERFACE_SIZES = (100, 125, 150, 175, 200)
"""How large the whole interface can be shown, in per cent."""

VIEW: tuple[Command, ...] = (
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
    *WEB_PAGE,
    *PRINTED_PAGE,
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
)
