"""The printed page in the window: it follows the sheet, its form, files from outside, paper."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.ids import BlockId
from newsroom.services.articles import create_article
from newsroom.ui.changes import ChangeBus
from newsroom.ui.editor.places import Place
from newsroom.ui.main_window import MainWindow

_WORDS = "Giờ giải lao ca sáng, chị Hạnh mở điện thoại, chạm hai lần rồi cất vào túi áo. " * 4


@pytest.fixture
def settings(tmp_path):
    made = QSettings(str(tmp_path / "newsroom.ini"), QSettings.Format.IniFormat)
    made.setValue("window/language", "en")
    return made


@pytest.fixture
def window(qtbot, tasks, theme, settings, desk, monkeypatch):
    monkeypatch.setattr("newsroom.ui.preview.starting._SEEN_MS", 10**8)
    body = Document(
        blocks=tuple(Paragraph(id=BlockId(f"p{n}"), text=text_of(_WORDS)) for n in range(6))
    )
    stored = create_article(desk=desk, text=ArticleText(headline="Góp đoàn phí", body=body)).value
    made = MainWindow(tasks=tasks, bus=ChangeBus(), settings=settings, theme=theme, desk=desk)
    made.resize(1366, 768)
    made.show()
    made.article.open(stored.id)
    qtbot.waitUntil(lambda: made.article.article() is not None, timeout=10_000)
    yield made
    with qtbot.waitSignal(made.closed, timeout=10_000):
        made.close()
    made.deleteLater()


def shown(qtbot, window, before=None):
    """Wait for the page of the article as it is now."""
    pane = window.printed
    qtbot.waitUntil(lambda: pane.file is not None and pane.file is not before, timeout=15_000)
    qtbot.waitUntil(lambda: not window.drawer.busy(), timeout=15_000)
    return pane.file


def test_nothing_is_made_while_nobody_looks(qtbot, window):
    qtbot.wait(600)
    assert window.printed.file is None


def test_the_page_follows_the_sheet(qtbot, window):
    window.actions_["go-print"].trigger()
    first = shown(qtbot, window)
    assert window.printed.isVisible()
    assert window.printed.view.hasFocus()
    assert window.printed.view.accessibleDescription() == f"Page 1 of {len(first.sheets)}"
    window.editor.sheet.select(Place(BlockId("p5"), 0, 0, 0))
    window.editor.sheet.textCursor().insertText("Thêm một câu. ")
    second = shown(qtbot, window, first)
    assert second.data != first.data


def test_web_and_print_take_turns_in_the_preview(qtbot, window):
    window.actions_["go-print"].trigger()
    assert window.stack.printed_shown()
    window.stops.unfold_preview()
    assert not window.stack.printed_shown()
    assert not window.printed.isVisible()


def test_another_form_is_remembered_and_shown_from_its_beginning(qtbot, window, settings):
    window.actions_["go-print"].trigger()
    first = shown(qtbot, window)
    window.print_desk.set_form("office")
    second = shown(qtbot, window, first)
    assert second.sheets[0].width < first.sheets[0].width
    assert window.printed.header.form.text() == "Official document"
    assert settings.value("printing/preset") == "office"


def test_a_broken_preset_is_told_and_the_page_stays(qtbot, window, tmp_path, desk):
    window.actions_["go-print"].trigger()
    first = shown(qtbot, window)
    (tmp_path / "hong.toml").write_text('base = "newspaper"\n[columns]\ncount = "ba"\n', "utf-8")
    window.print_desk._maker.set_form("hong", tmp_path)
    qtbot.waitUntil(lambda: "hong.toml" in window.printed.trouble.words(), timeout=10_000)
    assert window.printed.file is first


def test_a_page_that_was_never_made_says_why(qtbot, window, tmp_path):
    (tmp_path / "hong.toml").write_text('base = "newspaper"\n[output]\nicc = "mat.icc"\n', "utf-8")
    window.print_desk._maker.set_form("hong", tmp_path)
    window.actions_["go-print"].trigger()
    qtbot.waitUntil(lambda: "mat.icc" in window.printed.message.hint(), timeout=10_000)
    (tmp_path / "hong.toml").write_text('base = "office"\n', "utf-8")
    window.print_desk.refresh()
    shown(qtbot, window)
    assert window.printed.stage.currentWidget() is window.printed.parts


def test_without_an_article_it_says_what_to_do(qtbot, window):
    window.print_desk.closed()
    assert "Choose an article" in window.printed.message.title()


def test_the_look_is_kept_for_the_next_start(qtbot, window, settings):
    window.actions_["print-grid"].trigger()
    window.actions_["print-zoom-150"].trigger()
    assert settings.value("printing/zoom") == 150
    assert settings.value("printing/on") == "grid"
    assert window.actions_["print-grid"].isChecked()
    window.actions_["print-zoom-150"].trigger()
    assert window.actions_["print-zoom-150"].isChecked()


def test_printing_opens_the_systems_dialog_with_the_pages(qtbot, window, monkeypatch):
    asked = []
    monkeypatch.setattr(window.paper, "print_on", lambda _printer, file: asked.append(file))
    window.actions_["print-paper"].trigger()

    def dialog():
        found = QApplication.activeModalWidget()
        return found if isinstance(found, QPrintDialog) else None

    qtbot.waitUntil(lambda: dialog() is not None, timeout=15_000)
    dialog().accept()
    qtbot.waitUntil(lambda: bool(asked), timeout=5_000)
    assert asked == [window.printed.file]


def test_printing_tells_how_it_goes_and_can_be_stopped(qtbot, window, tmp_path):
    window.actions_["go-print"].trigger()
    file = shown(qtbot, window)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "giay.pdf"))
    printer.setResolution(100)
    window.paper.print_on(printer, file)
    assert "Printing page 1" in window.centre.banner.words()
    qtbot.waitUntil(lambda: not window.paper.busy(), timeout=15_000)
    assert "handed to the printer" in window.centre.banner.words()
    window.paper.print_on(printer, file)
    window.paper.stop()
    assert "stopped" in window.centre.banner.words()
    assert not window.paper.busy()


def test_a_file_from_outside_is_checked_in_its_own_window(qtbot, window, pdf):
    window.print_desk.check(pdf)
    found = window.print_desk.windows[-1]
    with qtbot.waitSignal(found.pane.checked, timeout=15_000) as told:
        pass
    assert told.args[1].ok
    assert found.windowTitle() == "Check of trang-1.pdf"
    assert found.pane.findings.isVisible()
    found.close()


def test_what_is_no_pdf_is_told_in_a_sentence(qtbot, window, tmp_path):
    path = tmp_path / "thu.pdf"
    path.write_bytes("Thư ngỏ".encode())
    window.print_desk.check(path)
    found = window.print_desk.windows[-1]
    qtbot.waitUntil(lambda: "thu.pdf" in found.pane.message.hint(), timeout=10_000)
    found.close()


def test_the_pane_speaks_and_wears_what_the_window_does(qtbot, window, theme):
    window.actions_["go-print"].trigger()
    shown(qtbot, window)
    window.actions_["language-vi"].trigger()
    assert window.stack.switch._buttons["print"].text() == "Trang in"
    assert window.printed.header.form.text() == "Trang báo in"
    window.actions_["theme-dark"].trigger()
    assert window.printed.view._tokens is theme.tokens
    window.actions_["language-en"].trigger()
    window.actions_["theme-light"].trigger()


def test_dropped_pdf_files_are_checked(qtbot, window, pdf):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(pdf))])
    words = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(20, 20), *words))
    QApplication.sendEvent(window, QDropEvent(QPointF(20, 20), *words))
    (found,) = window.print_desk.windows
    qtbot.waitUntil(lambda: found.pane.file is not None, timeout=10_000)
    assert found.pane.file.path == pdf


def test_who_does_not_want_to_wait_stops_it_and_may_have_it_after_all(qtbot, window):
    window.actions_["go-print"].trigger()
    window.printed.work.stop.click()
    assert "was not prepared" in window.printed.message.title()
    window.printed.message.wanted.emit()
    first = shown(qtbot, window)
    window.printed.work.stop.click()
    assert "was not prepared" in window.printed.trouble.words()
    assert window.printed.file is first
