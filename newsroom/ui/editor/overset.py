"""Where the slot on the printed page ends: what lies below has no room there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from newsroom.domain.document import plain
from newsroom.domain.ids import BlockId
from newsroom.ui.editor.heads import FIELDS
from newsroom.ui.editor.painting import Shown
from newsroom.ui.editor.stretches import stretches

if TYPE_CHECKING:
    from newsroom.ui.editor.surface import Surface

_BAR, _GAP = 3.0, 6.0


class Overset:
    """Marks overset text of one surface: an amber line where the slot ends, a bar beside it."""

    def __init__(self, sheet: "Surface") -> None:
        self._sheet = sheet
        self._block: BlockId | None = None
        self._offset = 0
        sheet.overlays.append(self)

    def show(self, block: BlockId | None, offset: int = 0) -> None:
        """Text from character `offset` of `block` on has no room; None: all of it has."""
        if (block, offset) != (self._block, self._offset):
            self._block, self._offset = block, offset
            self._sheet.viewport().update()

    @property
    def block(self) -> BlockId | None:
        """The block in which the overset text begins."""
        return self._block

    def paint(self, painter: QPainter, shown: Sequence[Shown]) -> None:
        """Mark the overset lines within view."""
        first = None if self._block is None else self._sheet.reader.line_of(self._block)
        if first is None:
            return
        colour = QColor(self._sheet.tokens.amber)
        for item in shown:
            if item.number < first or item.line.part in FIELDS:
                continue
            top = self._top(item) if item.number == first else item.rect.top()
            left = max(0.0, item.block.layout().position().x() - _GAP - _BAR)
            painter.fillRect(QRectF(left, top, _BAR, item.rect.bottom() - top), colour)
            if item.number == first:
                self._draw_end(painter, left, top, colour)

    def _top(self, item: Shown) -> float:
        """The top of the laid out line in which the overset text begins."""
        words = plain(item.line.text)
        start = min(self._offset, max(0, len(words) - 1))
        found = next(stretches(self._sheet, item.block, words, start, start + 1), None)
        return item.rect.top() if found is None else found.rect.top()

    def _draw_end(self, painter: QPainter, left: float, top: float, colour: QColor) -> None:
        right = float(self._sheet.viewport().width()) - _GAP
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(left, top), QPointF(right, top))
