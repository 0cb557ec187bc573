"""Out of a box or a table by the arrow keys, also where the body ends or begins with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from newsroom.domain.ids import new_block_id
from newsroom.ui.editor.heads import TOP_FIELDS, Head, Part
from newsroom.ui.editor.structure import body_end, box_of

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet

_MOVES = {
    Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
    Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def leave(sheet: "Sheet", event: QKeyEvent) -> bool:
    """Make a paragraph to go to where an arrow leads out of the body's last (or first) block.

    Only out of a box or a table, in which nothing else would end; returns whether it did.
    """
    move = _MOVES.get(Qt.Key(event.key()))
    number, lines = sheet.caret_line(), sheet.reader.lines
    if move is None or event.modifiers() not in _PLAIN or number >= len(lines):
        return False
    if not box_of(lines[number]) and lines[number].cell is None:
        return False
    start, end = sheet.reader.group_of(number)
    down = move is QTextCursor.MoveOperation.Down
    at_border = end == body_end(lines) if down else start == len(TOP_FIELDS)
    if not at_border or not _leads_out(sheet.textCursor(), move, start, end):
        return False
    document, head = sheet.document(), Head(Part.PARAGRAPH, new_block_id())
    with sheet.one_step() as step:
        sheet.mender.insert_after(document.findBlockByNumber(end - 1 if down else start - 1), head)
        step.setPosition(document.findBlockByNumber(end if down else start).position())
    sheet.ensureCursorVisible()
    return True


def _leads_out(caret: QTextCursor, move: QTextCursor.MoveOperation, start: int, end: int) -> bool:
    """Whether the caret, which this makes a step, comes to a line beyond `start` to `end`."""
    if caret.hasSelection():
        return False
    moved = caret.movePosition(move)
    return not moved or not start <= caret.blockNumber() < end
