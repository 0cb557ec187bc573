"""A field of several lines like the others of one line: the same inset, Tab leaves it."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from newsroom.ui.theme import set_kind

TEXT_INSET = 5
"""Pixels that the text of a box stands further in, so that it is in line with fields of a line."""


class TextBox(QPlainTextEdit):
    """Plain text in a box."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        set_kind(self, "field")
        self.setViewportMargins(TEXT_INSET, 2, TEXT_INSET, 2)
        self.setTabChangesFocus(True)
