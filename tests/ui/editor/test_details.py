"""Byline and photo details set from beside the sheet; going to blocks and fields by name."""

import pytest
from PySide6.QtGui import QTextCursor

from newsroom.domain.document import Box, Photo, text_of
from newsroom.domain.ids import BlockId, PhotoId
from newsroom.ui.editor.places import Place
from newsroom.ui.editor.sheet import Sheet
from tests.ui.editor.conftest import article

PHOTO = Photo(photo=PhotoId("a" * 64), caption=text_of("Ca chiều"), credit="Lê Lâm", alt="")
BOXED = Photo(photo=PhotoId("b" * 64), alt="cũ")


@pytest.mark.parametrize("before", [(), ("Minh Tú",), ("Minh Tú", "Lê Lâm", "Đặng Lợi")])
@pytest.mark.parametrize("after", [(), ("Thu  Phương",), ("Lê Lâm", "Minh Tú")])
def test_a_byline_is_one_step(
    sheet: Sheet, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    text = article("một", byline=before)
    sheet.set_text(text)
    sheet.commands.set_byline(after)
    assert sheet.article_text().byline == tuple(" ".join(name.split()) for name in after)
    if before or after:
        sheet.undo()
    assert sheet.article_text() == text


def test_the_same_byline_leaves_no_step(sheet: Sheet) -> None:
    sheet.set_text(article("một", byline=("Minh Tú",)))
    sheet.commands.set_byline(("Minh Tú",))
    assert not sheet.document().isUndoAvailable()


def test_what_was_typed_can_still_be_undone_after_a_byline(sheet: Sheet) -> None:
    text = article("một")
    sheet.set_text(text)
    cursor = QTextCursor(sheet.document().findBlockByNumber(3))
    cursor.insertText("x")
    sheet.commands.set_byline(("Minh Tú",))
    sheet.undo()
    sheet.undo()
    assert sheet.article_text() == text


def test_photo_details_are_one_step_wherever_the_caret_is(sheet: Sheet) -> None:
    text = article("một", PHOTO, Box(title=text_of("Hộp"), blocks=(BOXED,)))
    sheet.set_text(text)
    caret = sheet.caret()
    sheet.commands.set_photo_details(PHOTO.id, caption="Ca đêm", credit="Minh Tú", alt="Ba người")
    _one, photo, _box = sheet.article_text().body.blocks
    assert isinstance(photo, Photo)
    assert (photo.caption, photo.credit, photo.alt) == (text_of("Ca đêm"), "Minh Tú", "Ba người")
    assert photo.photo == PHOTO.photo
    assert sheet.caret() == caret
    sheet.undo()
    assert sheet.article_text() == text


def test_only_what_is_given_is_set_in_boxes_too(sheet: Sheet) -> None:
    sheet.set_text(article(PHOTO, Box(title=text_of("Hộp"), blocks=(BOXED,))))
    sheet.commands.set_photo_details(BOXED.id, alt="mới")
    sheet.commands.set_photo_details(BlockId("khongco0"), alt="x")
    photo, box = sheet.article_text().body.blocks
    assert photo == PHOTO
    assert isinstance(box, Box)
    (boxed,) = box.blocks
    assert isinstance(boxed, Photo)
    assert boxed.alt == "mới"


@pytest.mark.parametrize(
    ("name", "line"), [("kicker", 0), ("headline", 1), ("lede", 2), ("body", 3), ("byline", 5)]
)
def test_fields_are_gone_to_by_name(sheet: Sheet, name: str, line: int) -> None:
    sheet.set_text(article("một", "hai"))
    sheet.go_to_block(name)
    assert sheet.caret_line() == line


def test_places_are_replaced_in_one_step(sheet: Sheet) -> None:
    text = article("👍 một hai", "một")
    sheet.set_text(text)
    first, second = text.body.blocks
    sheet.replace_all([(Place(first.id, 0, 2, 5), "ba"), (Place(second.id, 0, 0, 3), "bốn")])
    words = [line.text for line in sheet.reader.lines[3:5]]
    assert words == [text_of("👍 ba hai"), text_of("bốn")]
    sheet.undo()
    assert sheet.article_text() == text
