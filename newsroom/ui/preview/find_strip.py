"""Finding words on the previewed page."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsroom.i18n import _
from newsroom.ui.finding.hit_bar import HitBar, name_button
from newsroom.ui.tokens import Tokens


class FindStrip(HitBar):
    """`wanted(words, back)` asks for the next or the previous hit; no words end the search."""

    wanted = Signal(str, bool)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        for part in (self.count, self.up, self.down, self.cross):
            row.addWidget(part)
        self.words.textChanged.connect(self._changed)
        self.stepped.connect(self._step)
        self.closed.connect(self._close)
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
    def _close(self) -> None:
        """Hide the strip and the marks of the hits."""
        self.hide()
        self.wanted.emit("", False)

    @Slot()
    def _changed(self) -> None:
        if not self.words.text():
            self.say("")
        if not self.isHidden():
            self.wanted.emit(self.words.text(), False)

    @Slot(int)
    def _step(self, by: int) -> None:
        if self.words.text():
            self.wanted.emit(self.words.text(), by < 0)

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.words.setPlaceholderText(_("Find on the page"))
        self.words.setAccessibleName(_("Find on the page"))
        name_button(self.up, _("Previous hit"))
        name_button(self.down, _("Next hit"))
        name_button(self.cross, _("Close (Esc)"))
