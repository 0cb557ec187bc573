"""The menu Help."""

from newsroom.i18n import N_
from newsroom.ui.commands.command import Command

HELP: tuple[Command, ...] = (
    Command(id="shortcuts", text=N_("Keyboard shortcuts"), shortcut="F1", icon="keyboard"),
    Command(
        id="report",
        text=N_("Report a problem…"),
        icon="life-buoy",
        tip=N_("Open the folder with the program's log"),
    ),
    Command(id="about", text=N_("About Newsroom"), icon="info"),
)
