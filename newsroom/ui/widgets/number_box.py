"""A field for a number that says a word, such as “none”, where there is no number."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSpinBox


class NumberBox(QSpinBox):
    """A spin box whose word for nothing gives way to the digits that are typed.

    Qt would refuse them, since the word with a digit behind it is no number.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        word = self.specialValueText()
        if word and event.text().isdigit() and self.lineEdit().text() == word:
            self.selectAll()
        super().keyPressEvent(event)
