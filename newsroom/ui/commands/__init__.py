"""Every action of the window as data: its words, key, icon and when it makes sense.

A module holds the actions of a menu; a long submenu has its own. `newsroom.ui.actions` renders
them as QActions, `newsroom.ui.menus` says where they stand, the palette and the sheet of shortcuts
list them.
"""

from newsroom.ui.commands.article import ARTICLE
from newsroom.ui.commands.command import Command, Needs
from newsroom.ui.commands.comments import COMMENTS
from newsroom.ui.commands.edit import EDIT
from newsroom.ui.commands.file import FILE
from newsroom.ui.commands.help import HELP
from newsroom.ui.commands.insert import INSERT
from newsroom.ui.commands.printed_page import PRINT_ZOOMS
from newsroom.ui.commands.tools import TOOLS
from newsroom.ui.commands.view import INTERFACE_SIZES, VIEW

__all__ = ["COMMANDS", "INTERFACE_SIZES", "PRINT_ZOOMS", "Command", "Needs"]

COMMANDS: tuple[Command, ...] = (
    *FILE,
    *EDIT,
    *ARTICLE,
    *VIEW,
    *COMMENTS,
    *TOOLS,
    *INSERT,
    *HELP,
)
