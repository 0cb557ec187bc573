"""The menu Insert, but for the sheet's own tools (`newsroom.ui.editor.tools`)."""

from newsroom.i18n import N_
from newsroom.ui.commands.command import Command, Needs

INSERT: tuple[Command, ...] = (
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
)
