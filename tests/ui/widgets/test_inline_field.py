import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from newsroom.ui.widgets.inline_field import InlineEdit, InlineText, LabelledField
from tests.ui.typing import type_words


@pytest.fixture(params=["line", "text"])
def field(request, qtbot):
    window = QWidget()
    layout = QVBoxLayout(window)
    made = InlineEdit(pause=30) if request.param == "line" else InlineText()
    layout.addWidget(made)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    made.window_of_test = window
    made.replace_value("cũ")
    made.setFocus()
    return made


def _text(field):
    return field.text() if isinstance(field, InlineEdit) else field.toPlainText()


def _write(field, words):
    field.selectAll()
    type_words(field, words)


def test_leaving_keeps_what_is_written(field, qtbot):
    with qtbot.waitSignal(field.committed) as sent:
        _write(field, "moi")
        field.clearFocus()
    assert sent.args == ["moi"]


def test_a_pause_keeps_what_is_written(field, qtbot):
    with qtbot.waitSignal(field.committed, timeout=2000):
        _write(field, "moi")
    assert field.hasFocus()


def test_a_value_from_outside_never_overwrites_what_is_written(field):
    _write(field, "dang viet")
    field.show_value("từ ngoài")
    assert _text(field) == "dang viet"
    assert field.hasFocus()


def test_a_value_from_outside_shows_when_nothing_is_written(field, qtbot):
    with qtbot.assertNotEmitted(field.committed, wait=100):
        field.show_value("từ ngoài")
    assert _text(field) == "từ ngoài"


def test_nothing_is_sent_when_nothing_changed(field, qtbot):
    with qtbot.assertNotEmitted(field.committed):
        field.commit()


def test_another_article_replaces_everything(field, qtbot):
    _write(field, "dang viet")
    with qtbot.assertNotEmitted(field.committed, wait=700):
        field.replace_value("bài khác")
    assert _text(field) == "bài khác"


def test_escape_brings_back_the_kept_line(qtbot):
    line = InlineEdit()
    qtbot.addWidget(line)
    line.replace_value("cũ")
    _write(line, "mới")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "cũ"


def test_text_grows_with_its_lines(qtbot):
    text = InlineText()
    qtbot.addWidget(text)
    text.show()
    low = text.height()
    text.replace_value("\n".join("dòng" for _line in range(6)))
    high = text.height()
    text.replace_value("\n".join("dòng" for _line in range(60)))
    assert low < high < text.height() < 60 * text.fontMetrics().lineSpacing()


def test_the_label_belongs_to_the_field(qtbot):
    line = QLineEdit()
    labelled = LabelledField("Byline", line)
    qtbot.addWidget(labelled)
    assert labelled.label.buddy() is line
    assert line.accessibleName() == "Byline"
    labelled.set_remark("Too long.", "error")
    assert line.accessibleDescription() == "Too long."
