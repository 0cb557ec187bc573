"""The search field: a glass, the words, and at the right the shortcut or a cross to clear."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from newsroom.i18n import _
from newsroom.ui.icons import icon, pixmap
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import FIELD, Tokens

_SETTLED_MS = 140


class SearchField(QLineEdit):
    """Words to look for; `settled(str)` is sent when typing pauses, at once on Enter and clear.

    `left_down` is sent on ↓, so that the keyboard gets from the field into its results.
    """

    settled = Signal(str)
    left_down = Signal()

    def __init__(self, tokens: Tokens, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sent = ""
        self._glass = QLabel(self)
        self._hint = QLabel(QKeySequence(shortcut).toString(_NATIVE), self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cross = QToolButton(self)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setIconSize(QSize(16, 16))
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        set_kind(self._hint, "key")
        self.setMinimumHeight(FIELD)
        self._connect_signals()
        self.set_tokens(tokens)
        self.retranslate()
        self._show_right()

    def _connect_signals(self) -> None:
        self._settle.timeout.connect(self._send)
        self.textChanged.connect(self._changed)
        self.returnPressed.connect(self._send)
        self._cross.clicked.connect(self.clear_words)

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.setPlaceholderText(_("Search the library"))
        self.setAccessibleName(_("Search the library"))
        tips = (
            _("Words with or without accents, “phrases” in quotation marks."),
            _("To narrow it down: section: · tag: · status: · by: · after: · before:"),
            _("For example: status:draft after:1/11/2026"),
        )
        self.setToolTip("\n".join(tips))
        self._cross.setToolTip(_("Clear the search (Esc)"))
        self._cross.setAccessibleName(_("Clear the search"))

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        ratio = self.devicePixelRatioF()
        self._glass.setPixmap(pixmap("search", tokens.ink3_text, 16, ratio))
        self._cross.setIcon(icon("x", tokens))

    def show_words(self, words: str) -> None:
        """Show what is looked for already; nothing is sent."""
        self._sent = words.strip()
        self.setText(words)
        self._settle.stop()

    @Slot()
    def clear_words(self) -> None:
        """Empty the field and say so at once."""
        self.clear()
        self._send()

    @Slot()
    def _changed(self) -> None:
        self._show_right()
        self._settle.start()

    @Slot()
    def _send(self) -> None:
        self._settle.stop()
        words = self.text().strip()
        if words != self._sent:
            self._sent = words
            self.settled.emit(words)

    def _show_right(self) -> None:
        self._cross.setVisible(bool(self.text()))
        self._hint.setVisible(not self.text() and not self.hasFocus() and bool(self._hint.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears, ↓ goes on to the results."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_words()
            return
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The shortcut is of no use to someone who is there."""
        super().focusInEvent(event)
        self._show_right()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the shortcut again."""
        super().focusOutEvent(event)
        self._show_right()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the glass left and the rest right, and the words between them."""
        super().resizeEvent(event)
        self._hint.adjustSize()
        self.setTextMargins(25, 0, max(self._hint.width(), 24) + 4, 0)
        middle = self.height() // 2
        self._glass.setGeometry(12, middle - 8, 16, 16)
        self._cross.setGeometry(self.width() - 32, middle - 13, 28, 26)
        self._hint.move(self.width() - self._hint.width() - 9, middle - self._hint.height() // 2)


_NATIVE = QKeySequence.SequenceFormat.NativeText
