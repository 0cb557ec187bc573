"""A photo on the sheet under the mouse: opened by a double click, moved by dragging."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBasicTimer, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication

from newsroom.domain.ids import BlockId
from newsroom.ui.editor.heads import TOP_FIELDS, Part
from newsroom.ui.editor.structure import body_end

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet

_EDGE, _SCROLL = 36, 18
"""Pixels from the top or bottom of the view within which dragging scrolls, and how far at once."""
_TICK_MS = 30
"""A mouse that is held still at the edge scrolls on so often."""


class PhotoDrag:
    """Watches the mouse of one sheet; each method says whether the event was its own.

    While a photo is dragged a line shows between which blocks it would stand.
    """

    def __init__(self, sheet: "Sheet") -> None:
        self._sheet = sheet
        self._held: BlockId | None = None
        self._from = QPointF()
        self._target: int | None = None
        self._y = 0.0
        self._timer = QBasicTimer()

    @property
    def under_way(self) -> bool:
        """Whether a photo is being dragged right now."""
        return self._target is not None

    def photo_at(self, point: QPointF) -> BlockId | None:
        """The id of the photo whose picture is at a point of the viewport."""
        sheet = self._sheet
        number = sheet.cursorForPosition(point.toPoint()).blockNumber()
        line = sheet.reader.lines[number]
        if line.part is not Part.PHOTO or line.cell is not None:
            return None
        shown = self._rect(sheet.document().findBlockByNumber(number))
        return BlockId(line.head.id) if shown.top() <= point.y() <= shown.bottom() else None

    def press(self, event: QMouseEvent) -> bool:
        """Take hold of a picture; the caret goes to it."""
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        self._held = self.photo_at(event.position()) if plain else None
        self._from, self._target = event.position(), None
        if self._held is None or self._sheet.isReadOnly():
            return False
        self._sheet.setFocus(Qt.FocusReason.MouseFocusReason)
        self._sheet.setTextCursor(self._sheet.cursorForPosition(event.position().toPoint()))
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Drag the picture that is held, if any."""
        if self._held is None:
            return False
        far = QLineF(self._from, event.position()).length() >= QApplication.startDragDistance()
        if far or self._target is not None:
            self._sheet.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._y = event.position().y()
            self._drag()
        return True

    def tick(self, timer: int) -> bool:
        """Scroll on; `timer` is the number of the one that rang."""
        if timer != self._timer.timerId():
            return False
        self._drag()
        return True

    def _drag(self) -> None:
        if self._scroll(self._y):
            if not self._timer.isActive():
                self._timer.start(_TICK_MS, self._sheet)
        else:
            self._timer.stop()
        self._target = self._nearest(self._y)
        self._sheet.viewport().update()

    def release(self) -> bool:
        """Put the picture down where the line shows."""
        held, target = self._held, self._target
        self.cancel()
        if held is not None and target is not None:
            self._sheet.commands.move_photo_to(held, target)
        return held is not None

    def cancel(self) -> bool:
        """Forget what is held; says whether anything was being dragged."""
        dragged = self._target is not None
        self._held = self._target = None
        self._timer.stop()
        if dragged:
            self._sheet.viewport().setCursor(Qt.CursorShape.IBeamCursor)
            self._sheet.viewport().update()
        return dragged

    def cancelled_by(self, event: QKeyEvent) -> bool:
        """Escape puts the picture back."""
        return event.key() == Qt.Key.Key_Escape and self.cancel()

    def _scroll(self, y: float) -> bool:
        """Scroll where `y` is near an edge; says whether there may be more to see."""
        bar, height = self._sheet.verticalScrollBar(), self._sheet.viewport().height()
        step = -_SCROLL if y < _EDGE else _SCROLL if y > height - _EDGE else 0
        before = bar.value()
        bar.setValue(before + step)
        return bar.value() != before

    def _nearest(self, y: float) -> int:
        """The first line of the block that the photo would stand before."""
        sheet = self._sheet
        at = QTextCursor(sheet.cursorForPosition(QPointF(sheet.column.left, y).toPoint()))
        last = body_end(sheet.reader.lines)
        number = min(max(at.blockNumber(), len(TOP_FIELDS)), last - 1)
        start, end = sheet.reader.group_of(number)
        top = self._rect(sheet.document().findBlockByNumber(start)).top()
        bottom = self._rect(sheet.document().findBlockByNumber(end - 1)).bottom()
        return min(end, last) if y > (top + bottom) / 2 else start

    def _rect(self, block: QTextBlock) -> QRectF:
        layout = self._sheet.document().documentLayout()
        offset = self._sheet.verticalScrollBar().value()
        return layout.blockBoundingRect(block).translated(0, -offset)

    def paint(self, painter: QPainter) -> None:
        """The line where the photo would go."""
        if self._target is None:
            return
        sheet = self._sheet
        top = self._rect(sheet.document().findBlockByNumber(self._target)).top()
        painter.setPen(QPen(QColor(sheet.tokens.accent), 3))
        left, right = sheet.column.left, sheet.column.left + sheet.column.width
        painter.drawLine(QPointF(left, top), QPointF(right, top))
