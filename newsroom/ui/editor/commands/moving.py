"""Blocks moved as a whole."""

from newsroom.domain.document import photos
from newsroom.domain.ids import BlockId
from newsroom.ui.editor.commands.base import CommandGroup
from newsroom.ui.editor.heads import Part
from newsroom.ui.editor.structure import body_end


class MoveCommands(CommandGroup):
    """Move blocks within the body."""

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

    def move_photo(self, block_id: BlockId, by: int) -> None:
        """Move a photo before the photo above it (-1) or behind the one below it (1)."""
        sheet, reader = self._sheet, self._sheet.reader
        pictures = [
            number
            for number, line in enumerate(reader.lines)
            if line.part is Part.PHOTO and line.cell is None
        ]
        place = next((n for n in pictures if reader.lines[n].head.id == block_id), None)
        if place is None or not 0 <= pictures.index(place) + by < len(pictures):
            return
        start, end = reader.group_of(pictures[pictures.index(place) + by])
        sheet.commands.move_photo_to(block_id, start if by < 0 else end)

    def move_photo_to(self, block_id: BlockId, before: int) -> None:
        """Move a photo with its caption before line `before`, where a top-level block begins.

        A photo within a box leaves it. Nothing happens where the photo would stay.
        """
        sheet, reader = self._sheet, self._sheet.reader
        number = reader.line_of(block_id)
        if number is None or reader.lines[number].part is not Part.PHOTO:
            return
        last = number
        while last + 1 < len(reader.lines) and reader.lines[last + 1].head.id == block_id:
            last += 1
        boxed = bool(reader.lines[number].head.box)
        photo = next(p for p in photos(sheet.article_text().body) if p.id == block_id)
        if not boxed and number <= before <= last + 1:
            return
        place, lines = self.block(before), (self.block(number), self.block(last))
        with sheet.one_step():
            writer = sheet.mender.room_before(place)
            writer.blocks((photo,))
            writer.finish()
            sheet.mender.remove_lines(*lines)
        sheet.go_to_block(block_id)

    def _past_filler(self, start: int, end: int, by: int) -> tuple[int, int]:
        reader = self._sheet.reader
        return reader.group_of(start - 1 if by < 0 else min(end, len(reader.lines) - 1))
