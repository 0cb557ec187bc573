"""The toolbar, the message and the counts around the sheet."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from newsroom import i18n
from newsroom.domain.counting import article_words
from newsroom.domain.document import (
    Box,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Photo,
    Quote,
    Table,
    text_of,
)
from newsroom.domain.ids import PhotoId
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.editor.table_tools import TABLE_TOOLS
from newsroom.ui.editor.tools import all_tools
from newsroom.ui.tokens import DARK, LIGHT
from newsroom.ui.widgets.banner import Tone
from tests.ui.editor.conftest import article


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[EditorPane]:
    made = EditorPane(tokens=LIGHT)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    yield made
    made.close()


def test_what_does_not_fit_moves_to_the_menu(pane: EditorPane, qtbot: QtBot) -> None:
    assert pane.toolbar.hidden_tools() == []
    pane.resize(360, 500)
    qtbot.wait(1)
    hidden = pane.toolbar.hidden_tools()
    assert hidden
    assert hidden[-1] == "box"
    buttons = pane.toolbar.findChildren(QToolButton)
    more = next(button for button in buttons if button.accessibleName() == "More")
    more.menu().aboutToShow.emit()
    offered = {action.text() for action in more.menu().actions()}
    assert {"Box", "Link…", "Paste as plain text"} <= offered


def test_the_buttons_stay_where_they_are_as_the_caret_moves(pane: EditorPane) -> None:
    pane.sheet.set_text(article("Thân", ListBlock(items=(ListItem(text=text_of("một")),))))
    places = set()
    for block in pane.sheet.article_text().body.blocks:
        pane.sheet.go_to_block(block.id)
        pane.toolbar.layout().activate()
        places.add(next(b.x() for b in pane.toolbar.findChildren(QToolButton) if b.text() == "Box"))
    assert len(places) == 1


def test_every_tool_has_a_name_and_shows_its_keys(pane: EditorPane) -> None:
    for tool in all_tools():
        action = pane.actions_by_id[tool.id]
        assert action.text()
        assert not tool.shortcut or "(" in action.toolTip()


def test_a_tool_changes_the_block_and_shows_it(pane: EditorPane) -> None:
    pane.sheet.set_text(article("Thân"))
    pane.sheet.go_to_block(pane.sheet.article_text().body.blocks[0].id)
    pane.actions_by_id["heading"].trigger()
    assert isinstance(pane.sheet.article_text().body.blocks[0], Heading)
    assert pane.actions_by_id["heading"].isChecked()
    pane.actions_by_id["paragraph"].trigger()
    assert isinstance(pane.sheet.article_text().body.blocks[0], Paragraph)


def test_fields_take_no_marks(pane: EditorPane) -> None:
    pane.sheet.set_text(article("Thân"))
    assert not pane.actions_by_id["bold"].isEnabled()
    pane.sheet.go_to_block(pane.sheet.article_text().body.blocks[0].id)
    assert pane.actions_by_id["bold"].isEnabled()


def test_counts_follow(pane: EditorPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.footer_changed) as told:
        pane.sheet.set_text(article("một hai ba"))
    assert told.args[0].words == 6
    with qtbot.waitSignal(pane.footer_changed) as told:
        pane.sheet.selectAll()
    assert told.args[0].selected_words == 6


def test_a_message_offers_ways_on(pane: EditorPane) -> None:
    taken: list[str] = []
    pane.show_banner("Có chuyện", Tone.WARNING, [("Một", lambda: taken.append("một"))])
    assert pane.notice.words() == "Có chuyện"
    pane.notice.press(0)
    assert (taken, pane.notice.words()) == (["một"], "")


def test_colours_language_and_zoom_leave_the_text_alone(pane: EditorPane) -> None:
    text = article("Thân", byline=("Minh Tú",))
    pane.sheet.set_text(text)
    pane.set_tokens(DARK)
    pane.set_zoom(1.5)
    i18n.use("vi")
    pane.retranslate()
    assert pane.sheet.article_text() == text
    assert not pane.sheet.document().isUndoAvailable()
    assert not pane.sheet.document().isModified()


def test_a_closed_pane_is_let_go(qtbot: QtBot) -> None:
    import gc
    import weakref

    pane = EditorPane(tokens=LIGHT)
    gone = weakref.ref(pane)
    pane.show()
    pane.close()
    pane.deleteLater()
    del pane
    qtbot.wait(1)
    gc.collect()
    assert gone() is None


def test_all_selected_is_as_many_words_as_the_article_has(pane: EditorPane) -> None:
    photo = Photo(photo=PhotoId("a" * 64), caption=text_of("Chú thích"), credit="Ảnh: Lê Lâm")
    quote = Quote(text=text_of("Lời hay"), source="Chị Mai")
    box = Box(title=text_of("Hộp tin"), blocks=(Paragraph(text=text_of("trong hộp")),))
    cells = Table(rows=((text_of("ô một"), text_of("ô hai")),))
    text = article("một hai", photo, quote, box, cells, "cuối", byline=("Minh Tú", "Lê Lâm"))
    pane.sheet.set_text(text)
    pane.sheet.selectAll()
    told = pane.footer_info()
    assert told.words == article_words(text) == 18
    assert told.selected_words == told.words


def test_part_of_a_caption_counts_and_a_credit_does_not(pane: EditorPane) -> None:
    photo = Photo(photo=PhotoId("a" * 64), caption=text_of("một hai ba"), credit="Ảnh: Lê Lâm")
    pane.sheet.set_text(article(photo))
    caption = pane.sheet.document().findBlockByNumber(4)
    cursor = QTextCursor(caption)
    cursor.setPosition(caption.position() + 4)
    cursor.setPosition(caption.next().position() + 5, QTextCursor.MoveMode.KeepAnchor)
    pane.sheet.setTextCursor(cursor)
    assert pane.footer_info().selected_words == 2


def test_the_size_of_a_table_is_chosen_with_the_arrow_keys(pane: EditorPane) -> None:
    pane.sheet.set_text(article("thân"))
    pane.sheet.go_to_block(pane.sheet.article_text().body.blocks[0].id)
    pane.actions_by_id["table"].trigger()
    assert pane.picker.isVisible()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(pane.picker, key)
    assert pane.picker.accessibleDescription() == "4 rows × 4 columns"
    QTest.keyClick(pane.picker, Qt.Key.Key_Return)
    assert not pane.picker.isVisible()
    made = pane.sheet.article_text().body.blocks[1]
    assert isinstance(made, Table)
    assert [len(row) for row in made.rows] == [4, 4, 4, 4]
    assert pane.sheet.textCursor().currentTable() is not None


def test_a_click_in_the_grid_takes_the_size_and_escape_takes_none(pane: EditorPane) -> None:
    pane.sheet.set_text(article("thân"))
    pane.actions_by_id["table"].trigger()
    QTest.keyClick(pane.picker, Qt.Key.Key_Escape)
    assert not pane.picker.isVisible()
    assert len(pane.sheet.article_text().body.blocks) == 1
    pane.actions_by_id["table"].trigger()
    QTest.mouseMove(pane.picker, QPoint(40, 70))
    QTest.mouseClick(pane.picker, Qt.MouseButton.LeftButton, pos=QPoint(40, 70))
    made = next(b for b in pane.sheet.article_text().body.blocks if isinstance(b, Table))
    assert (len(made.rows), len(made.rows[0])) == (3, 2)


def test_the_tools_of_tables_are_there_in_tables_only(pane: EditorPane) -> None:
    pane.sheet.set_text(article("thân", Table(rows=((text_of("a"),),), header=True)))
    tools = [pane.actions_by_id[tool.id] for tool in TABLE_TOOLS]
    assert not any(tool.isEnabled() for tool in tools)
    menu = pane.context_menu()
    assert not set(tools) & set(menu.actions())
    cell = pane.sheet.document().findBlockByNumber(4)
    pane.sheet.setTextCursor(QTextCursor(cell))
    assert all(tool.isEnabled() for tool in tools)
    assert pane.actions_by_id["table-header"].isChecked()
    menu = pane.context_menu()
    assert set(tools) <= set(menu.actions())
    pane.actions_by_id["row-below"].trigger()
    made = pane.sheet.article_text().body.blocks[1]
    assert isinstance(made, Table)
    assert len(made.rows) == 2


def test_a_message_without_a_way_on_can_be_dismissed(pane: EditorPane) -> None:
    pane.show_banner("Hãy chọn phần chữ cần lưu trước.")
    pane.notice.press(0)
    assert pane.notice.words() == ""
