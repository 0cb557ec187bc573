"""Finding words on the previewed page."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from newsroom.i18n import _
from newsroom.ui.finding.options import FindField
from newsroom.ui.icons import icon
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.wording import number


class FindStrip(QFrame):
    """`wanted(words, back)` asks for the next or the previous hit; no words end the search."""

    wanted = Signal(str, bool)
    closed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "find-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = FindField()
        self.count = PlainLabel()
        self._up, self._down, self._cross = QToolButton(), QToolButton(), QToolButton()
        set_kind(self.count, "count")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        for part in (self.count, self._up, self._down, self._cross):
            row.addWidget(part)
        self.words.textChanged.connect(self._changed)
        self.words.entered.connect(self._step)
        self._up.clicked.connect(self._back)
        self._down.clicked.connect(self._on)
        self._cross.clicked.connect(self.close_strip)
        self.set_tokens(tokens)
        self.retranslate()
        self.hide()

    def open(self) -> None:
        """Show the strip with the caret in its field."""
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._changed()

    @Slot()
    def close_strip(self) -> None:
        """Hide the strip and the marks of the hits."""
        self.hide()
        self.wanted.emit("", False)
        self.closed.emit()

    @Slot(int, int)
    def show_count(self, current: int, total: int) -> None:
        """Which hit of how many is shown."""
        if not self.words.text():
            self.count.setText("")
        elif total:
            self.count.setText(f"{number(current)}/{number(total)}")
        else:
            self.count.setText(_("No hits"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_strip()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _changed(self) -> None:
        if not self.words.text():
            self.count.setText("")
        if not self.isHidden():
            self.wanted.emit(self.words.text(), False)

    @Slot(bool)
    def _step(self, back: bool) -> None:
        if self.words.text():
            self.wanted.emit(self.words.text(), back)

    @Slot()
    def _on(self) -> None:
        self._step(False)

    @Slot()
    def _back(self) -> None:
        self._step(True)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        for button, name in (
            (self._up, "arrow-up"),
            (self._down, "arrow-down"),
            (self._cross, "x"),
        ):
            button.setIcon(icon(name, tokens))

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.words.setPlaceholderText(_("Find on the page"))
        self.words.setAccessibleName(_("Find on the page"))
        for button, words in (
            (self._up, _("Previous hit")),
            (self._down, _("Next hit")),
            (self._cross, _("Close (Esc)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
