"""Of what is asked for while work is under way, the last is done."""

from threading import Event

import pytest

from newsroom.errors import CancelledError, UserError
from newsroom.ui.latest import Latest
from tests.ui.support import tasks

__all__ = ["tasks"]


@pytest.fixture
def latest(tasks):
    return Latest(tasks, tasks)


def test_what_was_overtaken_is_cancelled_and_skipped(qtbot, latest):
    told, begun = [], Event()
    latest.done.connect(told.append)

    def long(progress):
        begun.set()
        while not progress.cancelled():
            pass
        raise CancelledError

    latest.ask(long)
    qtbot.waitUntil(begun.is_set)
    latest.ask(lambda _progress: "skipped")
    latest.ask(lambda _progress: "last")
    qtbot.waitUntil(lambda: told == ["last"])


def test_a_failure_is_told_and_stops_nothing(qtbot, latest):
    failed, told = [], []
    latest.failed.connect(failed.append)
    latest.done.connect(told.append)

    def wrong(_progress):
        raise UserError("No.")

    latest.ask(wrong)
    qtbot.waitUntil(lambda: len(failed) == 1)
    latest.ask(lambda _progress: 1)
    qtbot.waitUntil(lambda: told == [1])
