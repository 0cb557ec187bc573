"""From lines to the blocks of a document; pure, so that it can be tested without a window."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from newsroom.domain.document import (
    Block,
    Box,
    Crop,
    FocalPoint,
    Heading,
    InnerBlock,
    ListBlock,
    ListItem,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    Text,
    normal,
    plain,
)
from newsroom.domain.ids import BlockId, PhotoId
from newsroom.ui.editor.heads import FIELDS, Part
from newsroom.ui.editor.lines import Line

Claim = Callable[[str, int, bool], BlockId]
"""Takes the id that a line carries, the line's index and whether it is a box's id; gives the id to
use, which is another one when it is taken."""
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


class Grouped(NamedTuple):
    """A block (none for fields and fillers) and the index of the line after it."""

    block: Block | None
    end: int


def derived_id(source: str, number: int) -> BlockId:
    """An id for the `number`-th copy of a line; the same question gets the same answer."""
    digest = hashlib.sha256(f"{source}/{number}".encode()).digest()
    return BlockId("".join(_ALPHABET[byte % 32] for byte in digest[:8]))


def photo_data(block: Photo) -> str:
    """All of a photo but its id, caption and credit, as its object character carries it."""
    values: dict[str, Any] = {"photo": block.photo, "alt": block.alt}
    if block.crop is not None:
        crop = block.crop
        values["crop"] = [crop.left, crop.top, crop.right, crop.bottom]
    if block.focal is not None:
        values["focal"] = [block.focal.x, block.focal.y]
    if block.taken is not None:
        values["taken"] = block.taken.isoformat()
    return json.dumps(values)


def photo_from_data(data: str, block_id: BlockId) -> Photo:
    """The photo block, as yet without caption and credit, that `photo_data` described."""
    values = json.loads(data)
    crop, focal = values.get("crop"), values.get("focal")
    return Photo(
        photo=PhotoId(values["photo"]),
        id=block_id,
        alt=values["alt"],
        crop=crop and Crop(left=crop[0], top=crop[1], right=crop[2], bottom=crop[3]),
        focal=focal and FocalPoint(x=focal[0], y=focal[1]),
        taken=date.fromisoformat(values["taken"]) if "taken" in values else None,
    )


def group_at(lines: Sequence[Line], start: int, claim: Claim) -> Grouped:
    """The block that begins with line `start`, boxes with all that they hold."""
    line = lines[start]
    if line.part in FIELDS and line.cell is None:
        return Grouped(None, start + 1)
    if _box_of(line):
        return _box(lines, start, claim)
    return _inner(lines, start, claim)


def table_block(lines: Sequence[Line], start: int) -> Table | None:
    """The table whose first cell is line `start`, whatever box it stands in."""
    block = _table(lines, start, lambda raw, _start, _box: BlockId(raw)).block
    return block if isinstance(block, Table) else None


def _box_of(line: Line) -> str:
    return line.cell.table.box if line.cell is not None else line.head.box


def _box(lines: Sequence[Line], start: int, claim: Claim) -> Grouped:
    box = _box_of(lines[start])
    block_id, index = claim(box, start, True), start
    title: Text = ()
    if lines[start].part is Part.BOX_TITLE:
        title, index = lines[start].text, start + 1
    inner: list[InnerBlock] = []
    while index < len(lines) and _box_of(lines[index]) == box:
        if lines[index].part is Part.BOX_TITLE or lines[index].part in FIELDS:
            break
        block, index = _inner(lines, index, claim)
        if block is not None and not isinstance(block, Box):
            inner.append(block)
    return Grouped(Box(id=block_id, title=title, blocks=tuple(inner)), max(index, start + 1))


def _inner(lines: Sequence[Line], start: int, claim: Claim) -> Grouped:
    line = lines[start]
    if line.cell is not None:
        return _table(lines, start, claim)
    match line.part:
        case Part.PARAGRAPH:
            if line.head.hollow and not line.text:
                return Grouped(None, start + 1)
            return Grouped(
                Paragraph(id=claim(line.head.id, start, False), text=line.text), start + 1
            )
        case Part.HEADING:
            return Grouped(Heading(id=claim(line.head.id, start, False), text=line.text), start + 1)
        case Part.QUOTE:
            return _quote(lines, start, claim)
        case Part.LIST:
            return _list(lines, start, claim)
        case Part.PHOTO if line.photo and not line.text:
            return _photo(lines, start, claim)
        case _:
            return _stray(line, start, claim)


def _stray(line: Line, start: int, claim: Claim) -> Grouped:
    """A line out of place: its words count as a paragraph, empty it is nothing."""
    block = Paragraph(id=claim("", start, False), text=line.text) if line.text else None
    return Grouped(block, start + 1)


def _follows(lines: Sequence[Line], index: int, part: Part, owner: Line) -> bool:
    if index >= len(lines):
        return False
    head = lines[index].head
    return (head.part, head.id, head.box) == (part, owner.head.id, owner.head.box)


def _quote(lines: Sequence[Line], start: int, claim: Claim) -> Grouped:
    quote, end, source = lines[start], start + 1, ""
    if _follows(lines, end, Part.QUOTE_SOURCE, quote):
        source, end = plain(lines[end].text), end + 1
    return Grouped(
        Quote(id=claim(quote.head.id, start, False), text=quote.text, source=source), end
    )


def _photo(lines: Sequence[Line], start: int, claim: Claim) -> Grouped:
    line, end = lines[start], start + 1
    photo = photo_from_data(line.photo, claim(line.head.id, start, False))
    caption: Text = ()
    credit = ""
    if _follows(lines, end, Part.CAPTION, line):
        caption, end = lines[end].text, end + 1
    if _follows(lines, end, Part.CREDIT, line):
        credit, end = plain(lines[end].text), end + 1
    return Grouped(replace(photo, caption=caption, credit=credit), end)


def _list(lines: Sequence[Line], start: int, claim: Claim) -> Grouped:
    first, end = lines[start].head, start
    items: list[ListItem] = []
    while end < len(lines) and _same_list(lines[end], lines[start]):
        deepest = items[-1].level + 1 if items else 0
        level = min(lines[end].head.level, deepest)
        items.append(ListItem(text=lines[end].text, level=level))
        end += 1
    if first.hollow and len(items) == 1 and not items[0].text:
        items = []
    return Grouped(
        ListBlock(id=claim(first.id, start, False), ordered=first.ordered, items=tuple(items)), end
    )


def _same_list(line: Line, first: Line) -> bool:
    head, wanted = line.head, first.head
    return (head.part, head.id, head.box, head.ordered) == (
        Part.LIST,
        wanted.id,
        wanted.box,
        wanted.ordered,
    )


def _table(lines: Sequence[Line], start: int, claim: Claim) -> Grouped:
    first, end = lines[start].cell, start
    if first is None:
        return _stray(lines[start], start, claim)
    cells: dict[tuple[int, int], list[Text]] = {}
    while end < len(lines) and (cell := lines[end].cell) is not None and cell.key == first.key:
        cells.setdefault((cell.row, cell.column), []).append(lines[end].text)
        end += 1
    rows = 1 + max(row for row, _column in cells)
    columns = 1 + max(column for _row, column in cells)
    texts = tuple(
        tuple(_cell_text(cells.get((row, column), [])) for column in range(columns))
        for row in range(rows)
    )
    if first.table.hollow_rows >= 0 and texts == (((),),):
        texts = ((),) * first.table.hollow_rows
    block_id = claim(first.table.id, start, False)
    return Grouped(Table(id=block_id, rows=texts, header=first.table.header), end)


def _cell_text(parts: list[Text]) -> Text:
    if len(parts) < 2:
        return parts[0] if parts else ()
    runs: list[Run] = [*parts[0]]
    for part in parts[1:]:
        runs += (Run(text="\n"), *part)
    return normal(runs)
