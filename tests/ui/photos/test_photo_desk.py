"""What is done with a photo on the sheet: edited, moved by mouse, replaced, removed, filled."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Box, Crop, Document, Paragraph, Photo, photos, text_of
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.ui.dialogs.photo_dialog import PhotoDialog
from newsroom.ui.photo_deeds import PhotoDeed
from newsroom.ui.photo_desk import PhotoDesk
from newsroom.ui.widgets.banner import Tone
from tests.ui.photos.conftest import Room, news_photo


@pytest.fixture
def table(room: Room, desk, tasks, theme, tmp_path) -> PhotoDesk:
    made = PhotoDesk(
        pane=room.pane,
        tasks=tasks,
        settings=QSettings(str(tmp_path / "t.ini"), QSettings.Format.IniFormat),
        theme=theme,
        open_id=lambda: room.open_id,
        parent=room.pane,
    )
    made.attach_desk(desk)
    return made


@pytest.fixture
def two(room: Room, desk) -> list[Photo]:
    """Two photos between paragraphs; the second has nothing written below it."""
    first = desk.photos.add(news_photo("Một", size=(60, 20)), name="mot.jpg")
    second = desk.photos.add(news_photo("Hai", colour="#804020", size=(60, 20)), name="hai.jpg")
    uses = [
        Photo(photo=first.id, caption=text_of("Chú thích"), credit="Minh Tú", alt="Có chữ"),
        Photo(photo=second.id),
    ]
    words = [Paragraph(text=text_of(f"Đoạn {n}")) for n in range(3)]
    body = Document(blocks=(words[0], uses[0], words[1], uses[1], words[2]))
    room.pane.sheet.set_text(ArticleText(headline="Tít", body=body))
    return uses


def order(room: Room) -> str:
    """`-` for a paragraph, the photo's place for a photo."""
    blocks = room.pane.sheet.article_text().body.blocks
    return "".join("P" if isinstance(block, Photo) else "-" for block in blocks)


def place(room: Room, photo: Photo) -> QPoint:
    sheet = room.pane.sheet
    block = sheet.document().findBlockByNumber(sheet.reader.line_of(photo.id))
    rect = sheet.document().documentLayout().blockBoundingRect(block)
    return rect.center().toPoint() - QPoint(0, sheet.verticalScrollBar().value())


def drag(room: Room, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    view = room.pane.sheet.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + (end - start) / 2)
    QTest.mouseMove(view, end)
    if drop:
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def test_a_photo_is_dragged_with_its_caption_in_one_step(room, table, two):
    before = room.pane.sheet.article_text()
    end = place(room, two[1]) + QPoint(0, 300)
    drag(room, place(room, two[0]), end)
    after = room.pane.sheet.article_text()
    assert order(room) == "--P-P"
    assert after.body.blocks[-1] == two[0]
    room.pane.sheet.undo()
    assert room.pane.sheet.article_text() == before


def test_a_mouse_held_still_at_the_edge_scrolls_on(qtbot, room, table, two):
    sheet = room.pane.sheet
    bar, edge = sheet.verticalScrollBar(), QPoint(200, sheet.viewport().height() - 4)
    drag(room, place(room, two[0]), edge, drop=False)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
    QTest.mouseRelease(sheet.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    assert order(room).endswith("P")


def test_escape_and_a_short_way_leave_it_where_it_is(qtbot, room, table, two):
    before = room.pane.sheet.article_text()
    start = place(room, two[0])
    drag(room, start, start + QPoint(0, 200), drop=False)
    qtbot.keyClick(room.pane.sheet, Qt.Key.Key_Escape)
    QTest.mouseRelease(
        room.pane.sheet.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(0, 200)
    )
    QTest.mouseClick(room.pane.sheet.viewport(), Qt.MouseButton.LeftButton, pos=start)
    assert room.pane.sheet.article_text() == before


def test_a_double_click_opens_the_editor_and_its_work_is_one_step(qtbot, room, table, two):
    before = room.pane.sheet.article_text()
    start = place(room, two[0])
    with qtbot.waitSignal(room.pane.sheet.photo_edit_wanted) as sent:
        QTest.mouseDClick(room.pane.sheet.viewport(), Qt.MouseButton.LeftButton, pos=start)
    assert sent.args == [two[0].id]
    (dialog,) = room.pane.findChildren(PhotoDialog)
    wanted = replace(two[0], credit="Lê Lâm", crop=Crop(left=0.25), alt="Khác")
    dialog.applied.emit(wanted)
    dialog.reject()
    assert room.photos()[0] == wanted
    room.pane.sheet.undo()
    assert room.pane.sheet.article_text() == before


def test_the_editor_is_asked_for_by_key_at_the_photo_or_above_it(qtbot, room, table, two):
    action = room.pane.actions_by_id["photo-edit"]
    room.pane.sheet.go_to_block(two[0].id, within=1)
    with qtbot.waitSignal(room.pane.sheet.photo_edit_wanted) as sent:
        action.trigger()
    assert sent.args == [two[0].id]
    for dialog in room.pane.findChildren(PhotoDialog):
        dialog.reject()


def test_work_of_an_article_that_was_left_is_dropped(room, table, two):
    before = room.pane.sheet.article_text()
    table.put(ArticleId("bai-khac"), replace(two[0], credit="X"))
    assert room.pane.sheet.article_text() == before


def test_what_the_use_lacks_is_taken_over_and_what_is_written_stays(qtbot, room, table, two):
    table.do(two[1].id, PhotoDeed.TAKE_OVER)
    qtbot.waitUntil(lambda: room.photos()[1].credit == "Lê Lâm")
    assert room.photos()[1] == replace(
        two[1], caption=text_of("Hai"), credit="Lê Lâm", taken=date(2020, 7, 20)
    )
    table.do(two[0].id, PhotoDeed.TAKE_OVER)
    qtbot.waitUntil(lambda: room.photos()[0].taken is not None)
    assert room.photos()[0] == replace(two[0], taken=date(2020, 7, 20))


def test_photos_change_their_order_and_are_removed(room, table, two):
    before = room.pane.sheet.article_text()
    table.do(two[1].id, PhotoDeed.UP)
    assert [photo.id for photo in room.photos()] == [two[1].id, two[0].id]
    assert order(room) == "-PP--"
    table.do(two[1].id, PhotoDeed.DOWN)
    assert room.photos() == two
    table.do(two[0].id, PhotoDeed.UP)
    assert room.photos() == two
    room.pane.sheet.undo()
    room.pane.sheet.undo()
    assert room.pane.sheet.article_text() == before
    table.do(two[0].id, PhotoDeed.REMOVE)
    assert room.photos() == two[1:]
    room.pane.sheet.undo()
    assert room.pane.sheet.article_text() == before


def test_a_photo_leaves_its_box_when_it_is_moved(room, table, two):
    body = Document(blocks=(Paragraph(text=text_of("Một")), Box(blocks=(two[0],)), two[1]))
    room.pane.sheet.set_text(ArticleText(headline="Tít", body=body))
    room.pane.sheet.commands.move_photo_to(two[0].id, 3)
    blocks = room.pane.sheet.article_text().body.blocks
    assert blocks[0] == two[0]
    assert [photo.id for photo in photos(Document(blocks=blocks))] == [two[0].id, two[1].id]


def test_another_picture_keeps_the_words_and_drops_the_crop(
    qtbot, room, table, two, tmp_path, monkeypatch
):
    path = tmp_path / "ba.jpg"
    path.write_bytes(news_photo("Ba", colour="#101010"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(path), ""))
    room.pane.sheet.commands.set_photo(replace(two[0], crop=Crop(left=0.5)))
    table.do(two[0].id, PhotoDeed.REPLACE)
    qtbot.waitUntil(lambda: room.photos()[0].photo != two[0].photo)
    new = room.photos()[0]
    assert (new.caption, new.credit, new.crop) == (two[0].caption, "Minh Tú", None)


def test_the_original_is_saved_byte_for_byte(qtbot, room, desk, table, two, tmp_path, monkeypatch):
    path, asked = tmp_path / "ban-goc.jpg", []

    def answer(*words: object) -> tuple[str, str]:
        asked.append(words[2])
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    table.do(two[0].id, PhotoDeed.SAVE)
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: "ban-goc.jpg" in room.pane.notice.words())
    assert path.read_bytes() == desk.photos.read(two[0].photo)
    assert str(asked[0]).endswith("mot.jpg")
    room.pane.show_banner("", Tone.INFO)


def test_a_missing_original_is_told(qtbot, room, table):
    gone = Photo(photo=PhotoId("0" * 64))
    room.pane.sheet.set_text(ArticleText(headline="Tít", body=Document(blocks=(gone,))))
    table.do(gone.id, PhotoDeed.TAKE_OVER)
    qtbot.waitUntil(lambda: "0000" in room.pane.notice.words())
    room.pane.notice.press(0)
    assert not room.pane.notice.words()
