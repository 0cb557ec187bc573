"""Input methods: composing, committing and replacing in every kind of block and at borders."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from newsroom.domain.document import (
    Box,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Photo,
    Quote,
    Table,
    plain,
    text_of,
)
from newsroom.domain.ids import PhotoId
from newsroom.ui.editor.heads import Part
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.editor.structure import first_mend
from tests.ui.editor.conftest import article
from tests.ui.editor.test_typing import press, put

BOX = Box(title=text_of("Hộp"), blocks=(Paragraph(text=text_of("trong")),))
ARTICLE = article(
    "thân",
    Heading(text=text_of("tít xen")),
    Quote(text=text_of("lời"), source="Chị Mai"),
    ListBlock(items=(ListItem(text=text_of("mục")),)),
    Photo(photo=PhotoId("a" * 64), caption=text_of("chú thích"), credit="Ảnh"),
    Table(rows=((text_of("ô"),),), header=True),
    BOX,
    byline=("Minh Tú",),
)
PARTS = [part for part in Part if part not in (Part.PHOTO, Part.FILLER, Part.CELL)]


def line_of(sheet: Sheet, part: Part) -> int:
    return next(n for n, line in enumerate(sheet.reader.lines) if line.part is part)


def compose(sheet: Sheet, words: str) -> None:
    QApplication.sendEvent(sheet, QInputMethodEvent(words, []))


def commit(sheet: Sheet, words: str, replaced: int = 0) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words, -replaced, replaced)
    QApplication.sendEvent(sheet, event)


def shown(sheet: Sheet, line: int) -> str:
    return plain(sheet.reader.lines[line].text)


def in_order(sheet: Sheet) -> bool:
    return first_mend(sheet.reader.lines) is None


@pytest.mark.parametrize("at_end", [False, True])
@pytest.mark.parametrize("part", PARTS)
def test_a_word_is_composed_committed_and_replaced(sheet: Sheet, part: Part, at_end: bool) -> None:
    sheet.set_text(ARTICLE)
    line = line_of(sheet, part)
    old = shown(sheet, line)
    put(sheet, line, len(old) if at_end else 0)
    for word in ("t", "ti", "tie"):
        compose(sheet, word)
    assert sheet.article_text() == ARTICLE
    commit(sheet, "tie")
    commit(sheet, "ie\u0302\u0301ng", replaced=2)
    assert shown(sheet, line) == (f"{old}tiếng" if at_end else f"tiếng{old}")
    assert sheet.reader.lines[line].part is part
    assert in_order(sheet)
    while sheet.document().isUndoAvailable():
        sheet.undo()
    assert sheet.article_text() == ARTICLE


@pytest.mark.parametrize("part", PARTS)
def test_a_composed_word_that_is_given_up_leaves_nothing(sheet: Sheet, part: Part) -> None:
    sheet.set_text(ARTICLE)
    put(sheet, line_of(sheet, part))
    compose(sheet, "xin")
    compose(sheet, "")
    assert sheet.article_text() == ARTICLE
    assert not sheet.document().isUndoAvailable()


@pytest.mark.parametrize("part", PARTS)
def test_a_syllable_is_retyped_with_backspaces_at_the_start(sheet: Sheet, part: Part) -> None:
    """UniKey writes `đẹp` as `d`, backspace, `đ`, `e`, … , each time back to the very start."""
    sheet.set_text(ARTICLE)
    line = line_of(sheet, part)
    old, before = shown(sheet, line), len(sheet.reader.lines)
    put(sheet, line)
    press(sheet, "d", Qt.Key.Key_Backspace, "đ", "ep")
    press(sheet, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, "ẹp")
    assert shown(sheet, line) == f"đẹp{old}"
    assert (len(sheet.reader.lines), sheet.reader.lines[line].part) == (before, part)
    assert in_order(sheet)


@pytest.mark.parametrize("part", PARTS)
def test_a_whole_line_composed_anew_keeps_its_kind(sheet: Sheet, part: Part) -> None:
    sheet.set_text(ARTICLE)
    line = line_of(sheet, part)
    put(sheet, line)
    cursor = sheet.textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)
    compose(sheet, "mới")
    commit(sheet, "mới")
    assert shown(sheet, line) == "mới"
    assert sheet.reader.lines[line].part is part
    while sheet.document().isUndoAvailable():
        sheet.undo()
    assert sheet.article_text() == ARTICLE


def test_a_replacement_does_not_reach_into_the_field_before(sheet: Sheet) -> None:
    sheet.set_text(ARTICLE)
    put(sheet, 1)
    commit(sheet, "x", replaced=2)
    assert in_order(sheet)
    assert sheet.article_text().kicker.startswith("Tr")
    sheet.undo()
    assert sheet.article_text() == ARTICLE
