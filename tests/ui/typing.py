"""Typing as a Vietnamese input method does: QTest knows no keys beyond ASCII."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget


def type_words(widget: QWidget, words: str) -> None:
    """Commit `words` to `widget`, character by character."""
    for char in words:
        event = QInputMethodEvent()
        event.setCommitString(char)
        QCoreApplication.sendEvent(widget, event)
