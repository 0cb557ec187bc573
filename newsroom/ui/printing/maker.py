"""Makes the print file of the open article while it is written, whenever the writer pauses."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from newsroom.domain.article import Article
from newsroom.domain.rendering import RenderContext
from newsroom.errors import NewsroomError
from newsroom.services.print_preview import PrintFile, print_article
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner

_PAUSE_MS, _LONGEST_MS = 350, 4000


@dataclass(frozen=True, slots=True)
class _Wanted:
    article: Article
    context: RenderContext
    preset: str
    own: Path | None


class PrintMaker(QObject):
    """`made(PrintFile, bool)`: the bool tells that it is of another article or form than before.

    `failed(NewsroomError)`. One file is made at a time; edits that come meanwhile are in the next
    one. Where a file takes long, the pause before it is as long.
    """

    made = Signal(object, bool)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._article: Article | None = None
        self._context: RenderContext | None = None
        self._preset = ""
        self._own: Path | None = None
        self._awake = self._running = False
        self._asked: _Wanted | None = None
        self._shown: _Wanted | None = None
        self._began = 0.0
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._start)

    @Slot(object, object)
    def follow(self, article: Article, context: RenderContext) -> None:
        """The article as it is now, with what an output of it needs."""
        other = self._article is None or self._article.id != article.id
        self._article, self._context = article, context
        if self._awake:
            self._soon.start(0 if other else self._soon.interval())

    @Slot()
    def forget(self) -> None:
        """No article is open."""
        self._article = self._context = self._asked = self._shown = None
        self._soon.stop()

    def set_form(self, preset: str, own: Path | None) -> None:
        """Make it in this preset; `own` is the folder of the library's presets."""
        self._preset, self._own = preset, own
        self.again()

    @Slot()
    def again(self) -> None:
        """Make the file anew, as when its preset may have changed."""
        self._asked = None
        if self._awake:
            self._soon.start(0)

    def wake(self, awake: bool) -> None:
        """Whether somebody looks, or waits for the file."""
        self._awake = awake
        if awake:
            self._soon.start(0)

    @property
    def up_to_date(self) -> bool:
        """Whether the last file made is that of the article as it is."""
        return not self._running and self._asked == self._wanted() is not None

    def _wanted(self) -> _Wanted | None:
        if self._article is None or self._context is None or not self._preset:
            return None
        return _Wanted(self._article, self._context, self._preset, self._own)

    @Slot()
    def _start(self) -> None:
        wanted = self._wanted()
        if self._running or not self._awake or wanted is None or wanted == self._asked:
            return
        self._asked, self._running, self._began = wanted, True, monotonic()
        self._tasks.run(
            partial(_made, wanted),
            owner=self,
            on_done=partial(self._take, wanted),
            on_error=partial(self._fail, wanted),
            lane=Lane.POOL,
        )

    def _take(self, wanted: _Wanted, file: PrintFile) -> None:
        if self._still(wanted):
            before, self._shown = self._shown, wanted
            same = before is not None and _place(before) == _place(wanted)
            self.made.emit(file, not same)

    def _fail(self, wanted: _Wanted, error: NewsroomError) -> None:
        if self._still(wanted):
            self.failed.emit(error)

    def _still(self, wanted: _Wanted) -> bool:
        """Whether article and form are still those wanted; what was typed since comes next."""
        self._running = False
        took = round((monotonic() - self._began) * 1000)
        self._soon.setInterval(min(max(_PAUSE_MS, took), _LONGEST_MS))
        self._soon.start()
        now = self._wanted()
        return now is not None and _place(now) == _place(wanted)


def _place(wanted: _Wanted) -> tuple[str, str]:
    return wanted.article.id, wanted.preset


def _made(wanted: _Wanted, progress: TaskProgress) -> PrintFile:
    del progress
    return print_article(wanted.article, wanted.context, preset=wanted.preset, own=wanted.own)
