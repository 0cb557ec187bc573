import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from newsroom.domain.article import Status, Urgency
from newsroom.ui.widgets.choice_field import Choice, ChoiceField
from newsroom.ui.widgets.colour_field import ColourField
from newsroom.ui.widgets.flow_layout import FlowLayout
from newsroom.ui.widgets.plain_label import PlainLabel, plain_tip

CHOICES = [Choice(value=n, words=f"Số {n}") for n in (1, 2, 3)]


@pytest.fixture
def field(qtbot, theme):
    made = ChoiceField(theme, "Number", lambda: CHOICES)
    qtbot.addWidget(made)
    made.show_choice(CHOICES[0])
    return made


def test_the_menu_is_made_when_it_opens(field, qtbot):
    menu = field.menu_of_choices()
    assert [action.text() for action in menu.actions()] == ["Số 1", "Số 2", "Số 3"]
    with qtbot.waitSignal(field.chosen) as sent:
        menu.actions()[2].trigger()
    assert sent.args == [3]
    assert field.value() == "Số 1"
    menu.close()


@pytest.mark.parametrize("value", [Status.PUBLISHED, Urgency.FLASH])
def test_what_is_chosen_is_the_value_itself_not_what_qt_makes_of_it(qtbot, theme, value):
    field = ChoiceField(theme, "Status", lambda: [Choice(value=value, words="x")])
    qtbot.addWidget(field)
    menu = field.menu_of_choices()
    with qtbot.waitSignal(field.chosen) as sent:
        menu.actions()[0].trigger()
    assert sent.args[0] is value
    menu.close()


def test_choosing_what_is_in_force_says_nothing(field, qtbot):
    menu = field.menu_of_choices()
    with qtbot.assertNotEmitted(field.chosen):
        menu.actions()[0].trigger()
    menu.close()


def test_a_colour_is_written_or_picked(qtbot, theme):
    field = ColourField(theme, "Masthead", ("#0B4F8A", "#14532D"))
    qtbot.addWidget(field)
    field.set_colour("#0b4f8a")
    assert [swatch.isChecked() for swatch in field.swatches] == [True, False]
    with qtbot.waitSignal(field.colour_changed) as sent:
        field.swatches[1].click()
    assert sent.args == ["#14532D"]
    with qtbot.assertNotEmitted(field.colour_changed):
        field.line.setText("#14")
    assert field.line.property("invalid")


def test_items_flow_into_lines(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window, spacing=4)
    for _item in range(6):
        box = QWidget()
        box.setFixedSize(QSize(50, 20))
        flow.addWidget(box)
    assert flow.heightForWidth(6 * 50 + 5 * 4) == 20
    assert flow.heightForWidth(3 * 50 + 2 * 4) == 44
    assert flow.heightForWidth(10) == 6 * 20 + 5 * 4


def test_words_of_strangers_are_no_html(qtbot):
    column = QWidget()
    layout = QVBoxLayout(column)
    label = PlainLabel('<img src="file:///etc/passwd">')
    layout.addWidget(label)
    qtbot.addWidget(column)
    plain = QLabel("x")
    assert label.sizeHint().width() > plain.sizeHint().width() * 10
    assert plain_tip("<b>đậm</b>") == "<span>&lt;b&gt;đậm&lt;/b&gt;</span>"
    assert plain_tip("a & b") == "a & b"
