"""The main window with the keyboard and on a small screen, its dialogs with a screen reader."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from docs.shots.scenes import SCENES
from docs.shots.stage import Stage
from tests.ui.gallery.walking import MOST_STEPS, focusable, tabbed


def come_forward(stage: Stage) -> None:
    """F6 asks the application where the focus is: the window must be the active one."""
    stage.window.activateWindow()
    stage.wait_until(stage.window.isActiveWindow)


def test_tab_from_the_search_line_reaches_the_sheet_and_f6_leaves_it(stage: Stage) -> None:
    window = stage.window
    come_forward(stage)
    stage.do("search")
    seen = [window.library.search]
    while seen[-1] is not window.editor.sheet and len(seen) < MOST_STEPS:
        seen.append(tabbed(seen[-1]))
    assert seen[-1] is window.editor.sheet
    assert {window.library.tree, window.library.list} <= set(seen)
    stops = []
    for _step in range(3):
        stage.do("next-panel")
        stops.append(QApplication.focusWidget())
    assert stops == [window.inspector.tabs, window.library.list, window.editor.sheet]


def test_tab_walks_the_inspector_and_is_stuck_nowhere(stage: Stage) -> None:
    come_forward(stage)
    stage.do("go-inspector")
    seen: list[QWidget] = [stage.window.inspector.tabs]
    for _step in range(MOST_STEPS):
        here = tabbed(seen[-1])
        if not stage.window.inspector.isAncestorOf(here):
            break
        assert here is not seen[-1]
        seen.append(here)
    reached = {widget for widget in focusable(stage.window.inspector) if widget.isEnabled()}
    assert [widget for widget in reached if widget not in seen] == []


def test_each_field_of_a_dialog_can_be_named_by_its_label(stage: Stage) -> None:
    """Buddies: a label says which field it belongs to."""
    for name in ("paper", "link", "keep-version", "photo"):
        shown = next(scene for scene in SCENES if scene.name == name).show(stage)
        labels = {label.text() for label in shown.findChildren(QLabel) if label.buddy()}
        fields = [field for field in shown.findChildren(QLineEdit) if field.isVisible()]
        assert fields
        assert len(labels) >= 1
        stage.strike()


@pytest.mark.parametrize("size", [(683, 384), (910, 512), (1024, 640)], ids=str)
def test_a_small_screen_has_room_for_the_window(stage: Stage, size: tuple[int, int]) -> None:
    """1366 × 768 shown at 200 % and 150 %: both sides come out, and the sheet keeps its measure."""
    window = stage.window
    window.setMinimumSize(*size)
    window.resize(*size)
    stage.settle()
    assert window.size().toTuple() == size
    for unfold, pane in (
        (window.stops.unfold_library, window.library),
        (window.stops.unfold_side, window.inspector),
    ):
        unfold()
        assert pane.isVisible()
        assert window.rect().contains(pane.mapTo(window, pane.rect().bottomRight()))
    window.columns.close_drawers()
    assert window.editor.sheet.column.width >= 500
