"""Columns fold as the window narrows, and the sheet keeps its measure."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget

from newsroom.ui.columns import Columns, Shape
from newsroom.ui.inspector.inspector import Inspector


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "state.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def columns(qtbot, tasks, theme):
    return build(qtbot, tasks, theme)


def build(qtbot, tasks, theme):
    made = Columns(
        library=QWidget(), centre=QWidget(), inspector=Inspector(theme, tasks), preview=QWidget()
    )
    qtbot.addWidget(made)
    made.resize(1920, 1000)
    made.show()
    return made


def widths(columns):
    return [pane.width() for pane in columns._panes()]


def test_a_wide_window_has_four_columns(columns):
    assert columns.shape is Shape.WIDE
    library, _sheet, inspector, preview = widths(columns)
    assert (library, inspector, preview) == (336, 296, 404)


def test_a_laptop_has_the_preview_as_a_tab(columns):
    columns.resize(1366, 700)
    assert columns.shape is Shape.NARROW
    assert len(columns._panes()) == 3
    assert columns.inspector.tabs.count() == 6
    assert columns.inspector.tabs.tabText(5) == "Preview"
    columns.resize(1920, 1000)
    assert columns.inspector.tabs.count() == 5
    assert widths(columns)[3] == 404


@pytest.mark.parametrize("width", [1024, 1100, 1149, 1150, 1280, 1366, 1699, 1700, 1920, 2560])
def test_the_sheet_keeps_its_measure(columns, width):
    columns.resize(width, 700)
    assert columns._centre.width() >= 632
    assert sum(widths(columns)) <= width


def test_a_small_window_keeps_the_library_in_a_drawer(columns):
    columns.resize(1100, 700)
    assert columns.shape is Shape.DRAWER
    assert not columns.library_shown()
    columns.show_library(True)
    assert columns._library.isVisible()
    assert columns._drawer.geometry().width() == 336
    columns.close_drawers()
    assert not columns._library.isVisible()
    columns.resize(1366, 700)
    assert columns._library.isVisible()


def test_focus_mode_leaves_nothing_but_the_sheet(columns):
    columns.set_focus_mode(True)
    assert not columns._library.isVisible()
    assert not columns.inspector.isVisible()
    assert not columns._preview.isVisible()
    columns.set_focus_mode(False)
    assert columns._library.isVisible()
    assert columns._preview.isVisible()


def test_showing_a_pane_ends_focus_mode(columns):
    columns.set_focus_mode(True)
    columns.show_library(True)
    assert not columns.focus_mode()
    assert columns._library.isVisible()


def test_what_was_dragged_and_folded_is_remembered(qtbot, columns, settings, tasks, theme):
    columns._splitter.setSizes([400, 780, 336, 404])
    columns._splitter.splitterMoved.emit(400, 1)
    columns.show_side(False)
    columns.save_state(settings)
    again = build(qtbot, tasks, theme)
    again.restore_state(settings)
    assert not again.inspector.isVisible()
    again.show_side(True)
    assert widths(again)[0] == 400


def test_resizing_gives_and_takes_from_the_sheet_alone(columns):
    before = widths(columns)
    columns.resize(1800, 1000)
    after = widths(columns)
    assert (after[0], after[2], after[3]) == (before[0], before[2], before[3])


def test_another_inspector_takes_the_place(columns, tasks, theme):
    columns.resize(1366, 700)
    new = Inspector(theme, tasks)
    columns.replace_inspector(new)
    assert columns.inspector is new
    assert new.tabs.tabText(5) == "Preview"
    assert columns._panes()[2] is new


def test_a_window_as_small_as_a_zoomed_one_keeps_both_sides_in_drawers(columns):
    columns.resize(683, 384)
    assert columns.shape is Shape.SINGLE
    assert not columns.library_shown()
    assert not columns.side_shown()
    columns.show_side(True)
    assert columns.inspector.isVisible()
    assert columns._side_drawer.geometry().right() == 682
    columns.show_library(True)
    assert columns._library.isVisible()
    assert not columns.inspector.isVisible()
    columns.close_drawers()
    assert not columns._library.isVisible()
    columns.resize(1366, 700)
    assert columns._panes() == [columns._library, columns._centre, columns.inspector]
    assert columns.inspector.isVisible()


def test_another_inspector_takes_the_place_in_a_drawer(columns, tasks, theme):
    columns.resize(683, 384)
    columns.show_side(True)
    new = Inspector(theme, tasks)
    columns.replace_inspector(new)
    assert new.isVisible()
    assert new.tabs.tabText(5) == "Preview"


def test_escape_folds_a_drawer(qtbot, columns):
    columns.resize(683, 384)
    columns.show_side(True)
    qtbot.keyClick(columns.inspector, Qt.Key.Key_Escape)
    assert not columns.side_shown()
