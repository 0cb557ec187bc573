"""Undo goes word by word: the keys of one word are one step, however it came to its letters.

UniKey writes `tuyển` as `tuyen`, backspaces and the toned letters; Qt would make three steps of
that, and one of a whole paragraph that was typed without a pause.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet

_PAUSE = 1.5
"""Seconds without a key after which what is typed is another step."""


class WordSteps:
    """Joins what is typed into one sheet to the step before, as long as it is the same word."""

    def __init__(self, sheet: "Sheet") -> None:
        self._sheet = sheet
        self._place = self._revision = -1
        self._spaced = False
        self._at = 0.0

    @contextmanager
    def typing(self, words: str) -> Iterator[None]:
        """What is done within inserts `words`, or takes a character back when they are empty."""
        step = QTextCursor(self._sheet.document())
        if self._goes_on(words):
            step.joinPreviousEditBlock()
        else:
            step.beginEditBlock()
        try:
            yield
        finally:
            step.endEditBlock()
        self._place = self._sheet.textCursor().position()
        self._revision = self._sheet.document().revision()
        self._spaced = words[-1:].isspace()
        self._at = monotonic()

    @contextmanager
    def composing(self) -> Iterator[None]:
        """What is done within changes the composed word only, which is no part of the text yet."""
        document, caret = self._sheet.document(), self._sheet.textCursor()
        same = document.revision() == self._revision and not caret.hasSelection()
        yield
        if same:
            self._revision = document.revision()

    def _goes_on(self, words: str) -> bool:
        """A word begins with the first letter after a space; the space belongs to the one before.

        A space that is taken back begins a step too, unless it was typed just now.
        """
        caret, document = self._sheet.textCursor(), self._sheet.document()
        if caret.hasSelection() or caret.position() != self._place:
            return False
        if monotonic() - self._at > _PAUSE:
            return False
        if document.revision() != self._revision:
            return False
        if words:
            return not self._spaced or words[0].isspace()
        return self._spaced or not document.characterAt(caret.position() - 1).isspace()
