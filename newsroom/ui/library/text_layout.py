"""A few lines of text laid out once: broken, elided, with the hits of a search to mark."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from newsroom.ui.models.rows import Spans

_LONGEST = 400
_ONE_LINE = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"), " ")


@dataclass(frozen=True, slots=True)
class Lines:
    """Laid-out text; `marks` are the rectangles of the hits, relative to its top left corner."""

    layout: QTextLayout
    marks: tuple[QRectF, ...]
    count: int

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Draw the text in the painter's pen."""
        for number in range(self.count):
            self.layout.lineAt(number).draw(painter, at)


def lay_out(
    text: str, hits: Spans, *, font: QFont, width: float, line_height: float, most: int
) -> Lines:
    """`text` in at most `most` lines of `width` pixels, the last one elided where it must be.

    Lines stand `line_height` pixels apart whatever the font says. Only as much of a long text is
    looked at as could ever be shown.
    """
    words = text[:_LONGEST].translate(_ONE_LINE)
    layout = _broken(words, font, width, line_height)
    if layout.lineCount() > most:
        words = _elided(words, layout, font, width, most)
        layout = _broken(words, font, width, line_height)
    count = min(layout.lineCount(), most)
    marks = tuple(
        rect
        for start, end in hits
        for rect in _mark_rects(
            layout, _units(words, start), _units(words, end), count, line_height
        )
    )
    return Lines(layout, marks, count)


def _broken(text: str, font: QFont, width: float, line_height: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (line_height - line.height()) / 2))
        top += line_height
        line = layout.createLine()
    layout.endLayout()
    return layout


def _elided(text: str, layout: QTextLayout, font: QFont, width: float, most: int) -> str:
    units = layout.lineAt(most - 1).textStart() * 2
    encoded = text.encode("utf-16-le", "surrogatepass")
    rest = encoded[units:].decode("utf-16-le", "replace")
    shown = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width - 1)
    return encoded[:units].decode("utf-16-le", "replace") + shown


def _mark_rects(
    layout: QTextLayout, start: int, end: int, lines: int, line_height: float
) -> list[QRectF]:
    rects = []
    for number in range(lines):
        line: QTextLine = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line, first), _x(line, last)
            rects.append(
                QRectF(left - 1, number * line_height + 1, right - left + 2, line_height - 2)
            )
    return rects


def _units(text: str, offset: int) -> int:
    """Qt counts in UTF-16; Python in characters."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def _x(line: QTextLine, position: int) -> float:
    """Qt answers with the place and the position it looked at; the stub knows neither."""
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)
