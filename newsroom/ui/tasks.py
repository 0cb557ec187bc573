"""Work off the GUI thread: serial lanes for the database and the journal, a pool for the rest."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum
from threading import Event
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from newsroom.errors import CancelledError, NewsroomError, bug_of
from newsroom.ui.garbage import GuiGarbage

T = TypeVar("T")
_log = logging.getLogger(__name__)
_POOL_THREADS = 2


class Lane(Enum):
    """Where work runs: `DATABASE` is serial and keeps its order, `POOL` is parallel.

    `JOURNAL` is serial too, and takes nothing but what is typed: that waits for nobody.
    """

    DATABASE = "database"
    JOURNAL = "journal"
    POOL = "pool"


class TaskProgress:
    """The `Progress` that a worker is handed; its reports arrive on the GUI thread."""

    def __init__(
        self, emit: Callable[[int, int, str], None], hand_over: Callable[[object], None]
    ) -> None:
        self._emit = emit
        self._hand_over = hand_over
        self._cancel = Event()

    def report(self, done: int, total: int, label: str) -> None:
        """Tell the window where the work stands."""
        self._emit(done, total, label)

    def part(self, value: object) -> None:
        """Hand over a part of the result before the whole is there."""
        self._hand_over(value)

    def cancelled(self) -> bool:
        """Whether the person wants to stop."""
        return self._cancel.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancel.set()


@dataclass(eq=False, kw_only=True)
class Task(Generic[T]):
    """A piece of work under way; keep it to cancel it."""

    owner: QObject
    on_done: Callable[[T], None] | None
    on_error: Callable[[NewsroomError], None] | None
    on_progress: Callable[[int, int, str], None] | None
    on_part: Callable[[Any], None] | None = None
    progress: TaskProgress = field(init=False)
    future: "Future[None] | None" = None
    finished: bool = False

    def cancel(self) -> None:
        """Drop the work if it has not begun, else ask it to stop."""
        self.progress.cancel()
        if self.future is not None and self.future.cancel():
            self.finished = True


class TaskRunner(QObject):
    """Runs functions on other threads and brings their results back to the GUI thread.

    Results of an owner that has been deleted meanwhile are dropped. An error that has no
    `on_error` is sent out by `failed`; what is not a `NewsroomError` is our bug: it is logged and
    wrapped in `BugError`. A cancelled task reports `CancelledError` to its `on_error` only.
    """

    failed = Signal(object)
    _finished = Signal(object, object, object)
    _progressed = Signal(object, int, int, str)
    _parted = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            Lane.DATABASE: ThreadPoolExecutor(1, thread_name_prefix="database"),
            Lane.JOURNAL: ThreadPoolExecutor(1, thread_name_prefix="journal"),
            Lane.POOL: ThreadPoolExecutor(_POOL_THREADS, thread_name_prefix="pool"),
        }
        self._open: set[Task[Any]] = set()
        self._garbage = GuiGarbage(self)
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._pass_progress, Qt.ConnectionType.QueuedConnection)
        self._parted.connect(self._pass_part, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        fn: Callable[[TaskProgress], T],
        *,
        owner: QObject,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[NewsroomError], None] | None = None,
        on_progress: Callable[[int, int, str], None] | None = None,
        on_part: Callable[[Any], None] | None = None,
        lane: Lane = Lane.DATABASE,
    ) -> Task[T]:
        """Run `fn` on `lane`; the callbacks are called on the GUI thread while `owner` lives.

        `on_part` takes what `fn` hands over meanwhile, in order, nothing once it is cancelled.
        """
        task = Task(
            owner=owner,
            on_done=on_done,
            on_error=on_error,
            on_progress=on_progress,
            on_part=on_part,
        )
        reporter = _Reporter(self, task)
        task.progress = TaskProgress(reporter, reporter.part)
        if self._closed:
            task.cancel()
            task.finished = True
            return task
        self._open = {known for known in self._open if not known.finished} | {task}
        task.future = self._lanes[lane].submit(self._work, fn, task)
        return task

    def busy(self) -> bool:
        """Whether any work is under way or its result not yet delivered."""
        return any(not task.finished for task in self._open)

    def shutdown(self) -> None:
        """Finish what is queued and stop the threads; called when the window has closed.

        Results that arrive later are dropped, and what is asked for later is not done: with the
        window gone nobody waits for it.
        """
        self._closed = True
        for executor in self._lanes.values():
            executor.shutdown(wait=True)
        self._garbage.give_back()

    def _work(self, fn: Callable[[TaskProgress], T], task: Task[T]) -> None:
        value: T | None = None
        error: Exception | None = None
        try:
            value = fn(task.progress)
        except Exception as caught:  # every failure must reach the window, whatever it is
            error = caught
        if isValid(self):
            self._finished.emit(task, value, error)

    @Slot(object, object, object)
    def _deliver(self, task: Task[Any], value: Any, error: Exception | None) -> None:
        task.finished = True
        self._open.discard(task)
        if self._closed or not isValid(task.owner):
            return
        if error is not None:
            self._deliver_error(task, _as_ours(error))
        elif task.on_done is not None:
            task.on_done(value)

    def _deliver_error(self, task: Task[Any], error: NewsroomError) -> None:
        if task.on_error is not None:
            task.on_error(error)
        elif not isinstance(error, CancelledError):
            self.failed.emit(error)

    @Slot(object, int, int, str)
    def _pass_progress(self, task: Task[Any], done: int, total: int, label: str) -> None:
        if task.on_progress is not None and not task.finished and isValid(task.owner):
            task.on_progress(done, total, label)

    @Slot(object, object)
    def _pass_part(self, task: Task[Any], value: object) -> None:
        wanted = not (task.finished or task.progress.cancelled())
        if task.on_part is not None and wanted and isValid(task.owner):
            task.on_part(value)


class _Reporter:
    """Sends a worker's progress and the parts of its result through the runner's signals."""

    def __init__(self, runner: TaskRunner, task: Task[Any]) -> None:
        self._runner = runner
        self._task = task

    def __call__(self, done: int, total: int, label: str) -> None:
        if isValid(self._runner):
            self._runner._progressed.emit(self._task, done, total, label)  # noqa: SLF001

    def part(self, value: object) -> None:
        if isValid(self._runner):
            self._runner._parted.emit(self._task, value)  # noqa: SLF001


def _as_ours(error: Exception) -> NewsroomError:
    if isinstance(error, NewsroomError):
        return error
    _log.error("a task failed", exc_info=error)
    return bug_of(error)
