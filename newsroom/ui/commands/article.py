"""The menu Article: what is done with whole articles."""

from newsroom.i18n import N_
from newsroom.ui.commands.command import Command, Needs

ARTICLE: tuple[Command, ...] = (
    Command(
        id="duplicate",
        text=N_("Duplicate"),
        shortcut="Ctrl+D",
        icon="copy-plus",
        tip=N_("Make a draft with the same content"),
        needs=Needs.SELECTION,
    ),
    Command(
        id="save-template",
        text=N_("Save as template…"),
        shortcut="Ctrl+Alt+S",
        tip=N_("Keep the content of the open article to begin others from it"),
        needs=Needs.ARTICLE,
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
)
