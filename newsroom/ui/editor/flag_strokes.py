"""What a mark looks like: a wave for an error, dots for the rest, drawn once and then laid in rows.

A wave drawn point by point under each word took as long as the text over it.
"""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from newsroom.ui.tokens import Tokens

_WAVE, _DROP, _STROKE = 2.0, 2.5, 1.25
"""Half a wave's length, how far below the base line a mark runs, how thick it is, at 100 %."""
_PERIODS = 8
"""So many in one picture: their common width comes near to whole pixels at every zoom."""


class Flag(StrEnum):
    """How a stretch of text is marked."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Look(NamedTuple):
    """All that a mark's picture depends on; `ratio` is the screen's pixels for one of ours."""

    tokens: Tokens
    zoom: float
    ratio: float


class FlagStrokes:
    """The pictures of one surface's marks, drawn anew when it looks different."""

    def __init__(self) -> None:
        self._look: Look | None = None
        self._pictures: dict[Flag, QPixmap] = {}

    def picture(self, flag: Flag, look: Look) -> QPixmap:
        """A row of waves or dots, to be repeated to the right."""
        if look != self._look:
            self._look = look
            self._pictures = {each: _picture(each, look) for each in Flag}
        return self._pictures[flag]


def below(base: float, zoom: float) -> float:
    """The top of a mark's picture under text with this base line."""
    return base + (_DROP - 0.5) * zoom - _STROKE * zoom


def height(zoom: float) -> int:
    """How high a mark is."""
    return max(1, round((_WAVE + 2 * _STROKE) * zoom))


def _picture(flag: Flag, look: Look) -> QPixmap:
    step, stroke = _WAVE * look.zoom, _STROKE * look.zoom
    width = max(1, round(2 * step * _PERIODS * look.ratio))
    picture = QPixmap(width, max(1, round(height(look.zoom) * look.ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(width / (2 * step * _PERIODS), look.ratio)
    if flag is Flag.ERROR:
        painter.setPen(QPen(QColor(look.tokens.accent), stroke))
        painter.drawPolyline(_wave(step, stroke + step))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.amber if flag is Flag.WARNING else look.tokens.blue))
        _dots(painter, step, stroke)
    painter.end()
    picture.setDevicePixelRatio(look.ratio)
    return picture


def _wave(step: float, low: float) -> QPolygonF:
    """It begins before the picture and ends after it, so that pictures join."""
    numbers = range(-2, 2 * _PERIODS + 3)
    return QPolygonF([QPointF(n * step, low - (n % 2) * step) for n in numbers])


def _dots(painter: QPainter, step: float, stroke: float) -> None:
    size = 1.6 * stroke
    for number in range(_PERIODS):
        painter.drawEllipse(QRectF(2 * step * number, stroke + (step - size) / 2, size, size))
