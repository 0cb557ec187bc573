"""Reading every edit, and mending what it left out of order within its own undo step."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor, QTextDocument

from newsroom.ui.editor.inking import Inking
from newsroom.ui.editor.mender import Mender
from newsroom.ui.editor.reader import Reader, Touched
from newsroom.ui.editor.structure import first_mend
from newsroom.ui.editor.styles import SheetStyles
from newsroom.ui.editor.writer import Writer

_MOST_MENDS = 500
"""An edit needs a few mends; the limit only keeps a fault of ours from hanging the window."""


class Upkeep(QObject):
    """Keeps `reader` and the colours in step with the document, and the document in order.

    `read_change` and `settle` follow the document's `contentsChange` and `contentsChanged`;
    `settled()` tells that an edit is read and mended. `changed_to` is the position after the last
    change.
    """

    settled = Signal()

    def __init__(
        self,
        document: QTextDocument,
        reader: Reader,
        mender: Mender,
        inking: Inking,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._reader, self._mender, self._inking = reader, mender, inking
        self._touched: Touched | None = None
        self._mending = False
        self.changed_to = 0
        self.quiet = False

    @contextmanager
    def replacing(self, styles: SheetStyles) -> Iterator[Writer]:
        """Empties the document, to be written anew by the writer given; undo starts here.

        Emptied, written and coloured within one edit block it is new to Qt as a whole, which
        then lays out what is in view and the rest while nothing else happens.
        """
        document = self._document
        self.quiet = True
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        document.clear()
        writer = Writer(cursor, styles, fresh=True)
        yield writer
        self._reader.rebuild(writer.written)
        self._inking.afresh()
        cursor.endEditBlock()
        if document.rootFrame().childFrames():
            self._reader.rebuild(writer.written)
        document.setUndoRedoEnabled(True)
        document.setModified(False)
        self._touched = None
        self.quiet = False

    @Slot(int, int, int)
    def read_change(self, position: int, removed: int, added: int) -> None:
        """Read again what an edit touched."""
        del removed
        if self.quiet:
            return
        self.changed_to = position + added
        touched = self._reader.update(position, added)
        self._inking.lines(touched.first, touched.last)
        self._touched = touched if self._touched is None else _both(self._touched, touched)

    @Slot()
    def settle(self) -> None:
        """Mend what the edit left out of order, within its undo step; then tell."""
        if self.quiet or self._mending or self._touched is None:
            return
        if not self._document.isRedoAvailable():
            self._mend()
        self._touched = None
        self.settled.emit()

    def _mend(self) -> None:
        self._mending = True
        try:
            for _round in range(_MOST_MENDS):
                if self._touched is None or not self._mend_once(self._touched):
                    break
        finally:
            self._mending = False

    def _mend_once(self, touched: Touched) -> bool:
        first, last, reshaped = touched
        lines = self._reader.lines
        mend = first_mend(lines) if reshaped else None
        renames = self._reader.renames() if reshaped and mend is None else []
        loose = any(line.unstyled or line.decomposed for line in lines[first : last + 1])
        if mend is None and not renames and not loose:
            return False
        cursor = QTextCursor(self._document)
        cursor.joinPreviousEditBlock()
        if renames:
            for rename in renames:
                self._mender.rename(lines, rename)
        elif mend is not None:
            self._mender.mend(mend)
        else:
            self._mender.settle(self._reader, first, last)
        cursor.endEditBlock()
        return True


def _both(one: Touched, other: Touched) -> Touched:
    return Touched(
        min(one.first, other.first),
        max(one.last, other.last),
        one.reshaped or other.reshaped,
    )
