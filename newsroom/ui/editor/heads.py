"""What each line of the sheet is, written into its block format so that undo carries it too.

A *line* is one `QTextBlock`. A paragraph or a heading is one line; a quote, a photo, a list or a
box is several lines that follow each other and share an id.
"""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextFormat

from newsroom.domain.style import Role

_USER = QTextFormat.Property.UserProperty.value
HEAD, MARKS, LINK, DATA, PART, TABLE, COMMENT = range(_USER + 1, _USER + 8)
"""Our properties: a line's head; a fragment's marks, link, photo data, part; a table's head; a
fragment's comment, all of it (see `newsroom.ui.editor.comments`)."""

PHOTO_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
OBJECT_CHARACTER = "\ufffc"
LINE_BREAK = "\u2028"
"""How Qt writes a line break within a block; `Run.text` writes it as a newline."""


class Part(StrEnum):
    """What a line is a part of."""

    KICKER = "kicker"
    HEADLINE = "headline"
    LEDE = "lede"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    QUOTE_SOURCE = "quote-source"
    LIST = "list"
    PHOTO = "photo"
    CAPTION = "caption"
    CREDIT = "credit"
    CELL = "table"
    HEADER_CELL = "table-header"
    BOX_TITLE = "box-title"
    BYLINE = "byline"
    FILLER = "filler"
    """The empty line that Qt needs between two tables; nothing of the article."""


TOP_FIELDS = (Part.KICKER, Part.HEADLINE, Part.LEDE)
FIELDS = frozenset((*TOP_FIELDS, Part.BYLINE))
CELLS = frozenset((Part.CELL, Part.HEADER_CELL))
FLOW = frozenset((Part.PARAGRAPH, Part.HEADING, Part.LIST))
"""Lines that may be joined with their neighbours."""
UNMARKED = FIELDS | {Part.CREDIT, Part.QUOTE_SOURCE}
"""Lines that hold plain words: no marks, no links."""


class Head(NamedTuple):
    """What is known of a line besides its text.

    `hollow` says that the line stands for nothing while it is empty (an empty body, a list without
    items). `edge` is true on the last line of a box, which keeps the space below it.
    """

    part: Part
    id: str = ""
    box: str = ""
    level: int = 0
    ordered: bool = False
    hollow: bool = False
    edge: bool = False

    def encode(self) -> str:
        """The form that is stored in the block format."""
        flags = f"{self.ordered:d}{self.hollow:d}{self.edge:d}"
        return "|".join((self.part, self.id, self.box, str(self.level), flags))


NO_HEAD = Head(Part.PARAGRAPH)
"""The head of a line that Qt made by itself."""


@lru_cache(maxsize=4096)
def decode_head(value: str) -> Head:
    """The head that `Head.encode` wrote; an unknown form is a paragraph without an id."""
    try:
        part, block_id, box, level, flags = value.split("|")
        ordered, hollow, edge = (flag == "1" for flag in flags)
        return Head(Part(part), block_id, box, int(level), ordered, hollow, edge)
    except ValueError:
        return NO_HEAD


def head_of(block: QTextBlock) -> Head:
    """The head of a line of the sheet."""
    return decode_head(block.blockFormat().stringProperty(HEAD))


def store_head(block_format: QTextBlockFormat, head: Head) -> None:
    """Write `head` into `block_format`."""
    block_format.setProperty(HEAD, head.encode())


def role_of(head: Head) -> Role:
    """The house style that a line is set in."""
    match head.part:
        case Part.PHOTO | Part.FILLER:
            return Role.PARAGRAPH
        case Part.PARAGRAPH | Part.LIST if head.box:
            return Role.BOX
        case _:
            return Role(head.part)


class TableHead(NamedTuple):
    """What is known of a table besides its cells; `hollow_rows` counts rows without cells.

    A `QTextTable` has at least one cell, so a table of no rows (`hollow_rows` 0) or of rows without
    cells is shown with one empty cell; -1 says that the cells are real.
    """

    id: str
    box: str = ""
    header: bool = False
    hollow_rows: int = -1

    def encode(self) -> str:
        """The form that is stored in the table format."""
        return "|".join((self.id, self.box, f"{self.header:d}", str(self.hollow_rows)))


@lru_cache(maxsize=256)
def decode_table_head(value: str) -> TableHead:
    """The head that `TableHead.encode` wrote; an unknown form is a table without an id."""
    try:
        table_id, box, header, hollow_rows = value.split("|")
        return TableHead(table_id, box, header == "1", int(hollow_rows))
    except ValueError:
        return TableHead("")
