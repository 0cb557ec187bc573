"""Reading one line of the sheet: its head, its runs, its place in a table."""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple, cast
from unicodedata import is_normalized, normalize

from PySide6.QtGui import QTextBlock, QTextCursor, QTextTable

from newsroom.domain.comment import Comment
from newsroom.domain.document import Run, Text, normal
from newsroom.ui.editor.comments import unpacked
from newsroom.ui.editor.heads import (
    DATA,
    LINE_BREAK,
    OBJECT_CHARACTER,
    PART,
    TABLE,
    Head,
    Part,
    TableHead,
    decode_table_head,
    head_of,
)
from newsroom.ui.editor.styles import look_of, style_key

_ODD = re.compile(f"[{LINE_BREAK}{OBJECT_CHARACTER}\ud800-\udfff]")

_UNSURE = re.compile(f"[{LINE_BREAK}{OBJECT_CHARACTER}\ud800-\udfff\n\r\x00\u2029\ufdd0\ufdd1]")
"""What is written or read as something else."""


class Cell(NamedTuple):
    """Where a line stands in a table; `key` tells tables apart."""

    table: TableHead
    key: int
    row: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as read. `photo` is the data of its picture, empty when it has none.

    `unstyled` says that text was set for another kind of line, `decomposed` that it is not NFC;
    both are mended at the end of the same edit. `comments` are those whose words stand here.
    """

    head: Head
    text: Text
    photo: str = ""
    cell: Cell | None = None
    unstyled: bool = False
    decomposed: bool = False
    comments: tuple[Comment, ...] = ()

    @property
    def part(self) -> Part:
        return self.head.part


def read_line(block: QTextBlock) -> Line:
    """What a line of the document holds."""
    table = table_at(block)
    head = head_of(block)
    expected, photo, unstyled, decomposed = style_key(head), "", False, False
    runs: list[Run] = []
    comments: list[Comment] = []
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        walk += 1
        made = fragment.charFormat()
        photo = made.stringProperty(DATA) or photo
        words = _clean(fragment.text())
        if not words:
            continue
        decomposed = decomposed or not is_normalized("NFC", words)
        unstyled = unstyled or made.stringProperty(PART) != expected
        look = look_of(made)
        comment = unpacked(look.comment)
        if comment is not None:
            comments.append(comment)
        name = None if comment is None else comment.id
        runs.append(Run(text=words, marks=look.marks, link=look.link, comment=name))
    text = _composed(runs) if decomposed else _joined(runs)
    cell = None if table is None else _cell(table, block)
    if not decomposed and len(runs) > 1:
        decomposed = not is_normalized("NFC", "".join(run.text for run in runs))
    return Line(
        head=head,
        text=text,
        photo=photo,
        cell=cell,
        unstyled=unstyled,
        decomposed=decomposed,
        comments=tuple(comments),
    )


def known_line(head: Head, text: Text) -> Line | None:
    """What `read_line` will find where `text` is written, None where only reading tells.

    Most lines of an article are one plain run, and need not be read after they were written.
    """
    if "|" in head.id or "|" in head.box or len(text) > 1:
        return None
    for run in text:
        odd = run.marks or run.link or run.comment or not run.text
        if odd or _UNSURE.search(run.text) or not is_normalized("NFC", run.text):
            return None
    return Line(head=head, text=text)


def table_at(block: QTextBlock) -> QTextTable | None:
    """The table that a line stands in, if any (Qt's stubs do not know that there may be none)."""
    return cast("QTextTable | None", QTextCursor(block).currentTable())


def head_of_table(table: QTextTable) -> TableHead:
    """What is known of a table besides its cells."""
    return decode_table_head(table.format().stringProperty(TABLE))


def _joined(runs: list[Run]) -> Text:
    return tuple(runs) if len(runs) < 2 else normal(runs)


def _composed(runs: list[Run]) -> Text:
    return normal(replace(run, text=normalize("NFC", run.text)) for run in normal(runs))


def _clean(words: str) -> str:
    """Qt's line breaks as newlines; without object characters and halves of emoji."""
    if _ODD.search(words) is None:
        return words
    words = words.replace(LINE_BREAK, "\n").replace(OBJECT_CHARACTER, "")
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def _cell(table: QTextTable, block: QTextBlock) -> Cell:
    place = table.cellAt(block.position())
    return Cell(head_of_table(table), table.objectIndex(), place.row(), place.column())
