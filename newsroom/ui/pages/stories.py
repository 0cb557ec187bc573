"""The articles of a page in the order of its places, each with how it fits."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsroom.domain.ids import ArticleId
from newsroom.i18n import _
from newsroom.services.newspages import PlacedArticle
from newsroom.ui.pages.sketch import role_words
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.wording import fit_words

_ID = Qt.ItemDataRole.UserRole
_PLACED = Qt.ItemDataRole.UserRole + 1
_ROW, _PAD, _SMALL_PX = 46, 10, 12


class Stories(QListWidget):
    """`reordered()` when the articles or their order changed; `opened(id)` to read one.

    Rows are dragged, or moved by Alt+Up and Alt+Down; Delete takes them off the page.
    """

    reordered = Signal()
    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(_("Articles of the page, in order"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(3 * _ROW)
        set_kind(self, "boxed")
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


class _Delegate(QStyledItemDelegate):
    """Two lines: the headline; where the article stands, and at the right how it fits."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        words, bare.text = bare.text, ""
        bare.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget
        )
        painter.save()
        area = option.rect.adjusted(_PAD, 5, -_PAD, -5)
        painter.setPen(QColor(self._theme.tokens.ink1))
        painter.setFont(option.font)
        shown = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, shown)
        placed = index.data(_PLACED)
        if placed is not None:
            self._paint_place(painter, area, option.font, placed)
        painter.restore()

    def _paint_place(
        self, painter: QPainter, area: QRect, font: QFont, placed: PlacedArticle
    ) -> None:
        tokens = self._theme.tokens
        small = QFont(font)
        small.setPixelSize(_SMALL_PX)
        painter.setFont(small)
        painter.setPen(QColor(tokens.ink3_text))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(area, bottom, _place(placed))
        painter.setPen(QColor(_fit_colour(placed, tokens)))
        painter.drawText(area, bottom | Qt.AlignmentFlag.AlignRight, fit_words(placed.fit))


def _place(placed: PlacedArticle) -> str:
    return _("{role}, page {page}").format(role=role_words(placed.role), page=placed.page)


def _fit_colour(placed: PlacedArticle, tokens: Tokens) -> str:
    return tokens.amber if placed.fit.over else tokens.ink3_text
