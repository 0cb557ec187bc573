"""What stands where a list has nothing to show: a sentence and a way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from newsroom.ui.icons import pixmap
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens


class MessagePage(QWidget):
    """`wanted()` is sent when the person takes the way on."""

    wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._icon_name = ""
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._hint = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._button = QPushButton()
        for label in (self._title, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
        set_kind(self._title, "heading")
        set_kind(self._hint, "hint")
        set_kind(self._button, "link")
        self._button.clicked.connect(self.wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(4)
        layout.addStretch(2)
        for widget in (self._picture, self._title, self._hint):
            layout.addWidget(widget)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, icon_name: str, title: str, hint: str = "", way_on: str = "") -> None:
        """Show an icon, a heading, a sentence under it and the words of the way on."""
        self._icon_name = icon_name
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._button.setText(way_on)
        self._button.setVisible(bool(way_on))
        self._redraw()

    def title(self) -> str:
        """The heading shown."""
        return self._title.text()

    def hint(self) -> str:
        """The sentence under the heading."""
        return self._hint.text()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._redraw()

    def _redraw(self) -> None:
        self._picture.setVisible(bool(self._icon_name))
        if self._icon_name:
            ratio = self.devicePixelRatioF()
            self._picture.setPixmap(pixmap(self._icon_name, self._tokens.ink3, 24, ratio))
