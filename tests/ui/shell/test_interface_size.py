"""Another size of the interface: remembered, and the window opened anew in it."""

import os

import pytest
from PySide6.QtCore import QSettings

from newsroom.ui.actions import Actions
from newsroom.ui.application import _scaled
from newsroom.ui.look import Look
from newsroom.ui.window_state import WindowState


@pytest.fixture
def look(qtbot, theme, tmp_path):
    from PySide6.QtWidgets import QMainWindow

    window = QMainWindow()
    qtbot.addWidget(window)
    state = WindowState(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    state.language = "en"
    made = Look(Actions(window, theme.tokens), theme, state, window)
    yield made
    window.close()


def test_another_size_asks_for_another_window(qtbot, look) -> None:
    with qtbot.waitSignal(look.resized):
        look._actions["interface-150"].trigger()
    assert look._state.interface_size == 150
    with qtbot.waitSignal(look.resized):
        look._actions["interface-larger"].trigger()
    assert look._state.interface_size == 175


def test_the_same_size_does_not(qtbot, look) -> None:
    with qtbot.assertNotEmitted(look.resized):
        look._actions["interface-smaller"].trigger()
        look._actions["interface-100"].trigger()


@pytest.mark.parametrize(
    ("before", "within"), [(None, "1.5"), ("2", "3.0"), ("odd", "1.5"), ("0", "1.5")]
)
def test_the_scale_multiplies_what_the_person_set_for_qt(monkeypatch, before, within) -> None:
    if before is None:
        monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    else:
        monkeypatch.setenv("QT_SCALE_FACTOR", before)
    with _scaled(1.5):
        assert os.environ["QT_SCALE_FACTOR"] == within
    assert os.environ.get("QT_SCALE_FACTOR") == before
