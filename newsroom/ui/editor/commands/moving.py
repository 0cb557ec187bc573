"""Blocks moved as a whole."""

from collections.abc import Sequence
from typing import NamedTuple

from newsroom.domain.document import ListBlock, ListItem, photos
from newsroom.domain.ids import BlockId
from newsroom.ui.editor.commands.base import CommandGroup
from newsroom.ui.editor.finding import show
from newsroom.ui.editor.heads import Head, Part
from newsroom.ui.editor.structure import body_end


class MoveCommands(CommandGroup):
    """Move blocks within the body."""

    def move_block(self, by: int) -> None:
        """Move the caret's list item, or its block, one place up (-1) or down (1) in the body.

        A list item takes those under it along; the first and the last move the whole list.
        """
        if not self._move_item(by):
            self._move_group(by)

    def _move_item(self, by: int) -> bool:
        sheet, lines = self._sheet, self._sheet.reader.lines
        first = last = number = sheet.caret_line()
        head = lines[number].head
        if head.part is not Part.LIST or lines[number].cell is not None:
            return False
        while _same_list(lines[first - 1].head, head):
            first -= 1
        while _same_list(lines[last + 1].head, head):
            last += 1
        items = [
            ListItem(text=line.text, level=line.head.level) for line in lines[first : last + 1]
        ]
        swap = swapped(items, number - first, by)
        if swap is None:
            return False
        ends, column = (self.block(first), self.block(last)), sheet.textCursor().positionInBlock()
        made = ListBlock(id=BlockId(head.id), ordered=head.ordered, items=tuple(swap.items))
        with sheet.one_step():
            writer = sheet.mender.room_before(ends[1].next())
            if head.box:
                writer.inner_blocks((made,), head.box)
            else:
                writer.blocks((made,))
            writer.finish()
            sheet.mender.remove_lines(*ends)
        show(sheet, self.block(first + swap.at).position() + column)
        return True

    def _move_group(self, by: int) -> None:
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


class Swap(NamedTuple):
    """The items of a list in a new order, and where the one that was moved is now."""

    items: list[ListItem]
    at: int


def swapped(items: Sequence[ListItem], at: int, by: int) -> Swap | None:
    """Item `at`, with those under it, before (-1) or behind (1) its neighbour of the same level.

    None when there is no such neighbour.
    """
    end = _under(items, at)
    if by < 0:
        above = at - 1
        while above >= 0 and items[above].level > items[at].level:
            above -= 1
        if above < 0 or items[above].level < items[at].level:
            return None
        return Swap([*items[:above], *items[at:end], *items[above:at], *items[end:]], above)
    if end >= len(items) or items[end].level < items[at].level:
        return None
    below = _under(items, end)
    order = [*items[:at], *items[end:below], *items[at:end], *items[below:]]
    return Swap(order, at + below - end)


def _under(items: Sequence[ListItem], at: int) -> int:
    """The index after the last item that stands under item `at`."""
    end = at + 1
    while end < len(items) and items[end].level > items[at].level:
        end += 1
    return end


def _same_list(one: Head, other: Head) -> bool:
    return one._replace(level=0, edge=False) == other._replace(level=0, edge=False)
