"""Removing what is selected, whatever it crosses."""

from PySide6.QtGui import QTextBlock, QTextCursor

from newsroom.domain.ids import BlockId
from newsroom.ui.editor.commands.base import CommandGroup, in_table
from newsroom.ui.editor.heads import FIELDS, FLOW, Part, head_of
from newsroom.ui.editor.lines import table_at
from newsroom.ui.editor.mender import span, text_end

_OF_PHOTO = frozenset((Part.PHOTO, Part.CAPTION, Part.CREDIT))


class RemoveCommands(CommandGroup):
    """Remove selections; fields and tables that they cross keep their lines."""

    def remove_selection(self, cursor: QTextCursor) -> None:
        """Delete the selection; fields that it crosses keep their lines."""
        sheet = self._sheet
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        first = sheet.document().findBlock(start)
        last = sheet.document().findBlock(end)
        if not self.crosses_walls(cursor):
            cursor.removeSelectedText()
            return
        if in_table(first) or in_table(last):
            self._remove_beside_tables(cursor, first, last)
            return
        document = sheet.document()
        span(document, last.position(), end).removeSelectedText()
        block = last.previous()
        run_end: QTextBlock | None = None
        while block.isValid() and block != first:
            previous = block.previous()
            if head_of(block).part in FIELDS and not in_table(block):
                self._drop(block.next(), run_end)
                run_end = None
                span(document, block.position(), text_end(block)).removeSelectedText()
            elif run_end is None:
                run_end = block
            block = previous
        self._drop(document.findBlock(start).next(), run_end)
        left = document.findBlock(start)
        span(document, start, text_end(left)).removeSelectedText()
        cursor.setPosition(start)

    def remove_photo(self, block_id: BlockId) -> None:
        """Take a photo off the sheet with its caption and credit, in one undo step."""
        sheet = self._sheet
        lines = [
            number
            for number, line in enumerate(sheet.reader.lines)
            if line.head.id == block_id and line.part in _OF_PHOTO and line.cell is None
        ]
        if lines:
            with sheet.one_step():
                sheet.mender.remove_lines(self.block(lines[0]), self.block(lines[-1]))

    def _remove_beside_tables(
        self, cursor: QTextCursor, first: QTextBlock, last: QTextBlock
    ) -> None:
        """A table that is selected in part keeps its cells, emptied as far as the selection goes;
        what is selected outside of it is removed as usual.
        """
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        head_table, tail_table = table_at(first), table_at(last)
        outer_start, outer_end = start, end
        if head_table is not None:
            outer_start = head_table.lastCursorPosition().block().next().position()
        if tail_table is not None:
            outer_end = text_end(tail_table.firstCursorPosition().block().previous())
        outer = span(self._sheet.document(), outer_start, max(outer_start, outer_end))
        if tail_table is not None:
            self._empty_cells(tail_table.firstCursorPosition().block(), last, end)
        if head_table is not None:
            last_cell = head_table.lastCursorPosition().block()
            self._empty_cells(first, last_cell, text_end(last_cell), start)
        if outer.hasSelection():
            self.remove_selection(outer)
        if head_table is None:
            cursor.setPosition(outer.position())
        else:
            cursor.setPosition(start)

    def _empty_cells(self, first: QTextBlock, last: QTextBlock, end: int, start: int = 0) -> None:
        """Remove the words between `start` and `end` from the cells `first` to `last`."""
        block = last
        while True:
            piece_start, piece_end = max(block.position(), start), min(text_end(block), end)
            if piece_start < piece_end:
                span(self._sheet.document(), piece_start, piece_end).removeSelectedText()
            if block == first:
                return
            block = block.previous()

    def _table_of(self, block: QTextBlock) -> int:
        table = table_at(block)
        return -1 if table is None else table.objectIndex()

    def _drop(self, first: QTextBlock, last: QTextBlock | None) -> None:
        if last is not None:
            self._sheet.mender.remove_lines(first, last)

    def crosses_walls(self, cursor: QTextCursor) -> bool:
        """Whether the selection spans lines that Qt must not join."""
        document = self._sheet.document()
        first = document.findBlock(cursor.selectionStart())
        last = document.findBlock(cursor.selectionEnd())
        if first == last:
            return False
        if in_table(first) or in_table(last):
            return self._table_of(first) != self._table_of(last)
        a, b = head_of(first), head_of(last)
        return not (a.part in FLOW and b.part in FLOW and a.box == b.box)
