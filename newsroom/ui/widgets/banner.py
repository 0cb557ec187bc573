"""A line across the top of what it is about: says what happened and offers a way on."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from newsroom.i18n import _
from newsroom.ui.icons import icon, pixmap
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens


class Tone(StrEnum):
    """How serious a banner is."""

    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"


_PICTURES = {
    Tone.INFO: ("info", "blue"),
    Tone.GOOD: ("circle-check", "green"),
    Tone.WARNING: ("triangle-alert", "amber"),
    Tone.ERROR: ("circle-alert", "accent"),
}


def tone_picture(tone: Tone, tokens: Tokens, ratio: float) -> QPixmap:
    """The small picture before a message, for a screen of `ratio`."""
    name, colour = _PICTURES[tone]
    return pixmap(name, str(getattr(tokens, colour)), 16, ratio)


class Banner(QFrame):
    """Hidden until `say`, which sends `said`; `dismissed` when the person closes it.

    Whoever owns it places it: it lies over the page.
    """

    dismissed = Signal()
    said = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._tone = Tone.INFO
        self._action: Callable[[], None] | None = None
        self._picture = QLabel()
        self._words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._cross = QToolButton()
        set_kind(self._button, "link")
        self._lay_out()
        self._button.clicked.connect(self._act)
        self._cross.clicked.connect(self.dismiss)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.setSpacing(10)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._cross)

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self._cross.setToolTip(_("Dismiss"))
        self._cross.setAccessibleName(_("Dismiss"))

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._redraw()

    def say(
        self,
        words: str,
        *,
        tone: Tone = Tone.INFO,
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        """Show `words`; `action` is the word on a link that calls `on_action` and closes."""
        self._tone = tone
        self._action = on_action
        self._words.setText(words)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(words)
        self._redraw()
        self.show()
        self.said.emit()

    def words(self) -> str:
        """What the banner says."""
        return self._words.text()

    def _redraw(self) -> None:
        self._picture.setPixmap(tone_picture(self._tone, self._tokens, self.devicePixelRatioF()))
        self._cross.setIcon(icon("x", self._tokens))
        set_kind(self, "banner", tone=self._tone)

    @Slot()
    def dismiss(self) -> None:
        """Close the banner."""
        self._action = None
        self.hide()
        self.dismissed.emit()

    @Slot()
    def _act(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()
