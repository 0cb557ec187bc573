"""Blocks moved as a whole."""

from newsroom.ui.editor.commands.base import CommandGroup
from newsroom.ui.editor.structure import body_end


class MoveCommands(CommandGroup):
    """Move top-level blocks within the body."""

    def move_block(self, by: int) -> None:
        """Move the caret's block one place up (-1) or down (1) within the body."""
        sheet, reader = self._sheet, self._sheet.reader
        start, end = reader.group_of(sheet.caret_line())
        block = reader.block_at(start)
        neighbour = start - 1 if by < 0 else end
        if block is None or not 3 <= neighbour < body_end(reader.lines):
            return
        other_start, other_end = reader.group_of(neighbour)
        if reader.block_at(other_start) is None:
            other_start, other_end = self._past_filler(other_start, other_end, by)
        if reader.block_at(other_start) is None:
            return
        offset = sheet.textCursor().position() - self.block(start).position()
        before = self.block(other_start if by < 0 else other_end)
        first, last = self.block(start), self.block(end - 1)
        with sheet.one_step():
            writer = sheet.mender.room_before(before)
            writer.blocks((block,))
            writer.finish()
            sheet.mender.remove_lines(first, last)
        sheet.go_to_block(block.id, offset=offset)

    def _past_filler(self, start: int, end: int, by: int) -> tuple[int, int]:
        reader = self._sheet.reader
        return reader.group_of(start - 1 if by < 0 else min(end, len(reader.lines) - 1))
