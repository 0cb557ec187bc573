"""The body of an article: a flat sequence of blocks, each with a stable id.

Every output is a pure function of `Document` and style that matches on `Block` and ends in
`assert_never`, so that a new kind of block fails type checking until all outputs know it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import assert_never

from newsroom.domain.comment import CommentId
from newsroom.domain.ids import BlockId, PhotoId, new_block_id


class Mark(StrEnum):
    """Character formatting that carries meaning."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


NO_MARKS: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    r"""A stretch of text with the same marks; `link` is an http, https or mailto address.

    `comment` is the comment anchored to it: outputs that leave the desk ignore it.
    Text is NFC. A line break inside a block is `\\n`; other control characters do not occur.
    """

    text: str
    marks: frozenset[Mark] = NO_MARKS
    link: str | None = None
    comment: CommentId | None = None


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text."""

    id: BlockId = field(default_factory=new_block_id)
    text: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A cross-head (tít xen) between paragraphs."""

    id: BlockId = field(default_factory=new_block_id)
    text: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A pull quote (trích dẫn) with the speaker it is credited to, empty when not named."""

    id: BlockId = field(default_factory=new_block_id)
    text: Text = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One entry of a list; `level` 0 is the outermost, each at most one deeper than before."""

    text: Text = ()
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock:
    """A bulleted or numbered list."""

    id: BlockId = field(default_factory=new_block_id)
    ordered: bool = False
    items: tuple[ListItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """The part of the original that is shown, as fractions 0…1 of its width and height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FocalPoint:
    """The point that must stay in view when a layout crops, as fractions of width and height."""

    x: float = 0.5
    y: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One use of a photo: caption and credit belong to the use, the original stays untouched.

    `taken` is the day the photo was made, as its file or a person says.
    """

    photo: PhotoId
    id: BlockId = field(default_factory=new_block_id)
    caption: Text = ()
    credit: str = ""
    alt: str = ""
    crop: Crop | None = None
    focal: FocalPoint | None = None
    taken: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells; every row has the same number of cells. `header`: the first row is one."""

    id: BlockId = field(default_factory=new_block_id)
    rows: tuple[tuple[Text, ...], ...] = ()
    header: bool = False


InnerBlock = Paragraph | Heading | Quote | ListBlock | Photo | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An information box (hộp thông tin) with an optional title, holding blocks but no boxes."""

    id: BlockId = field(default_factory=new_block_id)
    title: Text = ()
    blocks: tuple[InnerBlock, ...] = ()


Block = InnerBlock | Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The body of an article."""

    blocks: tuple[Block, ...] = ()


EMPTY = Document()


def plain(text: Text) -> str:
    """The words of `text` without marks."""
    return "".join(run.text for run in text)


def text_of(words: str) -> Text:
    """`words` as unmarked text; empty words give empty text."""
    return (Run(text=words),) if words else ()


def normal(runs: Iterable[Run]) -> Text:
    """The same text in its one normal form: no empty runs, equal neighbours joined."""
    kept = (run for run in runs if run.text)
    return tuple(
        Run(text="".join(run.text for run in group), marks=marks, link=link, comment=comment)
        for (marks, link, comment), group in groupby(kept, key=_look)
    )


def _look(run: Run) -> tuple[frozenset[Mark], str | None, CommentId | None]:
    return run.marks, run.link, run.comment


def block_texts(block: Block) -> Iterator[Text]:
    """All texts of a block in reading order: items, cells, caption, the blocks of a box."""
    match block:
        case Paragraph() | Heading() | Quote():
            yield block.text
        case ListBlock():
            yield from (item.text for item in block.items)
        case Photo():
            yield block.caption
        case Table():
            yield from (cell for row in block.rows for cell in row)
        case Box():
            yield block.title
            for inner in block.blocks:
                yield from block_texts(inner)
        case _:
            assert_never(block)


def block_plain(block: Block) -> str:
    """The words of a block, one line for each paragraph, item, table row or caption.

    Cells of a row are separated by tabs; a quote's source and a photo's credit have their line.
    """
    match block:
        case Paragraph() | Heading():
            return plain(block.text)
        case Quote():
            return _lines(plain(block.text), block.source)
        case ListBlock():
            return "\n".join(plain(item.text) for item in block.items)
        case Photo():
            return _lines(plain(block.caption), block.credit)
        case Table():
            return "\n".join("\t".join(plain(cell) for cell in row) for row in block.rows)
        case Box():
            return _lines(plain(block.title), *(block_plain(inner) for inner in block.blocks))
        case _:
            assert_never(block)


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def document_plain(document: Document) -> str:
    """The words of the whole body, blocks separated by an empty line."""
    return "\n\n".join(words for block in document.blocks if (words := block_plain(block)))


def photos(document: Document) -> Iterator[Photo]:
    """Every use of a photo in reading order, boxes included."""
    for block in document.blocks:
        match block:
            case Photo():
                yield block
            case Box():
                yield from (inner for inner in block.blocks if isinstance(inner, Photo))
            case Paragraph() | Heading() | Quote() | ListBlock() | Table():
                pass
            case _:
                assert_never(block)


def with_new_ids(document: Document) -> Document:
    """A copy whose blocks have fresh ids, as for an article made from another."""
    return Document(blocks=tuple(_renewed(block) for block in document.blocks))


def _renewed(block: Block) -> Block:
    if isinstance(block, Box):
        inner = tuple(replace(part, id=new_block_id()) for part in block.blocks)
        return replace(block, id=new_block_id(), blocks=inner)
    return replace(block, id=new_block_id())
