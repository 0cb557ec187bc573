"""Comments in the whole window: made by a command, listed, resolved, stored."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication

from newsroom import i18n
from newsroom.domain.article import Article, ArticleText
from newsroom.domain.commented import quoted_words
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.services.articles import create_article, read_article
from newsroom.ui.changes import ChangeBus
from newsroom.ui.dialogs.comment_dialog import CommentDialog
from newsroom.ui.editor.places import Place
from newsroom.ui.main_window import MainWindow

WORDS = "Ba trăm công nhân được trợ cấp trong dịp này."


@pytest.fixture(params=["en", "vi"])
def window(request, qtbot, tmp_path, desk, tasks, theme, settle, monkeypatch):
    monkeypatch.setattr("newsroom.ui.preview.starting._SEEN_MS", 10**8)
    settings = QSettings(str(tmp_path / "newsroom.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/language", request.param)
    made = MainWindow(tasks=tasks, bus=ChangeBus(), settings=settings, theme=theme, desk=desk)
    made.resize(1366, 768)
    made.show()
    body = Document(blocks=(Paragraph(text=text_of(WORDS)), Paragraph(text=text_of("Hết."))))
    stored = create_article(desk=desk, text=ArticleText(headline="Trợ cấp", body=body)).value
    settle()
    made.article.open(stored.id)
    settle()
    yield made
    settle()
    made._closing = True
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    i18n.use("en")


def say(window: MainWindow, words: str) -> None:
    """Write into the dialog that is open, and press Enter."""
    dialog = window.findChild(CommentDialog)
    assert dialog is not None
    dialog.field.setPlainText(words)
    dialog._take()


def select(window: MainWindow, start: int, end: int) -> None:
    block = window.editor.sheet.article_text().body.blocks[0]
    assert window.editor.sheet.select(Place(block.id, 0, start, end))


def comment(window: MainWindow, words: str, start: int = 0, end: int = 7) -> None:
    select(window, start, end)
    window.actions_["comment"].trigger()
    say(window, words)


def stored(window: MainWindow, desk, settle) -> Article:
    window.article.store_then(lambda: None)
    settle()
    article_id = window.article.article_id()
    assert article_id is not None
    return read_article(desk=desk, article_id=article_id)


def test_a_comment_is_made_listed_and_stored(window, desk, settle) -> None:
    comment(window, "Kiểm tra số này\nvới phòng nhân sự")
    settle()
    found = stored(window, desk, settle)
    (made,) = found.comments
    assert (made.text, made.author) == ("Kiểm tra số này\nvới phòng nhân sự", desk.person)
    assert quoted_words(found.body) == {made.id: "Ba trăm"}
    page = window.inspector.comments_page
    assert list(page.cards) == [made.id]
    assert window.inspector.pages.currentWidget() is page
    assert window.inspector.tabs.tabText(window.inspector.pages.indexOf(page)).endswith(" 1")


def test_cards_resolve_edit_and_delete_and_undo_brings_back(window, desk, settle) -> None:
    comment(window, "Số này đúng chưa?")
    settle()
    page = window.inspector.comments_page
    (name,) = page.cards
    page.cards[name].resolve.click()
    settle()
    assert stored(window, desk, settle).comments[0].resolved
    page.cards[name].resolve.click()
    page.cards[name].edit.click()
    say(window, "Đã hỏi rồi")
    settle()
    assert stored(window, desk, settle).comments[0].text == "Đã hỏi rồi"
    page.cards[name].delete.click()
    assert stored(window, desk, settle).comments == ()
    window.editor.sheet.undo()
    assert stored(window, desk, settle).comments[0].text == "Đã hỏi rồi"


def test_a_click_on_the_words_shows_the_card_and_a_card_leads_to_the_words(
    window, qtbot, settle
) -> None:
    comment(window, "Ai nói?")
    settle()
    sheet, inspector = window.editor.sheet, window.inspector
    (name,) = inspector.comments_page.cards
    inspector.show_page(inspector.article_page)
    sheet.go_to_block("headline")
    inspector.comments_page.cards[name].quote.click()
    assert sheet.commands.comment_at_caret() == name
    qtbot.mouseClick(
        sheet.viewport(), Qt.MouseButton.LeftButton, pos=sheet.cursorRect().center() + QPoint(3, 0)
    )
    assert inspector.pages.currentWidget() is inspector.comments_page
    assert inspector.comments_page.cards[name].property("tone") == "current"


def test_removed_words_leave_the_comment_in_the_list(window, desk, settle) -> None:
    comment(window, "Ai nói?")
    select(window, 0, 7)
    window.editor.sheet.textCursor().removeSelectedText()
    settle()
    page = window.inspector.comments_page
    (card,) = page.cards.values()
    assert not card.quote.isEnabled()
    card.resolve.click()
    assert stored(window, desk, settle).comments == ()
    window.editor.sheet.undo()
    assert quoted_words(stored(window, desk, settle).body)


def test_commands_go_round_and_say_when_there_is_nothing(window, settle) -> None:
    window.actions_["comment-next"].trigger()
    comment(window, "một", 0, 2)
    comment(window, "hai", 8, 12)
    settle()
    first, second = window.inspector.comments_page.cards
    window.editor.sheet.go_to_block("headline")
    window.actions_["comment-next"].trigger()
    assert window.editor.sheet.commands.comment_at_caret() == first
    window.actions_["comment-previous"].trigger()
    assert window.editor.sheet.commands.comment_at_caret() == second
    window.actions_["comment-resolve"].trigger()
    window.actions_["comment-next"].trigger()
    assert window.editor.sheet.commands.comment_at_caret() == first
    window.actions_["comment-delete"].trigger()
    settle()
    assert list(window.inspector.comments_page.cards) == [second]


def test_a_headline_takes_no_comment_and_the_window_says_so(window, settle) -> None:
    window.editor.sheet.go_to_block("headline")
    window.actions_["comment"].trigger()
    assert window.findChild(CommentDialog) is None
