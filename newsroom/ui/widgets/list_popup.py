"""A small list over a widget: choose with ↑ ↓ and Enter or a click, Esc closes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.popups import Popup

_WIDTH, _MOST_ROWS, _ROW, _ICON, _EDGE = 420, 14, 28, 16, 8
_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A line of the list. `current` marks where the person is now."""

    id: str
    words: str
    icon: QIcon | None = None
    current: bool = False


class ListPopup(Popup):
    """`chosen(id)` with what was chosen; `removed(id)` when Delete was pressed on a line."""

    chosen = Signal(str)
    removed = Signal(str)

    def __init__(
        self, *, title: str, choices: Sequence[Choice], empty: str, hint: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(_ICON, _ICON))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        heading, foot = QLabel(title), QLabel(hint if choices else empty)
        set_kind(heading, "label")
        set_kind(foot, "hint")
        foot.setWordWrap(True)
        set_kind(self.list, "popup")
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        for part in (heading, self.list, foot):
            layout.addWidget(part)
        self._fill(choices)
        self.list.itemClicked.connect(self._take)
        self.list.installEventFilter(self)
        self.setFixedWidth(_WIDTH)

    def _fill(self, choices: Sequence[Choice]) -> None:
        blank = QPixmap(_ICON, _ICON)
        blank.fill(Qt.GlobalColor.transparent)
        pictured = any(choice.icon is not None for choice in choices)
        for choice in choices:
            item = QListWidgetItem(choice.words)
            item.setData(_ID, choice.id)
            if pictured:  # words begin at the same place, with a picture and without
                item.setIcon(choice.icon or QIcon(blank))
            self.list.addItem(item)
            if choice.current or self.list.currentItem() is None:
                self.list.setCurrentItem(item)
        self.list.setVisible(bool(choices))
        self.list.setFixedHeight(min(len(choices), _MOST_ROWS) * _ROW + 10)

    def open_over(self, widget: QWidget) -> None:
        """Show in the upper middle of `widget`, within its window, with the keyboard's focus."""
        self.adjustSize()
        place = widget.mapTo(widget.window(), QPoint((widget.width() - self.width()) // 2, 24))
        room = widget.window().width() - self.width() - _EDGE
        place.setX(max(_EDGE, min(place.x(), room)))
        self.move(widget.window().mapToGlobal(place))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            chosen = str(item.data(_ID))
            self.close()
            self.chosen.emit(chosen)

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.takeItem(self.list.row(item))
            self.removed.emit(str(item.data(_ID)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the line, Delete removes it, Esc closes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._take(self.list.currentItem())
                    return True
                case Qt.Key.Key_Delete:
                    self._remove()
                    return True
                case Qt.Key.Key_Escape:
                    self.close()
                    return True
        return super().eventFilter(watched, event)
