"""Chromium starts in a moment in which nobody types."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from newsroom.ui.preview import starting
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


def test_the_loop_turns_between_the_steps_of_the_start(
    qtbot: QtBot, tasks: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns, steps, owner = [0], list[tuple[str, int]](), QObject()
    ticks = QTimer(owner, interval=0)
    ticks.timeout.connect(lambda: turns.append(turns.pop() + 1))
    ticks.start()

    def load(name: str) -> None:
        steps.append((name, turns[0]))

    monkeypatch.setattr(starting, "import_module", load)
    starter = Starter(tasks, owner)
    with qtbot.waitSignal(starter.ready, timeout=10_000):
        starter.begin(None)
    wanted = [f"PySide6.{name}" for name in starting._MODULES]
    made = [(name, at) for name, at in steps if name != "newsroom.ui.preview.page"]
    assert [name for name, _ in made] == [*wanted, "newsroom.ui.preview.browser"]
    assert len({at for _, at in made}) == len(made)


def test_each_module_brings_no_other_one_with_it() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication\n"
        "from newsroom.ui.preview.starting import _MODULES\n"
        "def there(): return {name for name in sys.modules if name.startswith('PySide6.Qt')}\n"
        "for name in _MODULES:\n"
        "    before = there(); __import__(f'PySide6.{name}')\n"
        "    print(len(there() - before) <= 1, end=' ')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"True"}
