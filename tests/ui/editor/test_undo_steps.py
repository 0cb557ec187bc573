"""Typing is taken back word by word, whatever sends the letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from newsroom.domain.document import plain
from newsroom.ui.editor import word_steps
from newsroom.ui.editor.sheet import Sheet
from tests.ui.editor.conftest import article
from tests.ui.editor.test_typing import press, put


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(word_steps, "monotonic", made)
    return made


def shown(sheet: Sheet, line: int = 3) -> str:
    return plain(sheet.reader.lines[line].text)


def commit(sheet: Sheet, words: str, replaced: int = 0) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words, -replaced, replaced)
    QApplication.sendEvent(sheet, event)


def compose(sheet: Sheet, words: str) -> None:
    QApplication.sendEvent(sheet, QInputMethodEvent(words, []))


def steps_back(sheet: Sheet, line: int = 3) -> list[str]:
    found = []
    while sheet.document().isUndoAvailable():
        sheet.undo()
        found.append(shown(sheet, line))
    return found


@pytest.mark.parametrize("line", [0, 1, 2, 3])
def test_each_word_is_a_step(sheet: Sheet, clock: Clock, line: int) -> None:
    put(sheet, line)
    press(sheet, "Giờ giải lao, chị")
    assert steps_back(sheet, line) == ["Giờ giải lao, ", "Giờ giải ", "Giờ ", ""]
    while sheet.document().isRedoAvailable():
        sheet.redo()
    assert shown(sheet, line) == "Giờ giải lao, chị"


def test_a_pause_within_a_word_is_a_step(sheet: Sheet, clock: Clock) -> None:
    put(sheet, 3)
    press(sheet, "nửa")
    clock.now += 2
    press(sheet, "phút")
    assert steps_back(sheet) == ["nửa", ""]


def test_a_syllable_retyped_with_backspaces_is_one_step(sheet: Sheet, clock: Clock) -> None:
    put(sheet, 3)
    press(sheet, "tuyen", Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, "ển ")
    assert shown(sheet) == "tuyển "
    assert steps_back(sheet) == [""]


def test_a_syllable_replaced_by_an_input_method_is_one_step(sheet: Sheet, clock: Clock) -> None:
    put(sheet, 3)
    for letter in "tie":
        commit(sheet, letter)
    commit(sheet, "iê", replaced=2)
    commit(sheet, "ng ")
    commit(sheet, "Việt")
    assert shown(sheet) == "tiêng Việt"
    assert steps_back(sheet) == ["tiêng ", ""]


def test_composing_leaves_no_step_of_its_own(sheet: Sheet, clock: Clock) -> None:
    put(sheet, 3)
    press(sheet, "một ")
    for word in ("h", "ha", "hai"):
        compose(sheet, word)
    assert shown(sheet) == "một "
    commit(sheet, "hai")
    assert steps_back(sheet) == ["một ", ""]


def test_erasing_back_past_the_word_is_another_step(sheet: Sheet, clock: Clock) -> None:
    sheet.set_text(article("cũ "))
    put(sheet, 3, 3)
    press(sheet, "mới", *[Qt.Key.Key_Backspace] * 5)
    assert shown(sheet) == "c"
    assert steps_back(sheet) == ["cũ ", "cũ "]


def test_another_place_is_another_step(sheet: Sheet, clock: Clock) -> None:
    sheet.set_text(article("ab"))
    put(sheet, 3, 2)
    press(sheet, "c")
    put(sheet, 3)
    press(sheet, "x")
    assert shown(sheet) == "xabc"
    assert steps_back(sheet) == ["abc", "ab"]


def test_what_is_typed_over_a_selection_comes_back(sheet: Sheet, clock: Clock) -> None:
    sheet.set_text(article("một hai"))
    put(sheet, 3)
    cursor = sheet.textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)
    press(sheet, "ba")
    assert steps_back(sheet) == ["một hai"]
