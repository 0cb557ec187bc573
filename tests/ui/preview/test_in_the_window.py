"""The preview with the window around it: its actions, the sheet, the links of its page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.ids import BlockId
from newsroom.services.articles import create_article
from newsroom.services.desk import Desk
from newsroom.ui.changes import ChangeBus
from newsroom.ui.main_window import MainWindow
from newsroom.ui.preview.places import PagePlace
from newsroom.ui.preview.view import Kind
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.theme import Theme
from tests.ui.support import clock, desk, theme

__all__ = ["clock", "desk", "theme"]
RunScript = Callable[[Any, str], Any]
_WORDS = "Giờ giải lao ca sáng, chị Hạnh mở điện thoại, chạm hai lần rồi cất vào túi áo. " * 4


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    made = QSettings(str(tmp_path / "newsroom.ini"), QSettings.Format.IniFormat)
    made.setValue("window/language", "en")
    return made


@pytest.fixture
def window(
    qtbot: QtBot, tasks: TaskRunner, theme: Theme, settings: QSettings, desk: Desk
) -> Iterator[MainWindow]:
    """A wide window with an article of 30 paragraphs on the sheet and on the page."""
    body = Document(
        blocks=tuple(Paragraph(id=BlockId(f"p{n}"), text=text_of(_WORDS)) for n in range(30))
    )
    text = ArticleText(headline="Góp đoàn phí", lede=_WORDS, body=body)
    stored = create_article(desk=desk, text=text).value
    made = MainWindow(tasks=tasks, bus=ChangeBus(), settings=settings, theme=theme, desk=desk)
    made.resize(1800, 900)
    made.show()
    with qtbot.waitSignal(made.preview.shown, timeout=20_000):
        made.article.open(stored.id, write=True)
    yield made
    made._closing = True
    made.preview_desk.close()
    made.close()
    qtbot.waitUntil(lambda: not tasks.busy())
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]


def seen(name: str) -> str:
    """The script that tells whether the top of a block is in view."""
    top = f"document.querySelector('[data-block={name}]').getBoundingClientRect().top"
    return f"{top} > -200 && {top} < innerHeight"


def test_the_page_follows_the_caret_while_it_should(
    qtbot: QtBot, window: MainWindow, run_script: RunScript
) -> None:
    window.editor.sheet.go_to_block("p20")
    qtbot.waitUntil(lambda: run_script(window.preview, seen("p20")), timeout=5_000)
    window.actions_["preview-sync"].trigger()
    qtbot.wait(600)
    window.editor.sheet.go_to_block("p0")
    qtbot.wait(300)
    assert not run_script(window.preview, seen("p0"))
    window.actions_["preview-sync"].trigger()
    qtbot.waitUntil(lambda: run_script(window.preview, seen("p0")), timeout=5_000)


def test_the_page_follows_the_sheets_scrolling(
    qtbot: QtBot, window: MainWindow, run_script: RunScript
) -> None:
    qtbot.wait(600)
    bar = window.editor.sheet.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = "[...document.querySelectorAll('[data-block]')].find("
    top += "(one) => one.getBoundingClientRect().bottom > 14).dataset.block"
    cursor = window.editor.sheet.cursorForPosition(window.editor.sheet.viewport().rect().topLeft())
    expected = window.editor.sheet.reader.lines[cursor.blockNumber()].head.id
    qtbot.waitUntil(lambda: run_script(window.preview, top) == expected, timeout=5_000)


def test_a_click_on_the_page_puts_the_caret_there_and_leaves_the_page(
    qtbot: QtBot, window: MainWindow, run_script: RunScript
) -> None:
    run_script(window.preview, "window.scrollTo(0, 1200)")
    qtbot.wait(100)
    before = run_script(window.preview, "scrollY")
    window.preview.place_clicked.emit(PagePlace("p12", 0, 17))
    cursor = window.editor.sheet.textCursor()
    assert cursor.positionInBlock() == 17
    assert window.editor.sheet.reader.lines[cursor.blockNumber()].head.id == "p12"
    qtbot.wait(300)
    assert run_script(window.preview, "scrollY") == before


def test_a_window_of_its_own_follows_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["preview-window"].trigger()
    assert window.preview.window() is not window
    window.preview_desk.remember()
    assert window.state.settings.value("preview/window", type=bool) is True
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        window.editor.sheet.insertPlainText("x")
    window.resize(1300, 900)
    window.resize(1800, 900)
    window.look.set_language("vi")
    assert window.preview.window() is not window
    window.preview.window().close()
    assert window.preview.window() is window
    assert not window.actions_["preview-window"].isChecked()
    assert window.preview.isVisible()


def test_it_closes_with_the_window_and_opens_with_it(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["preview-window"].trigger()
    own = window.preview.window()
    with qtbot.waitSignal(window.closed, timeout=10_000):
        window.close()
    assert not own.isVisible()
    assert window.state.settings.value("preview/window", type=bool) is True


def test_pages_screens_and_sizes_are_chosen_and_remembered(
    qtbot: QtBot, window: MainWindow
) -> None:
    for name in ("preview-tablet", "preview-zoom-75", "preview-dark", "preview-front"):
        window.actions_[name].trigger()
    view = window.preview.view
    assert (view.kind, view.screen, view.zoom, view.dark) == (Kind.FRONT, "tablet", 75, True)
    settings = window.state.settings
    assert settings.value("preview/screen") == "tablet"
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        window.actions_["preview-section"].trigger()
    window.preview.section_requested.emit(())
    assert window.preview.view.kind is Kind.FRONT
    window.preview.section_requested.emit(("Pháp luật",))
    assert window.preview.section() == ("Pháp luật",)


def test_a_theme_is_tried_from_a_list(qtbot: QtBot, window: MainWindow) -> None:
    from newsroom.ui.widgets.list_popup import ListPopup

    window.actions_["preview-theme"].trigger()
    qtbot.waitUntil(lambda: window.findChild(ListPopup) is not None)
    popup = window.findChild(ListPopup)
    assert popup.list.count() == 3
    popup.list.setCurrentRow(2)
    with qtbot.waitSignal(window.preview.shown, timeout=10_000):
        qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert window.preview.view.theme == "modern"


def test_links_that_lead_out_are_asked_about(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window.preview.link_requested.emit("https://example.vn/a")
    assert opened == []
    assert "https://example.vn/a" in window.preview.trouble.words()
    window.preview.trouble._act()
    assert opened == ["https://example.vn/a"]


def test_print_makes_the_pdf_of_this_article(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", str)
    monkeypatch.setattr("newsroom.ui.preview_print.mkdtemp", lambda **_made: str(tmp_path))
    with qtbot.waitSignal(window.preview_print.printed, timeout=20_000) as caught:
        window.preview.print_requested.emit()
    assert caught.args[0].read_bytes().startswith(b"%PDF")
