"""Choosing how large a new table is, by mouse or arrow keys."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from newsroom.i18n import _
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens

ROWS, COLUMNS = 8, 8
_CELL, _GAP, _PAD, _WORDS = 22, 3, 12, 30


class TablePicker(QFrame):
    """A grid that pops up; `chosen(rows, columns)` when a size was taken."""

    chosen = Signal(int, int)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        set_kind(self, "popup")
        self.tokens = tokens
        self._rows = self._columns = 3
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        side = _CELL + _GAP
        return QSize(COLUMNS * side - _GAP + 2 * _PAD, ROWS * side - _GAP + _WORDS + 2 * _PAD)

    def pop_up(self, place: QPoint) -> None:
        """Show the grid with its top left corner at `place` of the screen, as far as it fits."""
        self._take(3, 3)
        room = self.screen().availableGeometry()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.setFocus()

    def words(self) -> str:
        """The size that would be taken now."""
        return _("{rows} rows × {columns} columns").format(rows=self._rows, columns=self._columns)

    def _take(self, rows: int, columns: int) -> None:
        self._rows = max(1, min(rows, ROWS))
        self._columns = max(1, min(columns, COLUMNS))
        self.setAccessibleName(_("Size of the table"))
        self.setAccessibleDescription(self.words())
        self.update()

    def _choose(self) -> None:
        self.close()
        self.chosen.emit(self._rows, self._columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Right:
                self._take(self._rows, self._columns + 1)
            case Qt.Key.Key_Left:
                self._take(self._rows, self._columns - 1)
            case Qt.Key.Key_Down:
                self._take(self._rows + 1, self._columns)
            case Qt.Key.Key_Up:
                self._take(self._rows - 1, self._columns)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._choose()
            case _:
                super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint() - QPoint(_PAD, _PAD)
        side = _CELL + _GAP
        self._take(place.y() // side + 1, place.x() // side + 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._choose()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = _CELL + _GAP
        for row in range(ROWS):
            for column in range(COLUMNS):
                taken = row < self._rows and column < self._columns
                cell = QRect(_PAD + column * side, _PAD + row * side, _CELL - 1, _CELL - 1)
                painter.setPen(QColor(self.tokens.accent if taken else self.tokens.strong_line))
                painter.setBrush(QColor(self.tokens.accent_tint if taken else self.tokens.sheet))
                painter.drawRect(cell)
        painter.setPen(QColor(self.tokens.ink1))
        line = QRect(0, self.height() - _WORDS - _PAD // 2, self.width(), _WORDS)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.words())
        painter.end()
