"""PySide6 6.12.0 on CPython 3.11 loses references to None, True and False until the process dies.

Kept so that an upgrade cannot bring it back: each call that returns nothing must leave the count.
"""

import sys

import pytest
from PySide6.QtWidgets import QWidget

CALLS = 400


def _lost(thing, call):
    before = sys.getrefcount(thing)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(thing)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from CPython 3.12 on")
def test_none_keeps_its_references(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    assert _lost(None, widget.update) < CALLS // 2
    assert _lost(None, lambda: widget.setWindowTitle("x")) < CALLS // 2


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="bools are immortal from CPython 3.12 on")
@pytest.mark.parametrize("value", [True, False])
def test_bools_keep_their_references(qtbot, value):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setEnabled(value)
    assert _lost(value, widget.isEnabled) < CALLS // 2
