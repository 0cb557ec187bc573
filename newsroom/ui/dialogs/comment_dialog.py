"""Asks what is to be said about a stretch of the text."""

from unicodedata import normalize

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from newsroom.i18n import _
from newsroom.ui.dialogs.base import Dialog
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.text_box import TextBox

_QUOTED = 160
"""Characters of the commented words that are shown."""


def shortened(words: str, most: int = _QUOTED) -> str:
    """`words` in one line, with an ellipsis for what is beyond `most` characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


class CommentDialog(Dialog):
    """`said(words)` with what was written: lines without spaces at their ends, NFC, not empty.

    Enter takes it over, Shift+Enter begins a new line.
    """

    said = Signal(str)

    def __init__(self, *, quoted: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_("Comment"), parent)
        self.quoted = PlainLabel(f"“{shortened(quoted)}”" if quoted.strip() else _("Text removed"))
        self.quoted.setWordWrap(True)
        set_kind(self.quoted, "hint")
        self.field = TextBox(words)
        self.field.setAccessibleName(_("Comment"))
        self.field.setPlaceholderText(_("What should the desk know or check?"))
        self.field.setMinimumSize(420, 96)
        self.field.installEventFilter(self)
        remark = PlainLabel(_("Shift+Enter begins a new line. Comments never leave with a page."))
        set_kind(remark, "hint")
        for part in (self.quoted, self.field, remark):
            self.body.addWidget(part)
        self.add_button(_("Cancel")).clicked.connect(self.reject)
        self.take = self.add_button(_("Save comment"), "primary")
        self.take.clicked.connect(self._take)
        self.field.textChanged.connect(self._check)
        self.field.selectAll()
        self.field.setFocus()
        self._check()

    def words(self) -> str:
        """What is written."""
        lines = normalize("NFC", self.field.toPlainText()).replace("\x00", "").splitlines()
        return "\n".join(line.rstrip() for line in lines).strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._take()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _check(self) -> None:
        self.take.setEnabled(bool(self.words()))

    @Slot()
    def _take(self) -> None:
        if self.words():
            self.said.emit(self.words())
            self.accept()
