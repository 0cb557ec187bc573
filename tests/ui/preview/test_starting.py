"""Chromium starts in a moment in which nobody types."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from newsroom.ui.preview.starting import Starter
from newsroom.ui.tasks import TaskRunner


def test_a_writer_is_not_interrupted(qtbot: QtBot, tasks: TaskRunner) -> None:
    field, owner = QLineEdit(), QObject()
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    starter = Starter(tasks, owner)
    made: list[object] = []
    starter.ready.connect(made.append)
    window = field.windowHandle()
    starter.begin(window)
    for _ in range(28):
        QTest.keyClick(window, Qt.Key.Key_A)
        qtbot.wait(50)
    assert made == []
    qtbot.waitUntil(lambda: bool(made), timeout=5_000)
    starter.begin(window)
    qtbot.wait(300)
    assert len(made) == 1


def test_an_input_method_is_not_interrupted_either(qtbot: QtBot, tasks: TaskRunner) -> None:
    owner = QObject()
    starter = Starter(tasks, owner)
    made: list[object] = []
    starter.ready.connect(made.append)
    starter.begin(None)
    for _ in range(28):
        starter.wait_a_moment()
        qtbot.wait(50)
    assert made == []
    qtbot.waitUntil(lambda: bool(made), timeout=5_000)


def test_nothing_looks_at_every_event_of_the_application(
    qtbot: QtBot, tasks: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PySide 6.11 crashes when such a filter in Python is told of objects of Chromium."""
    filters: list[object] = []
    monkeypatch.setattr(QApplication, "installEventFilter", filters.append)
    owner = QObject()
    starter = Starter(tasks, owner)
    with qtbot.waitSignal(starter.ready, timeout=10_000):
        starter.begin(None)
    assert filters == []
