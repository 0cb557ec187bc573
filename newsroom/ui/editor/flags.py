"""The proofreader's marks under the text: painted only where they are in view.

They are no part of the document nor of its layout, so new findings cost no more than painting, and
a paragraph that is being written keeps the marks of the words that stay.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from newsroom.domain.document import plain
from newsroom.domain.finding import common_ends
from newsroom.ui.editor.flag_strokes import Flag, FlagStrokes, Look, below, height
from newsroom.ui.editor.lines import Line
from newsroom.ui.editor.painting import Shown
from newsroom.ui.editor.places import lines_of, place_of
from newsroom.ui.editor.stretches import stretches

if TYPE_CHECKING:
    from newsroom.ui.editor.surface import Surface

_MOST_PLACED = 400
"""Far more lines than there are in view."""


@dataclass(frozen=True, slots=True)
class Flagged:
    """A stretch of a line's text, in characters (not UTF-16 units), and how it is marked."""

    start: int
    end: int
    flag: Flag


class _Known(NamedTuple):
    """The marks of a text, and how it read when it got them."""

    words: str
    flags: Sequence[Flagged]


class _Setting(NamedTuple):
    """What decides where the words of a line stand."""

    width: float
    zoom: float
    composed: str


class _Placed(NamedTuple):
    """Where the marks of a line run, from the top of the line's text."""

    line: Line
    setting: _Setting
    marks: list[tuple[Flag, QRect]]


class FlagMarks:
    """The marks of one surface."""

    def __init__(self, sheet: "Surface") -> None:
        self._sheet = sheet
        self._known: dict[tuple[str, int], _Known] = {}
        self._placed: dict[int, _Placed] = {}
        self._strokes = FlagStrokes()

    def show(self, flags: Mapping[tuple[str, int], Sequence[Flagged]]) -> None:
        """Mark these stretches and no others; keys are `Place.block` and `Place.text`."""
        reader = self._sheet.reader
        self._known = {
            key: _Known(plain(reader.lines[number].text), flags[key])
            for key, number in lines_of(reader, flags)
        }
        self._placed.clear()
        self._sheet.viewport().update()

    def at(self, number: int) -> list[Flagged]:
        """The marks of line `number` where they are now."""
        place = place_of(self._sheet.reader, number) if self._known else None
        known = self._known.get((place.block, place.text)) if place is not None else None
        if known is None:
            return []
        return list(_moved(known, plain(self._sheet.reader.lines[number].text)))

    def paint(self, painter: QPainter, shown: Sequence[Shown]) -> None:
        """Underline what is marked in the lines in view."""
        if not self._known:
            return
        sheet = self._sheet
        look = Look(sheet.tokens, sheet.zoom, sheet.viewport().devicePixelRatioF())
        for item in shown:
            top = round(item.rect.top())
            for flag, place in self._placed_in(item):
                picture = self._strokes.picture(flag, look)
                painter.drawTiledPixmap(place.translated(0, top), picture)

    def _placed_in(self, item: Shown) -> Sequence[tuple[Flag, QRect]]:
        """The marks of a line, placed anew only when it was written in or laid out otherwise."""
        width, zoom = item.rect.width(), self._sheet.zoom
        setting = _Setting(width, zoom, item.block.layout().preeditAreaText())
        placed = self._placed.get(id(item.line))
        if placed is None or placed.line is not item.line or placed.setting != setting:
            if len(self._placed) > _MOST_PLACED:
                self._placed.clear()
            placed = _Placed(item.line, setting, list(self._places(item)))
            self._placed[id(item.line)] = placed
        return placed.marks

    def _places(self, item: Shown) -> Iterable[tuple[Flag, QRect]]:
        words, zoom = plain(item.line.text), self._sheet.zoom
        for flagged in self.at(item.number):
            for rect, base in stretches(self._sheet, item.block, words, flagged.start, flagged.end):
                top = round(below(base, zoom) - item.rect.top())
                yield (
                    flagged.flag,
                    QRect(round(rect.left()), top, round(rect.width()), height(zoom)),
                )


def _moved(known: _Known, words: str) -> Iterable[Flagged]:
    """The marks of what an edit left alone; those of words that were changed are gone."""
    if words == known.words:
        yield from known.flags
        return
    before, after = common_ends(known.words, words)
    by, rest = len(words) - len(known.words), len(known.words) - after
    for flagged in known.flags:
        if flagged.end <= before:
            yield flagged
        elif flagged.start >= rest:
            yield Flagged(flagged.start + by, flagged.end + by, flagged.flag)
