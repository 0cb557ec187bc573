"""What every bar that looks for words has: the field, the count, the way from hit to hit."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from newsroom.i18n import _
from newsroom.ui.finding.options import FindField
from newsroom.ui.icons import icon
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.wording import number


class HitBar(QFrame):
    """`stepped(int)` 1 or -1 to the next or previous hit; `closed()` with Esc or the cross."""

    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "find-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = FindField()
        self.count = PlainLabel()
        set_kind(self.count, "count")
        self.up, self.down, self.cross = QToolButton(), QToolButton(), QToolButton()
        self.words.entered.connect(self._enter)
        self.up.clicked.connect(self._back)
        self.down.clicked.connect(self._on)
        self.cross.clicked.connect(self.closed)

    def show_place(self, current: int, total: int) -> None:
        """Say which hit it is, from 1, of how many; 0 when it is none of them."""
        if not self.words.text():
            self.say("")
        elif not total:
            self.say(_("No hits"))
        else:
            self.say(f"{number(current) if current else '–'}/{number(total)}")

    def say(self, words: str) -> None:
        """Say something in the place of the count."""
        self.count.setText(words)
        self.count.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot(bool)
    def _enter(self, back: bool) -> None:
        self.stepped.emit(-1 if back else 1)

    @Slot()
    def _on(self) -> None:
        self.stepped.emit(1)

    @Slot()
    def _back(self) -> None:
        self.stepped.emit(-1)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        for button, name in ((self.up, "arrow-up"), (self.down, "arrow-down"), (self.cross, "x")):
            button.setIcon(icon(name, tokens))


def name_button(button: QToolButton, words: str) -> None:
    """What a button of signs alone does, for the mouse and for screen readers."""
    button.setToolTip(words)
    button.setAccessibleName(words)
