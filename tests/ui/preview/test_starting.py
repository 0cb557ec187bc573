"""Chromium starts in a moment in which nobody types."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from newsroom.ui.preview.starting import Starter
from newsroom.ui.tasks import TaskRunner


def test_a_writer_is_not_interrupted(qtbot: QtBot, tasks: TaskRunner) -> None:
    field, owner = QLineEdit(), QObject()
    qtbot.addWidget(field)
    starter = Starter(tasks, owner)
    made: list[object] = []
    starter.ready.connect(made.append)
    starter.begin()
    for _ in range(28):
        qtbot.keyClick(field, Qt.Key.Key_A)
        qtbot.wait(50)
    assert made == []
    qtbot.waitUntil(lambda: bool(made), timeout=5_000)
    starter.begin()
    qtbot.wait(300)
    assert len(made) == 1
