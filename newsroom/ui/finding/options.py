"""What is to be found, as a person sets it: the field and the toggles beside it."""

from functools import partial

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from newsroom.i18n import _
from newsroom.language.finding import Pattern
from newsroom.ui.theme import set_kind

_NAMES = ("case", "words", "accents", "expression")
"""What the toggles are called in the person's settings, in their order."""


class FindField(QLineEdit):
    """`entered(bool)` on Enter, true with Shift; `left_down` on ↓, towards the list of hits."""

    entered = Signal(bool)
    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and ↓ lead on, everything else is the field's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


class Toggle(QToolButton):
    """A letter or two that can be on."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self.setText(sign)
        self.setCheckable(True)
        self.setFixedSize(34, 28)
        set_kind(self, "sign")

    def set_words(self, words: str) -> None:
        """What it means, for the tool tip and for screen readers."""
        self.setToolTip(words)
        self.setAccessibleName(words)


class Options(QWidget):
    """Match case, whole words, diacritics, expression. `changed()` when one was switched."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.match_case = Toggle("Aa")
        self.whole_word = Toggle("|a|")
        self.match_diacritics = Toggle("ấ≠a")
        self.match_diacritics.setFixedWidth(42)
        self.regex = Toggle(".*")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for toggle in self.toggles():
            layout.addWidget(toggle)
            toggle.toggled.connect(self._tell)
        self.retranslate()

    def toggles(self) -> tuple[Toggle, ...]:
        """From left to right."""
        return self.match_case, self.whole_word, self.match_diacritics, self.regex

    def remember(self, settings: QSettings) -> None:
        """Take up what was on the last time, and keep what is switched from now on."""
        for name, toggle in zip(_NAMES, self.toggles(), strict=True):
            key = f"find/{name}"
            toggle.setChecked(bool(settings.value(key, False, type=bool)))
            toggle.toggled.connect(partial(settings.setValue, key))

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    def pattern(self, words: str) -> Pattern:
        """What is to be found; raises `UserError` when `words` are no good expression."""
        return Pattern(
            words=words,
            regex=self.regex.isChecked(),
            whole_word=self.whole_word.isChecked(),
            match_case=self.match_case.isChecked(),
            match_diacritics=self.match_diacritics.isChecked(),
        )

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.match_case.set_words(_("Match case"))
        self.whole_word.set_words(_("Whole words only"))
        self.match_diacritics.set_words(_("Match accents: “đường” does not find “duong”"))
        self.regex.set_words(_("Regular expression; $1 in the replacement is its first group"))
