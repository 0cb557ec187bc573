"""A message above the sheet with words that lead on."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.banner import Tone, tone_picture

Action = tuple[str, Callable[[], None]]
"""The word on a button (translated) and what it does; the message closes first."""


class Notice(QFrame):
    """Hidden until `say`; unlike `widgets.banner` it offers several ways on and no way around.

    `moved`: it takes another room, or none.
    """

    moved = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._tone = Tone.INFO
        self._picture = QLabel()
        self._words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._buttons: list[QPushButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 6, 8, 6)
        self._layout.setSpacing(10)
        self._layout.addWidget(self._picture)
        self._layout.addWidget(self._words, 1)
        self.hide()

    def say(self, words: str, tone: Tone, actions: Sequence[Action]) -> None:
        """Show `words` with a button for each action."""
        self._clear()
        self._tone = tone
        self._words.setText(words)
        self.setAccessibleName(words)
        for word, action in actions:
            button = QPushButton(word)
            set_kind(button, "link")
            button.clicked.connect(partial(_act, self, action))
            self._layout.addWidget(button)
            self._buttons.append(button)
        self.set_tokens(self._tokens)
        self.show()

    def words(self) -> str:
        """What is said, empty when the message is closed."""
        return "" if self.isHidden() else self._words.text()

    def press(self, number: int) -> None:
        """Take one of the ways on."""
        self._buttons[number].click()

    def showEvent(self, event: QShowEvent) -> None:
        """Say so."""
        super().showEvent(event)
        self.moved.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say so."""
        super().hideEvent(event)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say so."""
        super().resizeEvent(event)
        self.moved.emit()

    def close_message(self) -> None:
        """Hide the message."""
        self.hide()
        self._clear()

    def _clear(self) -> None:
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.hide()  # it may be the one that was pressed: it lives until the loop turns
            button.deleteLater()
        self._buttons.clear()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._picture.setPixmap(tone_picture(self._tone, tokens, self.devicePixelRatioF()))
        set_kind(self, "banner", tone=self._tone)


def _act(notice: Notice, action: Callable[[], None], *_checked: bool) -> None:
    notice.close_message()
    action()
