"""Naming a stretch of the article so that other parts of the window can point at it."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from newsroom.domain.document import ListBlock
from newsroom.domain.ids import BlockId
from newsroom.ui.editor.heads import FIELDS, Part
from newsroom.ui.editor.reader import Reader

_WORDLESS = frozenset((Part.PHOTO, Part.CREDIT, Part.QUOTE_SOURCE, Part.FILLER))


class Place(NamedTuple):
    """Characters `start` to `end` of a text of the article.

    `block` is the id of a top-level block or the name of a field (`kicker`, `headline`, `lede`,
    `byline`); `text` counts the block's texts in the order of `domain.document.block_texts`, for
    the byline the names. `start` and `end` count characters, as Python does.
    """

    block: str
    text: int = 0
    start: int = 0
    end: int = 0


def place_of(reader: Reader, number: int) -> Place | None:
    """The place of line `number` (start and end 0), None for lines that are no text of a block."""
    line = reader.lines[number]
    if line.part in FIELDS and line.cell is None:
        index = 0
        while line.part is Part.BYLINE and reader.lines[number - index - 1].part is Part.BYLINE:
            index += 1
        return Place(str(line.part), index)
    block = reader.block_at(number)
    start, end = reader.group_of(number)
    texts = _text_lines(reader, start, end)
    if block is None or number not in texts:
        return None
    return Place(block.id, texts.index(number))


def line_at(reader: Reader, place: Place) -> int | None:
    """The line that a place is in, None when there is no such text any more."""
    for index, line in enumerate(reader.lines):
        if line.part in FIELDS and line.part == place.block and line.cell is None:
            return index + place.text
    number = reader.line_of(BlockId(place.block))
    if number is None:
        return None
    texts = _text_lines(reader, *reader.group_of(number))
    return texts[place.text] if place.text < len(texts) else None


def lines_of(
    reader: Reader, keys: Collection[tuple[str, int]]
) -> Iterator[tuple[tuple[str, int], int]]:
    """Those of `keys` (`Place.block` and `Place.text`) that are there, and their lines.

    One walk over the article, however many there are.
    """
    wanted: defaultdict[str, list[int]] = defaultdict(list)
    for block, text in keys:
        wanted[block].append(text)
    for start, name in reader.starts():
        if name in wanted:
            texts = _text_lines(reader, *reader.group_of(start))
            yield from (((name, text), texts[text]) for text in wanted[name] if text < len(texts))
    for name in FIELDS & wanted.keys():
        for text in wanted[name]:
            number = line_at(reader, Place(name, text))
            if number is not None and number < len(reader.lines):
                yield (name, text), number


def _text_lines(reader: Reader, start: int, end: int) -> list[int]:
    block = reader.block_at(start)
    if isinstance(block, ListBlock) and not block.items:
        return []
    return [
        number
        for number in range(start, end)
        if reader.lines[number].cell is not None or reader.lines[number].part not in _WORDLESS
    ]
