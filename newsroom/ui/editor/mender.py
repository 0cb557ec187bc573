"""Carrying out what `structure` asks for, on the text document."""

from typing import assert_never
from unicodedata import normalize

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from newsroom.domain.ids import new_block_id
from newsroom.ui.editor.heads import (
    DATA,
    OBJECT_CHARACTER,
    TABLE,
    UNMARKED,
    Head,
    Part,
    TableHead,
    head_of,
)
from newsroom.ui.editor.lines import Line, table_at
from newsroom.ui.editor.reader import Reader, Rename, line_span
from newsroom.ui.editor.structure import (
    InsertAfter,
    InsertBefore,
    Mend,
    Reformat,
    Remove,
    SplitPhoto,
)
from newsroom.ui.editor.styles import Look, SheetStyles, look_of
from newsroom.ui.editor.writer import Writer


def utf16(words: str) -> int:
    """The length of `words` as Qt counts it."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2


def span(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """A cursor that selects from `start` to `end`."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def text_end(block: QTextBlock) -> int:
    """The position after the last character of a line."""
    return block.position() + block.length() - 1


class Mender:
    """Changes lines of one document; the caller keeps the edit block."""

    def __init__(self, document: QTextDocument, styles: SheetStyles) -> None:
        self._document = document
        self._styles = styles

    def mend(self, what: Mend) -> None:
        """Carry out one mend."""
        block = self._document.findBlockByNumber(what.line)
        match what:
            case Reformat():
                self.reformat(block, what.head)
            case InsertAfter():
                self.insert_after(block, what.head)
            case InsertBefore():
                self._insert_before(block, what.head)
            case Remove():
                self.remove(block)
            case SplitPhoto():
                self._split_photo(block)
            case _:
                assert_never(what)

    def reformat(self, block: QTextBlock, head: Head) -> None:
        """Give a line another head and set its text accordingly."""
        cursor = QTextCursor(block)
        cursor.setBlockFormat(self._styles.block_format(head))
        cursor.setBlockCharFormat(self._styles.char_format(head))
        self.restyle(block, head)

    def restyle(self, block: QTextBlock, head: Head) -> None:
        """Set all text of a line in the style of `head`, keeping its marks, links and comments."""
        for start, end, look in _stretches(block):
            made = self._styles.char_format(head, *look)
            span(self._document, start, end).setCharFormat(made)
        if head.part in UNMARKED and not block.text():
            QTextCursor(block).setBlockCharFormat(self._styles.char_format(head))

    def compose(self, block: QTextBlock) -> None:
        """Bring the text of a line into NFC, replacing no more than what differs."""
        old = block.text()
        new = normalize("NFC", old)
        start = _common(old, new)
        tail = _common(old[start:][::-1], new[start:][::-1])
        middle = new[start : len(new) - tail]
        base = block.position()
        first, last = base + utf16(old[:start]), base + utf16(old[: len(old) - tail])
        probe = span(self._document, first, first)
        probe.setPosition(min(first + 1, text_end(block)))
        kept = probe.charFormat()
        span(self._document, first, last).insertText(middle, kept)

    def insert_after(self, block: QTextBlock, head: Head) -> None:
        """Put an empty line after a line (after the whole table if that is a cell)."""
        cursor = QTextCursor(block)
        table = table_at(block)
        if table is not None:
            cursor = table.lastCursorPosition()
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
            self._insert_before(cursor.block(), head)
            return
        cursor.setPosition(text_end(block))
        Writer(cursor, self._styles, fresh=False).line(head, ())

    def _insert_before(self, block: QTextBlock, head: Head) -> None:
        previous = block.previous()
        if previous.isValid() and table_at(previous) is None:
            self.insert_after(previous, head)
            return
        old = head_of(block)
        cursor = QTextCursor(block)
        cursor.insertBlock()
        self.reformat(cursor.block().previous(), head)
        self.reformat(cursor.block(), old)

    def remove(self, block: QTextBlock) -> None:
        """Take a line away with its text; its neighbours keep their formats."""
        previous, following = block.previous(), block.next()
        if table_at(previous) is None:
            self._cut_after(previous, text_end(block))
            return
        head = head_of(following)
        place = block.position()
        span(self._document, place, following.position()).removeSelectedText()
        self.reformat(self._document.findBlock(place), head)

    def _cut_after(self, block: QTextBlock, end: int) -> None:
        """Remove from the end of a line to `end`. Qt gives an empty line the format of the line
        that is joined to it, so the format is put back.
        """
        head, place = head_of(block), block.position()
        span(self._document, text_end(block), end).removeSelectedText()
        left = self._document.findBlock(place)
        if head_of(left) != head:
            self.reformat(left, head)

    def remove_lines(self, first: QTextBlock, last: QTextBlock) -> None:
        """Take away the lines from `first` to `last`, tables among them as a whole.

        Between two tables one empty line stays, since Qt needs it.
        """
        following = last.next()
        if table_at(last) is not None:
            head = head_of(following)
            cursor = QTextCursor(following)
            cursor.insertBlock()
            self.reformat(cursor.block(), head)
            following, last = cursor.block(), cursor.block().previous()
        previous = first.previous()
        if table_at(previous) is None:
            self._cut_after(previous, text_end(last))
            return
        place = first.position()
        span(self._document, place, text_end(last)).removeSelectedText()
        left = self._document.findBlock(place)
        self.reformat(left, Head(Part.FILLER, box=head_of(left).box))
        if table_at(left.next()) is None:
            self.remove(left)

    def room_before(self, block: QTextBlock) -> Writer:
        """A writer that puts lines before `block`."""
        previous = block.previous()
        if table_at(previous) is None:
            cursor = QTextCursor(self._document)
            cursor.setPosition(text_end(previous))
            return Writer(cursor, self._styles, fresh=False)
        head = head_of(block)
        cursor = QTextCursor(block)
        cursor.insertBlock()
        self.reformat(cursor.block(), head)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        return Writer(cursor, self._styles, fresh=True)

    def _split_photo(self, block: QTextBlock) -> None:
        """The words go into a line of their own before the picture."""
        head = head_of(block)
        before, _object, after = block.text().partition(OBJECT_CHARACTER)
        start = block.position()
        place = start + utf16(before)
        span(self._document, place + 1, text_end(block)).removeSelectedText()
        span(self._document, start, place).removeSelectedText()
        cursor = span(self._document, start, start)
        cursor.insertBlock()
        self.reformat(cursor.block(), head)
        above = Head(Part.PARAGRAPH, new_block_id(), head.box)
        self.reformat(cursor.block().previous(), above)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        words = (before + after).replace(OBJECT_CHARACTER, "")
        cursor.insertText(words, self._styles.char_format(above))

    def rename(self, lines: list[Line], rename: Rename) -> None:
        """Write a new id into the heads of all lines (and tables) of a block or box."""
        for index in range(rename.start, line_span(lines, rename.start, box=rename.box)):
            line = lines[index]
            if line.cell is not None:
                self._rename_table(index, line.cell.table, rename)
                continue
            head = line.head
            if rename.box:
                title = head.part is Part.BOX_TITLE
                head = head._replace(box=rename.new, id=rename.new if title else head.id)
            else:
                head = head._replace(id=rename.new)
            cursor = QTextCursor(self._document.findBlockByNumber(index))
            cursor.setBlockFormat(self._styles.block_format(head))

    def _rename_table(self, index: int, old: TableHead, rename: Rename) -> None:
        table = table_at(self._document.findBlockByNumber(index))
        if table is None:
            return
        new = old._replace(box=rename.new) if rename.box else old._replace(id=rename.new)
        made = table.format()
        made.setProperty(TABLE, new.encode())
        table.setFormat(made)

    def settle(self, reader: Reader, first: int, last: int) -> None:
        """Restyle and compose those lines between `first` and `last` that need it."""
        for index in range(first, min(last + 1, len(reader.lines))):
            line = reader.lines[index]
            if not (line.unstyled or line.decomposed):
                continue
            block = self._document.findBlockByNumber(index)
            if line.unstyled:
                self.restyle(block, line.head)
            if line.decomposed:
                self.compose(block)


def _stretches(block: QTextBlock) -> list[tuple[int, int, Look]]:
    found = []
    walk = block.begin()
    while not walk.atEnd():
        piece = walk.fragment()
        made = piece.charFormat()
        if not made.stringProperty(DATA):
            start = piece.position()
            found.append((start, start + piece.length(), look_of(made)))
        walk += 1
    return found


def _common(left: str, right: str) -> int:
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count
