"""Has pages rendered on a worker thread, one at a time; edits that come faster are skipped."""

from PySide6.QtCore import QObject, Signal

from newsroom.domain.article import Article, SectionPath
from newsroom.domain.rendering import RenderContext
from newsroom.errors import NewsroomError
from newsroom.services.newsstand import Newsstand
from newsroom.ui.preview.page import Made, Shown, Wanted, make
from newsroom.ui.preview.view import View
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner


class PageMaker(QObject):
    """`made(Made)` is to be answered with `done` once it is on screen; `failed(NewsroomError)`.

    `view` is which page is wanted, `shown` what is on screen as far as it is known.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.view = View()
        self.shown: Shown | None = None
        self.latest: tuple[Article, RenderContext] | None = None
        self.busy = False
        self._stand: Newsstand | None = None
        self._waiting = self._awake = False

    def wake(self, on: bool) -> None:
        """Whether there is somebody to show pages to."""
        self._awake = on
        self._next()

    def show_article(self, article: Article, context: RenderContext) -> None:
        """Show this article from now on."""
        self.latest = (article, context)
        self.refresh()

    def show_newsstand(self, stand: Newsstand) -> None:
        """The news around the article, for the pages that list some."""
        self._stand = stand
        self.refresh()

    def clear(self) -> None:
        """There is no article."""
        self.latest = None
        self._waiting = False

    def refresh(self) -> None:
        """Make the page again: something it is made of has changed."""
        self._waiting = self.latest is not None
        self._next()

    def begin_anew(self) -> None:
        """The page on screen is not what it was taken for, or there is none."""
        self.forget()
        self.refresh()

    def forget(self) -> None:
        """There is no page on screen any more, and none on its way."""
        self.busy = False
        self.shown = None

    def done(self) -> bool:
        """What was made is on screen; returns whether that is what is wanted now."""
        self.busy = False
        caught_up = not self._waiting
        self._next()
        return caught_up

    def section(self) -> SectionPath:
        """The section whose page is meant: the one chosen, else the article's."""
        if self.view.section is not None:
            return self.view.section
        return self.latest[0].section if self.latest is not None else ()

    def _next(self) -> None:
        if self.busy or not (self._awake and self._waiting) or self.latest is None:
            return
        stand = self._stand
        if self.view.kind.lists_news and (stand is None or stand.section != self.section()):
            return  # the news come in a moment
        article, context = self.latest
        self._waiting, self.busy = False, True
        wanted = Wanted(
            article=article, context=context, view=self.view, stand=stand, shown=self.shown
        )
        self._tasks.run(
            _Making(wanted), owner=self, on_done=self._made, on_error=self._fail, lane=Lane.POOL
        )

    def _made(self, made: Made) -> None:
        if self.latest is None or not self._awake:
            self.busy = False
            self._waiting = self.latest is not None
            return
        self.made.emit(made)

    def _fail(self, error: NewsroomError) -> None:
        self.busy = False
        self.failed.emit(error)
        self._next()


class _Making:
    """A class, since a lambda would keep its owner alive."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted

    def __call__(self, progress: TaskProgress) -> Made:
        del progress
        return make(self._wanted)
