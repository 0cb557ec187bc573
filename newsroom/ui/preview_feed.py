"""Feeds the web page: the article as it is typed, with what the page needs from the library."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from newsroom.domain.article import Article, SectionPath
from newsroom.domain.changes import ChangeSet
from newsroom.domain.document import photos
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.rendering import RenderContext
from newsroom.services.desk import Desk
from newsroom.services.newsstand import Newsstand, read_newsstand
from newsroom.services.rendering import context_for
from newsroom.ui.preview.pane import PreviewPane
from newsroom.ui.tasks import TaskProgress, TaskRunner

_REREAD_MS = 300


@dataclass(frozen=True, slots=True)
class _Need:
    """What the context depends on; while it is the same, typing needs no reading."""

    article: ArticleId
    section: SectionPath
    related: tuple[ArticleId, ...]
    photos: frozenset[PhotoId]


class PreviewFeed(QObject):
    """Shows every edit at once with the context last read, and reads it again when it must.

    `told(Article, RenderContext)` with each of them, for others that show what will come out.
    """

    told = Signal(object, object)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane: PreviewPane | None = None
        self._desk: Desk | None = None
        self._article: Article | None = None
        self._context: RenderContext | None = None
        self._need: _Need | None = None
        self._news_of: SectionPath | None = None
        self._reread = QTimer(self, singleShot=True, interval=_REREAD_MS)
        self._reread.timeout.connect(self._read)

    def attach(self, pane: PreviewPane) -> None:
        """Feed this pane."""
        if pane is not self._pane:
            self._pane = pane
            pane.view_changed.connect(self._ask_news)

    def attach_desk(self, desk: Desk) -> None:
        """Read from the library of `desk`."""
        self._desk = desk

    @Slot(object)
    def show(self, article: Article) -> None:
        """Show what is on the sheet now."""
        other = self._article is None or self._article.id != article.id
        self._article = article
        if other:
            self._context = None
        if _need(article) != self._need:
            self._read()
        self._send()
        self._ask_news()

    @Slot()
    def clear(self) -> None:
        """No article is open."""
        self._article = self._context = self._need = None
        if self._pane is not None:
            self._pane.clear()

    @Slot(object)
    def apply(self, changes: ChangeSet) -> None:
        """Other articles, sections or settings changed: the page may list or name them."""
        ours = frozenset() if self._article is None else frozenset({self._article.id})
        others = (changes.articles | changes.added | changes.removed) - ours
        if others or changes.sections or changes.settings:
            self._news_of = None
            self._reread.start()

    @Slot()
    def _ask_news(self) -> None:
        """Read what the pages that list news need, while one of them is looked at."""
        pane, desk = self._pane, self._desk
        if pane is None or desk is None or self._article is None or not pane.view.kind.lists_news:
            return
        section = pane.section()
        if section == self._news_of:
            return
        self._news_of = section
        work = partial(_read_news, desk, section)
        self._tasks.run(work, owner=self, on_done=pane.show_newsstand)

    @Slot()
    def _read(self) -> None:
        if self._desk is None or self._article is None:
            return
        self._need = _need(self._article)
        work = partial(_read_context, self._desk, self._article)
        self._tasks.run(work, owner=self, on_done=partial(self._take, self._article.id))

    def _take(self, article_id: ArticleId, context: RenderContext) -> None:
        if self._article is not None and self._article.id == article_id:
            self._context = context
            self._send()
            self._ask_news()

    def _send(self) -> None:
        if self._article is None or self._context is None:
            return
        if self._pane is not None:
            self._pane.show_article(self._article, self._context)
        self.told.emit(self._article, self._context)


def _need(article: Article) -> _Need:
    used = frozenset(use.photo for use in photos(article.body))
    return _Need(article.id, article.section, article.related, used)


def _read_news(desk: Desk, section: SectionPath, progress: TaskProgress) -> Newsstand:
    del progress
    return read_newsstand(desk=desk, section=section)


def _read_context(desk: Desk, article: Article, progress: TaskProgress) -> RenderContext:
    del progress
    return context_for(desk=desk, article=article)
