"""Work that follows what a person does: one at a time, and of what was asked meanwhile the last."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from newsroom.errors import CancelledError, NewsroomError
from newsroom.ui.tasks import Lane, Task, TaskProgress, TaskRunner

_PAUSE_MS = 60


class Latest(QObject):
    """`done(value)` or `failed(NewsroomError)`; what was cancelled for other work tells nothing."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wanted: Callable[[TaskProgress], Any] | None = None
        self._running: Task[Any] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._begin)

    def ask(self, work: Callable[[TaskProgress], Any]) -> None:
        """Do `work` as soon as what is under way has stopped."""
        self._wanted = work
        if self._running is None:
            self._soon.start()
        else:
            self._running.cancel()

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = None
        if self._running is not None:
            self._running.cancel()

    @Slot()
    def _begin(self) -> None:
        if self._wanted is None or self._running is not None:
            return
        work, self._wanted = self._wanted, None
        self._running = self._tasks.run(
            work, owner=self, on_done=self._on_done, on_error=self._on_error, lane=Lane.POOL
        )

    def _on_done(self, value: Any) -> None:
        self._running = None
        self.done.emit(value)
        self._begin()

    def _on_error(self, error: NewsroomError) -> None:
        self._running = None
        if not isinstance(error, CancelledError):
            self.failed.emit(error)
        self._begin()
