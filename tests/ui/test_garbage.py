import gc
import threading

import pytest
from PySide6.QtCore import QObject

from newsroom.ui.garbage import GuiGarbage


class Cycle:
    threads: list = []  # noqa: RUF012 - shared on purpose

    def __init__(self):
        self.me = self

    def __del__(self):
        self.threads.append(threading.current_thread())


@pytest.fixture
def garbage(qapp):
    Cycle.threads.clear()
    gc.enable()
    parent = QObject()
    collector = GuiGarbage(parent)
    yield collector
    collector.give_back()


def _churn():
    Cycle()
    for _round in range(20_000):
        [[] for _each in range(2)]
    kept = [[] for _each in range(20_000)]
    assert len(kept) == 20_000


def test_a_worker_never_collects(garbage):
    worker = threading.Thread(target=_churn)
    worker.start()
    worker.join()
    assert Cycle.threads == []


def test_the_gui_thread_collects_what_is_due(garbage):
    Cycle()
    kept = [[] for _each in range(20_000)]
    garbage.collect()
    assert set(Cycle.threads) == {threading.main_thread()}
    assert len(kept) == 20_000


def test_the_oldest_waits_while_somebody_works(garbage, monkeypatch):
    asked = []
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 11))
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "collect", asked.append)
    garbage.collect()
    garbage.wait_a_moment()
    garbage.collect()
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 101))
    garbage.collect()
    assert asked == [2, 1, 2]


def test_python_collects_again_when_no_worker_is_left(garbage):
    assert not gc.isenabled()
    garbage.give_back()
    assert gc.isenabled()
