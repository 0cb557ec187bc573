"""The list view of articles: keyboard, selection, and where it stands when rows change."""

from datetime import tzinfo

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QDrag, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from newsroom.domain.ids import ArticleId
from newsroom.i18n import _, ngettext
from newsroom.ui.library.delegate import ROW_HEIGHT, ArticleDelegate
from newsroom.ui.library.rows_view import RowsView
from newsroom.ui.library.slip import slip
from newsroom.ui.models.articles import ArticleListModel
from newsroom.ui.models.dragging import articles_mime
from newsroom.ui.tokens import Tokens
from newsroom.ui.wording import number

_BROWSE_AFTER_MS = 130
_SELECT = QItemSelectionModel.SelectionFlag


class ArticleList(RowsView):
    """`browsed(id)`: one article was picked, show it. `opened(id)`: go and write in it.

    `selection_changed()` follows every change of the selection by the person; `spike_wanted()` is
    sent on Del.
    """

    browsed = Signal(str)
    opened = Signal(str)
    selection_changed = Signal()
    spike_wanted = Signal()

    def __init__(
        self, model: ArticleListModel, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(ROW_HEIGHT, parent)
        self._articles = model
        self._delegate = ArticleDelegate(tokens, self)
        self._open: ArticleId | None = None
        self._kept: tuple[list[ArticleId], ArticleId | None] = ([], None)
        self._awaited: ArticleId | None = None
        self._restoring = False
        self._browse = QTimer(self, singleShot=True, interval=_BROWSE_AFTER_MS)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self._connect_signals()
        self.retranslate()

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)

    def _connect_signals(self) -> None:
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self._browse.timeout.connect(self._send_browsed)
        self.doubleClicked.connect(self._send_opened)
        self._articles.refreshing.connect(self._keep)
        self._articles.refreshed.connect(self._restore)
        self._articles.answered.connect(self._show_open)

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.setAccessibleName(_("Articles"))
        self.viewport().update()

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint in other colours."""
        self._delegate.set_tokens(tokens)
        self.viewport().update()

    def set_zone(self, zone: tzinfo) -> None:
        """Tell times on the paper's clock."""
        self._delegate.set_zone(zone)
        self.viewport().update()

    def selected_ids(self) -> list[ArticleId]:
        """The selected articles from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [found for place in places if (found := self._articles.id_at(place)) is not None]

    def selected_count(self) -> int:
        """How many articles are selected, without naming them."""
        return sum(part.height() for part in self.selectionModel().selection().toList())

    def mark_open(self, article_id: ArticleId | None) -> None:
        """Select the row of the article that the sheet shows, without asking for it again.

        A new article is on the sheet before it has a row: the row is selected when it comes.
        """
        self._open, self._awaited = article_id, None
        if article_id is not None and self.selected_ids() != [article_id]:
            self._select([article_id], article_id)
            self._awaited = article_id

    @Slot()
    def _show_open(self) -> None:
        if self._open is not None:
            self._select([self._open], self._open)

    @Slot()
    def _keep(self) -> None:
        current = self.currentIndex()
        at = self._articles.id_at(current.row()) if current.isValid() else None
        self._kept = (self.selected_ids(), at)
        self._restoring = True

    @Slot()
    def _restore(self) -> None:
        self._restoring = False
        awaited = self._awaited
        if awaited is None:
            self._select(*self._kept)
            return
        self._select([awaited], awaited)
        if self._articles.place_of(awaited) is not None:
            self._awaited = None

    def _select(self, ids: list[ArticleId], current: ArticleId | None) -> None:
        """Select quietly: nobody is told, since the person did nothing."""
        selection = QItemSelection()
        for article_id in ids:
            place = self._articles.place_of(article_id)
            if place is not None:
                index = self._articles.index(place)
                selection.select(index, index)
        place = self._articles.place_of(current) if current is not None else None
        self._restoring = True
        if place is not None:
            index = self._articles.index(place)
            self.selectionModel().setCurrentIndex(index, _SELECT.NoUpdate)
        self.selectionModel().select(selection, _SELECT.ClearAndSelect)
        self._restoring = False

    @Slot()
    def _selection_changed(self) -> None:
        if self._restoring:
            return
        self._awaited = None
        self.selection_changed.emit()
        self._browse.start()

    @Slot()
    def _send_browsed(self) -> None:
        ids = self.selected_ids()
        if len(ids) == 1 and ids[0] != self._open:
            self._open = ids[0]
            self.browsed.emit(ids[0])

    @Slot(QModelIndex)
    def _send_opened(self, index: QModelIndex) -> None:
        found = self._articles.id_at(index.row()) if index.isValid() else None
        if found is not None:
            self._browse.stop()
            self._open = found
            self.opened.emit(found)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag a small slip that says what it is: the rows themselves would hide the tree."""
        ids, current = self.selected_ids(), self.currentIndex()
        if not ids:
            return
        row = self._articles.row_at(current.row()) if current.isValid() else None
        headline = row.article.headline if row is not None and len(ids) == 1 else ""
        words = ngettext("{count} article", "{count} articles", len(ids))
        drag = QDrag(self)
        drag.setMimeData(articles_mime(ids))
        drag.setPixmap(slip(headline or words.format(count=number(len(ids))), self))
        drag.setHotSpot(QPoint(-12, -8))
        drag.exec(actions, Qt.DropAction.CopyAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to write, Del spikes."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._send_opened(self.currentIndex())
            case Qt.Key.Key_Delete:
                self.spike_wanted.emit()
            case _:
                super().keyPressEvent(event)
