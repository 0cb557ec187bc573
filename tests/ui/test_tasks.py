"""Work comes back to the GUI thread, whatever becomes of it or of its owner."""

import gc
import sys
import threading
import time
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.errors import BugError, CancelledError, UserError
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.tasks import Lane, TaskRunner


@pytest.fixture
def tasks(qtbot):
    runner = TaskRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def owner():
    return QObject()


def _raise(error):
    raise error


def test_results_arrive_on_the_gui_thread(qtbot, tasks, owner):
    seen = []
    tasks.run(
        lambda _: threading.current_thread().name,
        owner=owner,
        on_done=lambda name: seen.append((name, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0].startswith("database")
    assert seen[0][1] is threading.main_thread()


def test_the_database_lane_keeps_its_order(qtbot, tasks, owner):
    seen = []
    for number in range(50):
        tasks.run(lambda _, n=number: seen.append(n), owner=owner)
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == list(range(50))


def test_a_user_error_reaches_its_handler(qtbot, tasks, owner):
    seen = []
    tasks.run(lambda _: _raise(UserError("No.")), owner=owner, on_error=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert str(seen[0]) == "No."


def test_an_unhandled_bug_is_logged_and_sent_out(qtbot, tasks, owner, caplog):
    with qtbot.waitSignal(tasks.failed) as signal:
        tasks.run(lambda _: 1 / 0, owner=owner)
    assert isinstance(signal.args[0], BugError)
    assert "ZeroDivisionError" in caplog.text


def test_results_of_a_dead_owner_are_dropped(qtbot, tasks):
    import shiboken6

    owner, gate, seen = QObject(), threading.Event(), []
    tasks.run(lambda _: gate.wait(5), owner=owner, on_done=seen.append)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy())
    assert seen == []


def test_cancel_stops_running_work(qtbot, tasks, owner):
    seen, started = [], threading.Event()

    def work(progress):
        started.set()
        while not progress.cancelled():
            pass
        raise CancelledError

    task = tasks.run(work, owner=owner, on_error=seen.append, lane=Lane.POOL)
    started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], CancelledError)


def test_progress_arrives_before_the_result(qtbot, tasks, owner):
    seen = []
    tasks.run(
        lambda progress: progress.report(1, 2, "a"),
        owner=owner,
        on_progress=lambda *step: seen.append(step),
        on_done=lambda _: seen.append("done"),
    )
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [(1, 2, "a"), "done"]


def test_a_mutation_publishes_after_handing_over_its_value(qtbot, tasks, owner):
    bus, seen = ChangeBus(), []
    operations = Operations(tasks, bus)
    bus.changed.connect(seen.append)
    changes = ChangeSet(settings=True)
    operations.run(lambda: Outcome(value=7, changes=changes), owner=owner, on_done=seen.append)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [7, changes]


def test_nothing_is_begun_or_delivered_after_the_end(qtbot, tasks, owner):
    seen = []
    tasks.run(lambda _: 1, owner=owner, on_done=seen.append)
    tasks.shutdown()
    late = tasks.run(seen.append, owner=owner)
    qtbot.wait(20)
    assert late.finished
    assert seen == []


def test_parts_arrive_in_order_before_the_whole(qtbot, tasks, owner):
    seen = []
    tasks.run(
        lambda progress: [progress.part(number) for number in range(3)],
        owner=owner,
        on_part=seen.append,
        on_done=lambda _whole: seen.append("whole"),
    )
    qtbot.waitUntil(lambda: "whole" in seen)
    assert seen == [0, 1, 2, "whole"]


def test_nothing_of_a_cancelled_task_arrives(qtbot, tasks, owner):
    seen, begun, go_on = [], threading.Event(), threading.Event()

    def work(progress):
        begun.set()
        go_on.wait(5)
        progress.part("late")

    task = tasks.run(work, owner=owner, on_part=seen.append)
    assert begun.wait(5)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.busy())
    assert seen == []


class _Mortal(QObject):
    """Tells in which thread its last reference was given up."""

    def __init__(self, deaths):
        super().__init__()
        self._deaths = deaths

    def work(self, _progress):
        return self

    def fail(self, _progress):
        raise UserError("No.")

    def __del__(self):
        self._deaths.append(threading.current_thread())


@pytest.fixture
def quick_switches():
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.parametrize("doing", ["work", "fail", "cancelled", "part"])
def test_a_worker_never_gives_up_the_last_reference(qtbot, tasks, doing, quick_switches):
    # A widget that a worker lets go of is destroyed in the worker, and the program crashes.
    deaths, patience = [], time.monotonic() + 20
    for number in range(300):
        mortal = _Mortal(deaths)
        if doing == "part":
            fn = partial(_hand_over, mortal)
        else:
            fn = mortal.fail if doing == "fail" else mortal.work
        task = tasks.run(fn, owner=mortal, on_error=str, lane=Lane.POOL)
        if doing == "cancelled":
            task.cancel()
        del mortal, task, fn
        # Without a pause: the race is for the moment after the telling.
        while len(deaths) <= number and time.monotonic() < patience:
            QCoreApplication.processEvents()
            gc.collect(0)
    assert len(deaths) == 300
    assert set(deaths) == {threading.main_thread()}


def _hand_over(thing, progress):
    progress.part(thing)
