"""No test of the window leaves worker threads or a window in view behind."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

_WORKERS = ("database", "journal", "pool")
"""How the threads of a task runner are called."""


def _workers() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name.startswith(_WORKERS)}


def _windows() -> set[str]:
    if QApplication.instance() is None:
        return set()
    return {repr(window) for window in QApplication.topLevelWidgets() if window.isVisible()}


@pytest.fixture(autouse=True)
def _nothing_left_over() -> Iterator[None]:
    """A runner that is not shut down, or a window left open, would work on in the next tests."""
    workers, windows = _workers(), _windows()
    yield
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert {thread.name for thread in _workers() - workers} == set()
    assert _windows() - windows == set()
