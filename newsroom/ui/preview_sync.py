"""Keeps sheet and preview together: the caret's block on the page, a click there in the sheet."""

from time import monotonic

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtGui import QTextCursor

from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.preview.pane import PreviewPane
from newsroom.ui.preview.places import PagePlace

_SCROLL_MS = 40
_STILL = 0.5
"""Seconds for which the page stays where it is after a click on it, and the sheet's scrolling does
not move it after a key: what moved then was not the reader."""


class PreviewSync(QObject):
    """The page follows the sheet, and never moves the sheet by being scrolled."""

    def __init__(self, sheet: Sheet, pane: PreviewPane, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet, self._pane = sheet, pane
        self._on = False
        self._typed = self._clicked = 0.0
        self._name = ""
        self._scroll = QTimer(self, singleShot=True, interval=_SCROLL_MS)
        self._scroll.timeout.connect(self._align)
        sheet.caret_block_changed.connect(self._entered)
        sheet.text_edited.connect(self._edited)
        sheet.verticalScrollBar().valueChanged.connect(self._scrolled)
        pane.place_clicked.connect(self._go)

    @Slot(bool)
    def follow(self, on: bool) -> None:
        """Whether the page is scrolled along with the sheet; the caret's block is marked anyway."""
        self._on = on
        if on:
            self._entered(self._name)

    @Slot(str)
    def _entered(self, name: str) -> None:
        self._name = name
        self._pane.mark(name)
        if self._on and monotonic() - self._clicked > _STILL:
            self._pane.bring_into_view(name)

    @Slot()
    def _edited(self) -> None:
        self._typed = monotonic()

    @Slot()
    def _scrolled(self) -> None:
        if self._on and monotonic() - max(self._typed, self._clicked) > _STILL:
            self._scroll.start()

    @Slot()
    def _align(self) -> None:
        """Put on top of the page what stands on top of the sheet."""
        sheet = self._sheet
        cursor = sheet.cursorForPosition(QPoint(sheet.viewport().width() // 2, 4))
        number = cursor.blockNumber()
        if number >= len(sheet.reader.lines):
            return
        block = sheet.reader.block_at(number)
        first, after = sheet.reader.group_of(number)
        top, bottom = _top(sheet, first), _top(sheet, after)
        share = min(1.0, max(0.0, -top / max(1, bottom - top)))
        name = block.id if block is not None else str(sheet.reader.lines[number].part)
        self._pane.align(name, share)

    @Slot(object)
    def _go(self, place: PagePlace) -> None:
        self._clicked = monotonic()
        self._sheet.go_to_block(place.name, within=place.within, offset=place.offset)
        if self._sheet.window() is self._pane.window():
            self._sheet.setFocus()


def _top(sheet: Sheet, number: int) -> int:
    """Where a line begins, in pixels below the top of the view; the last one's end beyond it."""
    block = sheet.document().findBlockByNumber(number)
    last = sheet.document().lastBlock()
    return sheet.cursorRect(QTextCursor(block if block.isValid() else last)).top()
