"""What a person switched on and marked is there again at the next start."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from newsroom.domain.article import text_part
from newsroom.services.articles import read_article
from newsroom.ui.actions import Actions
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.sheet_views import SheetViews
from newsroom.ui.widgets.list_popup import ListPopup
from tests.ui.support import write


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "newsroom.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def make(qtbot, theme, settings):
    windows = []

    def made():
        window = QMainWindow()
        qtbot.addWidget(window)
        window.actions_ = Actions(window, theme.tokens)
        window.pane = EditorPane(tokens=theme.tokens)
        window.setCentralWidget(window.pane)
        window.resize(900, 600)
        window.show()
        window.views = SheetViews(
            actions=window.actions_, settings=settings, pane=window.pane, parent=window
        )
        windows.append(window)
        return window

    yield made
    for window in windows:
        window.close()


def show(window, article):
    window.pane.sheet.set_text(text_part(article))
    window.views.opened(article)


def test_veil_and_typewriter_are_remembered(make):
    window = make()
    assert not window.views.veil.drawn
    window.actions_["dim"].trigger()
    window.actions_["typewriter"].trigger()
    again = make()
    assert again.views.veil.drawn
    assert again.views.typewriter.running
    assert again.actions_["dim"].isChecked()
    again.actions_["dim"].trigger()
    assert not make().views.veil.drawn


def test_each_article_has_its_own_bookmarks(make, desk, settings):
    one, other = (read_article(desk=desk, article_id=write(desk, f"Bài {n}")) for n in (1, 2))
    window = make()
    show(window, one)
    window.pane.sheet.go_to_block("body")
    window.actions_["bookmark"].trigger()
    show(window, other)
    assert window.views.bookmarks.ids() == ()
    again = make()
    show(again, one)
    assert again.views.bookmarks.ids() == (one.body.blocks[0].id,)
    again.pane.sheet.go_to_block("body")
    again.actions_["bookmark"].trigger()
    assert not [key for key in settings.allKeys() if key.startswith("bookmarks/")]


def test_a_place_chosen_in_the_outline_is_gone_to(make, desk):
    article = read_article(desk=desk, article_id=write(desk, "Góp đoàn phí"))
    window = make()
    show(window, article)
    window.pane.sheet.go_to_block("body")
    window.actions_["bookmark"].trigger()
    window.actions_["outline"].trigger()
    popup = window.findChild(ListPopup)
    assert [popup.list.item(row).text().strip() for row in range(popup.list.count())] == [
        "Góp đoàn phí",
        "Giờ giải lao, tổ trưởng đọc bản tin.",
    ]
    assert popup.list.currentRow() == 1
    QTest.keyClick(popup.list, Qt.Key.Key_Up)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert window.pane.sheet.caret_line() == 1


def test_places_are_found_without_accents(make, desk):
    window = make()
    show(window, read_article(desk=desk, article_id=write(desk, "Góp đoàn phí")))
    assert [place.words for place in window.views.places("doan gop")] == ["Góp đoàn phí"]
    assert window.views.places("xyz") == []


def test_without_bookmarks_the_next_one_is_told_to_be_missing(make, desk):
    window = make()
    show(window, read_article(desk=desk, article_id=write(desk, "Bài")))
    window.actions_["next-bookmark"].trigger()
    assert window.pane.notice.isVisible()
