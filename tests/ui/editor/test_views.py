"""Veil, typewriter scrolling, outline and bookmarks of the sheet."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.domain.document import Box, Heading, ListBlock, ListItem, Paragraph, Quote, text_of
from newsroom.ui.editor.bookmarks import Bookmarks
from newsroom.ui.editor.outline import go_to_line, outline
from newsroom.ui.editor.painting import SheetPainter
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.editor.typewriter import Typewriter
from newsroom.ui.editor.veil import Veil
from newsroom.ui.tokens import LIGHT
from tests.ui.editor.conftest import article
from tests.ui.editor.test_typing import press, put

LONG = "Giờ giải lao ca sáng, chị Hạnh mở điện thoại, chạm hai lần rồi cất vào túi. " * 4


@pytest.fixture
def long_sheet(sheet: Sheet) -> Sheet:
    sheet.set_text(article(*(LONG for _ in range(12))))
    QTest.qWait(20)
    return sheet


def darkest(sheet: Sheet, top: int, bottom: int) -> int:
    image = sheet.viewport().grab().toImage()
    return min(
        QColor(image.pixel(x, y)).lightness()
        for y in range(max(0, top), min(bottom, image.height()))
        for x in range(20, image.width() - 20, 2)
    )


def test_the_veil_leaves_the_block_with_the_caret(long_sheet: Sheet) -> None:
    veil = Veil(long_sheet)
    put(long_sheet, 4)
    top = long_sheet.cursorRect().top()
    above = (top - 120, top - 20)
    before = darkest(long_sheet, *above)
    veil.draw(True)
    assert darkest(long_sheet, *above) > before + 60
    assert darkest(long_sheet, top, top + 60) <= before + 20
    put(long_sheet, 3)
    assert darkest(long_sheet, *above) <= before + 20


def test_the_line_stays_at_its_height_to_the_very_end(long_sheet: Sheet) -> None:
    typewriter = Typewriter(long_sheet)
    typewriter.run(True)
    put(long_sheet, 8, 40)
    height = long_sheet.cursorRect().center().y()
    for line in (10, 13, 14):
        put(long_sheet, line, 30)
        assert abs(long_sheet.cursorRect().center().y() - height) <= 1
    press(long_sheet, LONG)
    assert abs(long_sheet.cursorRect().center().y() - height) <= 1
    typewriter.run(False)
    bar = long_sheet.verticalScrollBar()
    natural = bar.maximum()
    put(long_sheet, 3)
    put(long_sheet, 14)
    assert bar.maximum() == natural


def test_the_outline_lists_what_one_goes_to(sheet: Sheet) -> None:
    box = Box(title=text_of("Hộp"), blocks=(Paragraph(text=text_of("trong hộp")),))
    blocks = ("mở", Heading(text=text_of("Giờ giải lao")), "thân", box, "kết")
    sheet.set_text(article(*blocks, headline="Tít"))
    put(sheet, 5)
    found = outline(sheet, {8})
    assert [entry.words for entry in found] == ["Tít", "Giờ giải lao", "Hộp", "kết"]
    assert [entry.current for entry in found] == [False, True, False, False]
    assert [entry.bookmarked for entry in found] == [False, False, False, True]
    go_to_line(sheet, found[2].line)
    assert sheet.caret_line() == 6


def test_bookmarks_stay_with_their_blocks(sheet: Sheet) -> None:
    items = ListBlock(items=(ListItem(text=text_of("a")), ListItem(text=text_of("b"))))
    sheet.set_text(article("một", items, "hai"))
    marks = Bookmarks(sheet)
    put(sheet, 5)
    marks.toggle()
    put(sheet, 6)
    marks.toggle()
    list_id, last_id = marks.ids()
    assert list_id == sheet.article_text().body.blocks[1].id
    put(sheet, 3, 3)
    press(sheet, " x\rmới")
    put(sheet, 3, 1)
    QTest.keyClick(sheet, "\r")
    assert marks.ids() == (list_id, last_id)
    assert marks.lines() == [5, 7]
    put(sheet, 3)
    assert marks.step(1)
    assert sheet.caret_line() == 5
    assert marks.step(1)
    assert sheet.caret_line() == 7
    assert marks.step(1)
    assert sheet.caret_line() == 5
    assert marks.step(-1)
    assert sheet.caret_line() == 7
    marks.toggle()
    assert marks.ids() == (list_id,)


def test_a_bookmark_of_a_removed_block_comes_back_with_it(sheet: Sheet) -> None:
    sheet.set_text(article("một", "hai"))
    marks = Bookmarks(sheet)
    put(sheet, 4)
    marks.toggle()
    before = marks.ids()
    cursor = sheet.textCursor()
    cursor.movePosition(cursor.MoveOperation.StartOfBlock)
    cursor.deletePreviousChar()
    assert marks.ids() == ()
    assert not marks.step(1)
    sheet.undo()
    assert marks.ids() == before


def test_a_bookmark_is_painted_beside_its_block(sheet: Sheet) -> None:
    sheet.set_text(article("một", "hai"))
    marks = Bookmarks(sheet)
    put(sheet, 4)
    y = sheet.cursorRect().center().y() - 3
    marks.toggle()
    image = sheet.viewport().grab().toImage()
    assert QColor(image.pixel(3, y)) == QColor(LIGHT.accent)


def test_indents_grow_with_the_zoom_and_what_is_painted_beside_them_follows(sheet: Sheet) -> None:
    item = ListItem(text=text_of("Mục"), level=1)
    quote = Quote(text=text_of("Nói"), source="Ai")
    box = Box(title=text_of("Hộp"), blocks=(Paragraph(text=text_of("Trong hộp")),))
    sheet.set_text(article("Đoạn", ListBlock(items=(item,)), quote, box))
    wide = _indents(sheet)
    sheet.resize(1600, 1200)
    sheet.set_zoom(2.0)
    assert _indents(sheet) == pytest.approx([2 * indent for indent in wide], abs=1.0)
    assert wide[4] == pytest.approx(51, abs=1)  # the list's text, two levels of 1.5 ems of 17
    assert _bar_left(sheet, 5) == pytest.approx(sheet.column.left, abs=1.5)


def _indents(sheet: Sheet) -> list[float]:
    QApplication.processEvents()
    shown = SheetPainter(sheet).shown(sheet.viewport().rect())
    return [item.rect.left() - sheet.column.left for item in shown]


def _bar_left(sheet: Sheet, number: int) -> int:
    """The first pixel in the accent's colour beside a line."""
    image = sheet.viewport().grab().toImage()
    (line,) = (
        item for item in SheetPainter(sheet).shown(sheet.viewport().rect()) if item.number == number
    )
    y = round(line.rect.center().y())
    accent = QColor(sheet.tokens.accent)
    return next(x for x in range(image.width()) if image.pixelColor(x, y) == accent)


def test_an_empty_line_behind_a_table_invites_nobody_to_begin(sheet: Sheet) -> None:
    """Qt sets that line to the right of the table, where the words would be cut."""
    sheet.set_text(article())
    put(sheet, 3)
    sheet.commands.insert_table(1, 2)
    put(sheet, 0)
    lines = sheet.document()
    left = lines.findBlockByNumber(3)
    rect = lines.documentLayout().blockBoundingRect(lines.findBlockByNumber(5)).toRect()
    assert rect.left() > lines.documentLayout().blockBoundingRect(left).left() + 200
    image = sheet.viewport().grab().toImage()
    row = range(rect.top() + 6, rect.bottom())
    beside = range(rect.left() + 1, image.width() - 1)
    assert {QColor(image.pixel(x, y)).name() for y in row for x in beside} == {LIGHT.sheet.lower()}
