"""The proofreader's marks: where they stand, that they follow, what is painted."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage

from newsroom.ui.editor.flag_strokes import Flag, FlagStrokes, Look, height
from newsroom.ui.editor.flags import Flagged
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.editor.stretches import stretches
from newsroom.ui.tokens import DARK, LIGHT
from tests.ui.editor.conftest import article


def test_marks_of_the_proofreader_are_no_part_of_the_document(sheet: Sheet) -> None:
    text = article("một hai")
    sheet.set_text(text)
    sheet.set_flags({(text.body.blocks[0].id, 0): [Flagged(4, 7, Flag.ERROR)]})
    assert sheet.flags.at(3) == [Flagged(4, 7, Flag.ERROR)]
    assert sheet.document().findBlockByNumber(3).layout().formats() == []
    sheet.set_flags({})
    assert sheet.flags.at(3) == []
    assert not sheet.document().isUndoAvailable()


def test_marks_stay_with_their_words_while_one_writes(sheet: Sheet) -> None:
    text = article("một hai ba", "bốn")
    sheet.set_text(text)
    marks = [Flagged(0, 3, Flag.ERROR), Flagged(4, 7, Flag.HINT), Flagged(8, 10, Flag.WARNING)]
    sheet.set_flags({(text.body.blocks[0].id, 0): marks})
    sheet.go_to_block(text.body.blocks[0].id, offset=5)
    sheet.insertPlainText("👍x")
    assert sheet.flags.at(3) == [Flagged(0, 3, Flag.ERROR), Flagged(10, 12, Flag.WARNING)]
    sheet.go_to_block("lede")
    sheet.insertPlainText("Câu mới. ")
    assert sheet.flags.at(3) == [Flagged(0, 3, Flag.ERROR), Flagged(10, 12, Flag.WARNING)]


def test_a_mark_is_painted_under_its_words(sheet: Sheet) -> None:
    text = article("một hai")
    sheet.set_text(text)
    before = sheet.viewport().grab().toImage()
    sheet.set_flags({(text.body.blocks[0].id, 0): [Flagged(4, 7, Flag.HINT)]})
    after = sheet.viewport().grab().toImage()
    block = sheet.document().findBlockByNumber(3)
    (place,) = stretches(sheet, block, "một hai", 4, 7)
    changed = [
        (x, y)
        for x in range(after.width())
        for y in range(int(place.rect.top()), int(place.rect.bottom()) + 4)
        if after.pixel(x, y) != before.pixel(x, y)
    ]
    assert changed
    assert all(place.base < y for _, y in changed)
    assert all(place.rect.left() - 3 <= x <= place.rect.right() + 3 for x, _ in changed)


def _marked(sheet: Sheet) -> set[tuple[int, int]]:
    """The pixels that are there only because of the marks."""
    with_marks = sheet.viewport().grab().toImage()
    marks, sheet.flags._known = sheet.flags._known, {}
    without = sheet.viewport().grab().toImage()
    sheet.flags._known = marks
    return {
        (x, y)
        for x in range(without.width())
        for y in range(without.height())
        if with_marks.pixel(x, y) != without.pixel(x, y)
    }


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet: sheet.insertPlainText("Thêm "),
        lambda sheet: sheet.insertPlainText("Thêm nhiều chữ cho dòng tràn xuống. " * 3),
        lambda sheet: sheet.set_zoom(1.5),
    ],
)
def test_painted_marks_follow_their_words(sheet: Sheet, change: Callable[[Sheet], None]) -> None:
    text = article("một hai ba")
    sheet.set_text(text)
    sheet.set_flags({(text.body.blocks[0].id, 0): [Flagged(4, 7, Flag.ERROR)]})
    before = _marked(sheet)
    sheet.go_to_block(text.body.blocks[0].id)
    change(sheet)
    after = _marked(sheet)
    fresh = Sheet(LIGHT)
    fresh.resize(sheet.size())
    fresh.set_text(sheet.article_text())
    fresh.set_zoom(sheet.zoom)
    words = "".join(run.text for run in sheet.article_text().body.blocks[0].text)
    at = words.index("hai")
    fresh.set_flags({(text.body.blocks[0].id, 0): [Flagged(at, at + 3, Flag.ERROR)]})
    fresh.show()
    assert after != before
    assert after == _marked(fresh)
    fresh.close()


def test_a_row_of_waves_joins_the_next() -> None:
    for zoom in (1.0, 1.1, 1.5, 2.0):
        for ratio in (1.0, 1.25, 2.0):
            picture = FlagStrokes().picture(Flag.ERROR, Look(LIGHT, zoom, ratio)).toImage()
            assert picture.height() == round(height(zoom) * ratio)
            inked = _inked_rows(picture, 0), _inked_rows(picture, picture.width() - 1)
            assert inked[0] & inked[1]


def _inked_rows(picture: QImage, x: int) -> set[int]:
    return {y for y in range(picture.height()) if QColor.fromRgba(picture.pixel(x, y)).alpha()}


def test_marks_change_their_colour_with_the_theme() -> None:
    strokes = FlagStrokes()
    light = strokes.picture(Flag.ERROR, Look(LIGHT, 1.0, 1.0)).toImage()
    dark = strokes.picture(Flag.ERROR, Look(DARK, 1.0, 1.0)).toImage()
    assert light != dark
