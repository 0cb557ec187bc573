"""Photos that are inserted, dropped or pasted bring their captions, in one undo step."""

import base64
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from newsroom.domain.document import plain
from newsroom.domain.ids import ArticleId
from newsroom.ui.waiting import Waiting
from tests.photo_files import jpeg
from tests.ui.photos.conftest import Room, news_photo


def written(folder: Path, *captions: str) -> list[Path]:
    paths = []
    for number, caption in enumerate(captions):
        path = folder / f"anh-{number}.jpg"
        path.write_bytes(news_photo(caption, colour=f"#{number:02d}4060"))
        paths.append(path)
    return paths


def put_caret(room: Room, line: int) -> None:
    block = room.pane.sheet.document().findBlockByNumber(line)
    room.pane.sheet.setTextCursor(QTextCursor(block))


def test_files_keep_their_order_and_bring_their_captions_in_one_step(qtbot, room, tmp_path):
    before = room.pane.sheet.article_text()
    put_caret(room, 3)
    room.media.take_files(written(tmp_path, "Một", "Hai", "Ba"))
    qtbot.waitUntil(lambda: len(room.photos()) == 3)
    assert [plain(photo.caption) for photo in room.photos()] == ["Một", "Hai", "Ba"]
    assert {photo.credit for photo in room.photos()} == {"Lê Lâm"}
    assert {photo.taken for photo in room.photos()} == {date(2020, 7, 20)}
    room.pane.sheet.undo()
    assert room.pane.sheet.article_text() == before
    assert not room.pane.sheet.document().isUndoAvailable()


def test_the_original_is_kept_byte_for_byte(qtbot, room, desk, tmp_path):
    (path,) = written(tmp_path, "Một")
    room.media.take_files([str(path)])
    qtbot.waitUntil(lambda: len(room.photos()) == 1)
    assert desk.photos.read(room.photos()[0].photo) == path.read_bytes()


def test_files_that_are_no_photos_are_named_and_the_others_come(qtbot, room, tmp_path):
    good = written(tmp_path, "Một", "Hai")
    bad, gone = tmp_path / "bang-luong.jpg", tmp_path / "mat-roi.jpg"
    bad.write_bytes(b"khong phai anh")
    room.media.take_files([good[0], bad, gone, good[1]])
    qtbot.waitUntil(lambda: len(room.photos()) == 2)
    assert [plain(photo.caption) for photo in room.photos()] == ["Một", "Hai"]
    said = room.pane.notice.words()
    assert "bang-luong.jpg" in said
    assert "mat-roi.jpg" in said


def test_photos_go_where_the_caret_was_and_not_into_another_article(qtbot, room, tmp_path):
    put_caret(room, 3)
    room.media.take_files(written(tmp_path, "Một"))
    put_caret(room, 5)
    qtbot.waitUntil(lambda: len(room.photos()) == 1)
    kinds = [type(block).__name__ for block in room.pane.sheet.article_text().body.blocks]
    assert kinds == ["Paragraph", "Photo", "Paragraph", "Paragraph"]
    room.media.take_files(written(tmp_path, "Hai"))
    room.open_id = ArticleId("bai-2")
    qtbot.waitUntil(lambda: not room.media._tasks.busy())
    assert len(room.photos()) == 1


def test_a_pasted_picture_has_nothing_to_take_over(qtbot, room):
    room.media.take_bytes(jpeg(), "")
    qtbot.waitUntil(lambda: len(room.photos()) == 1)
    assert (room.photos()[0].caption, room.photos()[0].credit) == ((), "")


@pytest.mark.parametrize("patience", [0])
def test_long_work_is_told_and_can_be_stopped(qtbot, room, patience):
    waiting = Waiting(room.pane, room.pane, patience=patience)
    waiting.tell(2, 5, "anh-2.jpg")
    qtbot.waitUntil(lambda: "anh-2.jpg" in room.pane.notice.words())
    assert room.pane.notice.isVisible()
    waiting.tell(3, 5, "anh-3.jpg")
    assert "anh-3.jpg" in room.pane.notice.words()
    waiting.end()
    assert not room.pane.notice.isVisible()


def test_a_photo_pasted_with_text_brings_what_the_text_does_not_say(qtbot, room):
    coded = base64.b64encode(news_photo("Ca chiều", size=(400, 300))).decode()
    put_caret(room, 3)
    mime = QMimeData()
    mime.setHtml(f'<p>Đoạn dán</p><img src="data:image/jpeg;base64,{coded}"><p>Đoạn sau</p>')
    room.pane.sheet.insertFromMimeData(mime)
    qtbot.waitUntil(lambda: len(room.photos()) == 1)
    (photo,) = room.photos()
    assert (plain(photo.caption), photo.credit) == ("Ca chiều", "Lê Lâm")
