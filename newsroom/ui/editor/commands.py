"""What a person can do to the text besides typing; every command is one undo step."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from newsroom.domain.document import Block, Mark, Photo, Table, text_of
from newsroom.domain.ids import BlockId, PhotoId, new_block_id
from newsroom.ui.editor.heads import (
    DATA,
    FIELDS,
    FLOW,
    LINK,
    MARKS,
    TABLE,
    UNMARKED,
    Head,
    Part,
    head_of,
)
from newsroom.ui.editor.lines import table_at
from newsroom.ui.editor.mender import span, text_end
from newsroom.ui.editor.structure import body_end, box_of
from newsroom.ui.editor.styles import marks_from_bits

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet

KEEP = QTextCursor.MoveMode.KeepAnchor
_DEEPEST = 3
_CONVERTIBLE = FLOW | {Part.QUOTE}


class Commands:
    """The commands of one sheet."""

    def __init__(self, sheet: "Sheet") -> None:
        self._sheet = sheet

    # ---- marks and links

    def toggle_mark(self, mark: Mark) -> None:
        """Put a mark on the selection, or take it off where all of it has it."""
        sheet = self._sheet
        cursor = sheet.textCursor()
        if not cursor.hasSelection():
            self._toggle_for_typing(cursor, mark)
            return
        pieces = list(self._marked_pieces(cursor))
        off = bool(pieces) and all(
            mark in marks_from_bits(made.intProperty(MARKS)) for _c, made, _h in pieces
        )
        self._restyle(pieces, lambda marks: marks - {mark} if off else _with(marks, mark))

    def _toggle_for_typing(self, cursor: QTextCursor, mark: Mark) -> None:
        head = head_of(cursor.block())
        if head.part in UNMARKED:
            return
        made = self._sheet.currentCharFormat()
        marks = marks_from_bits(made.intProperty(MARKS))
        marks = marks - {mark} if mark in marks else _with(marks, mark)
        link = made.stringProperty(LINK) or None
        self._sheet.setCurrentCharFormat(self._sheet.styles.char_format(head, marks, link))

    def _restyle(
        self,
        pieces: "list[tuple[QTextCursor, QTextCharFormat, Head]]",
        change: Callable[[frozenset[Mark]], frozenset[Mark]],
    ) -> None:
        styles = self._sheet.styles
        with self._sheet.one_step():
            for piece, made, head in pieces:
                marks = change(marks_from_bits(made.intProperty(MARKS)))
                link = made.stringProperty(LINK) or None
                piece.setCharFormat(styles.char_format(head, marks, link))

    def _marked_pieces(
        self, cursor: QTextCursor
    ) -> "Iterator[tuple[QTextCursor, QTextCharFormat, Head]]":
        """The stretches of one format in the selection that may be marked."""
        for block in self._blocks(cursor):
            head = head_of(block)
            if head.part in UNMARKED:
                continue
            walk = block.begin()
            while not walk.atEnd():
                piece = walk.fragment()
                walk += 1
                start = max(piece.position(), cursor.selectionStart())
                end = min(piece.position() + piece.length(), cursor.selectionEnd())
                if start < end and not piece.charFormat().stringProperty(DATA):
                    yield span(self._sheet.document(), start, end), piece.charFormat(), head

    def set_link(self, address: str) -> None:
        """Make the selection (or the link at the caret) lead to `address`; empty removes it."""
        cursor = self._sheet.textCursor()
        if not cursor.hasSelection():
            cursor = self._link_around(cursor)
        pieces = list(self._marked_pieces(cursor))
        styles = self._sheet.styles
        with self._sheet.one_step():
            for piece, made, head in pieces:
                marks = marks_from_bits(made.intProperty(MARKS))
                piece.setCharFormat(styles.char_format(head, marks, address or None))

    def remove_link(self) -> None:
        """Make the selection (or the link at the caret) plain text again."""
        self.set_link("")

    def _link_around(self, cursor: QTextCursor) -> QTextCursor:
        address = cursor.charFormat().stringProperty(LINK)
        found = QTextCursor(cursor)
        if not address:
            return found
        walk = cursor.block().begin()
        while not walk.atEnd():
            piece = walk.fragment()
            walk += 1
            end = piece.position() + piece.length()
            if piece.position() <= cursor.position() <= end and (
                piece.charFormat().stringProperty(LINK) == address
            ):
                return span(self._sheet.document(), piece.position(), end)
        return found

    # ---- kinds of blocks

    def convert(self, part: Part, *, ordered: bool = False) -> None:
        """Make the selected lines paragraphs, headings, quotes or list items."""
        sheet = self._sheet
        with sheet.one_step() as cursor:
            shared = ""
            caret, offset = cursor.block(), cursor.positionInBlock()
            for block in list(self._blocks(cursor)):
                head = head_of(block)
                if head.part not in _CONVERTIBLE or self._in_table(block):
                    continue
                made = self._converted(block, head, part, ordered=ordered, shared=shared)
                sheet.mender.reformat(block, made)
                if part is Part.LIST:
                    shared = made.id
                if part is Part.QUOTE and head.part is not Part.QUOTE:
                    sheet.mender.insert_after(block, made._replace(part=Part.QUOTE_SOURCE))
                    cursor.setPosition(caret.position() + offset)

    def _converted(
        self, block: QTextBlock, head: Head, part: Part, *, ordered: bool, shared: str
    ) -> Head:
        made = Head(part, head.id or new_block_id(), head.box, edge=head.edge)
        if part is Part.LIST:
            above = head_of(block.previous())
            joins = above.part is Part.LIST and (above.ordered, above.box) == (ordered, head.box)
            level = head.level if head.part is Part.LIST else 0
            list_id = shared or (above.id if joins else made.id)
            return made._replace(id=list_id, ordered=ordered, level=level)
        if head.part is Part.LIST:
            return made._replace(id=new_block_id())
        return made

    def toggle_list(self, *, ordered: bool) -> None:
        """Make the selected lines a list, or paragraphs when they are that list already."""
        head = head_of(self._sheet.textCursor().block())
        if head.part is Part.LIST and head.ordered == ordered:
            self.convert(Part.PARAGRAPH)
        else:
            self.convert(Part.LIST, ordered=ordered)

    def toggle_quote(self) -> None:
        """Make the selected lines quotes, or paragraphs when they are."""
        quoted = head_of(self._sheet.textCursor().block()).part is Part.QUOTE
        self.convert(Part.PARAGRAPH if quoted else Part.QUOTE)

    def indent(self, by: int) -> None:
        """Put the selected list items `by` levels deeper (negative: further out)."""
        sheet = self._sheet
        with sheet.one_step() as cursor:
            for block in list(self._blocks(cursor)):
                head = head_of(block)
                if head.part is not Part.LIST:
                    continue
                above = head_of(block.previous())
                same = above.part is Part.LIST and above.id == head.id
                deepest = min(above.level + 1, _DEEPEST) if same else 0
                level = max(0, min(head.level + by, deepest))
                sheet.mender.reformat(block, head._replace(level=level))

    # ---- boxes

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

    # ---- inserting and moving blocks

    def insert_photo(
        self, photo: PhotoId, *, caption: str = "", credit: str = "", alt: str = ""
    ) -> BlockId:
        """Put a photo after the caret's block (in place of an empty paragraph)."""
        block = Photo(photo=photo, caption=text_of(caption), credit=credit, alt=alt)
        self.insert_block(block)
        self._sheet.go_to_block(block.id, within=1)
        return block.id

    def insert_table(self, rows: int, columns: int) -> BlockId:
        """Put an empty table with a header row after the caret's block."""
        empty = tuple(tuple(() for _ in range(columns)) for _ in range(rows))
        block = Table(rows=empty, header=True)
        self.insert_block(block)
        self._sheet.go_to_block(block.id)
        return block.id

    def insert_block(self, block: Block) -> None:
        """Put a block after the caret's block, or in place of the empty paragraph there."""
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
                writer.inner_blocks((block,), box)
            else:
                writer.blocks((block,))
            writer.finish()
            if empty and not self._last_in_body(number):
                sheet.mender.remove(following)
            elif empty:
                hollow = Head(Part.PARAGRAPH, line.head.id or new_block_id(), box, hollow=True)
                sheet.mender.reformat(following, hollow)

    def _last_in_body(self, number: int) -> bool:
        return number + 1 >= body_end(self._sheet.reader.lines)

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
        offset = sheet.textCursor().position() - self._block(start).position()
        before = self._block(other_start if by < 0 else other_end)
        first, last = self._block(start), self._block(end - 1)
        with sheet.one_step():
            writer = sheet.mender.room_before(before)
            writer.blocks((block,))
            writer.finish()
            sheet.mender.remove_lines(first, last)
        sheet.go_to_block(block.id, offset=offset)

    def _past_filler(self, start: int, end: int, by: int) -> tuple[int, int]:
        reader = self._sheet.reader
        return reader.group_of(start - 1 if by < 0 else min(end, len(reader.lines) - 1))

    def remove_block(self, number: int) -> None:
        """Take the top-level block that holds line `number` away."""
        sheet = self._sheet
        start, end = sheet.reader.group_of(number)
        first, last = self._block(start), self._block(end - 1)
        with sheet.one_step():
            sheet.mender.remove_lines(first, last)

    # ---- removing

    def remove_selection(self, cursor: QTextCursor) -> None:
        """Delete the selection; fields that it crosses keep their lines."""
        sheet = self._sheet
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        first = sheet.document().findBlock(start)
        last = sheet.document().findBlock(end)
        if not self.crosses_walls(cursor):
            cursor.removeSelectedText()
            return
        if self._in_table(first) or self._in_table(last):
            self._remove_beside_tables(cursor, first, last)
            return
        document = sheet.document()
        span(document, last.position(), end).removeSelectedText()
        block = last.previous()
        run_end: QTextBlock | None = None
        while block.isValid() and block != first:
            previous = block.previous()
            if head_of(block).part in FIELDS and not self._in_table(block):
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
        if self._in_table(first) or self._in_table(last):
            return self._table_of(first) != self._table_of(last)
        a, b = head_of(first), head_of(last)
        return not (a.part in FLOW and b.part in FLOW and a.box == b.box)

    # ---- helpers

    def _block(self, number: int) -> QTextBlock:
        return self._sheet.document().findBlockByNumber(number)

    def _blocks(self, cursor: QTextCursor) -> Iterator[QTextBlock]:
        document = self._sheet.document()
        block = document.findBlock(cursor.selectionStart())
        while block.isValid() and block.position() <= cursor.selectionEnd():
            yield block
            block = block.next()

    def _in_table(self, block: QTextBlock) -> bool:
        return table_at(block) is not None


def _with(marks: frozenset[Mark], mark: Mark) -> frozenset[Mark]:
    """Superscript and subscript exclude each other."""
    pair = {Mark.SUPERSCRIPT, Mark.SUBSCRIPT}
    return (marks - pair if mark in pair else marks) | {mark}
