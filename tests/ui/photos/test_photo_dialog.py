"""The photo editor: frame, focal point, words, figures; by mouse and by keyboard."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from newsroom import i18n
from newsroom.domain.cropping import WHOLE, Edge
from newsroom.domain.document import Crop, FocalPoint, Mark, Photo, Run, text_of
from newsroom.domain.ids import PhotoId
from newsroom.domain.paper import PaperSettings
from newsroom.ui.dialogs.photo_dialog import PhotoDialog
from tests.ui.photos.conftest import news_photo

MARKED = (Run(text="Ca chiều", marks=frozenset({Mark.ITALIC})),)


@pytest.fixture
def photo(desk) -> Photo:
    file = desk.photos.add(news_photo("Ca chiều", size=(1200, 800)), name="ca-chieu.jpg")
    return Photo(photo=file.id, caption=MARKED, credit="Lê Lâm")


@pytest.fixture
def dialog(qtbot, desk, tasks, theme, photo):
    made = PhotoDialog(desk=desk, tasks=tasks, theme=theme, paper=PaperSettings(), photo=photo)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.resize(980, 640)
    made.show()
    qtbot.waitUntil(lambda: bool(made.size_line.text()))
    return made


def pull(dialog, edge: Edge, across: int, down: int) -> None:
    view = dialog.view
    start = view.grip_place(edge).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(across, down))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(across, down))


def test_nothing_done_changes_nothing(qtbot, dialog, photo):
    with qtbot.waitSignal(dialog.applied) as sent:
        dialog.apply.click()
    assert sent.args == [photo]


def test_a_corner_is_pulled_and_the_figures_follow(dialog):
    pull(dialog, Edge.BOTTOM_RIGHT, -round(dialog.view.frame_rect().width() / 2), 0)
    crop = dialog.edited().crop
    assert crop.right == pytest.approx(0.5, abs=0.02)
    assert (crop.left, crop.top, crop.bottom) == (0, 0, 1)
    assert dialog.size_line.text().startswith(f"{round(1200 * crop.right)} ×")
    assert f"{round(1200 * crop.right / (48 / 25.4))} ppi" in dialog.ppi_lines[0].text()


@pytest.mark.parametrize("aspect", ["3:2", "4:3", "16:9", "1:1"])
def test_proportions_are_kept(dialog, aspect):
    dialog.aspects._buttons[aspect].click()
    across, down = map(int, aspect.split(":"))
    pull(dialog, Edge.TOP_LEFT, 60, 10)
    crop = dialog.view.crop
    shown = 1200 * (crop.right - crop.left) / (800 * (crop.bottom - crop.top))
    assert shown == pytest.approx(across / down, abs=0.01)


def test_the_keyboard_cuts_and_moves(qtbot, dialog):
    dialog.view.setFocus()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(
        dialog.view,
        Qt.Key.Key_Up,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert dialog.view.crop == Crop(right=0.99, bottom=0.9)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Right)
    assert dialog.view.crop == Crop(left=0.01, right=1.0, bottom=0.9)
    assert "90" in dialog.view.accessibleDescription()


def test_the_focal_point_is_set_by_click_and_by_keys_within_the_frame(qtbot, dialog):
    assert dialog.edited().focal is None
    dialog.mode._buttons["point"].click()
    middle = dialog.view.frame_rect().center().toPoint()
    QTest.mouseClick(dialog.view, Qt.MouseButton.LeftButton, pos=middle)
    focal = dialog.edited().focal
    assert (focal.x, focal.y) == (pytest.approx(0.5, abs=0.01), pytest.approx(0.5, abs=0.01))
    qtbot.keyClick(dialog.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.edited().focal.x == pytest.approx(focal.x + 0.1)
    dialog.mode._buttons["frame"].click()
    pull(dialog, Edge.RIGHT, -round(dialog.view.frame_rect().width() * 0.7), 0)
    assert dialog.edited().focal.x == dialog.view.crop.right


def test_the_whole_photo_comes_back(dialog):
    dialog.view.show_state(Crop(right=0.5), FocalPoint(x=0.1, y=0.1))
    dialog.reset.click()
    assert dialog.view.crop == WHOLE
    assert (dialog.edited().crop, dialog.edited().focal) == (None, None)


def test_words_are_written_and_the_credit_shows_as_printed(dialog, photo):
    dialog.credit.setText("Minh Tú")
    assert "Ảnh: Minh Tú" in dialog.printed.text()
    dialog.credit.setText("Ảnh: Minh Tú")
    assert "Ảnh: Ảnh" not in dialog.printed.text()
    dialog.alt.setText(" Ba người ")
    assert dialog.edited() == replace(photo, credit="Ảnh: Minh Tú", alt="Ba người")
    dialog.caption.setPlainText("Ca đêm\nở xưởng")
    assert dialog.edited().caption == text_of("Ca đêm ở xưởng")


def test_words_can_be_written_for_a_photo_that_is_missing(qtbot, desk, tasks, theme):
    photo = Photo(photo=PhotoId("0" * 64), crop=Crop(right=0.5))
    dialog = PhotoDialog(desk=desk, tasks=tasks, theme=theme, paper=PaperSettings(), photo=photo)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(dialog.trouble.words()))
    dialog.alt.setText("Một xưởng may")
    assert dialog.edited() == replace(photo, alt="Một xưởng may")


def test_it_speaks_vietnamese(qtbot, desk, tasks, theme, photo):
    i18n.use("vi")
    try:
        dialog = PhotoDialog(
            desk=desk, tasks=tasks, theme=theme, paper=PaperSettings(), photo=photo
        )
        qtbot.addWidget(dialog)
        assert dialog.windowTitle() == "Sửa ảnh"
        assert dialog.view.accessibleName() == "Ảnh và khung cắt"
        qtbot.waitUntil(lambda: "điểm ảnh" in dialog.size_line.text())
    finally:
        i18n.use("en")


@pytest.mark.parametrize("typed", ["20/7/2020", "20-07-2020", " 20.7.2020 "])
def test_the_day_is_typed_as_people_write_it(dialog, typed):
    dialog.day.setText(typed)
    assert dialog.apply.isEnabled()
    assert dialog.edited().taken == date(2020, 7, 20)


def test_what_is_no_day_is_marked_and_not_applied(dialog):
    dialog.day.setText("hôm nào đó")
    assert dialog.day.property("invalid")
    assert not dialog.apply.isEnabled()
    dialog.day.setText("")
    assert dialog.apply.isEnabled()
    assert dialog.edited().taken is None
