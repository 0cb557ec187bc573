"""Keeps versions while someone writes: before the first edit, every ten minutes, and on leaving."""

from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Slot

from newsroom.domain.article import Article
from newsroom.domain.ids import ArticleId
from newsroom.errors import NewsroomError, NotFoundError
from newsroom.services.desk import Desk
from newsroom.services.versions import keep_version
from newsroom.ui.changes import Operations
from newsroom.ui.editor.session import ArticleSession
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.tasks import TaskRunner

_EVERY_S = 600.0


class VersionKeeper(QObject):
    """Follows the session. The database's lane is serial, so a version that is asked for now holds
    what was queued for writing before, and nothing that is typed later.
    """

    def __init__(
        self, tasks: TaskRunner, operations: Operations, sheet: Sheet, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks, self._operations = tasks, operations
        self._desk: Desk | None = None
        self._article: ArticleId | None = None
        self._begun = self._edited = False
        self._kept_at = 0.0
        sheet.text_edited.connect(self._note_edit)

    def follow(self, desk: Desk, session: ArticleSession) -> None:
        """Keep versions of what `session` writes into the library of `desk`."""
        self._desk = desk
        session.article_opened.connect(self._opened)
        session.closed.connect(self._closed)
        session.idle.connect(self._idle)

    def keep(self) -> None:
        """Keep what was written since the last time, if anything was."""
        if self._edited:
            self._edited = False
            self._keep()

    @Slot()
    def _note_edit(self) -> None:
        if self._article is None:
            return
        if not self._begun:
            self._begun = True
            self._keep()
        self._edited = True

    @Slot(object)
    def _opened(self, article: Article) -> None:
        if article.id != self._article:
            self.keep()
            self._article, self._begun = article.id, False

    @Slot()
    def _closed(self) -> None:
        self.keep()
        self._article = None

    @Slot()
    def _idle(self) -> None:
        if monotonic() - self._kept_at >= _EVERY_S:
            self.keep()

    def _keep(self) -> None:
        self._kept_at = monotonic()
        if self._desk is not None and self._article is not None:
            work = partial(keep_version, desk=self._desk, article_id=self._article)
            self._operations.run(work, owner=self, on_error=self._not_kept)

    def _not_kept(self, error: NewsroomError) -> None:
        """An article that was deleted for good meanwhile needs no version."""
        if not isinstance(error, NotFoundError):
            self._tasks.failed.emit(error)
