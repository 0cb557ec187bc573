"""Typewriter scrolling: the line with the caret stays at one height, the page moves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication

from newsroom.ui.editor.geometry import PAGE_BOTTOM_PAD

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet

_HEIGHT = 0.42
"""Where the line stands, from the top of the view: a little above the middle."""


class Typewriter(QObject):
    """Moves the page of one sheet. The mouse is left alone: a click does not move what it hit."""

    def __init__(self, sheet: "Sheet") -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._natural = sheet.verticalScrollBar().maximum()
        self._setting = False
        self.running = False
        sheet.verticalScrollBar().rangeChanged.connect(self._make_room)
        sheet.cursorPositionChanged.connect(self._follow)
        sheet.text_edited.connect(self._follow)

    def run(self, on: bool) -> None:
        """Start or stop."""
        self.running = on
        self._set_maximum()
        self._follow()

    @Slot()
    def _follow(self) -> None:
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if not self.running or pressed or not self._sheet.isVisible():
            return
        bar = self._sheet.verticalScrollBar()
        wanted = round(self._sheet.viewport().height() * _HEIGHT)
        bar.setValue(bar.value() + self._sheet.cursorRect().center().y() - wanted)

    @Slot()
    def _make_room(self) -> None:
        """Qt lets the page scroll to its end only; the last line has to come up to its height."""
        if not self._setting:
            self._natural = self._sheet.verticalScrollBar().maximum()
            self._set_maximum()

    def _set_maximum(self) -> None:
        room = round(self._sheet.viewport().height() * (1 - _HEIGHT))
        below = round(PAGE_BOTTOM_PAD * self._sheet.zoom)
        more = max(0, room - below) if self.running else 0
        self._setting = True
        self._sheet.verticalScrollBar().setMaximum(self._natural + more)
        self._setting = False
