"""What the caret stands in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from newsroom.ui.editor.heads import UNMARKED, head_of
from newsroom.ui.editor.lines import head_of_table
from newsroom.ui.editor.state import FormatState
from newsroom.ui.editor.structure import box_of
from newsroom.ui.editor.styles import Look, look_of

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet


class CaretWatch(QObject):
    """Follows the caret of one sheet.

    `block_entered(str)` with the id of the block (or the name of the field) that the caret
    entered, `format_changed(FormatState)`.
    """

    block_entered = Signal(str)
    format_changed = Signal(object)

    def __init__(self, sheet: "Sheet") -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._block = ""
        self._format = FormatState()

    def start(self) -> None:
        """Another article is shown: tell where the caret is, even when the name is the same."""
        self._block = ""
        self.follow()

    def follow(self) -> None:
        """The caret moved."""
        self._end_stretch()
        sheet, number = self._sheet, self._sheet.caret_line()
        if number < len(sheet.reader.lines):
            block = sheet.reader.block_at(number)
            name = block.id if block is not None else str(sheet.reader.lines[number].part)
            if name != self._block:
                self._block = name
                self.block_entered.emit(name)
        self.tell_format()

    def _end_stretch(self) -> None:
        """What is typed after the last character of a link or of commented words is no longer
        part of it.
        """
        cursor = self._sheet.textCursor()
        look = look_of(cursor.charFormat())
        if not (look.link or look.comment) or cursor.hasSelection():
            return
        beyond = self._look_ahead(cursor)
        link = look.link if look.link == beyond.link else None
        comment = look.comment if look.comment == beyond.comment else ""
        if (link, comment) != (look.link, look.comment):
            made = self._sheet.styles.char_format(
                head_of(cursor.block()), look.marks, link, comment
            )
            self._sheet.setCurrentCharFormat(made)

    def _look_ahead(self, cursor: QTextCursor) -> Look:
        if cursor.atBlockEnd():
            return Look()
        ahead = QTextCursor(cursor)
        ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return look_of(ahead.charFormat())

    def tell_format(self) -> None:
        """Tell when something else holds at the caret or for the selection."""
        state = self.format()
        if state != self._format:
            self._format = state
            self.format_changed.emit(state)

    def format(self) -> FormatState:
        """What holds where the caret stands."""
        sheet, cursor = self._sheet, self._sheet.textCursor()
        table = cursor.currentTable()
        head, number, lines = head_of(cursor.block()), cursor.blockNumber(), sheet.reader.lines
        return FormatState(
            part=head.part,
            marks=look_of(sheet.currentCharFormat()).marks,
            link=look_of(cursor.charFormat()).link,
            ordered=head.ordered,
            in_box=number < len(lines) and bool(box_of(lines[number])),
            in_table=table is not None,
            header=table is not None and head_of_table(table).header,
            plain=head.part in UNMARKED,
        )
