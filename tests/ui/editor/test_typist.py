"""Corrections while typing: at the end of what was typed, never within a word, undone by itself."""

from unicodedata import is_normalized

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.domain.document import Mark, Paragraph, Run, text_of
from newsroom.domain.writing import Abbreviation, Habits, Typography
from newsroom.ui.editor.fragments import to_mime
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.tokens import LIGHT
from tests.ui.editor.conftest import article
from tests.ui.editor.test_typing import press, put, words

HABITS = Habits(
    typography=Typography(dashes=True),
    abbreviations=(Abbreviation(short="ldld", words="Liên đoàn Lao động"),),
)
BACK = Qt.Key.Key_Backspace


@pytest.fixture
def writing(sheet: Sheet) -> Sheet:
    sheet.typist.use(HABITS)
    put(sheet, 3)
    return sheet


def undo(sheet: Sheet) -> str:
    QTest.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    return sheet.document().findBlockByNumber(3).text()


def shown(sheet: Sheet) -> str:
    return sheet.document().findBlockByNumber(3).text()


def compose(sheet: Sheet, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(sheet, event)


def test_marks_and_short_forms_are_set_while_typing(writing: Sheet) -> None:
    press(writing, 'Ông nói: "Ở ldld, ai cũng biết..." - rồi cười')
    assert shown(writing) == "Ông nói: “Ở Liên đoàn Lao động, ai cũng biết…” – rồi cười"


def test_nothing_is_corrected_without_habits(sheet: Sheet) -> None:
    put(sheet, 3)
    press(sheet, '"ldld ..."')
    assert shown(sheet) == '"ldld ..."'


def test_undo_gives_the_typed_character_back_and_it_stays(writing: Sheet) -> None:
    press(writing, 'a "')
    assert shown(writing) == "a “"
    assert undo(writing) == 'a "'
    press(writing, "b")
    assert shown(writing) == 'a "b'


def test_undo_gives_the_short_form_back_and_it_stays(writing: Sheet) -> None:
    press(writing, "ldld ")
    assert shown(writing) == "Liên đoàn Lao động "
    assert undo(writing) == "ldld "
    press(writing, " x", Qt.Key.Key_Return)
    assert words(writing)[0] == "ldld  x"


def test_backspace_after_a_correction_only_takes_a_character(writing: Sheet) -> None:
    press(writing, "ldld ", BACK, BACK)
    assert shown(writing) == "Liên đoàn Lao độn"


def test_enter_ends_a_short_form(writing: Sheet) -> None:
    press(writing, "Ở ldld", Qt.Key.Key_Return, "x")
    assert words(writing) == ["Ở Liên đoàn Lao động", "x"]


def test_undo_goes_word_by_word(writing: Sheet) -> None:
    press(writing, "một hai  ba")
    assert [undo(writing) for _ in range(3)] == ["một hai  ", "một ", ""]


def test_a_word_that_unikey_retypes_is_one_step(writing: Sheet) -> None:
    press(writing, "co ", "duo", BACK, BACK, BACK, "đươ", "ng", BACK, BACK, BACK, "ờng", " x")
    assert shown(writing) == "co đường x"
    assert [undo(writing) for _ in range(3)] == ["co đường ", "co ", ""]


def test_words_taken_back_come_back_one_by_one(writing: Sheet) -> None:
    writing.set_text(article("một hai ba"))
    put(writing, 3, 10)
    press(writing, *[BACK] * 7)
    assert shown(writing) == "một"
    assert [undo(writing) for _ in range(3)] == ["một ", "một hai ", "một hai ba"]


def test_a_composed_word_is_left_alone_until_it_is_committed(writing: Sheet) -> None:
    for preedit in ("l", "ld", "ldl", 'ldld"'):
        compose(writing, preedit)
        assert words(writing) == []
    compose(writing, "", "ldld")
    assert shown(writing) == "ldld"
    compose(writing, "", " ")
    assert shown(writing) == "Liên đoàn Lao động "
    assert undo(writing) == "ldld "


def test_a_commit_that_goes_on_composing_is_not_corrected(writing: Sheet) -> None:
    compose(writing, "x", "ldld ")
    assert shown(writing) == "ldld "
    compose(writing, "", "xa")
    assert shown(writing) == "ldld xa"


def test_composed_words_are_undone_one_by_one(writing: Sheet) -> None:
    for word in ("tuyển", " ", "dụng", " "):
        compose(writing, word[:1])
        compose(writing, "", word)
    assert [undo(writing), undo(writing)] == ["tuyển ", ""]


def test_pasted_text_and_links_stay_as_they_are(writing: Sheet) -> None:
    writing.insertFromMimeData(to_mime((Paragraph(text=text_of('"ldld" ...')),)))
    assert shown(writing) == '"ldld" ...'
    linked = Run(text="ldld", link="https://a.vn/")
    writing.set_text(article(Paragraph(text=(linked,))))
    put(writing, 3, 2)
    press(writing, '"')
    assert shown(writing) == 'ld"ld'


def test_marks_and_emoji_before_the_caret_keep_their_places(writing: Sheet) -> None:
    bold = Run(text="👍🏽 ldld", marks=frozenset({Mark.BOLD}))
    writing.set_text(article(Paragraph(text=(bold, Run(text=" sau")))))
    put(writing, 3, len("👍🏽 ldld".encode("utf-16-le")) // 2)
    press(writing, ",")
    (block,) = writing.article_text().body.blocks
    assert isinstance(block, Paragraph)
    assert block.text[0] == Run(text="👍🏽 Liên đoàn Lao động,", marks=frozenset({Mark.BOLD}))
    assert block.text[1] == Run(text=" sau")


def test_short_forms_work_in_fields_and_cells(writing: Sheet) -> None:
    put(writing, 1)
    press(writing, "ldld ")
    assert writing.article_text().headline == "Liên đoàn Lao động "
    writing.commands.insert_table(1, 1)
    press(writing, '"a"')
    assert "“a”" in writing.document().toPlainText()


@pytest.fixture(scope="module")
def bench(qapp: QApplication) -> Sheet:
    made = Sheet(LIGHT)
    made.typist.use(HABITS)
    return made


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(alphabet="ldaếđ \"'.-,👍\b", max_size=30))
def test_whatever_is_typed_is_read_right_and_can_be_undone(bench: Sheet, keys: str) -> None:
    bench.set_text(article("đầu"))
    first = bench.article_text()
    put(bench, 3, 3)
    for key in keys:
        press(bench, BACK if key == "\b" else key)
    text = bench.document().findBlockByNumber(3).text()
    assert is_normalized("NFC", text)
    last = bench.article_text()
    while bench.document().isUndoAvailable():
        bench.undo()
    assert bench.article_text() == first
    while bench.document().isRedoAvailable():
        bench.redo()
    assert bench.article_text() == last
