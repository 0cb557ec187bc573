"""Makes the print file of the open article while it is written, whenever the writer pauses."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from newsroom.domain.article import Article
from newsroom.domain.rendering import RenderContext
from newsroom.errors import CancelledError, NewsroomError
from newsroom.services.print_preview import ArticlePrinter, PrintFile
from newsroom.ui.tasks import Lane, Task, TaskProgress, TaskRunner

_PAUSE_MS, _LONGEST_MS = 350, 4000


@dataclass(frozen=True, slots=True)
class _Wanted:
    article: Article
    context: RenderContext
    preset: str
    own: Path | None


class PrintMaker(QObject):
    """`made(PrintFile, bool)`: the bool tells that it is of another article or form than before.

    `failed(NewsroomError)`. `working(int)`: per cent of the file under way; `rested()` when there
    is none any more. One file is made at a time. After the next pause an edit stops the one under
    way, which lacks it; the lines set so far are kept. Where a file takes long, so does the pause.
    """

    made = Signal(object, bool)
    failed = Signal(object)
    working = Signal(int)
    rested = Signal()

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._article: Article | None = None
        self._context: RenderContext | None = None
        self._preset = ""
        self._own: Path | None = None
        self._awake = False
        self._running: Task[PrintFile] | None = None
        self._printer = ArticlePrinter()
        self._asked: _Wanted | None = None
        self._shown: _Wanted | None = None
        self._began = 0.0
        self._pause = _PAUSE_MS
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._start)

    @Slot(object, object)
    def follow(self, article: Article, context: RenderContext) -> None:
        """The article as it is now, with what an output of it needs."""
        other = self._article is None or self._article.id != article.id
        self._article, self._context = article, context
        if self._awake:
            self._soon.start(0 if other else self._pause)

    @Slot()
    def forget(self) -> None:
        """No article is open."""
        self._article = self._context = self._asked = self._shown = None
        self._printer = ArticlePrinter()
        self._soon.stop()
        self.stop()

    @Slot()
    def stop(self) -> None:
        """Make no file of the article as it is; the next edit, or `again`, begins one anew."""
        if self._running is None:
            return
        self._running.cancel()
        if self._running.finished:  # it had not begun, and tells nobody
            self._rest()

    def _rest(self) -> None:
        self._running = None
        self.rested.emit()

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
        return self._running is None and self._shown == self._wanted() is not None

    def _wanted(self) -> _Wanted | None:
        if self._article is None or self._context is None or not self._preset:
            return None
        return _Wanted(self._article, self._context, self._preset, self._own)

    @Slot()
    def _start(self) -> None:
        wanted = self._wanted()
        if not self._awake or wanted is None or wanted == self._asked:
            return
        self.stop()
        if self._running is not None:
            return
        self._asked, self._began = wanted, monotonic()
        self._running = self._tasks.run(
            partial(_made, self._printer, wanted),
            owner=self,
            on_done=partial(self._take, wanted),
            on_error=partial(self._fail, wanted),
            on_progress=self._tell,
            lane=Lane.POOL,
        )

    def _tell(self, done: int, total: int, _label: str) -> None:
        self.working.emit(100 * done // total)

    def _take(self, wanted: _Wanted, file: PrintFile) -> None:
        took = round((monotonic() - self._began) * 1000)
        self._pause = min(max(_PAUSE_MS, took), _LONGEST_MS)
        self._soon.start(self._pause)
        if self._still(wanted):
            before, self._shown = self._shown, wanted
            same = before is not None and _place(before) == _place(wanted)
            self.made.emit(file, not same)

    def _fail(self, wanted: _Wanted, error: NewsroomError) -> None:
        self._soon.start(0)
        if self._still(wanted) and not isinstance(error, CancelledError):
            self.failed.emit(error)

    def _still(self, wanted: _Wanted) -> bool:
        """Whether article and form are still those wanted; what was typed since comes next."""
        self._rest()
        now = self._wanted()
        return now is not None and _place(now) == _place(wanted)


def _place(wanted: _Wanted) -> tuple[str, str]:
    return wanted.article.id, wanted.preset


def _made(printer: ArticlePrinter, wanted: _Wanted, progress: TaskProgress) -> PrintFile:
    return printer.print(
        wanted.article,
        wanted.context,
        preset=wanted.preset,
        own=wanted.own,
        progress=progress,
    )
