"""The order that lines must keep, as rules that name the first fault and how to mend it.

Whatever an edit did (a selection deleted across fields, text dragged elsewhere), mending fault
after fault brings the sheet back into shape within the same undo step. Pure, no window needed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.domain.ids import new_block_id
from newsroom.ui.editor.heads import CELLS, FIELDS, TOP_FIELDS, Head, Part
from newsroom.ui.editor.lines import Line


@dataclass(frozen=True, slots=True)
class Reformat:
    """Give a line another head."""

    line: int
    head: Head


@dataclass(frozen=True, slots=True)
class InsertBefore:
    """Put an empty line before a line."""

    line: int
    head: Head


@dataclass(frozen=True, slots=True)
class InsertAfter:
    """Put an empty line after a line."""

    line: int
    head: Head


@dataclass(frozen=True, slots=True)
class Remove:
    """Take an empty line away."""

    line: int


@dataclass(frozen=True, slots=True)
class SplitPhoto:
    """Move the words beside a picture into a line of their own."""

    line: int


Mend = Reformat | InsertBefore | InsertAfter | Remove | SplitPhoto


_OWNERS = {
    Part.CAPTION: Part.PHOTO,
    Part.CREDIT: Part.CAPTION,
    Part.QUOTE_SOURCE: Part.QUOTE,
}
"""Lines that must follow another, and which."""


def first_mend(lines: Sequence[Line]) -> Mend | None:
    """What to do about the first fault, None when the sheet is in order."""
    return next(_mends(lines), None)


def _mends(lines: Sequence[Line]) -> Iterator[Mend]:
    yield from _top_fields(lines)
    yield from _bottom(lines)
    end = body_end(lines)
    if end == len(TOP_FIELDS):
        yield InsertBefore(end, _paragraph()._replace(hollow=True))
    for index in range(len(TOP_FIELDS), end):
        mend = _body_line(lines, index)
        if mend is not None:
            yield mend


def _top_fields(lines: Sequence[Line]) -> Iterator[Mend]:
    for index, part in enumerate(TOP_FIELDS):
        if index >= len(lines):
            yield InsertAfter(index - 1, Head(part))
        elif lines[index].part is not part or lines[index].cell is not None:
            yield InsertBefore(index, Head(part))


def _bottom(lines: Sequence[Line]) -> Iterator[Mend]:
    last = lines[-1]
    if last.part is not Part.BYLINE or last.cell is not None:
        yield InsertAfter(len(lines) - 1, Head(Part.BYLINE))


def body_end(lines: Sequence[Line]) -> int:
    """The index after the last line of the body."""
    end = len(lines)
    while end > len(TOP_FIELDS) and lines[end - 1].part is Part.BYLINE:
        end -= 1
    return end


def _body_line(lines: Sequence[Line], index: int) -> Mend | None:
    line = lines[index]
    if line.cell is not None:
        return None if line.part in CELLS else Reformat(index, Head(Part.CELL))
    match line.part:
        case part if part in FIELDS or part in CELLS:
            return Reformat(index, _paragraph())
        case Part.PHOTO:
            return _photo(lines, index) or _edge(lines, index)
        case part if part in _OWNERS:
            owner = lines[index - 1]
            if owner.part is _OWNERS[part] and _together(owner, line):
                return _edge(lines, index)
            return _orphan(lines, index)
        case Part.FILLER:
            return _filler(lines, index)
        case _:
            return _edge(lines, index)


def _together(owner: Line, line: Line) -> bool:
    return owner.cell is None and (owner.head.id, owner.head.box) == (line.head.id, line.head.box)


def _photo(lines: Sequence[Line], index: int) -> Mend | None:
    line = lines[index]
    if not line.photo:
        return _orphan(lines, index)
    if line.text:
        return SplitPhoto(index)
    for offset, part in ((1, Part.CAPTION), (2, Part.CREDIT)):
        after = lines[index + offset]
        if after.part is not part or not _together(line, after):
            return InsertAfter(index + offset - 1, Head(part, line.head.id, line.head.box))
    return None


def _orphan(lines: Sequence[Line], index: int) -> Mend:
    """A line out of place: words become a paragraph, an empty line goes if it can."""
    line = lines[index]
    if line.text:
        return Reformat(index, _paragraph(line.head.box))
    if _only_line(lines, index):
        return Reformat(index, _paragraph()._replace(hollow=True))
    if lines[index - 1].cell is not None and lines[index + 1].cell is not None:
        return Reformat(index, Head(Part.FILLER, box=line.head.box))
    return Remove(index)


def _only_line(lines: Sequence[Line], index: int) -> bool:
    return index == len(TOP_FIELDS) and body_end(lines) == index + 1


def _filler(lines: Sequence[Line], index: int) -> Mend | None:
    between = lines[index - 1].cell is not None and lines[index + 1].cell is not None
    if lines[index].text:
        return Reformat(index, _paragraph(lines[index].head.box))
    return None if between else _orphan(lines, index)


def _paragraph(box: str = "") -> Head:
    return Head(Part.PARAGRAPH, new_block_id(), box)


def box_of(line: Line) -> str:
    """The id of the box a line stands in, empty outside of boxes."""
    return line.cell.table.box if line.cell is not None else line.head.box


def _edge(lines: Sequence[Line], index: int) -> Mend | None:
    head = lines[index].head
    after = lines[index + 1]
    ends = box_of(after) != head.box or after.part is Part.BOX_TITLE
    edge = bool(head.box) and ends
    return None if head.edge == edge else Reformat(index, head._replace(edge=edge))
