"""Changes flow one way: a use case returns what it touched, the bus tells who shows it."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.errors import NewsroomError
from newsroom.ui.tasks import Task, TaskProgress, TaskRunner

T = TypeVar("T")


class ChangeBus(QObject):
    """`changed(ChangeSet)` is sent after every mutation, on the GUI thread."""

    changed = Signal(object)

    def publish(self, changes: ChangeSet) -> None:
        """Tell everyone what was touched."""
        self.changed.emit(changes)


class Operations(QObject):
    """Runs mutations on the database lane and publishes what they changed."""

    def __init__(self, tasks: TaskRunner, bus: ChangeBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._bus = bus

    def run(
        self,
        mutation: Callable[[], Outcome[T]],
        *,
        owner: QObject,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[NewsroomError], None] | None = None,
    ) -> Task[Outcome[T]]:
        """Run `mutation`; `on_done` gets its value before the change is published."""
        return self._tasks.run(
            _WithoutProgress(mutation),
            owner=owner,
            on_done=_Publisher(self._bus, on_done),
            on_error=on_error,
        )

    def run_long(
        self,
        mutation: Callable[[TaskProgress], Outcome[T]],
        *,
        owner: QObject,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[NewsroomError], None] | None = None,
        on_progress: Callable[[int, int, str], None] | None = None,
    ) -> Task[Outcome[T]]:
        """Run a mutation that takes a while and tells where it stands."""
        return self._tasks.run(
            mutation,
            owner=owner,
            on_done=_Publisher(self._bus, on_done),
            on_error=on_error,
            on_progress=on_progress,
        )


class _WithoutProgress:
    """Adapts a mutation, which is short, to the runner's signature."""

    def __init__(self, mutation: Callable[[], Any]) -> None:
        self._mutation = mutation

    def __call__(self, progress: TaskProgress) -> Any:
        del progress
        return self._mutation()


class _Publisher:
    """Hands the value on, then publishes; a class, since a lambda would keep its owner alive."""

    def __init__(self, bus: ChangeBus, on_done: Callable[[Any], None] | None) -> None:
        self._bus = bus
        self._on_done = on_done

    def __call__(self, outcome: Outcome[Any]) -> None:
        if self._on_done is not None:
            self._on_done(outcome.value)
        self._bus.publish(outcome.changes)
