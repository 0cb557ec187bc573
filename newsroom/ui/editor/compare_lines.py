"""How the lines of a comparison are set: which head a line has, which words explain it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsroom.domain.diff import BlockDiff, TextDiff, WordChange, line_changed
from newsroom.domain.diff_lines import LineDiff, LineKind
from newsroom.domain.diff_words import Change
from newsroom.domain.ids import BlockId
from newsroom.domain.restoring import Field
from newsroom.i18n import _, ngettext
from newsroom.ui.editor.heads import Head, Part

_LONG, _AROUND = 120, 3
"""From how many blocks on unchanged ones are folded, and how many stay around a change."""

_PARTS = {
    LineKind.ALT: Part.CAPTION,
    LineKind.ROW: Part.CELL,
}


class Origin(NamedTuple):
    """What a stretch of lines is in the article, so that it can be brought back."""

    field: Field | None = None
    old: BlockId | None = None
    new: BlockId | None = None


class Shown(NamedTuple):
    """A line to write; `origin` is None when nothing changed there."""

    head: Head
    diff: LineDiff | None
    label: str = ""
    origin: Origin | None = None


class Comparison(NamedTuple):
    """The lines that show what became of a text, and how much did; made off the GUI thread."""

    lines: Sequence[Shown]
    words: WordChange

    @classmethod
    def of(cls, diff: TextDiff) -> "Comparison":
        """How `diff` is shown."""
        return cls(tuple(shown_lines(diff)), diff.words())


def shown_lines(diff: TextDiff) -> Iterator[Shown]:
    """The lines of the comparison in reading order, long unchanged stretches folded."""
    yield from (line for part in diff.top for line in _field(part))
    folded = len(diff.blocks) > _LONG
    run: list[tuple[int, BlockDiff]] = []
    for number, block in enumerate(diff.blocks):
        if folded and not block.changed:
            run.append((number, block))
            continue
        yield from _unchanged(run, open_start=number == len(run))
        run = []
        yield from _block(number, block)
    yield from _unchanged(run, open_start=len(run) == len(diff.blocks), open_end=True)
    yield from (line for part in diff.bottom for line in _field(part))


def _field(diff: LineDiff) -> Iterator[Shown]:
    if diff.pieces:
        kind = diff.line.kind.value
        origin = Origin(field=Field(kind)) if line_changed(diff) else None
        yield Shown(Head(Part(kind)), diff, origin=origin)


def _unchanged(
    run: Sequence[tuple[int, BlockDiff]], *, open_start: bool, open_end: bool = False
) -> Iterator[Shown]:
    """The blocks next to a change, and a line for those in between."""
    first = 0 if open_start else _AROUND
    last = 0 if open_end else _AROUND
    hidden = len(run) - first - last
    if hidden < 2:
        first, hidden = len(run), 0
    for number, block in run[:first]:
        yield from _block(number, block)
    if hidden:
        words = ngettext("{count} paragraph unchanged", "{count} paragraphs unchanged", hidden)
        yield Shown(Head(Part.CAPTION), None, label=f"⋯ {words.format(count=hidden)} ⋯")
    for number, block in run[first + hidden :]:
        yield from _block(number, block)


def _block(number: int, block: BlockDiff) -> Iterator[Shown]:
    origin = _origin(block) if block.changed else None
    lines = [line for line in block.lines if _worth_showing(line)]
    for place, line in enumerate(lines):
        label = _("↕ moved") if block.moved and place == 0 else _label(line)
        yield Shown(_head(number, line, edge=place == len(lines) - 1), line, label, origin)


def _origin(block: BlockDiff) -> Origin:
    return Origin(
        old=None if block.old is None else block.old.id,
        new=None if block.new is None else block.new.id,
    )


def _worth_showing(diff: LineDiff) -> bool:
    match diff.line.kind:
        case LineKind.PHOTO | LineKind.PARAGRAPH:
            return True
        case LineKind.ALT:
            return line_changed(diff)
        case _:
            return bool(diff.pieces)


def _label(diff: LineDiff) -> str:
    """What words alone do not show: a photo that came, went or was exchanged; an alt text."""
    match diff.line.kind, diff.change:
        case LineKind.ALT, _:
            return _("Alt text:")
        case LineKind.PHOTO, Change.ADDED:
            return _("+ photo added")
        case LineKind.PHOTO, Change.REMOVED:
            return _("− photo removed")
        case LineKind.PHOTO, Change.RESTYLED:
            return _("≠ other photo or crop")
        case _, Change.RESTYLED:
            return _("≠ other level")
        case _:
            return ""


def _head(number: int, diff: LineDiff, *, edge: bool) -> Head:
    line = diff.line
    part = _PARTS.get(line.kind) or Part(line.kind.value)
    block_id = f"{number}"
    box = block_id if line.boxed else ""
    return Head(part, block_id, box, line.level, line.ordered, edge=bool(box) and edge)
