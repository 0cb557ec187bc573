"""The photo editor is found from the card and from the sheet of the real window."""

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Photo, plain
from newsroom.services.articles import create_article
from newsroom.ui.changes import ChangeBus
from newsroom.ui.dialogs.photo_dialog import PhotoDialog
from newsroom.ui.main_window import MainWindow
from newsroom.ui.photo_deeds import PhotoDeed
from tests.ui.photos.conftest import news_photo


@pytest.fixture
def use(desk) -> Photo:
    file = desk.photos.add(news_photo("Ca chiều"), name="ca-chieu.jpg")
    return Photo(photo=file.id)


@pytest.fixture
def window(qtbot, desk, tasks, theme, use, tmp_path, monkeypatch):
    monkeypatch.setattr("newsroom.ui.preview.starting._SEEN_MS", 10**8)
    body = Document(blocks=(use,))
    text = ArticleText(headline="Ca chiều", body=body)
    made = create_article(desk=desk, text=text, section=()).value
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/language", "en")
    window = MainWindow(tasks=tasks, bus=ChangeBus(), settings=settings, theme=theme, desk=desk)
    window.resize(1366, 768)
    window.show()
    window.article.open(made.id)
    qtbot.waitUntil(lambda: window.article.article() is not None)
    window.inspector.show_page(window.inspector.photos_page)
    qtbot.waitUntil(lambda: use.id in window.inspector.photos_page._cards)
    yield window
    qtbot.waitUntil(lambda: not tasks.busy())
    window._closing = True
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_card_and_the_menu_open_the_editor(qtbot, window, use):
    window.inspector.photos_page._cards[use.id].edit.click()
    (dialog,) = window.findChildren(PhotoDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(PhotoDialog))
    window.editor.sheet.go_to_block(use.id)
    window.editor.actions_by_id["photo-edit"].trigger()
    (dialog,) = window.findChildren(PhotoDialog)
    dialog.reject()


def test_what_the_file_says_is_taken_over_and_stored(qtbot, window, desk, use):
    window.inspector.photos_page.deed_wanted.emit(use.id, PhotoDeed.TAKE_OVER)

    def taken() -> bool:
        block = window.editor.sheet.article_text().body.blocks[0]
        return isinstance(block, Photo) and plain(block.caption) == "Ca chiều"

    qtbot.waitUntil(taken)
