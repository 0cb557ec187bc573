"""A tag as a small coloured piece with a way to take it off."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from newsroom.i18n import _
from newsroom.ui import icons
from newsroom.ui.theme import Theme
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.plain_label import PlainLabel, plain_tip

_MOST = 200


class Chip(QFrame):
    """A tag, elided at 200 px; `removed(str)` by its cross, Delete or Backspace."""

    removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self._theme = theme
        self.setProperty("kind", "tag")  # before it is polished for the first time
        self._words = PlainLabel()
        self._words.setProperty("kind", "tag-words")
        self._cross = QToolButton()
        self._cross.setIconSize(QSize(12, 12))
        self._cross.setToolTip(_("Remove"))
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setProperty("kind", "cross")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._tint(theme.tokens)
        theme.changed.connect(self._tint)
        self._cross.clicked.connect(self._on_remove)

    def show_tag(self, text: str) -> None:
        """Show another tag: cheaper than another chip."""
        if text == self.text:
            return
        self.text = text
        shown = self._words.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _MOST)
        self._words.setText(shown)
        self._cross.setAccessibleName(_("Remove the tag {tag}").format(tag=text))
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text) if shown != text else "")

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(7, 0, 2, 0)
        layout.setSpacing(2)
        layout.addWidget(self._words)
        layout.addWidget(self._cross)
        self.setFixedHeight(22)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.text)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self.text)

    @Slot(object)
    def _tint(self, tokens: Tokens) -> None:
        self._cross.setIcon(icons.icon("x", tokens, "accent"))
