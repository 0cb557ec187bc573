"""The value in a field that opens a picker: painted when it changes, told whole where it is cut."""

import pytest

from newsroom.ui.widgets.field_button import FieldButton

LONG = "Công đoàn các khu công nghiệp và khu kinh tế thành phố"


class Watched(FieldButton):
    """Counts how often it is painted."""

    painted = 0

    def paintEvent(self, event):  # noqa: N802 - Qt names it
        self.painted += 1
        super().paintEvent(event)


@pytest.fixture
def button(qtbot, theme):
    made = Watched(theme, "Section")
    qtbot.addWidget(made)
    made.resize(200, 32)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_what_is_said_again_is_not_painted_again(qtbot, button):
    button.set_value("Đời sống")
    qtbot.waitUntil(lambda: button.painted > 0)
    qtbot.wait(20)
    painted = button.painted
    button.set_value("Đời sống")
    qtbot.wait(20)
    assert button.painted == painted
    button.set_value("Tin Công đoàn")
    qtbot.waitUntil(lambda: button.painted > painted)


def test_a_cut_value_is_told_whole_and_follows_the_width(button):
    button.set_value(LONG)
    assert LONG in button.toolTip()
    button.resize(900, 32)
    assert button.toolTip() == ""
    button.resize(200, 32)
    assert LONG in button.toolTip()
