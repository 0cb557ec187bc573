import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from newsroom.ui.widgets.section_picker import SectionField, SectionPicker
from tests.fakes.desk import MEMBERSHIP, SAFETY, SPECIAL, small_tree
from tests.ui.typing import type_words


@pytest.fixture
def picker(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = SectionPicker(small_tree(), (SPECIAL, SAFETY), parent)
    made.show()
    yield made
    if isValid(made):
        made.close()
    parent.close()


def _shown(picker):
    view, rows = picker.view, []
    index = view.model().index(0, 0)
    while index.isValid():
        rows.append(index.data())
        index = view.indexBelow(index)
    return rows


def test_the_whole_tree_with_the_chosen_one(picker):
    assert _shown(picker) == [
        "No section",
        "Thời sự",
        SPECIAL,
        MEMBERSHIP,
        SAFETY,
        "Văn hóa",
    ]
    assert picker.view.currentIndex().data() == SAFETY


@pytest.mark.parametrize("typed", ["phat trien", "phát triển", "PHAT TRIEN"])
def test_it_narrows_with_and_without_diacritics(picker, qtbot, typed):
    type_words(picker.line, typed)
    assert _shown(picker) == [SPECIAL, MEMBERSHIP]
    with qtbot.waitSignal(picker.section_chosen) as sent:
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert sent.args == [(SPECIAL, MEMBERSHIP)]


def test_written_diacritics_count(picker):
    type_words(picker.line, "vạn")
    assert _shown(picker) == []


def test_the_arrows_walk_from_the_line(picker, qtbot):
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    assert picker.view.currentIndex().data() == "Văn hóa"
    for _step in range(9):
        QTest.keyClick(picker.line, Qt.Key.Key_Up)
    with qtbot.waitSignal(picker.section_chosen) as sent:
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert sent.args == [()]


def test_the_field_says_what_is_chosen_and_sends_changes_only(qtbot, theme):
    field = SectionField(theme)
    qtbot.addWidget(field)
    field.show_section((SPECIAL, SAFETY))
    assert field.value() == "Chuyên đề › An toàn lao động"
    assert field.accessibleName() == "Section: Chuyên đề › An toàn lao động"
    with qtbot.assertNotEmitted(field.section_chosen):
        field._on_chosen((SPECIAL, SAFETY))
    with qtbot.waitSignal(field.section_chosen):
        field._on_chosen(())
    assert field.value() == ""


def test_the_field_gives_up_what_is_above_the_section_first(qtbot, theme):
    field = SectionField(theme)
    qtbot.addWidget(field)
    field.show_section(("Chuyên đề", "Công đoàn", "An toàn lao động"))
    width = field.fontMetrics().horizontalAdvance
    assert field.shortened(2000) == "Chuyên đề › Công đoàn › An toàn lao động"
    for words in ("… › Công đoàn › An toàn lao động", "… › An toàn lao động"):
        assert field.shortened(width(words) + 1) == words
    assert field.shortened(width("… › An toàn lao")).startswith("… › An toàn")
    field.show_section(())
    assert field.shortened(2000) == "No section"
