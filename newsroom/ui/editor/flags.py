"""The proofreader's marks under the text: painted only where they are in view.

They are no part of the document nor of its layout, so new findings cost no more than painting, and
a paragraph that is being written keeps the marks of the words that stay.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock

from newsroom.domain.document import plain
from newsroom.domain.finding import common_ends
from newsroom.ui.editor.painting import Shown
from newsroom.ui.editor.places import lines_of, place_of
from newsroom.ui.editor.stretches import Stretch, stretches

if TYPE_CHECKING:
    from newsroom.ui.editor.surface import Surface

_WAVE, _DROP, _STROKE = 2.0, 2.5, 1.25
"""Half a wave's length, how far below the base line a mark runs, how thick it is, at 100 %."""


class Flag(StrEnum):
    """How a stretch of text is marked."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


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


class FlagMarks:
    """The marks of one surface."""

    def __init__(self, sheet: "Surface") -> None:
        self._sheet = sheet
        self._known: dict[tuple[str, int], _Known] = {}

    def show(self, flags: Mapping[tuple[str, int], Sequence[Flagged]]) -> None:
        """Mark these stretches and no others; keys are `Place.block` and `Place.text`."""
        reader = self._sheet.reader
        self._known = {
            key: _Known(plain(reader.lines[number].text), flags[key])
            for key, number in lines_of(reader, flags)
        }
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
        pens = {flag: self._pen(flag, self._sheet.zoom) for flag in Flag}
        for item in shown:
            for flagged in self.at(item.number):
                painter.setPen(pens[flagged.flag])
                self._mark(painter, item.block, plain(item.line.text), flagged)

    def _mark(self, painter: QPainter, block: QTextBlock, words: str, flagged: Flagged) -> None:
        zoom = self._sheet.zoom
        for stretch in stretches(self._sheet, block, words, flagged.start, flagged.end):
            if flagged.flag is Flag.ERROR:
                painter.drawPolyline(_wave(stretch, zoom))
            else:
                y = stretch.base + (_DROP + 1) * zoom
                painter.drawLine(QPointF(stretch.rect.left(), y), QPointF(stretch.rect.right(), y))

    def _pen(self, flag: Flag, zoom: float) -> QPen:
        tokens = self._sheet.tokens
        match flag:
            case Flag.ERROR:
                return QPen(QColor(tokens.accent), _STROKE * zoom)
            case Flag.WARNING:
                colour = tokens.amber
            case Flag.HINT:
                colour = tokens.blue
        pen = QPen(QColor(colour), 1.6 * _STROKE * zoom)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
        return pen


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


def _wave(stretch: Stretch, zoom: float) -> QPolygonF:
    step, low = _WAVE * zoom, stretch.base + (_DROP + 1.5) * zoom
    count = max(2, round(stretch.rect.width() / step) + 1)
    points = [
        QPointF(stretch.rect.left() + number * step, low - (number % 2) * step)
        for number in range(count)
    ]
    return QPolygonF(points)
