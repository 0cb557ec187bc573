"""The maker of the print file: what is newer overtakes what is under way; a person may stop it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from newsroom.errors import CancelledError
from newsroom.ui.printing import maker as module
from newsroom.ui.printing.maker import PrintMaker
from newsroom.ui.printing.work_line import WorkLine
from tests.press.samples import context, plain_article


class Task:
    """A task of `Tasks`: it ends when the test says so."""

    def __init__(self, fn, on_done, on_error, on_progress):
        self.fn, self.on_done, self.on_error, self.on_progress = fn, on_done, on_error, on_progress
        self.cancelled = self.finished = False

    def cancel(self):
        self.cancelled = True


class Tasks:
    """Stands in for the runner: nothing is done, the test tells what came of it."""

    def __init__(self):
        self.begun = []

    def run(self, fn, *, owner, on_done, on_error, on_progress, lane):
        self.begun.append(Task(fn, on_done, on_error, on_progress))
        return self.begun[-1]


@pytest.fixture
def tasks():
    return Tasks()


@pytest.fixture
def maker(qtbot, tasks, monkeypatch):
    monkeypatch.setattr(module, "_PAUSE_MS", 1)
    parent = QObject()
    made = PrintMaker(tasks, parent)
    made.set_form("newspaper", None)
    made.wake(True)
    made.follow(ARTICLE, GIVEN)
    qtbot.waitUntil(lambda: len(tasks.begun) == 1)
    yield made
    parent.deleteLater()


ARTICLE, GIVEN = plain_article(1), context()
NEWER = replace(ARTICLE, headline="Tin mới")


def test_an_edit_stops_what_is_under_way_and_is_made_next(qtbot, maker, tasks):
    maker.follow(NEWER, GIVEN)
    qtbot.waitUntil(lambda: tasks.begun[0].cancelled)
    assert len(tasks.begun) == 1
    tasks.begun[0].on_error(CancelledError())
    qtbot.waitUntil(lambda: len(tasks.begun) == 2)
    with qtbot.waitSignal(maker.made):
        tasks.begun[1].on_done("file")
    assert maker.up_to_date


def test_what_was_overtaken_is_no_failure(qtbot, maker, tasks):
    failures = []
    maker.failed.connect(failures.append)
    maker.follow(NEWER, GIVEN)
    qtbot.waitUntil(lambda: tasks.begun[0].cancelled)
    tasks.begun[0].on_error(CancelledError())
    assert not failures


def test_after_a_stop_nothing_is_made_until_the_next_edit(qtbot, maker, tasks):
    maker.stop()
    with qtbot.waitSignal(maker.rested):
        tasks.begun[0].on_error(CancelledError())
    qtbot.wait(20)
    assert len(tasks.begun) == 1
    assert not maker.up_to_date
    maker.follow(NEWER, GIVEN)
    qtbot.waitUntil(lambda: len(tasks.begun) == 2)


def test_what_was_stopped_can_be_made_after_all(qtbot, maker, tasks):
    maker.stop()
    tasks.begun[0].on_error(CancelledError())
    maker.again()
    qtbot.waitUntil(lambda: len(tasks.begun) == 2)


def test_work_that_had_not_begun_is_over_at_once(qtbot, maker, tasks):
    tasks.begun[0].finished = True
    with qtbot.waitSignal(maker.rested):
        maker.stop()


def test_how_far_it_is_is_told_in_hundredths(qtbot, maker, tasks):
    with qtbot.waitSignal(maker.working) as told:
        tasks.begun[0].on_progress(30, 100, "")
    assert told.args == [30]


def test_the_line_comes_after_a_while_and_goes_with_the_work(qtbot):
    line = WorkLine()
    qtbot.addWidget(line)
    line.tell(1)
    assert line.isHidden()
    line._later.setInterval(1)
    line.tell(40)
    line._later.start()
    qtbot.waitUntil(line.isVisible)
    assert line.bar.value() == 40
    line.end()
    assert line.isHidden()


def test_work_that_is_soon_done_shows_no_line(qtbot):
    line = WorkLine()
    qtbot.addWidget(line)
    line._later.setInterval(1)
    line.tell(1)
    line.end()
    qtbot.wait(10)
    assert line.isHidden()


def test_the_person_stops_it_on_the_line(qtbot):
    line = WorkLine()
    qtbot.addWidget(line)
    line.show()
    with qtbot.waitSignal(line.stopped):
        line.stop.click()
    assert line.isHidden()
