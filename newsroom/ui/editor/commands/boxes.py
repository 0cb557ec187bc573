"""Boxes around blocks."""

from PySide6.QtGui import QTextBlock, QTextCursor

from newsroom.domain.ids import new_block_id
from newsroom.ui.editor.commands.base import CommandGroup
from newsroom.ui.editor.heads import TABLE, Head, Part
from newsroom.ui.editor.lines import table_at
from newsroom.ui.editor.structure import body_end, box_of


class BoxCommands(CommandGroup):
    """Put blocks into a box and take them out."""

    def toggle_box(self) -> None:
        """Put the selected blocks into a box, or take the caret's box away."""
        cursor = self._sheet.textCursor()
        box = box_of(self._sheet.reader.lines[cursor.blockNumber()])
        if box:
            self._unbox(cursor.blockNumber())
        else:
            self._box(cursor)

    def _unbox(self, number: int) -> None:
        sheet = self._sheet
        start, end = sheet.reader.group_of(number)
        blocks = [sheet.document().findBlockByNumber(line) for line in range(start, end)]
        lines = sheet.reader.lines[start:end]
        with sheet.one_step():
            for block, line in zip(blocks, lines, strict=True):
                if line.cell is not None:
                    self._put_table_in(block, "")
                    continue
                head = line.head._replace(box="", edge=False)
                if head.part is Part.BOX_TITLE:
                    head = Head(Part.HEADING if line.text else Part.FILLER, new_block_id())
                sheet.mender.reformat(block, head)

    def _box(self, cursor: QTextCursor) -> None:
        sheet, reader = self._sheet, self._sheet.reader
        document = sheet.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        start, end = max(3, reader.group_of(first)[0]), reader.group_of(last)[1]
        end = min(end, body_end(reader.lines))
        lines = reader.lines[start:end]
        if not lines or any(box_of(line) for line in lines):
            return
        blocks = [document.findBlockByNumber(number) for number in range(start, end)]
        box = new_block_id()
        with sheet.one_step() as step:
            for block, line in zip(blocks, lines, strict=True):
                if line.cell is not None:
                    self._put_table_in(block, box)
                else:
                    sheet.mender.reformat(block, line.head._replace(box=box, hollow=False))
            writer = sheet.mender.room_before(blocks[0])
            writer.line(Head(Part.BOX_TITLE, box, box), ())
            step.setPosition(writer.cursor.position())

    def _put_table_in(self, block: QTextBlock, box: str) -> None:
        table = table_at(block)
        line = self._sheet.reader.lines[block.blockNumber()]
        if line.cell is None or table is None or table.firstCursorPosition().block() != block:
            return
        made = table.format()
        made.setProperty(TABLE, line.cell.table._replace(box=box).encode())
        table.setFormat(made)
