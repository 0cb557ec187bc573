"""The line over what a search found: how much, and what to do with the search."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from newsroom.i18n import _, ngettext
from newsroom.ui.icons import icon
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.wording import number

_HEIGHT = 32
"""Pixels, with the button and without."""


class ResultLine(QWidget):
    """`everywhere_wanted()` asks to look in the whole library, `keep_wanted()` to keep the search.

    Hidden until there is something to say.
    """

    everywhere_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = QLabel()
        self.everywhere = QPushButton()
        self.keep = QToolButton()
        set_kind(self.found, "count")
        set_kind(self.everywhere, "link")
        self.keep.setIconSize(QSize(16, 16))
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 0, 8, 0)
        self.setFixedHeight(_HEIGHT)
        line.addWidget(self.found, 1)
        line.addWidget(self.everywhere)
        line.addWidget(self.keep)
        self.everywhere.clicked.connect(self.everywhere_wanted)
        self.keep.clicked.connect(self.keep_wanted)
        self.set_tokens(tokens)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.everywhere.setText(_("Search everywhere"))
        self.keep.setToolTip(_("Keep this search in the library's tree"))
        self.keep.setAccessibleName(_("Keep this search…").rstrip("…"))

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self.keep.setIcon(icon("bookmark", tokens))

    def show_found(self, count: int, *, narrowed: bool, kept: bool) -> None:
        """`narrowed`: the search looks in a part of the library; `kept`: it has a name already."""
        words = ngettext("{count} result", "{count} results", count)
        self.found.setText(words.format(count=number(count)))
        self.everywhere.setVisible(narrowed)
        self.keep.setVisible(not kept)
