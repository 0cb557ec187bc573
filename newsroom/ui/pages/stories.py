"""The articles of a page in the order of its places, each with how it fits."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from newsroom.domain.ids import ArticleId
from newsroom.i18n import _
from newsroom.services.newspages import PlacedArticle
from newsroom.ui.pages.sketch import role_words
from newsroom.ui.theme import Theme
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.two_lines import ROW, Index, TwoLineDelegate, TwoLines, set_two_lines
from newsroom.ui.wording import fit_words

_ID = Qt.ItemDataRole.UserRole
_PLACED = Qt.ItemDataRole.UserRole + 1


class Stories(QListWidget):
    """`reordered()` when the articles or their order changed; `opened(id)` to read one.

    Rows are dragged, or moved by Alt+Up and Alt+Down; Delete takes them off the page.
    """

    reordered = Signal()
    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_two_lines(self, _Delegate(theme, self), _("Articles of the page, in order"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMinimumHeight(3 * ROW)
        self.model().rowsMoved.connect(self.reordered)
        self.itemActivated.connect(self._open)

    def ids(self) -> list[ArticleId]:
        """The articles in their order."""
        return [ArticleId(self.item(row).data(_ID)) for row in range(self.count())]

    def add(self, ids: Sequence[ArticleId]) -> None:
        """Put articles behind the others; those already on the page stay."""
        there = set(self.ids())
        for article_id in dict.fromkeys(ids):
            if article_id not in there:
                item = QListWidgetItem("…")
                item.setData(_ID, article_id)
                self.addItem(item)
        if self.currentRow() < 0:
            self.setCurrentRow(0)
        self.reordered.emit()

    def name(self, headlines: Mapping[ArticleId, str]) -> None:
        """What the articles are called."""
        for row in range(self.count()):
            item = self.item(row)
            headline = headlines.get(item.data(_ID))
            if headline is not None:
                item.setText(" ".join(headline.split()) or _("Untitled"))

    def show_fits(self, placed: Sequence[PlacedArticle]) -> None:
        """How each article lies in its place; what they are called is known by this too."""
        self.name({each.id: each.headline for each in placed})
        known = {each.id: each for each in placed}
        for row in range(self.count()):
            item = self.item(row)
            each = known.get(item.data(_ID))
            item.setData(_PLACED, each)
            said = "" if each is None else f", {_place(each)}, {fit_words(each.fit)}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}{said}")

    def remove_selected(self) -> None:
        """Take the selected articles off the page."""
        rows = sorted((self.row(item) for item in self.selectedItems()), reverse=True)
        for row in rows:
            self.takeItem(row)
        if rows:
            self.reordered.emit()

    def move_current(self, by: int) -> None:
        """Move the current article up or down."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + by < self.count():
            item = self.takeItem(row)
            self.insertItem(row + by, item)
            self.setCurrentItem(item)
            self.reordered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move a row, Delete takes it away."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Up if alt:
                self.move_current(-1)
            case Qt.Key.Key_Down if alt:
                self.move_current(1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.remove_selected()
            case _:
                super().keyPressEvent(event)

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_ID))


class _Delegate(TwoLineDelegate):
    """The headline; where the article stands, and at the right how it fits."""

    def lines(self, index: Index, tokens: Tokens) -> TwoLines:
        """What has no room is told in amber."""
        said = TwoLines(first=index.data(), first_colour=tokens.ink1)
        placed: PlacedArticle | None = index.data(_PLACED)
        if placed is None:
            return said
        return replace(
            said,
            second=_place(placed),
            second_colour=tokens.ink3_text,
            right=fit_words(placed.fit),
            right_colour=tokens.amber if placed.fit.over else tokens.ink3_text,
        )


def _place(placed: PlacedArticle) -> str:
    return _("{role}, page {page}").format(role=role_words(placed.role), page=placed.page)
