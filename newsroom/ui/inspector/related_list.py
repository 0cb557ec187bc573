"""Related articles: their order is the order on the page."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.article import ArticleSummary
from newsroom.domain.ids import ArticleId
from newsroom.i18n import _
from newsroom.ui import icons
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.plain_label import plain_tip

_ROW = 28
_ID = Qt.ItemDataRole.UserRole


class RelatedList(QWidget):
    """Rows to drag, move (Alt+Up, Alt+Down), remove (Delete) and open (Enter).

    `related_edited(tuple of ids)`; `article_requested(id)`; `more_requested()`.
    """

    related_edited = Signal(tuple)
    article_requested = Signal(str)
    more_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ids: tuple[ArticleId, ...] = ()
        self.list = _List()
        self.list.setAccessibleName(_("Related articles"))
        self.more = QPushButton(_("+ Choose more"))
        set_kind(self.more, "link")
        self.up = _button(_("Move up"))
        self.down = _button(_("Move down"))
        self.remove = _button(_("Remove from the related articles"))
        self._lay_out()
        self._tint(theme.tokens)
        self._connect_signals()
        self._refresh()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.more)
        row.addStretch()
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.list)
        layout.addLayout(row)

    def _connect_signals(self) -> None:
        self._theme.changed.connect(self._tint)
        self.more.clicked.connect(self.more_requested)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_remove)
        self.list.up.connect(self._on_up)
        self.list.down.connect(self._on_down)
        self.list.remove.connect(self._on_remove)
        self.list.activated.connect(self._on_activated)
        self.list.model().rowsMoved.connect(self._on_moved)
        self.list.currentRowChanged.connect(self._refresh)

    def show_articles(self, articles: Sequence[ArticleSummary]) -> None:
        """Show `articles` in this order."""
        self._ids = tuple(article.id for article in articles)
        current = self.list.currentRow()
        self.list.clear()
        for article in articles:
            item = QListWidgetItem(article.headline or _("Untitled"))
            item.setData(_ID, article.id)
            item.setToolTip(plain_tip(article.headline))
            self.list.addItem(item)
        self.list.setCurrentRow(min(current, self.list.count() - 1))
        self._refresh()

    def ids(self) -> tuple[ArticleId, ...]:
        """The articles as they are listed."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.data(_ID) for item in items)

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + by < self.list.count():
            self.list.insertItem(row + by, self.list.takeItem(row))
            self.list.setCurrentRow(row + by)
            self._on_moved()

    @Slot()
    def _on_remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self._on_moved()

    @Slot()
    def _on_moved(self) -> None:
        self._refresh()
        if self.ids() != self._ids:
            self._ids = self.ids()
            self.related_edited.emit(self._ids)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.article_requested.emit(index.data(_ID))

    @Slot()
    def _refresh(self) -> None:
        count, row = self.list.count(), self.list.currentRow()
        self.list.setFixedHeight(count * _ROW)
        self.list.setVisible(count > 0)
        for button, usable in (
            (self.up, row > 0),
            (self.down, 0 <= row < count - 1),
            (self.remove, row >= 0),
        ):
            button.setVisible(count > 0)
            button.setEnabled(usable)

    @Slot(object)
    def _tint(self, tokens: Tokens) -> None:
        for button, name in (
            (self.up, "arrow-up"),
            (self.down, "arrow-down"),
            (self.remove, "x"),
        ):
            button.setIcon(icons.icon(name, tokens))


class _List(QListWidget):
    """A list that is moved with Alt and the arrows."""

    up = Signal()
    down = Signal()
    remove = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_kind(self, "rows")

    def sizeHint(self) -> QSize:
        return QSize(0, self.count() * _ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up if alt:
                self.up.emit()
            case Qt.Key.Key_Down if alt:
                self.down.emit()
            case Qt.Key.Key_Delete:
                self.remove.emit()
            case _:
                super().keyPressEvent(event)


def _button(words: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button
