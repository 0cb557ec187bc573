"""Photos, tables and other blocks put where the caret is."""

from collections.abc import Sequence

from newsroom.domain.document import InnerBlock, Photo, Table, text_of
from newsroom.domain.ids import BlockId, PhotoId, new_block_id
from newsroom.ui.editor.commands.base import CommandGroup
from newsroom.ui.editor.heads import FLOW, Head, Part
from newsroom.ui.editor.structure import body_end


class InsertCommands(CommandGroup):
    """Put new blocks into the body."""

    def insert_photo(
        self, photo: PhotoId, *, caption: str = "", credit: str = "", alt: str = ""
    ) -> BlockId:
        """Put a photo after the caret's block (in place of an empty paragraph)."""
        block = Photo(photo=photo, caption=text_of(caption), credit=credit, alt=alt)
        self.insert_photos((block,))
        return block.id

    def insert_photos(self, photos: Sequence[Photo]) -> None:
        """Put photos in their order after the caret's block, all in one undo step."""
        self.insert_group(photos)
        self._sheet.go_to_block(photos[0].id, within=1)

    def insert_table(self, rows: int, columns: int) -> BlockId:
        """Put an empty table with a header row after the caret's block."""
        empty = tuple(tuple(() for _ in range(columns)) for _ in range(rows))
        block = Table(rows=empty, header=True)
        self.insert_group((block,))
        self._sheet.go_to_block(block.id)
        return block.id

    def insert_group(self, blocks: Sequence[InnerBlock]) -> None:
        """Put blocks after the caret's block, or in place of the empty paragraph there."""
        sheet = self._sheet
        number = sheet.body_line(sheet.caret_line())
        line = sheet.reader.lines[number]
        empty = line.part is Part.PARAGRAPH and not line.text and line.cell is None
        with sheet.one_step():
            at = sheet.document().findBlockByNumber(number)
            if line.head.box and line.part in FLOW and not empty:
                following = at.next()
            elif empty:
                following = at
            else:
                following = sheet.document().findBlockByNumber(sheet.reader.group_of(number)[1])
            writer = sheet.mender.room_before(following)
            box = line.head.box if line.part in FLOW else ""
            if box:
                writer.inner_blocks(blocks, box)
            else:
                writer.blocks(blocks)
            writer.finish()
            if empty and not self._last_in_body(number):
                sheet.mender.remove(following)
            elif empty:
                hollow = Head(Part.PARAGRAPH, line.head.id or new_block_id(), box, hollow=True)
                sheet.mender.reformat(following, hollow)

    def _last_in_body(self, number: int) -> bool:
        return number + 1 >= body_end(self._sheet.reader.lines)
