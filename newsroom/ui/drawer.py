"""A pane that comes out over the sheet from the window's edge, where there is no room beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from newsroom.ui.theme import set_kind


class Drawer(QFrame):
    """At the left edge of its parent, or with `right` at the right; `escaped()` with Esc."""

    escaped = Signal()

    def __init__(self, width: int, parent: QWidget, *, right: bool = False) -> None:
        super().__init__(parent)
        self._wanted, self._right = width, right
        self._inner = QVBoxLayout(self)
        self._inner.setContentsMargins(int(right), 0, int(not right), 0)
        set_kind(self, "drawer", edge="right" if right else "left")
        self.hide()

    def take(self, pane: QWidget) -> None:
        """Hold `pane`."""
        self._inner.addWidget(pane)

    def place(self, room: QWidget) -> None:
        """Stand at the edge of `room`, as wide as wanted and possible."""
        width = min(self._wanted, room.width())
        self.setGeometry(room.width() - width if self._right else 0, 0, width, room.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody within wanted."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
