"""A few choices side by side, one of them taken: Web | Print page, Phone | Desktop."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QWidget,
)

from newsroom.ui.theme import set_kind


class Segmented(QFrame):
    """`chosen(str)` is sent with the key of the choice that the person takes."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`choices` are (key, words); the first one is taken."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        for key, words in choices:
            layout.addWidget(self._add(key, words))
        set_kind(self, "segmented")
        self._group.buttonClicked.connect(self._clicked)
        if choices:
            self.set_current(choices[0][0])

    def _add(self, key: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_kind(button, "segment")
        self._group.addButton(button)
        self._buttons[key] = button
        return button

    def set_words(self, choices: Sequence[tuple[str, str]]) -> None:
        """Take other words for the same keys, as when the language changes."""
        for key, words in choices:
            self._buttons[key].setText(words)

    def set_current(self, key: str) -> None:
        """Take a choice without telling anyone."""
        self._buttons[key].setChecked(True)

    def current(self) -> str:
        """The key of the choice taken."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    @Slot(QAbstractButton)
    def _clicked(self) -> None:
        self.chosen.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → take the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        keys = list(self._buttons)
        place = keys.index(self.current()) + step if self.current() else 0
        if step and 0 <= place < len(keys):
            self._buttons[keys[place]].setFocus()
            self._buttons[keys[place]].click()
            return
        super().keyPressEvent(event)
