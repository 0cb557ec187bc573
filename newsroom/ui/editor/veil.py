"""Focus mode's veil: every block but the one with the caret steps back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from newsroom.ui.editor.geometry import PAGE_TOP
from newsroom.ui.editor.painting import Shown

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet

_STRENGTH = 0.62
"""How much of the page's colour lies over the text: it can still be read, but does not call."""


class Veil:
    """Lies over one sheet while it is drawn."""

    def __init__(self, sheet: "Sheet") -> None:
        self._sheet = sheet
        self.drawn = False
        sheet.overlays.append(self)

    def draw(self, on: bool) -> None:
        """Lay the veil over the sheet, or take it away."""
        self.drawn = on
        self._sheet.viewport().update()

    def paint(self, painter: QPainter, shown: Sequence[Shown]) -> None:
        """Above and below the block with the caret."""
        if not self.drawn:
            return
        view = QRectF(self._sheet.viewport().rect())
        view.setTop(max(0, PAGE_TOP + 1 - self._sheet.verticalScrollBar().value()))
        colour = QColor(self._sheet.tokens.sheet)
        colour.setAlphaF(_STRENGTH)
        top, bottom = self._clear(shown)
        for first, last in ((view.top(), top), (bottom, view.bottom() + 1)):
            if last > first:
                painter.fillRect(QRectF(view.left(), first, view.width(), last - first), colour)

    def _clear(self, shown: Sequence[Shown]) -> tuple[float, float]:
        """Top and bottom of the block with the caret, in the viewport."""
        start, end = self._sheet.reader.group_of(self._sheet.caret_line())
        rects = [item.rect for item in shown if start <= item.number < end]
        if rects:
            return min(rect.top() for rect in rects), max(rect.bottom() for rect in rects)
        above = bool(shown) and shown[-1].number < start
        edge = float(self._sheet.viewport().height() + 1) if above else 0.0
        return edge, edge
