"""Choosing articles from the library, by words with or without diacritics."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QWidget

from newsroom.domain.ids import ArticleId
from newsroom.errors import NewsroomError
from newsroom.i18n import _, ngettext, sentence
from newsroom.services.desk import Desk
from newsroom.ui.dialogs.base import Dialog
from newsroom.ui.library.delegate import ROW_HEIGHT, ArticleDelegate
from newsroom.ui.library.rows_view import RowsView
from newsroom.ui.models.articles import ArticleListModel
from newsroom.ui.models.rows import Query
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.plain_label import PlainLabel

_PAUSE_MS = 120


class ArticlePicker(Dialog):
    """`picked(list of ids)` with the articles chosen, without those in `exclude`."""

    picked = Signal(list)

    def __init__(
        self,
        *,
        desk: Desk,
        tasks: TaskRunner,
        theme: Theme,
        title: str,
        exclude: Collection[ArticleId] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self._exclude = frozenset(exclude)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Headline, words, a name…"))
        self.line.setAccessibleName(_("Find an article"))
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.model = ArticleListModel(tasks, self)
        self._delegate = ArticleDelegate(theme.tokens, self)
        self.view = RowsView(ROW_HEIGHT)
        self.count = PlainLabel()
        set_kind(self.count, "hint")
        self.add_button(_("Cancel")).clicked.connect(self.close)
        self.take = self.add_button(_("Add"), "primary")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._prepare_view()
        for part in (self.line, self.view, self.count):
            self.body.addWidget(part)
        self.body.setSpacing(8)
        self.resize(520, 620)
        self._connect_signals(theme)
        self.model.attach_desk(desk)
        self.line.setFocus()
        self._refresh()

    def _prepare_view(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setFrameShape(QFrame.Shape.StyledPanel)
        self.view.setAccessibleName(_("Articles"))
        set_kind(self.view, "boxed")

    def _connect_signals(self, theme: Theme) -> None:
        theme.changed.connect(self._delegate.set_tokens)
        self._pause.timeout.connect(self._search)
        self.line.textEdited.connect(self._on_edited)
        self.model.answered.connect(self._on_answered)
        self.model.refused.connect(self._on_refused)
        self.view.selectionModel().selectionChanged.connect(self._refresh)
        self.view.doubleClicked.connect(self._on_take)
        self.take.clicked.connect(self._on_take)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the line move in the list."""
        if watched is self.line and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and event.type() == QEvent.Type.KeyPress:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def chosen(self) -> list[ArticleId]:
        """The articles selected, in the order of the list, without those excluded."""
        rows = sorted(index.row() for index in self.view.selectedIndexes())
        ids = (self.model.id_at(row) for row in rows)
        return [each for each in ids if each is not None and each not in self._exclude]

    def _step(self, by: int) -> None:
        row = min(max(self.view.currentIndex().row() + by, 0), self.model.rowCount() - 1)
        self.view.setCurrentIndex(self.model.index(row))

    @Slot(str)
    def _on_edited(self, _words: str) -> None:
        self._pause.start()

    @Slot()
    def _search(self) -> None:
        self.model.show(Query(words=self.line.text()))

    @Slot(int)
    def _on_answered(self, total: int) -> None:
        words = ngettext("{count} article", "{count} articles", total).format(count=total)
        self.count.setText(words if total else _("Nothing is found. Try fewer words."))
        if total:
            self.view.setCurrentIndex(self.model.index(0))
        self._refresh()

    @Slot(object)
    def _on_refused(self, error: NewsroomError) -> None:
        self.count.setText(sentence(error))

    @Slot()
    def _refresh(self) -> None:
        self.take.setEnabled(bool(self.chosen()))

    @Slot()
    @Slot(QModelIndex)
    def _on_take(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.close()
            self.picked.emit(chosen)
