"""The list of articles: it knows how many there are and fetches what comes into view."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from newsroom.domain.changes import ChangeSet
from newsroom.domain.ids import ArticleId
from newsroom.errors import NewsroomError
from newsroom.i18n import _
from newsroom.services.desk import Desk
from newsroom.ui.models.difference import Difference, difference
from newsroom.ui.models.dragging import ARTICLES_MIME, articles_mime
from newsroom.ui.models.rows import (
    WINDOW,
    Answer,
    Fetch,
    FetchSummaries,
    FilteredRows,
    FoundRows,
    Key,
    Query,
    Row,
    ask,
)
from newsroom.ui.tasks import Task, TaskProgress, TaskRunner
from newsroom.ui.wording import status_label

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""A `Row`, or None while it is being fetched."""

_KEPT_ROWS = 5000
_REFRESH_AFTER_MS = 60

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Refreshed:
    """A fresh answer to the same query and how it differs from the ids it was compared with."""

    answer: Answer
    old: Sequence[ArticleId]
    steps: Difference | None


class ArticleListModel(QAbstractListModel):
    """Articles of a query, fetched in windows on the database lane.

    `answered(total)` is sent when a new query's rows are there, `refused(NewsroomError)` when the
    query failed; `refreshing` and `refreshed` enclose a change of rows within the same query.
    """

    answered = Signal(int)
    refused = Signal(object)
    refreshing = Signal()
    refreshed = Signal()

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk: Desk | None = None
        self._query = Query()
        self._source: FilteredRows | FoundRows = FilteredRows([])
        self._rows: OrderedDict[Key, Row] = OrderedDict()
        self._missing: set[Key] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._asking: Task[Any] | None = None
        self._fetching: Task[Any] | None = None
        self._under_way: tuple[FilteredRows | FoundRows, int] | None = None
        self._fetch_soon = _single_shot(self, 0, self._fetch_next)
        self._refresh_soon = _single_shot(self, _REFRESH_AFTER_MS, self._refresh)

    @property
    def query(self) -> Query:
        """What is asked for (the rows may still be those of the query before)."""
        return self._query

    def attach_desk(self, desk: Desk) -> None:
        """Take rows from `desk` from now on."""
        self._desk = desk
        self.show(self._query)

    def show(self, query: Query) -> None:
        """Ask for `query`; an answer that another query has overtaken is dropped."""
        self._query = query
        self._ask(partial(_answer, query=query), self._take)

    def _ask(self, work: Any, on_done: Any) -> None:
        if self._desk is None:
            return
        if self._asking is not None:
            self._asking.cancel()
        run = partial(_on_desk, self._desk, work)
        self._asking = self._tasks.run(run, owner=self, on_done=on_done, on_error=self.refused.emit)

    def _take(self, answer: Answer) -> None:
        if answer.query != self._query:
            return
        self.beginResetModel()
        self._start_afresh(answer)
        self.endResetModel()
        self.answered.emit(answer.source.count)

    def _start_afresh(self, answer: Answer) -> None:
        self._source = answer.source
        self._rows = OrderedDict(answer.rows)
        self._missing.clear()
        self._wanted.clear()

    # ---- rows ------------------------------------------------------------------------------
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else self._source.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row under `ROW_ROLE`, its headline for display, its words for screen readers."""
        if not index.isValid():
            return None
        row = self.row_at(index.row())
        if role == ROW_ROLE or row is None:
            return row if role == ROW_ROLE else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.article.headline or _("Untitled")
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(row)
        return None

    def row_at(self, place: int) -> Row | None:
        """The row at `place`; one that is not there yet is None and comes soon."""
        key = self._source.key(place)
        row = self._rows.get(key)
        if row is None and key not in self._missing:
            self._want(place // WINDOW)
        return row

    def id_at(self, place: int) -> ArticleId | None:
        """The article at `place`, None while it is not known yet."""
        if isinstance(self._source, FilteredRows):
            return self._source.ids[place]
        row = self.row_at(place)
        return row.article.id if row else None

    def place_of(self, article_id: ArticleId) -> int | None:
        """Where the article stands; among search hits only those fetched are known."""
        if isinstance(self._source, FilteredRows):
            ids = self._source.ids
            return ids.index(article_id) if article_id in ids else None
        for key, row in self._rows.items():
            if row.article.id == article_id and isinstance(key, int):
                return key
        return None

    def _want(self, window: int) -> None:
        if self._fetching is not None and self._under_way == (self._source, window):
            return
        self._wanted[window] = None
        self._wanted.move_to_end(window)
        while len(self._wanted) > 3:
            self._wanted.popitem(last=False)
        if self._fetching is None and not self._fetch_soon.isActive():
            self._fetch_soon.start()

    @Slot()
    def _fetch_next(self) -> None:
        """What was looked at last comes first: a long scroll leaves old wishes behind."""
        if self._desk is None or self._fetching is not None or not self._wanted:
            return
        window, _nothing = self._wanted.popitem()
        self._under_way = (self._source, window)
        fetch = self._source.fetch(window)
        self._fetching = self._tasks.run(
            partial(_on_desk, self._desk, fetch),
            owner=self,
            on_done=_Fetched(self, self._source, fetch),
            on_error=self._fetch_failed,
        )

    def _fetch_failed(self, error: NewsroomError) -> None:
        self._fetching = None
        self._wanted.clear()
        self.refused.emit(error)

    def take_rows(self, source: object, fetch: Fetch, rows: dict[Key, Row]) -> None:
        """Rows that `fetch` brought; dropped when `source` is no longer shown."""
        self._fetching = None
        if source is self._source:
            self._keep(rows)
            self._missing |= set(fetch.keys()) - set(rows)
            self._tell(0, self._source.count - 1)
        self._fetch_next()

    def _keep(self, rows: dict[Key, Row]) -> None:
        for key, row in rows.items():
            self._rows[key] = row
            self._rows.move_to_end(key)
        while len(self._rows) > _KEPT_ROWS:
            self._rows.popitem(last=False)

    def _tell(self, first: int, last: int) -> None:
        if 0 <= first <= last < self._source.count:
            self.dataChanged.emit(self.index(first), self.index(last))

    # ---- changes ---------------------------------------------------------------------------
    @Slot(object)
    def apply(self, changes: ChangeSet) -> None:
        """Refresh what `changes` touched and nothing else."""
        if changes.added or changes.removed or (changes.articles and not changes.text_only):
            for article_id in changes.articles | changes.removed:
                self._rows.pop(article_id, None)
            self._refresh_soon.start()
        elif changes.articles and self._desk is not None:
            work = partial(_on_desk, self._desk, FetchSummaries(tuple(changes.articles)))
            self._tasks.run(work, owner=self, on_done=self._take_summaries)

    def _take_summaries(self, rows: dict[Key, Row]) -> None:
        for article_id, row in rows.items():
            place = self.place_of(row.article.id)
            if place is None:
                continue
            if isinstance(self._source, FoundRows):
                self._rows[place] = row
            else:
                self._rows[article_id] = row
                place = self._move_up(self._source, place, row)
            self._tell(place, place)

    def _move_up(self, source: FilteredRows, place: int, row: Row) -> int:
        """The list is in the order of change, so what was just written belongs at the top."""
        top = self._rows.get(source.ids[0])
        if place == 0 or (top is not None and top.article.updated > row.article.updated):
            return place
        parent = QModelIndex()
        self.beginMoveRows(parent, place, place, parent, 0)
        source.ids.insert(0, source.ids.pop(place))
        self.endMoveRows()
        return 0

    @Slot()
    def _refresh(self) -> None:
        old = tuple(self._source.ids) if isinstance(self._source, FilteredRows) else ()
        self._ask(partial(_answer_again, query=self._query, old=old), self._take_refreshed)

    def _take_refreshed(self, fresh: _Refreshed) -> None:
        if fresh.answer.query != self._query:
            return
        self.refreshing.emit()
        if not self._follow(fresh):
            self.beginResetModel()
            self._start_afresh(fresh.answer)
            self.endResetModel()
        self.refreshed.emit()

    def _follow(self, fresh: _Refreshed) -> bool:
        """Change row by row where that is possible; a view keeps its place then."""
        old, new = self._source, fresh.answer.source
        if not isinstance(old, FilteredRows) or not isinstance(new, FilteredRows):
            return False
        if fresh.steps is None or tuple(old.ids) != fresh.old:
            return False
        self._step(old, new, fresh.steps)
        self._keep(fresh.answer.rows)
        self._missing.clear()
        self._tell(0, old.count - 1)
        return True

    def _step(self, old: FilteredRows, new: FilteredRows, steps: Difference) -> None:
        parent = QModelIndex()
        for place in steps.removed:
            self.beginRemoveRows(parent, place, place)
            del old.ids[place]
            self.endRemoveRows()
        for place in steps.inserted:
            self.beginInsertRows(parent, place, place)
            old.ids.insert(place, new.ids[place])
            self.endInsertRows()

    # ---- dragging --------------------------------------------------------------------------
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be selected and dragged onto the tree."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        own = Qt.ItemFlag.ItemNeverHasChildren | Qt.ItemFlag.ItemIsDragEnabled
        return super().flags(index) | own

    def mimeTypes(self) -> list[str]:
        """Articles travel by their ids."""
        return [ARTICLES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the dragged rows."""
        return articles_mime(
            found for index in indexes if (found := self.id_at(index.row())) is not None
        )


class _Fetched:
    """Says which fetch a result belongs to."""

    def __init__(self, model: ArticleListModel, source: object, fetch: Fetch) -> None:
        self._model = model
        self._source = source
        self._fetch = fetch

    def __call__(self, rows: dict[Key, Row]) -> None:
        self._model.take_rows(self._source, self._fetch, rows)


def _answer(desk: Desk, *, query: Query) -> Answer:
    return ask(desk, query)


def _answer_again(desk: Desk, *, query: Query, old: tuple[ArticleId, ...]) -> _Refreshed:
    answer = ask(desk, query)
    ids = answer.source.ids if isinstance(answer.source, FilteredRows) else []
    return _Refreshed(answer, old, difference(old, ids) if old else None)


def _on_desk(desk: Desk, work: Any, progress: TaskProgress) -> Any:
    del progress
    return work(desk)


def _spoken(row: Row) -> str:
    article = row.article
    parts = (article.headline, status_label(article.status), *article.section[-1:], row.excerpt)
    return ". ".join(part for part in parts if part)


def _single_shot(owner: QObject, after_ms: int, slot: Any) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(slot)
    return timer
