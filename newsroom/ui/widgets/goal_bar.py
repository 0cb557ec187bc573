"""A slim line that fills as a goal comes closer."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsroom.ui.tokens import Tokens

_SIZE = QSize(56, 4)


class GoalBar(QWidget):
    """Shown only while there is a goal; green once it is reached."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.share = 0.0
        self.setFixedSize(_SIZE)
        self.hide()

    def show_share(self, done: int, wanted: int, words: str) -> None:
        """`done` of `wanted` words; `words` says so to those who point at it or cannot see it."""
        self.share = min(1.0, max(0.0, done / wanted)) if wanted else 0.0
        self.setVisible(bool(wanted))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track, and what of it is done."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.strong_line))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
        colour = self._tokens.green if self.share >= 1 else self._tokens.accent
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(0, 0, self.width() * self.share, self.height()), 2, 2)
