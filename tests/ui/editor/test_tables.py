"""Tables as they are built, filled and taken apart."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt

from newsroom.domain.document import (
    Block,
    Box,
    Document,
    Paragraph,
    Table,
    document_plain,
    plain,
    text_of,
)
from newsroom.ui.editor.heads import NO_HEAD, Part, head_of
from newsroom.ui.editor.lines import table_at
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.editor.structure import body_end, first_mend
from tests.ui.editor.conftest import article
from tests.ui.editor.test_typing import press, put


def table(*rows: str, header: bool = False) -> Table:
    """A table whose cells are the words of each row."""
    cells = tuple(tuple(text_of(word.strip("-")) for word in row.split()) for row in rows)
    return Table(rows=cells, header=header)


def rows(sheet: Sheet) -> list[str]:
    for block in sheet.article_text().body.blocks:
        for inner in block.blocks if isinstance(block, Box) else (block,):
            if isinstance(inner, Table):
                return [" ".join(plain(cell) or "-" for cell in row) for row in inner.rows]
    return []


DOINGS: list[tuple[Callable[[Sheet], None], list[str], str]] = [
    (lambda sheet: sheet.commands.insert_row(below=False), ["a b", "- -", "c d"], ""),
    (lambda sheet: sheet.commands.insert_row(below=True), ["a b", "c d", "- -"], ""),
    (lambda sheet: sheet.commands.insert_column(after=False), ["a - b", "c - d"], ""),
    (lambda sheet: sheet.commands.insert_column(after=True), ["a b -", "c d -"], ""),
    (lambda sheet: sheet.commands.remove_row(), ["a b"], "b"),
    (lambda sheet: sheet.commands.remove_column(), ["a", "c"], "c"),
    (lambda sheet: sheet.commands.toggle_header(), ["a b", "c d"], "d"),
    (lambda sheet: sheet.commands.remove_table(), [], "trước"),
]


@pytest.mark.parametrize("boxed", [False, True])
@pytest.mark.parametrize(("doing", "expected", "caret"), DOINGS)
def test_each_change_is_one_step_and_keeps_the_rest(
    sheet: Sheet, doing: Callable[[Sheet], None], expected: list[str], caret: str, boxed: bool
) -> None:
    parts = (Paragraph(text=text_of("trước")), table("a b", "c d"), Paragraph(text=text_of("sau")))
    before = article(Box(title=text_of("Hộp"), blocks=parts)) if boxed else article(*parts)
    sheet.set_text(before)
    put(sheet, 8 if boxed else 7)
    assert sheet.textCursor().block().text() == "d"
    doing(sheet)
    assert rows(sheet) == expected
    assert sheet.textCursor().block().text() == caret
    assert first_mend(sheet.reader.lines) is None
    after = sheet.article_text()
    sheet.undo()
    assert sheet.article_text() == before
    assert not sheet.document().isUndoAvailable()
    sheet.redo()
    assert sheet.article_text() == after


def test_a_table_is_the_same_block_after_its_rows_changed(sheet: Sheet) -> None:
    before = table("a b")
    sheet.set_text(article(before, table("x y")))
    put(sheet, 3)
    sheet.commands.insert_row(below=True)
    blocks = sheet.article_text().body.blocks
    assert (len(blocks), blocks[0].id) == (2, before.id)


def test_the_header_is_the_first_row_whichever_that_is(sheet: Sheet) -> None:
    sheet.set_text(article(table("a b", "c d", header=True)))
    put(sheet, 3)
    sheet.commands.insert_row(below=False)
    parts = [line.part for line in sheet.reader.lines[3:9]]
    assert parts == [Part.HEADER_CELL] * 2 + [Part.CELL] * 4
    sheet.commands.remove_row()
    sheet.commands.toggle_header()
    (found,) = sheet.article_text().body.blocks
    assert isinstance(found, Table)
    assert (found.header, rows(sheet)) == (False, ["a b", "c d"])
    assert {line.part for line in sheet.reader.lines[3:7]} == {Part.CELL}


@pytest.mark.parametrize("doing", [doing for doing, _rows, _caret in DOINGS])
def test_outside_of_tables_nothing_happens(sheet: Sheet, doing: Callable[[Sheet], None]) -> None:
    before = article("thân", table("a b"))
    sheet.set_text(before)
    put(sheet, 3)
    doing(sheet)
    assert sheet.article_text() == before
    assert not sheet.document().isUndoAvailable()


def paste(sheet: Sheet, words: str) -> None:
    mime = QMimeData()
    mime.setText(words)
    sheet.insertFromMimeData(mime)


def test_tabs_fill_the_cells_and_the_table_grows(sheet: Sheet) -> None:
    before = article(table("a b", "c d"))
    sheet.set_text(before)
    put(sheet, 6)
    paste(sheet, "một\thai\r\nba\tbốn\r\n")
    assert rows(sheet) == ["a b -", "c một hai", "- ba bốn"]
    assert sheet.textCursor().block().text() == "bốn"
    sheet.undo()
    assert sheet.article_text() == before
    assert not sheet.document().isUndoAvailable()


def test_words_without_tabs_go_into_one_cell(sheet: Sheet) -> None:
    sheet.set_text(article(table("a b")))
    put(sheet, 3, 1)
    paste(sheet, " thêm")
    assert rows(sheet) == ["a thêm b"]


def test_copied_cells_fill_cells(sheet: Sheet) -> None:
    sheet.set_text(article(table("a b", "c d"), table("- -", "- -")))
    put(sheet, 3)
    cursor = sheet.textCursor()
    cursor.setPosition(
        sheet.document().findBlockByNumber(6).position() + 1, cursor.MoveMode.KeepAnchor
    )
    sheet.setTextCursor(cursor)
    mime = sheet.createMimeDataFromSelection()
    put(sheet, 8)
    sheet.insertFromMimeData(mime)
    second = sheet.article_text().body.blocks[1]
    assert isinstance(second, Table)
    assert [[plain(cell) for cell in row] for row in second.rows] == [["a", "b"], ["c", "d"]]


def test_a_row_added_by_tab_is_one_step_and_shift_tab_goes_back(sheet: Sheet) -> None:
    before = article(table("a b", header=True))
    sheet.set_text(before)
    put(sheet, 4)
    press(sheet, Qt.Key.Key_Tab)
    assert rows(sheet) == ["a b", "- -"]
    assert [line.part for line in sheet.reader.lines[5:7]] == [Part.CELL, Part.CELL]
    press(sheet, Qt.Key.Key_Backtab)
    assert sheet.textCursor().block().text() == "b"
    sheet.undo()
    assert sheet.article_text() == before
    assert not sheet.document().isUndoAvailable()


def test_rows_that_qt_inserts_and_removes_are_not_right_by_themselves(sheet: Sheet) -> None:
    """Why `TableCommands` writes the table anew; when this fails it may no longer need to."""
    sheet.set_text(article("trước", table("a b", "c d", header=True)))
    shown = table_at(sheet.document().findBlockByNumber(4))
    assert shown is not None
    sheet._upkeep.quiet = True
    shown.insertRows(1, 1)
    assert head_of(shown.cellAt(1, 0).firstCursorPosition().block()) == NO_HEAD
    shown.removeRows(0, 2)
    assert head_of(shown.cellAt(0, 0).firstCursorPosition().block()).part is Part.CELL


BOX = Box(title=text_of("Hộp"), blocks=(Paragraph(text=text_of("trong")),))
LISTED = Box(title=text_of("Hộp"), blocks=(Paragraph(text=text_of("đầu")), table("a b", "c d")))


@pytest.mark.parametrize("block", [BOX, table("a b", "c d"), LISTED])
def test_the_arrow_keys_lead_out_where_the_body_ends_and_begins(sheet: Sheet, block: Block) -> None:
    before = article(block)
    sheet.set_text(before)
    last = body_end(sheet.reader.lines) - 1
    put(sheet, last)
    press(sheet, Qt.Key.Key_Down)
    press(sheet, "dưới")
    put(sheet, 3)
    press(sheet, Qt.Key.Key_Up)
    press(sheet, "trên")
    blocks = sheet.article_text().body.blocks
    assert [type(each) for each in blocks] == [Paragraph, type(block), Paragraph]
    assert [document_plain(Document(blocks=(blocks[n],))) for n in (0, 2)] == ["trên", "dưới"]
    assert blocks[1] == block
    assert first_mend(sheet.reader.lines) is None
    while sheet.document().isUndoAvailable():
        sheet.undo()
    assert sheet.article_text() == before


def test_the_arrow_keys_make_no_paragraph_where_there_is_one(sheet: Sheet) -> None:
    before = article("trước", BOX, "sau")
    sheet.set_text(before)
    put(sheet, 5)
    press(sheet, Qt.Key.Key_Down)
    assert sheet.textCursor().block().text() == "sau"
    press(sheet, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert sheet.textCursor().block().text() == "trước"
    assert sheet.article_text() == before


def test_down_within_a_long_line_of_the_last_box_stays_in_it(sheet: Sheet) -> None:
    long = Paragraph(text=text_of("Giờ giải lao, tổ trưởng đọc bản tin cho cả tổ nghe. " * 6))
    before = article(Box(title=text_of("Hộp"), blocks=(long,)))
    sheet.set_text(before)
    put(sheet, 4)
    press(sheet, Qt.Key.Key_Down)
    assert sheet.caret_line() == 4
    assert sheet.article_text() == before


def test_the_caret_below_a_table_stands_where_the_text_will(sheet: Sheet) -> None:
    sheet.set_text(article("trước", table("a b")))
    put(sheet, 5)
    press(sheet, Qt.Key.Key_Down)
    assert sheet.cursorRect().left() > 400  # Qt's own place for it
    empty = sheet.caret_rect()
    press(sheet, "x")
    put(sheet, 6)
    assert sheet.caret_rect() == empty
    put(sheet, 3)
    assert sheet.caret_rect() == sheet.cursorRect()
