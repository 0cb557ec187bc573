"""The slim bar over the sheet: what to find, how many there are, what to put in its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QToolButton, QWidget

from newsroom.i18n import _
from newsroom.ui.editor.line_search import LineHit
from newsroom.ui.finding.hit_bar import HitBar, name_button
from newsroom.ui.finding.hit_list import HitList, New
from newsroom.ui.finding.options import FindField, Options, Toggle
from newsroom.ui.icons import icon
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.plain_label import PlainLabel

_LINE = 30


class FindBar(HitBar):
    """Says what a person wants; `SheetFinder` does it.

    `edited()` when what is to be found changed, `replacement_edited()` likewise; `went(row)` to a
    hit of the list; `replaced()` the current hit, `all_replaced()`.
    """

    edited = Signal()
    replacement_edited = Signal()
    went = Signal(int)
    replaced = Signal()
    all_replaced = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.options = Options()
        self.in_selection = Toggle("[…]")
        self.listed = QToolButton()
        self.new_words = FindField()
        self.keep_case = Toggle("AA")
        self.replace_one, self.replace_all = QPushButton(), QPushButton()
        self.problem = PlainLabel()
        self.list = HitList(tokens)
        self._lay_out()
        self._connect()
        self.set_tokens(tokens)
        self.retranslate()
        self.show_replacing(on=False)
        self.hide()

    # ---- how it is made

    def _lay_out(self) -> None:
        self.listed.setCheckable(True)
        for button in (self.up, self.down, self.listed, self.cross):
            button.setFixedSize(30, 28)
        for field in (self.words, self.new_words):
            field.setFixedHeight(_LINE)
            field.setMinimumWidth(150)
        grid = QGridLayout()
        grid.setContentsMargins(12, 6, 8, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.words, 0, 0)
        grid.addLayout(self._first_row(), 0, 1)
        grid.addWidget(self.new_words, 1, 0)
        grid.addLayout(self._second_row(), 1, 1)
        grid.setColumnStretch(0, 1)
        self.setLayout(grid)
        set_kind(self.problem, "error")
        self.problem.setWordWrap(True)
        grid.addWidget(self.problem, 2, 0, 1, 2)
        grid.addWidget(self.list, 3, 0, 1, 2)
        self.problem.hide()
        self.list.hide()
        self.setTabOrder(self.words, self.new_words)  # the options come after both lines

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.options)
        row.addWidget(self.in_selection)
        row.addSpacing(6)
        self.count.setMinimumWidth(64)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self.count, self.up, self.down, self.listed, self.cross):
            row.addWidget(part)
        return row

    def _second_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.keep_case)
        for button in (self.replace_one, self.replace_all):
            button.setFixedHeight(_LINE)
            row.addWidget(button)
        row.addStretch()
        return row

    def _connect(self) -> None:
        self.words.textChanged.connect(self.edited)
        self.options.changed.connect(self.edited)
        self.in_selection.toggled.connect(self.edited)
        self.new_words.textChanged.connect(self.replacement_edited)
        self.keep_case.toggled.connect(self.replacement_edited)
        self.words.left_down.connect(self._into_list)
        self.new_words.left_down.connect(self._into_list)
        self.new_words.entered.connect(self.replaced)
        self.listed.toggled.connect(self._show_list)
        self.list.wanted.connect(self.went)
        self.replace_one.clicked.connect(self.replaced)
        self.replace_all.clicked.connect(self.all_replaced)

    # ---- what it shows

    def show_replacing(self, *, on: bool) -> None:
        """With or without the line for the words to put in."""
        for part in (self.new_words, self.keep_case, self.replace_one, self.replace_all):
            part.setVisible(on)

    def replacing(self) -> bool:
        """Whether the line for the words to put in is there."""
        return not self.new_words.isHidden()

    def show_hits(self, hits: Sequence[LineHit], new: New, current: int) -> None:
        """The count and the list; `current` is -1 when the caret is at none of them."""
        self.list.show_hits(hits, new, current)
        self.list.setVisible(self.listed.isChecked() and bool(hits))
        self.show_current(current)
        for button in (self.up, self.down, self.listed):
            button.setEnabled(bool(hits))

    def show_current(self, current: int) -> None:
        """Which of the hits it is."""
        self.list.show_current(current)
        self.show_place(current + 1, self.list.hits.rowCount())

    def show_searching(self) -> None:
        """It takes a moment."""
        self.say("…")

    def show_problem(self, words: str) -> None:
        """What was typed cannot be looked for; empty when it can."""
        self.words.setProperty("invalid", bool(words))
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            self.say("")

    def let_replace(self, *, able: bool) -> None:
        """Whether there is something to replace."""
        self.replace_one.setEnabled(able)
        self.replace_all.setEnabled(able)

    # ---- keys and buttons

    @Slot()
    def _into_list(self) -> None:
        if self.list.hits.rowCount():
            self.listed.setChecked(True)
            self.list.setFocus()

    @Slot(bool)
    def _show_list(self, on: bool) -> None:
        self.list.setVisible(on and self.list.hits.rowCount() > 0)

    # ---- look and language

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        super().set_tokens(tokens)
        self.listed.setIcon(icon("chevron-down", tokens))
        self.list.set_tokens(tokens)

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.words.setPlaceholderText(_("Find in the article"))
        self.words.setAccessibleName(_("Find in the article"))
        self.new_words.setPlaceholderText(_("Replace with"))
        self.new_words.setAccessibleName(_("Replace with"))
        self.in_selection.set_words(_("Only in the selection"))
        self.keep_case.set_words(_("Keep capitals: THUẾ becomes PHÍ"))
        self.replace_one.setText(_("Replace"))
        self.replace_all.setText(_("Replace all"))
        for button, words in (
            (self.up, _("Previous hit (Shift+F3)")),
            (self.down, _("Next hit (F3)")),
            (self.listed, _("List all hits")),
            (self.cross, _("Close (Esc)")),
        ):
            name_button(button, words)
        self.options.retranslate()
        self.list.retranslate()
