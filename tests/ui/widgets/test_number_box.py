"""A number typed where a word says that there is none."""

import pytest
from PySide6.QtCore import Qt

from newsroom.ui.widgets.number_box import NumberBox


@pytest.fixture
def box(qtbot):
    made = NumberBox()
    made.setRange(0, 5000)
    made.setSpecialValueText("không có")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("column", [0, 4, 8])
def test_digits_take_the_place_of_the_word(qtbot, box, column):
    box.lineEdit().setCursorPosition(column)
    qtbot.keyClicks(box, "800")
    assert (box.value(), box.text()) == (800, "800")


def test_digits_join_a_number_that_is_there(qtbot, box):
    box.setValue(12)
    box.lineEdit().setCursorPosition(2)
    qtbot.keyClicks(box, "5")
    assert box.value() == 125


def test_nothing_left_is_the_word_again(qtbot, box):
    box.setValue(7)
    box.lineEdit().setCursorPosition(1)
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    qtbot.keyClick(box, Qt.Key.Key_0)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "không có"
