"""Work off the GUI thread: serial lanes for the database and the journal, a pool for the rest."""

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from functools import partial
from itertools import count
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
class _Job:
    """What a worker sees of a task. It leaves all it made here, and the GUI thread takes it."""

    fn: Callable[[TaskProgress], Any]
    progress: TaskProgress
    parts: deque[Any]
    value: Any = None
    error: Exception | None = None

    def do(self) -> None:
        """Run the function, on a worker; keep what it returns or raises."""
        try:
            self.value = self.fn(self.progress)
        except Exception as caught:  # every failure must reach the window, whatever it is
            self.error = caught

    def forget(self) -> None:
        """Let go of everything, on the GUI thread."""
        self.fn = _nothing
        self.value = self.error = None
        self.parts.clear()


@dataclass(eq=False, kw_only=True)
class Task(Generic[T]):
    """A piece of work under way; keep it to cancel it."""

    owner: QObject
    on_done: Callable[[T], None] | None
    on_error: Callable[[NewsroomError], None] | None
    on_progress: Callable[[int, int, str], None] | None
    on_part: Callable[[Any], None] | None
    job: _Job
    leave: Callable[[], object]
    future: "Future[None] | None" = None
    finished: bool = False

    @property
    def cancelled(self) -> bool:
        """Whether it was dropped or asked to stop."""
        return self.job.progress.cancelled()

    def cancel(self) -> None:
        """Drop the work if it has not begun, else ask it to stop."""
        self.job.progress.cancel()
        if self.future is not None and self.future.cancel():
            self.finish()

    def finish(self) -> None:
        """Take it as over; the worker may still hold its job for a moment."""
        self.finished = True
        self.job.forget()
        self.leave()


class TaskRunner(QObject):
    """Runs functions on other threads and brings their results back to the GUI thread.

    Results of an owner that has been deleted meanwhile are dropped. An error that has no
    `on_error` is sent out by `failed`; what is not a `NewsroomError` is our bug: it is logged and
    wrapped in `BugError`. A cancelled task reports `CancelledError` to its `on_error` only.

    A worker tells a task's number, and never holds the task: were it the last to let go of an
    owner or of a callback's widget, Qt would destroy the widget in the wrong thread.
    """

    failed = Signal(object)
    _finished = Signal(int)
    _progressed = Signal(int, int, int, str)
    _parted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            Lane.DATABASE: ThreadPoolExecutor(1, thread_name_prefix="database"),
            Lane.JOURNAL: ThreadPoolExecutor(1, thread_name_prefix="journal"),
            Lane.POOL: ThreadPoolExecutor(_POOL_THREADS, thread_name_prefix="pool"),
        }
        self._open: dict[int, Task[Any]] = {}
        self._numbers = count()
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
        number = next(self._numbers)
        parts: deque[Any] = deque()
        reporter = _Reporter(self, number, parts)
        task = Task(
            owner=owner,
            on_done=on_done,
            on_error=on_error,
            on_progress=on_progress,
            on_part=on_part,
            job=_Job(fn=fn, progress=TaskProgress(reporter, reporter.part), parts=parts),
            leave=partial(self._open.pop, number, None),
        )
        if self._closed:
            task.cancel()
            task.finish()
            return task
        self._garbage.wait_a_moment()
        self._open[number] = task
        task.future = self._lanes[lane].submit(self._work, number, task.job)
        return task

    def busy(self) -> bool:
        """Whether any work is under way or its result not yet delivered."""
        return bool(self._open)

    def shutdown(self) -> None:
        """Finish what is queued and stop the threads; called when the window has closed.

        Results that arrive later are dropped, and what is asked for later is not done: with the
        window gone nobody waits for it.
        """
        self._closed = True
        for executor in self._lanes.values():
            executor.shutdown(wait=True)
        self._garbage.give_back()

    def _work(self, number: int, job: _Job) -> None:
        job.do()
        if isValid(self):
            self._finished.emit(number)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        task = self._open.get(number)
        if task is None:
            return
        value, error = task.job.value, task.job.error
        task.finish()
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

    @Slot(int, int, int, str)
    def _pass_progress(self, number: int, done: int, total: int, label: str) -> None:
        task = self._open.get(number)
        if task is not None and task.on_progress is not None and isValid(task.owner):
            task.on_progress(done, total, label)

    @Slot(int)
    def _pass_part(self, number: int) -> None:
        task = self._open.get(number)
        if task is None:
            return
        part = task.job.parts.popleft()
        if task.on_part is not None and not task.cancelled and isValid(task.owner):
            task.on_part(part)


class _Reporter:
    """Sends a worker's progress and the parts of its result through the runner's signals."""

    def __init__(self, runner: TaskRunner, number: int, parts: deque[Any]) -> None:
        self._runner = runner
        self._number = number
        self._parts = parts

    def __call__(self, done: int, total: int, label: str) -> None:
        if isValid(self._runner):
            self._runner._progressed.emit(self._number, done, total, label)  # noqa: SLF001

    def part(self, value: object) -> None:
        self._parts.append(value)
        if isValid(self._runner):
            self._runner._parted.emit(self._number)  # noqa: SLF001


def _nothing(_progress: TaskProgress) -> None:
    """Stands in the place of work that is over."""


def _as_ours(error: Exception) -> NewsroomError:
    if isinstance(error, NewsroomError):
        return error
    _log.error("a task failed", exc_info=error)
    return bug_of(error)
