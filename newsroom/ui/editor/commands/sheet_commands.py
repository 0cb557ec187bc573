"""All commands of a sheet."""

from newsroom.ui.editor.commands.boxes import BoxCommands
from newsroom.ui.editor.commands.comments import CommentCommands
from newsroom.ui.editor.commands.details import DetailCommands
from newsroom.ui.editor.commands.inserting import InsertCommands
from newsroom.ui.editor.commands.kinds import KindCommands
from newsroom.ui.editor.commands.moving import MoveCommands
from newsroom.ui.editor.commands.removing import RemoveCommands
from newsroom.ui.editor.commands.tables import TableCommands


class Commands(
    CommentCommands,
    KindCommands,
    BoxCommands,
    InsertCommands,
    MoveCommands,
    RemoveCommands,
    DetailCommands,
    TableCommands,
):
    """The commands of one sheet; the groups do not know of each other."""
