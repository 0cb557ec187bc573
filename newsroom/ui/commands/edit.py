"""The menu Edit: undo, the clipboard, finding and replacing."""

from newsroom.i18n import N_
from newsroom.ui.commands.command import Command, Needs

EDIT: tuple[Command, ...] = (
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
        id="keep-search",
        text=N_("Keep this search…"),
        shortcut="Ctrl+Alt+K",
        icon="bookmark",
        tip=N_("Keep what is looked for, and where, under a name in the library's tree"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="rename-search",
        text=N_("Rename saved search…"),
        tip=N_("Give the saved search that you are looking at another name"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="delete-search",
        text=N_("Delete saved search"),
        tip=N_("Forget the saved search that you are looking at; no article goes with it"),
        needs=Needs.LIBRARY,
    ),
    Command(
        id="replace-library",
        text=N_("Find and replace in the library…"),
        shortcut="Ctrl+Shift+H",
        tip=N_("Replace words in many articles at once, with a list of what would change"),
        needs=Needs.LIBRARY,
    ),
)
