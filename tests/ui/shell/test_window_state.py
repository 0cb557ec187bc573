"""What is remembered comes back with its type, and odd values count as none."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from newsroom.ui.editor.state import Caret
from newsroom.ui.theme import Mode
from newsroom.ui.window_state import WindowState, interface_step, zoom_step


@pytest.fixture
def reopened(tmp_path):
    path = str(tmp_path / "newsroom.ini")

    def make():
        return WindowState(QSettings(path, QSettings.Format.IniFormat))

    return make


def test_choices_survive_a_restart(reopened):
    state = reopened()
    state.mode, state.language, state.zoom = Mode.DARK, "en", 125
    state.article, state.caret = "a1b2", Caret(3, 9, 120)
    state.settings.sync()
    again = reopened()
    assert (again.mode, again.language, again.zoom) == (Mode.DARK, "en", 125)
    assert (again.article, again.caret) == ("a1b2", Caret(3, 9, 120))


def test_the_first_start(reopened):
    state = reopened()
    assert (state.mode, state.language, state.zoom) == (Mode.SYSTEM, "vi", 100)
    assert (state.article, state.caret) == (None, Caret())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("window/theme", "sepia"),
        ("window/language", "fr"),
        ("sheet/zoom", "12"),
        ("sheet/position", "-5"),
    ],
)
def test_odd_values_count_as_none(reopened, key, value):
    state = reopened()
    state.settings.setValue(key, value)
    assert (state.mode, state.language, state.zoom) == (Mode.SYSTEM, "vi", 100)
    assert state.caret == Caret()


def test_geometry_comes_back(qtbot, reopened):
    window, again = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(again)
    window.resize(700, 500)
    state = reopened()
    state.save_geometry(window)
    state.restore_geometry(again)
    assert again.size() == window.size()


def test_the_first_window_fits_a_small_screen_with_its_frame(qtbot, reopened):
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry().size()
    assert room.width() < 1440  # the screen of the tests
    state = reopened()
    state.restore_geometry(window)
    assert window.width() < room.width()
    assert window.height() < room.height()
    assert state.opens_maximised(window)
    state.save_geometry(window)
    assert not state.opens_maximised(window)


def test_zoom_steps_stay_within_what_is_sensible():
    assert zoom_step(100, 1) == 110
    assert zoom_step(200, 1) == 200
    assert zoom_step(70, -1) == 70
    assert zoom_step(101, -1) == 90


def test_the_interface_has_five_sizes(reopened):
    state = reopened()
    assert state.interface_size == 100
    state.interface_size = 150
    assert state.interface_size == 150
    state.settings.setValue("window/size", 133)
    assert state.interface_size == 100
    assert [interface_step(size, 1) for size in (100, 175, 200)] == [125, 200, 200]
    assert [interface_step(size, -1) for size in (100, 125)] == [100, 100]
