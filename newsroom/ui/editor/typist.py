"""What happens around a typed character: steps of undo, typographic characters, short forms."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor

from newsroom.domain.writing import Habits, Typography
from newsroom.language.abbreviations import by_short, expansion
from newsroom.language.typography import Correction, correction
from newsroom.ui.editor.heads import LINK
from newsroom.ui.editor.mender import utf16
from newsroom.ui.editor.word_steps import WordSteps

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet

_OFF = Typography(quotes=False, ellipsis=False, dashes=False)


class Typist:
    """Types into one sheet and corrects the character just completed.

    Each correction is a step of its own, so that undo gives back what was typed. Nothing is done
    while an input method composes, nor to what was pasted.
    """

    def __init__(self, sheet: "Sheet") -> None:
        self._sheet = sheet
        self._steps = WordSteps(sheet)
        self._rules = _OFF
        self._table: Mapping[str, str] = {}

    def use(self, habits: Habits) -> None:
        """Correct and expand as the house does."""
        self._rules = habits.typography
        self._table = by_short(habits.abbreviations) if habits.expand else {}

    def press(self, event: QKeyEvent, type_it: Callable[[QKeyEvent], None]) -> None:
        """A key that has no meaning of its own; `type_it` does what Qt does with it."""
        words = event.text()
        typed = bool(words) and words.isprintable()
        if self._sheet.isReadOnly() or not (typed or self._takes_back(event)):
            type_it(event)
            return
        revision = self._sheet.document().revision()
        with self._steps.typing(words if typed else ""):
            type_it(event)
        self._sheet.ensureCursorVisible()
        if typed and self._sheet.document().revision() != revision:
            self._completed(words)

    def _takes_back(self, event: QKeyEvent) -> bool:
        """Within a line; the lines that a step joined are known only when it is over."""
        caret = self._sheet.textCursor()
        plain = event.key() == Qt.Key.Key_Backspace and not event.modifiers()
        return plain and not caret.hasSelection() and not caret.atBlockStart()

    def commit(
        self, event: QInputMethodEvent, commit_it: Callable[[QInputMethodEvent], None]
    ) -> None:
        """What an input method composes or commits; `commit_it` does what Qt does with it."""
        words = event.commitString()
        if not words or self._sheet.isReadOnly():
            with self._steps.composing():
                commit_it(event)
            return
        with self._steps.typing(words):
            commit_it(event)
        if not event.preeditString():
            self._completed(words)

    def end_word(self) -> None:
        """Enter is about to be dealt with: a short form before the caret becomes words."""
        if self._table:
            before, after = self._around()
            self._set(expansion(before, after, self._table, ended=True), before)

    def _completed(self, words: str) -> None:
        if words[-1].isalnum() or self._in_link():
            return
        before, after = self._around()
        if self._set(correction(before, after, self._rules), before):
            before, after = self._around()
        if self._table:
            self._set(expansion(before, after, self._table), before)

    def _in_link(self) -> bool:
        return bool(self._sheet.textCursor().charFormat().stringProperty(LINK))

    def _around(self) -> tuple[str, str]:
        """The line before and after the caret; Qt counts UTF-16 units."""
        caret = self._sheet.textCursor()
        units = caret.block().text().encode("utf-16-le", "surrogatepass")
        at = 2 * caret.positionInBlock()
        before, after = (part.decode("utf-16-le", "replace") for part in (units[:at], units[at:]))
        return before, after

    def _set(self, found: Correction | None, before: str) -> bool:
        if found is None or self._sheet.textCursor().hasSelection():
            return False
        with self._sheet.one_step() as step:
            look = step.charFormat()
            start = step.position() - utf16(before[-found.back :])
            step.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
            step.insertText(found.words, look)
        return True
