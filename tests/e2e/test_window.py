"""The main job in the real window over a real library: paste, edit, file, look, export, restart."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog

from newsroom.app import WindowSession, build_desk
from newsroom.domain.article import Status
from newsroom.services.articles import list_ids, read_article
from newsroom.storage.library import open_library
from newsroom.ui.dialogs.export_dialog import ExportDialog
from tests.without_screen import REMARKS

PAGE = """Trang chủ › Công đoàn
Công đoàn
Cập nhật lúc 08:15 03/11/2026 (GMT+7)
Lớp học tối giữa hai ca may

Ba buổi mỗi tuần, nhà ăn của xí nghiệp biến thành lớp học, nơi công nhân tan ca chiều ngồi \
lại học nghề và học luật.

Bảng đen kê cạnh bếp

Bảng đen mượn của trường tiểu học kê cạnh bếp, ghế là ghế nhà ăn. Giờ đầu học đọc bản vẽ, \
giờ sau luật sư của công đoàn trả lời những câu hỏi mà mọi người bỏ vào hòm thư trong tuần.

Không ai điểm danh, nhưng buổi nào cũng đủ mặt.

THU PHƯƠNG

In
Về đầu
Lượt truy cập:
"""

pytestmark = pytest.mark.qt_log_ignore(*REMARKS, extend=True)


class Driver:
    """Starts the program on one library and waits for what it does."""

    def __init__(self, qtbot, application: QApplication, folder: Path) -> None:
        self.qtbot, self.application, self.folder = qtbot, application, folder
        self.session: WindowSession | None = None

    @property
    def window(self):
        return self.session.window

    def start(self) -> None:
        self.session = WindowSession(self.application, self.folder)
        self.session.begin()
        self.window.showNormal()  # the screen of tests is small, which the window fills at first
        self.window.resize(1720, 900)
        self.qtbot.waitUntil(self.window.actions_["new"].isEnabled, timeout=10_000)

    def stop(self) -> None:
        if self.session is not None:
            with self.qtbot.waitSignal(self.window.closed, timeout=10_000):
                self.window.close()
            self.qtbot.wait(50)  # the window is deleted by the event loop
            self.session = None

    def wait_for_headline(self, headline: str) -> None:
        def opened() -> bool:
            article = self.window.article.article()
            return article is not None and article.headline == headline

        self.qtbot.waitUntil(opened, timeout=10_000)

    def type_at_end(self, words: str) -> None:
        sheet = self.window.editor.sheet
        cursor = sheet.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        sheet.setTextCursor(cursor)
        self.qtbot.keyClicks(sheet, words)

    def page_text(self) -> str:
        found, pane = [], self.window.preview
        self.qtbot.waitUntil(lambda: pane.stage.browser is not None, timeout=20_000)
        pane.stage.browser.page.toPlainText(found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=10_000)
        return found[0]


@pytest.fixture
def driver(qtbot, qapp, tmp_path, monkeypatch):
    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings.setPath(form, scope, str(tmp_path / "settings"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back when the test ends
    made = Driver(qtbot, qapp, tmp_path / "library")
    yield made
    made.stop()


@pytest.fixture
def pasted(driver):
    driver.start()
    QGuiApplication.clipboard().setText(PAGE)
    driver.window.actions_["paste-new"].trigger()
    driver.wait_for_headline("Lớp học tối giữa hai ca may")
    return driver


def _choose_section(driver, words: str) -> None:
    field = driver.window.inspector.article_page.section
    driver.qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget() or QApplication.focusWidget().window()
    target = popup.focusWidget() or QApplication.focusWidget()
    driver.qtbot.keyClicks(target, words)
    driver.qtbot.keyClick(target, Qt.Key.Key_Return)


def _export(driver, format: str, target: Path) -> None:
    driver.window.actions_["export"].trigger()
    driver.qtbot.waitUntil(lambda: driver.window.findChild(ExportDialog) is not None)
    dialog = driver.window.findChild(ExportDialog)
    dialog.choices.choose_format(format)
    dialog.choices.choose_folder(str(target))
    driver.qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    driver.qtbot.waitUntil(lambda: any(target.rglob("*.*")), timeout=20_000)
    driver.qtbot.waitUntil(lambda: dialog.task is None, timeout=20_000)
    dialog.close()
    driver.qtbot.waitUntil(lambda: driver.window.findChild(ExportDialog) is None)


def test_a_first_start_greets(driver):
    driver.start()
    driver.qtbot.waitUntil(driver.window.centre.welcome.isVisible, timeout=10_000)


def test_a_pasted_page_becomes_a_structured_article(pasted):
    article = pasted.window.article.article()
    assert article.section == ("Công đoàn",)
    assert article.lede.startswith("Ba buổi mỗi tuần")
    assert article.byline == ("Thu Phương",)
    kinds = [type(block).__name__ for block in article.body.blocks]
    assert kinds == ["Heading", "Paragraph", "Paragraph"]


def test_the_main_job_in_one_sitting(pasted, tmp_path, qtbot):
    driver, window = pasted, pasted.window
    # edit in place: nothing asks to save
    driver.type_at_end(" Thay giao ra ve cuoi cung.")
    # tag and categorise
    tags = window.inspector.article_page.tags
    qtbot.keyClicks(tags.line, "hoc nghe")
    qtbot.keyClick(tags.line, Qt.Key.Key_Return)
    _choose_section(driver, "an toan lao dong")
    qtbot.waitUntil(lambda: window.article.article().section[-1:] == ("An toàn lao động",))
    window.deeds.set_status([window.article.article_id()], Status.AWAITING_EDIT)
    # the site's page follows
    qtbot.waitUntil(lambda: "Thay giao ra ve" in driver.page_text(), timeout=20_000)
    page = driver.page_text()
    assert "Trang chủ" in page
    assert "Chuyên đề" in page
    assert "THU PHƯƠNG" in page
    # hand over
    for format, suffix in (("docx", "docx"), ("pdf", "pdf"), ("html", "html")):
        _export(driver, format, tmp_path / format)
        assert list((tmp_path / format).rglob(f"*.{suffix}"))
    article_id = window.article.article_id()
    driver.stop()
    _everything_is_on_disk(driver.folder, article_id)
    # come back to where one was
    driver.start()
    driver.wait_for_headline("Lớp học tối giữa hai ca may")
    assert driver.window.editor.sheet.article_text().body.blocks[-1].text[0].text.endswith("cung.")


def _everything_is_on_disk(folder: Path, article_id) -> None:
    library = open_library(folder, create=False)
    try:
        article = read_article(desk=build_desk(library), article_id=article_id)
        assert list_ids(desk=build_desk(library)) == [article_id]
    finally:
        library.close()
    assert article.body.blocks[-1].text[0].text.endswith("Thay giao ra ve cuoi cung.")
    assert article.section == ("Chuyên đề", "An toàn lao động")
    assert article.tags == ("hoc nghe",)
    assert article.status is Status.AWAITING_EDIT


def test_a_second_window_of_the_same_library_is_refused_by_the_lock(driver, qtbot):
    from newsroom.storage.lock import LibraryBusyError, WindowLock

    driver.start()
    with pytest.raises(LibraryBusyError):
        WindowLock(driver.folder).acquire()


def test_a_library_that_cannot_be_opened_is_explained_and_another_offered(
    driver, qtbot, monkeypatch
):
    driver.folder.write_text("no folder", encoding="utf-8")
    driver.session = WindowSession(driver.application, driver.folder)
    driver.session.begin()
    trouble = driver.window.centre.trouble
    qtbot.waitUntil(trouble.isVisible, timeout=10_000)
    assert str(driver.folder) in trouble.hint()
    other = driver.folder.with_name("other")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    trouble.wanted.emit()
    qtbot.waitUntil(driver.window.actions_["new"].isEnabled, timeout=10_000)
    assert (other / "library.db").is_file()
