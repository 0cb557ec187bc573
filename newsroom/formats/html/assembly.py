"""Pieces put together: list items, quotations, boxes, photos with their captions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.document import Box, ListBlock, ListItem, Paragraph, Photo, Quote, Text, plain
from newsroom.formats.html.runs import first_of, joined, words_of
from newsroom.formats.page.captions import is_caption, split_credit
from newsroom.formats.page.pieces import Hint, Piece, piece

if TYPE_CHECKING:
    from lxml.etree import _Element

CAPTION_WORDS = 90
_BOX_WORDS = 200


def items_of(found: list[Piece], level: int, others: list[Piece]) -> Iterator[ListItem]:
    """The items that one `li` makes, those of lists inside it too; the rest goes to `others`."""
    texts: list[Text] = []
    nested: list[ListItem] = []
    for part in found:
        block = part.block
        if isinstance(block, ListBlock):
            nested.extend(replace(item, level=item.level + level + 1) for item in block.items)
        elif isinstance(block, Paragraph | Quote) and not nested:
            texts.append(block.text)
        elif isinstance(block, Paragraph | Quote):
            nested.append(ListItem(text=block.text, level=level))
        else:
            others.append(part)
    text = joined(texts)
    if text:
        yield ListItem(text=text, level=level)
    yield from nested


def stepped(items: list[ListItem]) -> Iterator[ListItem]:
    """The items with levels that start at 0 and never go down more than one step."""
    level = -1
    for item in items:
        level = min(item.level, level + 1)
        yield replace(item, level=level)


def speaker(texts: list[Piece], element: "_Element") -> str:
    """Who is quoted: the last of several lines when it is `— Name` or in an element for it."""
    last = texts[-1].words if len(texts) > 1 else ""
    if len(last) > 120:
        return ""
    if last[:1] in ("—", "–", "-"):
        return last[1:].strip()
    named = (found for tag in ("footer", "cite", "figcaption") for found in element.iter(tag))
    return last if last in (" ".join(words_of(found).split()) for found in named) else ""


def split_speaker(part: Piece) -> tuple[Piece, str]:
    """A quotation whose last line is `— Name`: the piece without it, and the name."""
    text = part.block.text if isinstance(part.block, Paragraph) else ()
    words, line, last = plain(text).rpartition("\n")
    if not line or last[:1] not in ("—", "–") or len(last) > 120:
        return part, ""
    return piece(Paragraph(text=first_of(text, len(words))), marked=True), last[1:].strip()


def is_box(table: "_Element", pieces: list[Piece]) -> bool:
    """Whether a table of one cell sets a short text apart."""
    words = sum(part.count for part in pieces)
    cells = table.findall(".//td")
    return (
        len(cells) == 1
        and 8 <= words <= _BOX_WORDS
        and not any(isinstance(p.block, Box) for p in pieces)
    )


def box(pieces: list[Piece]) -> Box:
    """The box of the pieces, titled by its first line when that is bold or a heading."""
    title: Text = ()
    first = pieces[0]
    if len(pieces) > 1 and isinstance(first.block, Paragraph) and (first.bold or first.level):
        title, pieces = first.block.text, pieces[1:]
    blocks = tuple(part.block for part in pieces if not isinstance(part.block, Box))
    return Box(title=title, blocks=blocks)


def with_captions(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with each caption inside the photo above it."""
    index = 0
    while index < len(pieces):
        part = pieces[index]
        index += 1
        below = pieces[index] if index < len(pieces) else None
        if (
            isinstance(part.block, Photo)
            and not part.block.caption
            and below
            and _is_caption(below)
        ):
            yield piece(_captioned(part.block, below), marked=True)
            index += 1
        else:
            yield part


def _is_caption(part: Piece) -> bool:
    if not part.is_paragraph or part.level or part.count > CAPTION_WORDS:
        return False
    return part.hint is Hint.CAPTION or is_caption(part.words)


def _captioned(photo: Photo, below: Piece) -> Photo:
    caption = below.block.text if isinstance(below.block, Paragraph) else ()
    words, credit = split_credit(plain(caption))
    return replace(photo, caption=first_of(caption, len(words)), credit=credit)
