"""Writing article text and blocks into a text document through a cursor."""

import re
from collections.abc import Iterable, Sequence
from typing import assert_never

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextLength, QTextTable, QTextTableFormat

from newsroom.domain.article import ArticleText
from newsroom.domain.document import (
    Block,
    Box,
    Heading,
    InnerBlock,
    ListBlock,
    Paragraph,
    Photo,
    Quote,
    Table,
    Text,
    text_of,
)
from newsroom.domain.ids import new_block_id
from newsroom.ui.editor.grouping import photo_data
from newsroom.ui.editor.heads import (
    DATA,
    LINE_BREAK,
    OBJECT_CHARACTER,
    PHOTO_OBJECT,
    TABLE,
    Head,
    Part,
    TableHead,
)
from newsroom.ui.editor.lines import Line, known_line
from newsroom.ui.editor.styles import BOX_PAD, SheetStyles

_UNSAFE = str.maketrans(
    {
        "\n": LINE_BREAK,
        "\r": None,
        "\u2029": LINE_BREAK,
        OBJECT_CHARACTER: None,
        "\ufdd0": None,
        "\ufdd1": None,
        "\x00": None,
    }
)
"""Characters that have a meaning in a text document and would break lines or tables."""


_HAS_UNSAFE = re.compile("[\n\r\x00\u2029\ufffc\ufdd0\ufdd1]")


def safe(words: str) -> str:
    """`words` as they can stand within one line of the document."""
    return words if _HAS_UNSAFE.search(words) is None else words.translate(_UNSAFE)


class Writer:
    """Writes lines one after another where the cursor stands.

    `fresh` says that the cursor stands in an empty line that the next line may take.
    """

    def __init__(self, cursor: QTextCursor, styles: SheetStyles, *, fresh: bool) -> None:
        self.cursor = cursor
        self._styles = styles
        self._fresh = fresh
        self.written: list[Line | None] = []
        """What each line will be read as, None where that is to be found out by reading it."""

    def article(self, text: ArticleText) -> None:
        """The whole sheet: fields, body, byline; an empty body gets a line to write in."""
        self._styles.comments.take(text.comments)
        self.line(Head(Part.KICKER), text_of(text.kicker))
        self.line(Head(Part.HEADLINE), text_of(text.headline))
        self.line(Head(Part.LEDE), text_of(text.lede))
        self.blocks(text.body.blocks)
        if not text.body.blocks:
            self.line(Head(Part.PARAGRAPH, new_block_id(), hollow=True), ())
        for name in text.byline or ("",):
            self.line(Head(Part.BYLINE), text_of(name))

    def blocks(self, blocks: Iterable[Block]) -> None:
        """The lines of each block."""
        for block in blocks:
            if isinstance(block, Box):
                self._box(block)
            else:
                self._inner(block, "", edge=False)

    def inner_blocks(self, blocks: Sequence[Block], box: str) -> None:
        """Blocks within the box with the id `box`; boxes among them give up their contents."""
        for block in blocks:
            if isinstance(block, Box):
                self.line(Head(Part.HEADING, block.id, box), block.title)
                self.inner_blocks(block.blocks, box)
            else:
                self._inner(block, box, edge=False)

    def finish(self) -> None:
        """After the last line: an empty line left behind a table is marked as nothing."""
        if self._fresh:
            self.line(Head(Part.FILLER), ())

    def line(self, head: Head, text: Text) -> None:
        """One line with its text."""
        block_format = self._styles.block_format(head)
        plain_format = self._styles.plain_format(head)
        if self._fresh:
            self.cursor.setBlockFormat(block_format)
            self.cursor.setBlockCharFormat(plain_format)
        else:
            self.cursor.insertBlock(block_format, plain_format)
        self._fresh = False
        known = known_line(head, text)
        self.written.append(known)
        if known is None:
            self.text(head, text)
        elif text:
            self.cursor.insertText(text[0].text, plain_format)

    def text(self, head: Head, text: Text) -> None:
        """Runs within the line where the cursor stands."""
        for run in text:
            comment = self._styles.comments.packed(run.comment)
            made = self._styles.char_format(head, run.marks, run.link, comment)
            self.cursor.insertText(safe(run.text), made)

    def _box(self, box: Box) -> None:
        self.line(Head(Part.BOX_TITLE, box.id, box.id, edge=not box.blocks), box.title)
        for index, block in enumerate(box.blocks, start=1):
            self._inner(block, box.id, edge=index == len(box.blocks))

    def _inner(self, block: InnerBlock, box: str, *, edge: bool) -> None:
        match block:
            case Paragraph():
                self.line(Head(Part.PARAGRAPH, block.id, box, edge=edge), block.text)
            case Heading():
                self.line(Head(Part.HEADING, block.id, box, edge=edge), block.text)
            case Quote():
                self.line(Head(Part.QUOTE, block.id, box), block.text)
                source = text_of(block.source)
                self.line(Head(Part.QUOTE_SOURCE, block.id, box, edge=edge), source)
            case ListBlock():
                self._list(block, box, edge=edge)
            case Photo():
                self.photo(block, box, edge=edge)
            case Table():
                self._table(block, box)
            case _:
                assert_never(block)

    def _list(self, block: ListBlock, box: str, *, edge: bool) -> None:
        plain_head = Head(Part.LIST, block.id, box, ordered=block.ordered)
        last = len(block.items) - 1
        for index, item in enumerate(block.items):
            at_edge = edge and index == last
            self.line(plain_head._replace(level=item.level, edge=at_edge), item.text)
        if not block.items:
            self.line(plain_head._replace(hollow=True, edge=edge), ())

    def photo(self, block: Photo, box: str, *, edge: bool) -> None:
        """A photo's picture, caption and credit."""
        self.line(Head(Part.PHOTO, block.id, box), ())
        self.written[-1] = None
        self.cursor.insertText(OBJECT_CHARACTER, photo_format(block))
        self.line(Head(Part.CAPTION, block.id, box), block.caption)
        self.line(Head(Part.CREDIT, block.id, box, edge=edge), text_of(block.credit))

    def _table(self, block: Table, box: str) -> None:
        if self._fresh:
            self.line(Head(Part.FILLER, box=box), ())
        columns = len(block.rows[0]) if block.rows else 0
        hollow = len(block.rows) if columns == 0 else -1
        head = TableHead(block.id, box, block.header, hollow)
        rows = len(block.rows) if columns else 1
        columns = max(1, columns)
        table = self.cursor.insertTable(rows, columns, table_format(head, columns))
        self.written += [None] * (rows * columns)
        fill_table(table, block.rows, self._styles, header=block.header)
        self.cursor = table.lastCursorPosition()
        self.cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._fresh = True


def photo_format(block: Photo) -> QTextCharFormat:
    """The format of the character that stands for a picture."""
    made = QTextCharFormat()
    made.setObjectType(PHOTO_OBJECT)
    made.setProperty(DATA, photo_data(block))
    return made


def table_format(head: TableHead, columns: int) -> QTextTableFormat:
    """The format of a table with equal columns."""
    made = QTextTableFormat()
    made.setProperty(TABLE, head.encode())
    made.setBorder(0)
    made.setCellSpacing(0)
    made.setCellPadding(6)
    made.setTopMargin(12)
    made.setBottomMargin(24)
    if head.box:
        made.setLeftMargin(BOX_PAD)
        made.setRightMargin(BOX_PAD)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
    made.setColumnWidthConstraints([share] * columns)
    return made


def cell_head(row: int, *, header: bool) -> Head:
    """The head of a cell's line."""
    return Head(Part.HEADER_CELL if header and row == 0 else Part.CELL)


def fill_table(
    table: QTextTable, rows: Sequence[Sequence[Text]], styles: SheetStyles, *, header: bool
) -> None:
    """Write texts into the cells of a new table and give every cell its head."""
    for row in range(table.rows()):
        head = cell_head(row, header=header)
        for column in range(table.columns()):
            writer = Writer(table.cellAt(row, column).firstCursorPosition(), styles, fresh=True)
            texts = rows[row] if row < len(rows) else ()
            writer.line(head, texts[column] if column < len(texts) else ())
