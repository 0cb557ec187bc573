"""A field with a few values to choose from in a menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from newsroom.ui.theme import Theme
from newsroom.ui.widgets.field_button import FieldButton

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[T]):
    """A value, its words, and the colour of the dot before them (`#RRGGBB`, empty for none)."""

    value: T
    words: str
    dot: str = ""


class ChoiceField(FieldButton, Generic[T]):
    """Shows a choice; the menu is asked for when it opens. `chosen(object)` with the value."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        label: str,
        choices: Callable[[], Sequence[Choice[T]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, label, parent)
        self._choices = choices
        self._current: T | None = None
        self.clicked.connect(self._on_clicked)

    def show_choice(self, choice: Choice[T]) -> None:
        """Show `choice` as the one in force."""
        self._current = choice.value
        self.set_value(choice.words, dot=choice.dot)

    def current(self) -> T | None:
        """The value in force."""
        return self._current

    def menu_of_choices(self) -> QMenu:
        """A menu of the choices; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setMinimumWidth(self.width())
        for choice in self._choices():
            action = QAction(choice.words, menu)
            if choice.dot:
                action.setIcon(dot_icon(choice.dot, self.devicePixelRatioF()))
            elif choice.value == self._current:
                action.setCheckable(True)
                action.setChecked(True)
            # Not by the action's data: Qt keeps a str of a StrEnum, and a str is no status.
            action.triggered.connect(partial(self._choose, choice.value))
            menu.addAction(action)
        return menu

    @Slot()
    def _on_clicked(self) -> None:
        menu = self.menu_of_choices()
        if menu.isEmpty():
            menu.close()
            return
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _choose(self, value: T, checked: bool = False) -> None:
        del checked
        if value != self._current:
            self.chosen.emit(value)


def dot_icon(colour: str, ratio: float = 1.0) -> QIcon:
    """A dot of 8 px in the middle of an icon of 16 px."""
    picture = QPixmap(round(16 * ratio), round(16 * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(4, 4, 8, 8)
    painter.end()
    return QIcon(picture)
