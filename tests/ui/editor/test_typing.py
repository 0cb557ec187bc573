"""Typing as a person does it, with real key events."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsroom.domain.document import (
    Box,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    block_plain,
    plain,
    text_of,
)
from newsroom.domain.ids import PhotoId
from newsroom.ui.editor.heads import TOP_FIELDS, Part
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.editor.structure import first_mend
from tests.ui.editor.conftest import article

PHOTO = Photo(photo=PhotoId("a" * 64), caption=text_of("Chú thích"), credit="Ảnh: Lê Lâm")


def press(sheet: Sheet, *keys: Qt.Key | str) -> None:
    for key in keys:
        if isinstance(key, str):
            for letter in key:
                type_letter(sheet, letter)
        else:
            QTest.keyClick(sheet, key)


def type_letter(sheet: Sheet, letter: str) -> None:
    """As Windows and X11 send it; `QTest.keyClicks` knows Latin-1 only."""
    code = ord(letter.upper()) if letter.isascii() else 0
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(sheet, QKeyEvent(kind, code, none, letter))


def put(sheet: Sheet, line: int, column: int = 0) -> None:
    cursor = QTextCursor(sheet.document().findBlockByNumber(line))
    cursor.setPosition(cursor.position() + column)
    sheet.setTextCursor(cursor)


def select(sheet: Sheet, first: tuple[int, int], last: tuple[int, int]) -> None:
    put(sheet, *first)
    cursor = sheet.textCursor()
    block = sheet.document().findBlockByNumber(last[0])
    cursor.setPosition(block.position() + last[1], QTextCursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)


def words(sheet: Sheet) -> list[str]:
    return [block_plain(block) for block in sheet.article_text().body.blocks]


def in_order(sheet: Sheet) -> bool:
    return first_mend(sheet.reader.lines) is None


def test_a_new_article_is_written_from_headline_to_byline(sheet: Sheet) -> None:
    press(sheet, "Công nhân góp đoàn phí", Qt.Key.Key_Return, "Nửa phút là xong.")
    press(sheet, Qt.Key.Key_Return, "Giờ giải lao", Qt.Key.Key_Return, "Chị cười.")
    put(sheet, sheet.document().blockCount() - 1)
    press(sheet, "Minh Tú", Qt.Key.Key_Return, "Lê Lâm")
    text = sheet.article_text()
    assert (text.headline, text.lede) == ("Công nhân góp đoàn phí", "Nửa phút là xong.")
    assert words(sheet) == ["Giờ giải lao", "Chị cười."]
    assert text.byline == ("Minh Tú", "Lê Lâm")
    assert len({block.id for block in text.body.blocks}) == 2


@pytest.mark.parametrize("line", [0, 1])
def test_enter_in_a_field_goes_to_the_start_of_the_next(sheet: Sheet, line: int) -> None:
    text = article("Thân bài")
    sheet.set_text(text)
    put(sheet, line, 2)
    press(sheet, Qt.Key.Key_Return)
    assert sheet.article_text() == text
    cursor = sheet.textCursor()
    assert (cursor.blockNumber(), cursor.positionInBlock()) == (line + 1, 0)


def test_enter_gives_the_new_paragraph_an_id_of_its_own(sheet: Sheet) -> None:
    sheet.set_text(article("một hai"))
    before = sheet.article_text().body.blocks[0]
    put(sheet, 3, 3)
    press(sheet, Qt.Key.Key_Return)
    first, second = sheet.article_text().body.blocks
    assert first.id == before.id != second.id
    assert words(sheet) == ["một", " hai"]


def test_enter_at_the_start_leaves_the_text_its_id(sheet: Sheet) -> None:
    sheet.set_text(article("một"))
    before = sheet.article_text().body.blocks[0]
    put(sheet, 3)
    press(sheet, Qt.Key.Key_Return)
    assert sheet.article_text().body.blocks[1] == before


@pytest.mark.parametrize("line", [0, 1, 2, 3, 4])
def test_backspace_at_the_start_of_a_field_joins_nothing(sheet: Sheet, line: int) -> None:
    text = article("Thân bài", byline=("Minh Tú",))
    sheet.set_text(text)
    put(sheet, line)
    press(sheet, Qt.Key.Key_Backspace)
    assert sheet.article_text() == text
    assert sheet.caret_line() == max(0, line - 1)


@pytest.mark.parametrize("line", [0, 1, 2, 3, 4])
def test_delete_at_the_end_of_a_field_joins_nothing(sheet: Sheet, line: int) -> None:
    text = article("Thân bài", byline=("Minh Tú",))
    sheet.set_text(text)
    put(sheet, line, len(sheet.document().findBlockByNumber(line).text()))
    press(sheet, Qt.Key.Key_Delete)
    assert sheet.article_text() == text


def test_backspace_within_a_word_is_left_to_qt(sheet: Sheet) -> None:
    """UniKey writes `tuyển` as `tuyen`, backspaces and the toned letters."""
    put(sheet, 3)
    press(sheet, "tuyen", Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, "ển ")
    assert words(sheet) == ["tuyển "]


def test_paragraphs_join_and_take_one_style(sheet: Sheet) -> None:
    sheet.set_text(article(Heading(text=text_of("Tít xen")), "thân"))
    put(sheet, 4)
    press(sheet, Qt.Key.Key_Backspace)
    assert words(sheet) == ["Tít xenthân"]
    sizes = {fragment_size(sheet, 3)}
    assert len(sizes) == 1


def fragment_size(sheet: Sheet, line: int) -> tuple[float, ...]:
    block = sheet.document().findBlockByNumber(line)
    walk, sizes = block.begin(), set()
    while not walk.atEnd():
        sizes.add(walk.fragment().charFormat().fontPointSize())
        walk += 1
    assert len(sizes) == 1
    return tuple(sizes)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((1, 1), (3, 2), ("Trên", "T", "", ["ân bài", "Hai"])),
        ((0, 0), (5, 0), ("", "", "", [])),
        ((2, 2), (4, 1), ("Trên", "Tít", "Sa", ["ai"])),
        ((3, 1), (4, 1), ("Trên", "Tít", "Sa-pô", ["Tai"])),
        ((3, 2), (5, 4), ("Trên", "Tít", "Sa-pô", ["Th"])),
    ],
)
def test_deleting_across_fields_keeps_the_fields(
    sheet: Sheet,
    first: tuple[int, int],
    last: tuple[int, int],
    expected: tuple[str, str, str, list[str]],
) -> None:
    before = article("Thân bài", "Hai", byline=("Minh Tú",))
    sheet.set_text(before)
    select(sheet, first, last)
    press(sheet, Qt.Key.Key_Backspace)
    text = sheet.article_text()
    assert (text.kicker, text.headline, text.lede, [w for w in words(sheet) if w]) == expected
    assert in_order(sheet)
    sheet.undo()
    assert sheet.article_text() == before
    assert not sheet.document().isUndoAvailable()


def test_typing_over_a_selection_across_fields_is_one_step(sheet: Sheet) -> None:
    before = article("Thân bài")
    sheet.set_text(before)
    select(sheet, (1, 1), (3, 5))
    press(sheet, "ư")
    assert sheet.article_text().headline == "Tư"
    sheet.undo()
    assert sheet.article_text() == before


def test_decomposed_letters_become_composed_as_they_are_typed(sheet: Sheet) -> None:
    put(sheet, 3)
    press(sheet, "x ê")
    press(sheet, "\u0301")
    press(sheet, " y")
    assert sheet.document().findBlockByNumber(3).text() == "x ế y"
    assert words(sheet) == ["x ế y"]


def test_an_input_method_commits_composed_text(sheet: Sheet) -> None:
    put(sheet, 1)
    composing = QInputMethodEvent("tie", [])
    QApplication.sendEvent(sheet, composing)
    assert sheet.article_text().headline == ""
    done = QInputMethodEvent()
    done.setCommitString("tie\u0302\u0301ng")
    QApplication.sendEvent(sheet, done)
    assert sheet.article_text().headline == "tiếng"


def test_emoji_and_no_break_spaces_stay_what_they_are(sheet: Sheet) -> None:
    put(sheet, 3)
    press(sheet, "👍🏽 10\u00a0km", Qt.Key.Key_Home, "a")
    assert words(sheet) == ["a👍🏽 10\u00a0km"]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("## Tít", Heading),
        ("> Lời", Quote),
        ("- mục", ListBlock),
        ("1. mục", ListBlock),
        ("-không", Paragraph),
    ],
)
def test_shorthand_makes_blocks(sheet: Sheet, typed: str, kind: type) -> None:
    put(sheet, 3)
    press(sheet, typed)
    (block,) = sheet.article_text().body.blocks
    assert type(block) is kind
    assert in_order(sheet)


def test_a_list_is_left_by_two_enters_and_indented_by_tab(sheet: Sheet) -> None:
    put(sheet, 3)
    press(sheet, "- một", Qt.Key.Key_Return, Qt.Key.Key_Tab, "hai", Qt.Key.Key_Return)
    press(sheet, Qt.Key.Key_Return, Qt.Key.Key_Return, "sau")
    found, after = sheet.article_text().body.blocks
    assert isinstance(found, ListBlock)
    assert [(plain(item.text), item.level) for item in found.items] == [("một", 0), ("hai", 1)]
    assert (type(after), block_plain(after)) == (Paragraph, "sau")


def test_a_list_that_is_left_is_told(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.set_text(article(ListBlock(items=(ListItem(text=text_of("một")),))))
    put(sheet, 3, 3)
    press(sheet, Qt.Key.Key_Return)
    with qtbot.waitSignal(sheet.format_changed) as told:
        press(sheet, Qt.Key.Key_Return)
    assert told.args[0].part is Part.PARAGRAPH


def test_the_line_being_written_keeps_some_white_below_it(sheet: Sheet) -> None:
    sheet.set_text(article(*["thân"] * 40))
    put(sheet, 10)
    for _line in range(20):
        press(sheet, Qt.Key.Key_Return)
    assert sheet.viewport().height() - sheet.cursorRect().bottom() >= 24


def test_leaving_a_list_in_its_middle_makes_two(sheet: Sheet) -> None:
    items = tuple(ListItem(text=text_of(word)) for word in ("a", "", "c"))
    sheet.set_text(article(ListBlock(items=items)))
    put(sheet, 4)
    press(sheet, Qt.Key.Key_Return)
    blocks = sheet.article_text().body.blocks
    assert [type(block) for block in blocks] == [ListBlock, Paragraph, ListBlock]
    assert len({block.id for block in blocks}) == 3
    heads = [line.head.id for line in sheet.reader.lines[3:6]]
    assert heads == [block.id for block in blocks]


def test_enter_walks_from_quote_to_source_to_paragraph(sheet: Sheet) -> None:
    put(sheet, 3)
    press(sheet, "> Lời", Qt.Key.Key_Return, "Chị Mai", Qt.Key.Key_Return, "tiếp")
    quote, after = sheet.article_text().body.blocks
    assert isinstance(quote, Quote)
    assert (plain(quote.text), quote.source, block_plain(after)) == ("Lời", "Chị Mai", "tiếp")


def test_deleting_a_picture_takes_its_caption_along(sheet: Sheet) -> None:
    before = article("trước", PHOTO, "sau")
    sheet.set_text(before)
    put(sheet, 4)
    press(sheet, Qt.Key.Key_Delete)
    assert words(sheet) == ["trước", "sau"]
    sheet.undo()
    assert sheet.article_text() == before


def test_typing_on_a_picture_goes_to_its_caption(sheet: Sheet) -> None:
    sheet.set_text(article(PHOTO))
    put(sheet, 3, 1)
    press(sheet, "!")
    (photo,) = sheet.article_text().body.blocks
    assert isinstance(photo, Photo)
    assert plain(photo.caption) == "Chú thích!"


def test_tab_in_the_last_cell_adds_a_row(sheet: Sheet) -> None:
    sheet.set_text(article(Table(rows=((text_of("a"), text_of("b")),))))
    put(sheet, 4)
    press(sheet, Qt.Key.Key_Tab, "c", Qt.Key.Key_Return, "d")
    (table,) = sheet.article_text().body.blocks
    assert isinstance(table, Table)
    assert [[plain(cell) for cell in row] for row in table.rows] == [["a", "b"], ["c\nd", ""]]


def test_shift_enter_breaks_the_line_within_the_block(sheet: Sheet) -> None:
    put(sheet, 3)
    press(sheet, "a")
    QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(sheet, "b")
    assert words(sheet) == ["a\nb"]


def test_enter_in_an_empty_last_line_leaves_the_box(sheet: Sheet) -> None:
    sheet.set_text(article(Box(title=text_of("Hộp"), blocks=(Paragraph(text=text_of("x")),)), "y"))
    put(sheet, 4, 1)
    press(sheet, Qt.Key.Key_Return, Qt.Key.Key_Return, "z")
    box, after, _last = sheet.article_text().body.blocks
    assert isinstance(box, Box)
    assert len(box.blocks) == 1
    assert block_plain(after) == "z"


def test_what_follows_a_link_is_not_part_of_it(sheet: Sheet) -> None:
    sheet.set_text(article(Paragraph(text=(Run(text="đây", link="https://a.vn"),))))
    put(sheet, 3, 3)
    press(sheet, " x")
    (block,) = sheet.article_text().body.blocks
    assert isinstance(block, Paragraph)
    assert block.text == (Run(text="đây", link="https://a.vn"), Run(text=" x"))


def test_undo_and_redo_of_typing(sheet: Sheet) -> None:
    put(sheet, 3)
    press(sheet, "một")
    press(sheet, Qt.Key.Key_Return, "hai")
    after = sheet.article_text()
    while sheet.document().isUndoAvailable():
        sheet.undo()
    assert sheet.article_text().body.blocks == ()
    while sheet.document().isRedoAvailable():
        sheet.redo()
    assert sheet.article_text() == after


def test_unchanged_blocks_are_the_same_objects(sheet: Sheet) -> None:
    sheet.set_text(article("một", "hai", "ba"))
    before = sheet.article_text().body.blocks
    put(sheet, 4, 3)
    press(sheet, "x")
    after = sheet.article_text().body.blocks
    assert after[0] is before[0]
    assert after[2] is before[2]
    assert block_plain(after[1]) == "haix"


def test_the_undo_key_takes_a_whole_command_back(sheet: Sheet) -> None:
    before = article("x\ny", headline="h😀")
    sheet.set_text(before)
    select(sheet, (1, 2), (2, 1))
    sheet.commands.insert_table(2, 2)
    assert len(sheet.article_text().body.blocks) == 2
    QTest.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sheet.article_text() == before
    assert not sheet.document().isUndoAvailable()


def test_fields_that_some_edit_swallowed_come_back_in_the_same_step(sheet: Sheet) -> None:
    before = article("Thân bài", byline=("Minh Tú",))
    sheet.set_text(before)
    select(sheet, (0, 2), (4, 3))
    sheet.textCursor().removeSelectedText()
    assert in_order(sheet)
    text = sheet.article_text()
    assert (text.kicker, text.headline, text.lede) == ("Trh Tú", "", "")
    sheet.undo()
    assert sheet.article_text() == before


def test_an_empty_field_keeps_its_place_before_a_removed_picture(sheet: Sheet) -> None:
    before = replace(article(PHOTO, "sau"), lede="")
    sheet.set_text(before)
    put(sheet, 3)
    press(sheet, Qt.Key.Key_Delete)
    assert in_order(sheet)
    assert [line.part for line in sheet.reader.lines[:3]] == list(TOP_FIELDS)
    assert words(sheet) == ["sau"]
    sheet.undo()
    assert sheet.article_text() == before


def test_ctrl_end_goes_to_the_last_words_then_to_the_byline(sheet: Sheet) -> None:
    sheet.set_text(replace(article("Đoạn đầu", "Đoạn cuối"), byline=("Lê Lâm",)))
    QTest.keyClick(sheet, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    press(sheet, ".")
    assert [block_plain(block) for block in sheet.article_text().body.blocks][-1] == "Đoạn cuối."
    QTest.keyClick(sheet, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    press(sheet, "m")
    assert sheet.article_text().byline == ("Lê Lâmm",)


@pytest.mark.skipif(sys.platform == "darwin", reason="the key writes other letters there")
def test_alt_with_a_letter_that_no_menu_has_writes_nothing(sheet: Sheet) -> None:
    sheet.set_text(article("Đoạn"))
    before = sheet.article_text()
    QTest.keyClick(sheet, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert sheet.article_text() == before
