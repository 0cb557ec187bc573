"""A text as lines that can be compared: fields, paragraphs, list items, rows, captions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import assert_never

from newsroom.domain.diff_words import Change, Piece, Pieces, diff_words
from newsroom.domain.document import (
    Block,
    Box,
    Heading,
    ListBlock,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    Text,
    plain,
    text_of,
)


class LineKind(StrEnum):
    """What a line is in the article."""

    KICKER = "kicker"
    HEADLINE = "headline"
    LEDE = "lede"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    QUOTE_SOURCE = "quote-source"
    LIST = "list"
    PHOTO = "photo"
    CAPTION = "caption"
    CREDIT = "credit"
    ALT = "alt"
    ROW = "row"
    BOX_TITLE = "box-title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of one text. The cells of a row are parted by tabs; a photo's line has no words."""

    kind: LineKind
    text: Text = ()
    level: int = 0
    ordered: bool = False
    boxed: bool = False
    photo: Photo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDiff:
    """A line and what became of its words; `change` is that of the line as a whole.

    It is `KEPT` for a line that is in both texts, whatever happened within it.
    """

    line: Line
    change: Change
    pieces: Pieces


def block_lines(block: Block) -> Iterator[Line]:
    """The lines of a block in reading order."""
    match block:
        case Paragraph():
            yield Line(kind=LineKind.PARAGRAPH, text=block.text)
        case Heading():
            yield Line(kind=LineKind.HEADING, text=block.text)
        case Quote():
            yield Line(kind=LineKind.QUOTE, text=block.text)
            yield Line(kind=LineKind.QUOTE_SOURCE, text=text_of(block.source))
        case ListBlock():
            yield from _items(block)
        case Photo():
            yield from _photo(block)
        case Table():
            yield from (Line(kind=LineKind.ROW, text=_row(row)) for row in block.rows)
        case Box():
            yield from _box(block)
        case _:
            assert_never(block)


def _items(block: ListBlock) -> Iterator[Line]:
    for item in block.items:
        yield Line(kind=LineKind.LIST, text=item.text, level=item.level, ordered=block.ordered)


def _photo(block: Photo) -> Iterator[Line]:
    yield Line(kind=LineKind.PHOTO, photo=block)
    yield Line(kind=LineKind.CAPTION, text=block.caption)
    yield Line(kind=LineKind.CREDIT, text=text_of(block.credit))
    yield Line(kind=LineKind.ALT, text=text_of(block.alt))


def _box(block: Box) -> Iterator[Line]:
    yield Line(kind=LineKind.BOX_TITLE, text=block.title, boxed=True)
    for inner in block.blocks:
        yield from (replace(line, boxed=True) for line in block_lines(inner))


def _row(cells: tuple[Text, ...]) -> Text:
    parts: list[Run] = []
    for place, cell in enumerate(cells):
        parts.extend((Run(text="\t"), *cell) if place else cell)
    return tuple(parts)


def whole(line: Line, change: Change) -> LineDiff:
    """A line that is all kept, all new or all gone."""
    pieces = (Piece(change=change, text=line.text),) if line.text else ()
    return LineDiff(line=line, change=change, pieces=pieces)


def diff_lines(old: list[Line], new: list[Line]) -> tuple[LineDiff, ...]:
    """What became of the lines of one block."""
    if [line.kind for line in old] == [line.kind for line in new]:
        return tuple(_pair(one, other) for one, other in zip(old, new, strict=True))
    keys = ([_key(line) for line in old], [_key(line) for line in new])
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    made: list[LineDiff] = []
    for _, i, j, k, m in matcher.get_opcodes():
        made.extend(_replaced(old[i:j], new[k:m]))
    return tuple(made)


def _key(line: Line) -> tuple[LineKind, str]:
    return line.kind, plain(line.text)


def _replaced(old: list[Line], new: list[Line]) -> Iterator[LineDiff]:
    """Lines of one kind at the same place are compared, as far as there are some."""
    pairs = 0
    for one, other in zip(old, new, strict=False):
        if one.kind is not other.kind:
            break
        pairs += 1
        yield _pair(one, other)
    yield from (whole(line, Change.REMOVED) for line in old[pairs:])
    yield from (whole(line, Change.ADDED) for line in new[pairs:])


def _pair(old: Line, new: Line) -> LineDiff:
    change = Change.KEPT if _place(old) == _place(new) else Change.RESTYLED
    return LineDiff(line=new, change=change, pieces=diff_words(old.text, new.text))


def _place(line: Line) -> tuple[object, ...]:
    """What is seen of a line besides its words: a photo's picture, an item's depth."""
    photo = line.photo and (line.photo.photo, line.photo.crop, line.photo.focal)
    return photo, line.level, line.ordered, line.boxed
