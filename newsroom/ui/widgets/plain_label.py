"""Words of strangers on the screen: shown as they are, never read as HTML."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label to which `<img src=…>` in a caption is nothing but characters."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)


def plain_tip(words: str) -> str:
    """`words` for a tool tip, which Qt would read as HTML if they looked like it."""
    return f"<span>{escape(words)}</span>" if "<" in words else words
