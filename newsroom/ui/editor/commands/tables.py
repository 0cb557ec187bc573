"""Rows, columns and the header of a table."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtGui import QTextCursor, QTextTable

from newsroom.domain.document import Table, Text
from newsroom.domain.ids import BlockId
from newsroom.ui.editor.commands.base import CommandGroup
from newsroom.ui.editor.grouping import table_block
from newsroom.ui.editor.lines import table_at

Rows = tuple[tuple[Text, ...], ...]
MOST_COLUMNS = 40
"""More columns than this are narrower than a letter on the sheet."""


class _Here(NamedTuple):
    """The table that the caret stands in, and the cell."""

    shown: QTextTable
    block: Table
    rows: Rows
    box: str
    row: int
    column: int


class TableCommands(CommandGroup):
    """Change the table that the caret stands in; elsewhere nothing happens."""

    def insert_row(self, *, below: bool) -> None:
        """Put an empty row below (or above) the caret's."""
        if here := self._here():
            at = here.row + below
            empty: tuple[Text, ...] = ((),) * len(here.rows[0])
            rows = (*here.rows[:at], empty, *here.rows[at:])
            self._make(here, rows, at, here.column)

    def insert_column(self, *, after: bool) -> None:
        """Put an empty column right (or left) of the caret's."""
        here = self._here()
        if here and len(here.rows[0]) < MOST_COLUMNS:
            at = here.column + after
            rows = tuple((*row[:at], (), *row[at:]) for row in here.rows)
            self._make(here, rows, here.row, at)

    def remove_row(self) -> None:
        """Take the caret's row away; with the last one goes the table."""
        if here := self._here():
            rows = (*here.rows[: here.row], *here.rows[here.row + 1 :])
            self._make(here, rows, here.row, here.column)

    def remove_column(self) -> None:
        """Take the caret's column away; with the last one goes the table."""
        if here := self._here():
            at = here.column
            rows = tuple((*row[:at], *row[at + 1 :]) for row in here.rows)
            self._make(here, rows if rows[0] else (), here.row, at)

    def toggle_header(self) -> None:
        """Make the first row a header, or an ordinary row."""
        if here := self._here():
            changed = replace(here.block, header=not here.block.header)
            self._make(here._replace(block=changed), here.rows, here.row, here.column)

    def remove_table(self) -> None:
        """Take the whole table away."""
        if here := self._here():
            self._make(here, (), 0, 0)

    def fill_cells(self, texts: Sequence[Sequence[Text]]) -> None:
        """Write `texts` into the cells from the caret's on; the table grows as it must."""
        here = self._here()
        if here is None or not texts:
            return
        wide = max(len(here.rows[0]), here.column + max(map(len, texts)))
        wide = max(len(here.rows[0]), min(wide, MOST_COLUMNS))
        tall = max(len(here.rows), here.row + len(texts))
        cells: list[list[Text]] = [[()] * wide for _ in range(tall)]
        for number, row in enumerate(here.rows):
            cells[number][: len(row)] = row
        for number, given in enumerate(texts, start=here.row):
            room = wide - here.column
            cells[number][here.column : here.column + len(given)] = given[:room]
        last_row = here.row + len(texts) - 1
        last_column = min(here.column + len(texts[-1]), wide) - 1
        self._make(here, tuple(map(tuple, cells)), last_row, max(0, last_column), end=True)

    def _here(self) -> _Here | None:
        sheet = self._sheet
        cursor = sheet.textCursor()
        start = cursor.selectionStart()
        table = table_at(sheet.document().findBlock(start))
        if table is None:
            return None
        first = table.firstCursorPosition().blockNumber()
        block, line = table_block(sheet.reader.lines, first), sheet.reader.lines[first]
        if block is None or line.cell is None:
            return None
        cell = table.cellAt(start)
        rows = block.rows if block.rows and block.rows[0] else (((),),)
        return _Here(table, block, rows, line.cell.table.box, cell.row(), cell.column())

    def _make(self, here: _Here, rows: Rows, row: int, column: int, *, end: bool = False) -> None:
        """Put the table anew with other rows, the caret in one of its cells; without rows it goes.

        Cells that Qt inserts have no head and it knows of no header row, so each of its ways would
        have to be mended after; written as it is opened, a table is right at once and in one step.
        """
        sheet = self._sheet
        first = here.shown.firstCursorPosition().block()
        last = here.shown.lastCursorPosition().block()
        made = replace(here.block, rows=rows)
        with sheet.one_step() as step:
            if rows:
                writer = sheet.mender.room_before(last.next())
                if here.box:
                    writer.inner_blocks((made,), here.box)
                else:
                    writer.blocks((made,))
                writer.finish()
            before = first.previous().position()
            sheet.mender.remove_lines(first, last)
            step.setPosition(before)
        if rows:
            self._enter(made.id, min(row, len(rows) - 1), min(column, len(rows[0]) - 1), end=end)
        else:
            step = sheet.textCursor()
            step.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            sheet.setTextCursor(step)
        sheet.ensureCursorVisible()

    def _enter(self, table: BlockId, row: int, column: int, *, end: bool) -> None:
        number = self._sheet.reader.line_of(table)
        shown = None if number is None else table_at(self.block(number))
        if shown is not None:
            cell = shown.cellAt(row, column)
            place = cell.lastCursorPosition() if end else cell.firstCursorPosition()
            self._sheet.setTextCursor(place)
