import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.language.folding import fold
from newsroom.ui.widgets.tag_field import TagField, offered_tags
from tests.ui.typing import type_words

KNOWN = ["an toàn lao động", "đoàn phí", "đoàn viên", "Đồng Nai", "quỹ công đoàn", "tiền lương"]


@pytest.fixture
def field(qtbot, theme):
    made = TagField(theme)
    qtbot.addWidget(made)
    made.set_known(KNOWN)
    made.show_tags(("lương",))
    made.show()
    return made


def _offered(typed, taken=()):
    return offered_tags([(tag, fold(tag)) for tag in KNOWN], typed, taken)


def test_diacritics_are_not_needed():
    assert _offered("doan") == ["đoàn phí", "đoàn viên", "quỹ công đoàn"]


def test_diacritics_put_their_own_first():
    assert _offered("đồ")[0] == "Đồng Nai"
    assert _offered("đoàn v") == ["đoàn viên"]


def test_tags_already_there_are_not_offered():
    assert _offered("doan", taken=["ĐOÀN PHÍ"]) == ["đoàn viên", "quỹ công đoàn"]


def test_nothing_is_offered_in_the_middle_of_a_word():
    assert _offered("oan") == []
    assert _offered("") == []


def test_enter_adds_and_nothing_is_completed(field, qtbot):
    with qtbot.waitSignal(field.tags_edited) as sent:
        type_words(field.line, "doan")
        assert field.offers()
        assert field.line.text() == "doan"
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert sent.args == [("lương", "doan")]
    assert field.line.text() == ""


def test_a_comma_adds_and_the_rest_stays(field):
    type_words(field.line, "nhà ở, ca")
    assert field.tags() == ("lương", "nhà ở")
    assert field.line.text().strip() == "ca"


def test_the_spelling_in_use_is_taken(field):
    type_words(field.line, "ĐOÀN PHÍ,")
    assert field.tags() == ("lương", "đoàn phí")


def test_a_tag_is_added_once(field):
    type_words(field.line, "Lương,")
    assert field.tags() == ("lương",)


def test_backspace_in_the_empty_line_removes_the_last(field):
    type_words(field.line, "a")
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.tags() == ("lương",)
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.tags() == ()


def test_a_chip_goes_by_its_cross_and_by_delete(field):
    field.show_tags(("một", "hai", "ba"))
    field._chips[1]._cross.click()
    assert field.tags() == ("một", "ba")
    QTest.keyClick(field._chips[0], Qt.Key.Key_Delete)
    assert field.tags() == ("ba",)


def test_what_is_written_stays_when_tags_come_from_outside(field, qtbot):
    type_words(field.line, "nửa chừng")
    field.show_tags(("lương", "mới"))
    assert field.line.text() == "nửa chừng"


def test_many_tags_make_the_field_higher(field):
    field.resize(260, field.heightForWidth(260))
    low = field.heightForWidth(260)
    field.show_tags(tuple(f"thẻ số {n}" for n in range(12)))
    assert field.heightForWidth(260) > low * 2
