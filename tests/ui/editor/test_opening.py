"""Long articles are shown at once and laid out to their end while nothing else happens."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.domain.document import Heading, Paragraph, Quote, Table, block_plain, plain, text_of
from newsroom.ui.editor.reader import Reader
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.editor.state import Caret
from tests.ui.editor.conftest import article

_WORDS = "Giờ giải lao ca sáng, chị mở điện thoại, chạm hai lần rồi cất vào túi. " * 4


def long_article(count: int = 400) -> list[Paragraph | Heading]:
    blocks: list[Paragraph | Heading] = []
    for number in range(count):
        blocks.append(Paragraph(text=text_of(f"{number}. {_WORDS}")))
        if number % 6 == 5:
            blocks.append(Heading(text=text_of("Nửa phút thay một buổi")))
    return blocks


def laid_out(sheet: Sheet) -> int:
    """How many lines have a layout."""
    block, count = sheet.document().begin(), 0
    while block.isValid():
        count += block.layout().lineCount() > 0
        block = block.next()
    return count


def test_showing_a_long_article_lays_out_what_is_in_view(sheet: Sheet) -> None:
    sheet.set_text(article(*long_article(), byline=("Minh Tú",)))
    assert 3 < laid_out(sheet) < sheet.document().blockCount() / 2


def test_one_article_after_another_too(sheet: Sheet) -> None:
    sheet.set_text(article(*long_article()))
    sheet.document().documentLayout().documentSize()
    assert laid_out(sheet) == sheet.document().blockCount()
    sheet.set_text(article(*long_article()))
    assert laid_out(sheet) < sheet.document().blockCount() / 2


def test_colours_are_there_before_the_text_is_laid_out(sheet: Sheet) -> None:
    sheet.set_text(article(*long_article(), Quote(text=text_of("Lời"), source="Chị Mai")))
    source = sheet.document().lastBlock().previous()
    assert (source.text(), source.layout().lineCount()) == ("Chị Mai", 0)
    assert source.layout().formats()


def test_a_place_far_below_comes_back(sheet: Sheet) -> None:
    sheet.set_text(article(*long_article()))
    sheet.set_caret(Caret(5, 5, 9000))
    assert sheet.verticalScrollBar().value() == 9000


def test_what_is_shown_is_what_a_fresh_reading_finds(sheet: Sheet) -> None:
    table = Table(rows=((text_of("a"), text_of("b")), (text_of("c"), text_of("d"))), header=True)
    text = article(*long_article(20), table, "sau bảng")
    sheet.set_text(text)
    fresh = Reader(sheet.document())
    fresh.rebuild()
    assert fresh.lines == sheet.reader.lines
    assert sheet.article_text() == text


def test_typing_before_the_layout_is_done_writes_where_the_caret_is(sheet: Sheet) -> None:
    before = article(*long_article())
    sheet.set_text(before)
    sheet.go_to_block(before.body.blocks[-1].id)
    QTest.keyClick(sheet, Qt.Key.Key_X)
    (*rest, last) = sheet.article_text().body.blocks
    assert block_plain(last) == "x" + block_plain(before.body.blocks[-1])
    assert rest == list(before.body.blocks[:-1])
    sheet.undo()
    assert sheet.article_text() == before
    assert not sheet.document().isUndoAvailable()
    assert plain(sheet.reader.lines[0].text) == "Trên"
