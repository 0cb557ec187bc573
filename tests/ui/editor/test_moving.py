"""Blocks and list items move up and down, each move one step."""

import pytest

from newsroom.domain.document import Box, ListBlock, ListItem, Table, block_plain, plain, text_of
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.editor.structure import first_mend
from tests.ui.editor.conftest import article
from tests.ui.editor.test_typing import put

ITEMS = tuple(
    ListItem(text=text_of(words), level=level)
    for words, level in (("a", 0), ("a1", 1), ("a2", 1), ("b", 0), ("c", 0))
)


def order(sheet: Sheet) -> str:
    (block,) = (b for b in sheet.article_text().body.blocks if isinstance(b, ListBlock | Box))
    found = block.blocks[0] if isinstance(block, Box) else block
    assert isinstance(found, ListBlock)
    return " ".join(plain(item.text) for item in found.items)


@pytest.mark.parametrize("boxed", [False, True])
@pytest.mark.parametrize(
    ("item", "by", "expected"),
    [
        (0, 1, "b a a1 a2 c"),
        (1, 1, "a a2 a1 b c"),
        (2, -1, "a a2 a1 b c"),
        (3, -1, "b a a1 a2 c"),
        (3, 1, "a a1 a2 c b"),
        (4, -1, "a a1 a2 c b"),
    ],
)
def test_an_item_moves_with_those_under_it(
    sheet: Sheet, item: int, by: int, expected: str, boxed: bool
) -> None:
    listed = ListBlock(ordered=True, items=ITEMS)
    before = article("x", Box(title=text_of("H"), blocks=(listed,)) if boxed else listed, "y")
    sheet.set_text(before)
    put(sheet, 4 + boxed + item, 1)
    words = sheet.textCursor().block().text()
    sheet.commands.move_block(by)
    assert order(sheet) == expected
    assert sheet.textCursor().block().text() == words
    assert sheet.textCursor().positionInBlock() == 1
    assert first_mend(sheet.reader.lines) is None
    after = sheet.article_text()
    sheet.undo()
    assert sheet.article_text() == before
    assert not sheet.document().isUndoAvailable()
    sheet.redo()
    assert sheet.article_text() == after


def test_the_last_item_moves_the_whole_list(sheet: Sheet) -> None:
    sheet.set_text(article("x", ListBlock(items=ITEMS), "y"))
    put(sheet, 8)
    sheet.commands.move_block(1)
    assert [block_plain(b) for b in sheet.article_text().body.blocks][:2] == ["x", "y"]


@pytest.mark.parametrize("by", [-1, 1])
def test_tables_and_boxes_move_as_a_whole(sheet: Sheet, by: int) -> None:
    table = Table(rows=((text_of("ô"), text_of("hai")),), header=True)
    for block in (table, Box(title=text_of("Hộp"), blocks=(table,))):
        before = article("x", block, "y")
        sheet.set_text(before)
        put(sheet, 4)
        sheet.commands.move_block(by)
        ids = [b.id for b in sheet.article_text().body.blocks]
        assert ids.index(block.id) == (0 if by < 0 else 2)
        sheet.undo()
        assert sheet.article_text() == before
