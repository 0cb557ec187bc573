"""Pasting and copying: clean blocks, one undo step, nothing loaded from anywhere."""

import base64

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextCursor
from pytestqt.qtbot import QtBot

from newsroom.domain.document import (
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Photo,
    Run,
    Table,
    block_plain,
    text_of,
)
from newsroom.domain.ids import PhotoId
from newsroom.domain.imported import ImportedArticle
from newsroom.ui.editor.sheet import Sheet
from tests.ui.editor.conftest import article

RICH = (
    Heading(text=text_of("Tít xen")),
    Paragraph(text=(Run(text="Chữ "), Run(text="đậm", marks=frozenset({Mark.BOLD})))),
    ListBlock(
        ordered=True, items=(ListItem(text=text_of("a")), ListItem(text=text_of("b"), level=1))
    ),
    Photo(photo=PhotoId("a" * 64), caption=text_of("Ảnh"), credit="Lê Lâm", alt="mô tả"),
    Table(rows=((text_of("x"), ()),)),
)


def mime(text: str = "", html: str = "") -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    return made


def put(sheet: Sheet, line: int, column: int = 0) -> None:
    cursor = QTextCursor(sheet.document().findBlockByNumber(line))
    cursor.setPosition(cursor.position() + column)
    sheet.setTextCursor(cursor)


def contents(sheet: Sheet) -> list[str]:
    return [block_plain(block) for block in sheet.article_text().body.blocks]


def test_own_blocks_come_back_with_new_ids(sheet: Sheet) -> None:
    sheet.set_text(article(*RICH))
    sheet.selectAll()
    copied = sheet.createMimeDataFromSelection()
    sheet.set_text(article())
    put(sheet, 3)
    sheet.insertFromMimeData(copied)
    blocks = sheet.article_text().body.blocks
    pasted = [type(block) for block in blocks if block_plain(block)]
    assert pasted[-len(RICH) :] == [type(block) for block in RICH]
    assert not {block.id for block in blocks} & {block.id for block in RICH}
    sheet.undo()
    assert sheet.article_text() == article()
    assert "<h2>Tít xen</h2>" in copied.html()
    assert "Chữ đậm" in copied.text()


def test_a_paste_within_a_paragraph_joins_both_ends(sheet: Sheet) -> None:
    sheet.set_text(article("trước sau"))
    put(sheet, 3, 6)
    sheet.insertFromMimeData(mime("một\n\nhai\nba"))
    assert contents(sheet) == ["trước một", "hai", "basau"]
    sheet.undo()
    assert contents(sheet) == ["trước sau"]


@pytest.mark.parametrize("html", ["", "<p><span>đoàn </span></p>"])
def test_a_word_copied_with_its_space_does_not_run_into_the_next(sheet: Sheet, html: str) -> None:
    sheet.set_text(article("công phí.", ""))
    put(sheet, 3, 5)
    sheet.insertFromMimeData(mime("đoàn ", html))
    assert contents(sheet)[0] == "công đoàn phí."
    put(sheet, 3, 14)
    sheet.insertFromMimeData(mime(" Thêm. "))
    assert contents(sheet)[0] == "công đoàn phí. Thêm."
    put(sheet, 3, 0)
    sheet.insertFromMimeData(mime(" Góp "))
    assert contents(sheet)[0] == "Góp công đoàn phí. Thêm."


def test_lines_pasted_into_the_headline_stay_one_line(sheet: Sheet) -> None:
    put(sheet, 1)
    sheet.insertFromMimeData(mime("Công nhân\ngóp đoàn phí"))
    assert sheet.article_text().headline == "Công nhân góp đoàn phí"


def test_pasted_text_is_composed(sheet: Sheet) -> None:
    put(sheet, 3)
    sheet.insertFromMimeData(mime("Tie\u0302\u0301ng Vie\u0323\u0302t"))
    assert contents(sheet) == ["Tiếng Việt"]


def test_what_nobody_sees_is_not_pasted(sheet: Sheet) -> None:
    sheet.set_text(article(""))
    put(sheet, 3)
    sheet.insertFromMimeData(
        mime("người\u200b lao\u00ad \ufeffđộng\u202e\x01\ufffe 👨\u200d👩\u200d👧")
    )
    assert contents(sheet) == ["người lao động 👨\u200d👩\u200d👧"]


def test_foreign_html_becomes_clean_blocks(sheet: Sheet) -> None:
    sheet.set_text(article("đầu"))
    put(sheet, 3, 3)
    page = "<h2 style='color:red'>Tít</h2><p>Một <b>hai</b></p><img src='http://a.vn/x.png'>"
    sheet.insertFromMimeData(mime("Tít\nMột hai", page))
    kinds = [type(block) for block in sheet.article_text().body.blocks]
    assert kinds[:3] == [Paragraph, Heading, Paragraph]
    assert sheet.loadResource(2, QUrl("http://a.vn/x.png")) is None


def test_a_page_pasted_into_an_empty_article_is_offered_as_a_whole(
    sheet: Sheet, qtbot: QtBot
) -> None:
    page = "Trang chủ › Chuyên đề\n" * 40
    with qtbot.waitSignal(sheet.page_pasted) as told:
        sheet.insertFromMimeData(mime(page, "<p>x</p>"))
    assert told.args == [page, "<p>x</p>"]
    assert sheet.is_empty()


def test_a_picture_is_handed_to_the_owner(sheet: Sheet, qtbot: QtBot) -> None:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    made = QMimeData()
    made.setImageData(image)
    with qtbot.waitSignal(sheet.photo_bytes_pasted) as told:
        sheet.insertFromMimeData(made)
    assert told.args[0].startswith(b"\x89PNG")


def test_dropped_picture_files_are_handed_to_the_owner(sheet: Sheet, qtbot: QtBot) -> None:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile("/anh/a.JPG"), QUrl("http://a.vn/b.jpg")])
    with qtbot.waitSignal(sheet.photo_files_dropped) as told:
        sheet.insertFromMimeData(made)
    assert told.args[0] == ["/anh/a.JPG"]


@pytest.mark.parametrize("damaged", [b"", b"{", b'[{"type":"box"}]', b"\xff", b"7", b"[1]"])
def test_damaged_blocks_on_the_clipboard_are_passed_over(sheet: Sheet, damaged: bytes) -> None:
    put(sheet, 3)
    made = mime("chữ")
    made.setData("application/x-newsroom-blocks+json", damaged)
    sheet.insertFromMimeData(made)
    assert contents(sheet) == ["chữ"]


def test_paste_as_plain_text_drops_marks(sheet: Sheet) -> None:
    QGuiApplication.clipboard().setMimeData(mime("đậm", "<p><b>đậm</b></p>"))
    put(sheet, 3)
    sheet.paste_plain()
    (block,) = sheet.article_text().body.blocks
    assert isinstance(block, Paragraph)
    assert block.text == text_of("đậm")


def test_a_part_of_a_line_is_copied_by_characters(sheet: Sheet) -> None:
    sheet.set_text(article("👍🏽 một hai"))
    put(sheet, 3, 5)
    cursor = sheet.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)
    assert sheet.createMimeDataFromSelection().text() == "một"


def test_text_pasted_with_a_picture_waits_for_the_picture_to_be_stored(
    sheet: Sheet, qtbot: QtBot
) -> None:
    sheet.set_text(article("đầu đuôi"))
    put(sheet, 3, 4)
    cursor = sheet.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)
    picture = base64.b64encode(b"\x89PNG" + bytes(100)).decode()
    page = f"<p>một</p><p><img src='data:image/png;base64,{picture}'></p><p>hai</p>"
    with qtbot.waitSignal(sheet.fragment_pasted) as told:
        sheet.insertFromMimeData(mime("một hai", page))
    fragment, at = told.args
    assert isinstance(fragment, ImportedArticle)
    assert contents(sheet) == ["đầu đuôi"]
    put(sheet, 0)
    sheet.insert_blocks(fragment.body.blocks, at)
    blocks = sheet.article_text().body.blocks
    (photo,) = (block for block in blocks if isinstance(block, Photo))
    assert fragment.photos[photo.photo].data.startswith(b"\x89PNG")
    assert [words for words in contents(sheet) if words] == ["đầu một", "hai"]
    sheet.undo()
    assert contents(sheet) == ["đầu đuôi"]


@pytest.mark.parametrize("last", [(), (Paragraph(text=text_of("Sau bảng.")),)])
def test_after_a_paste_with_a_table_one_writes_on_behind_it(
    sheet: Sheet, qtbot: QtBot, last: tuple[Paragraph, ...]
) -> None:
    sheet.set_text(article())
    put(sheet, 3)
    table = Table(rows=((text_of("x"), text_of("y")),))
    sheet.insert_blocks((table, *last), sheet.textCursor())
    qtbot.keyClicks(sheet, "ab")
    expected = ["x\ty", "Sau bảng.ab"] if last else ["x\ty", "ab"]
    assert list(filter(None, contents(sheet))) == expected
