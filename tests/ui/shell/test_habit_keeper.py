"""Habits of the library reach the sheet; snippets are kept and inserted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Heading, Paragraph, block_plain, text_of
from newsroom.services.writing import read_habits
from newsroom.ui.actions import Actions
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.dialogs.name_dialog import NameDialog
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.habit_keeper import HabitKeeper
from newsroom.ui.widgets.list_popup import ListPopup
from tests.ui.typing import type_words


@pytest.fixture
def keeper(qtbot, desk, tasks, theme):
    window = QMainWindow()
    qtbot.addWidget(window)
    bus = ChangeBus(window)
    window.actions_ = Actions(window, theme.tokens)
    window.pane = EditorPane(tokens=theme.tokens)
    window.setCentralWidget(window.pane)
    window.resize(900, 600)
    window.show()
    made = HabitKeeper(
        actions=window.actions_,
        tasks=tasks,
        operations=Operations(tasks, bus, window),
        bus=bus,
        pane=window.pane,
        parent=window,
    )
    made.window_ = window
    made.attach_desk(desk)
    qtbot.waitUntil(lambda: bool(made.habits.abbreviations))
    body = Document(
        blocks=(Heading(text=text_of("Hộp thư")), Paragraph(text=text_of("Mời góp ý.")))
    )
    window.pane.sheet.set_text(ArticleText(headline="Tít", body=body))
    yield made
    window.close()


def test_the_library_s_habits_reach_the_sheet(keeper):
    sheet = keeper.window_.pane.sheet
    sheet.go_to_block("headline", offset=3)
    type_words(sheet, " ldld ")
    assert sheet.article_text().headline == "Tít Liên đoàn Lao động "


def test_a_snippet_is_kept_inserted_and_forgotten(qtbot, keeper, desk):
    window, sheet = keeper.window_, keeper.window_.pane.sheet
    cursor = QTextCursor(sheet.document().findBlockByNumber(3))
    end = sheet.document().findBlockByNumber(4)
    cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)
    window.actions_["keep-snippet"].trigger()
    dialog = window.findChild(NameDialog)
    assert dialog.field.text() == "Hộp thư Mời góp ý."
    dialog.field.setText("Cuối bài")
    dialog.keep.click()
    qtbot.waitUntil(lambda: bool(keeper.habits.snippets))
    cursor.clearSelection()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    sheet.setTextCursor(cursor)
    window.actions_["insert-snippet"].trigger()
    popup = window.findChild(ListPopup)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    words = [block_plain(block) for block in sheet.article_text().body.blocks]
    assert words.count("Hộp thư") == 2
    ids = [block.id for block in sheet.article_text().body.blocks]
    assert len(set(ids)) == len(ids)
    keeper._forget("Cuối bài")
    qtbot.waitUntil(lambda: not keeper.habits.snippets)
    assert read_habits(desk=desk).snippets == ()


def test_without_a_selection_there_is_nothing_to_keep(keeper):
    keeper.window_.pane.sheet.go_to_block("headline")
    keeper.keep_selection()
    assert keeper.window_.findChild(NameDialog) is None


def test_each_snippet_is_offered_by_name(qtbot, keeper):
    sheet = keeper.window_.pane.sheet
    keeper._keep((Paragraph(text=text_of("Thư góp ý xin gửi về tòa soạn.")),), "Hộp thư")
    qtbot.waitUntil(lambda: bool(keeper.habits.snippets))
    offer = keeper.offers()[-1]
    assert offer.words == "Snippet: Hộp thư"
    offer.run()
    assert "Thư góp ý xin gửi về tòa soạn." in sheet.toPlainText()
    keeper.window_.pane.hide()
    assert keeper.offers() == []
