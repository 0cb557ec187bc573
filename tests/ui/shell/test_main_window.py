"""The whole window over a library in memory: open, write, undo, fold, speak, close, come back."""

import base64

import pytest
from PySide6.QtCore import QEvent, QMimeData, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton

from newsroom import i18n
from newsroom.domain.article import ArticleText, Status
from newsroom.domain.document import Photo
from newsroom.domain.imported import Remark
from newsroom.domain.review import Finding, Severity
from newsroom.domain.review import Place as CheckedPlace
from newsroom.errors import BugError, UserError
from newsroom.services.articles import create_article, list_ids, read_article, read_summaries
from newsroom.services.export_checking import check_articles
from newsroom.services.templates import save_template, template_names
from newsroom.ui.changes import ChangeBus
from newsroom.ui.dialogs.import_report import ImportReportDialog
from newsroom.ui.dialogs.template_name import TemplateNameDialog
from newsroom.ui.editor.places import Place
from newsroom.ui.editor.tools import all_tools
from newsroom.ui.main_window import MainWindow
from newsroom.ui.menus import FORMAT_TOOLS, INSERT_TOOLS, SEPARATOR, TABLE_TOOLS
from newsroom.ui.theme import Mode
from tests.fakes.desk import SAFETY, SPECIAL
from tests.site_sample import jpeg, scene
from tests.ui.shell.test_commands import keys
from tests.ui.support import write, write_many


@pytest.fixture
def settings(tmp_path):
    made = QSettings(str(tmp_path / "newsroom.ini"), QSettings.Format.IniFormat)
    made.setValue("window/language", "en")
    made.setValue("window/theme", "light")
    return made


@pytest.fixture
def make(qtbot, tasks, theme, settings, monkeypatch):
    monkeypatch.setattr("newsroom.ui.preview.starting._SEEN_MS", 10**8)
    windows = []

    def made(desk=None):
        window = MainWindow(tasks=tasks, bus=ChangeBus(), settings=settings, theme=theme, desk=desk)
        window.resize(1366, 768)
        window.show()
        windows.append(window)
        return window

    yield made
    for window in windows:
        window._closing = True
        window.close()
        window.deleteLater()
    # gone before the next test: a timer of theirs would speak in the middle of it
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(make, desk, settle):
    write_many(desk, 3)
    made = make(desk)
    settle()
    return made


def open_row(window, settle, row):
    window.library.list.setCurrentIndex(window.library.articles.index(row))
    settle()
    settle()


def test_it_stands_before_there_is_a_library(make, desk, settle):
    window = make()
    assert not window.actions_["new"].isEnabled()
    window.attach_desk(desk)
    settle()
    assert window.actions_["new"].isEnabled()
    assert window.centre.welcome.isVisible()


def test_it_starts_in_the_colours_chosen_last(make, settings, theme):
    settings.setValue("window/theme", "dark")
    try:
        window = make()
        paper = window.editor.sheet.viewport().palette().base().color()
        assert theme.tokens.name == "dark"
        assert window.editor.sheet.tokens is theme.tokens
        assert paper.lightness() < 90
    finally:
        theme.set_mode(Mode.LIGHT)


def test_choosing_a_row_opens_it_everywhere(window, settle):
    open_row(window, settle, 1)
    assert window.centre.sheet_shown()
    assert window.article.article().headline == "Bài số 1"
    assert window.inspector.article().headline == "Bài số 1"
    assert window.windowTitle().startswith("Bài số 1")
    assert "Safe on disk" in window.centre.footer.safe_words()


def test_a_new_article_begins_in_the_section_looked_at(window, settle, desk):
    window.library.tree.go_to(f"section:{SPECIAL}/{SAFETY}")
    settle()
    window.actions_["new"].trigger()
    settle()
    assert window.article.article().section == (SPECIAL, SAFETY)
    assert window.editor.sheet.hasFocus()


def test_what_is_typed_is_stored_without_asking(qtbot, window, settle, desk):
    window.actions_["new"].trigger()
    settle()
    window.editor.sheet.select(Place("headline"))
    qtbot.keyClicks(window.editor.sheet, "Luong tang")
    qtbot.waitUntil(lambda: not window.article._session.unsaved)
    article = read_article(desk=desk, article_id=window.article.article_id())
    assert article.headline == "Luong tang"
    settle()
    assert window.library.articles.row_at(0).article.headline == "Luong tang"


def test_spiking_moves_on_and_can_be_undone(window, settle, desk):
    open_row(window, settle, 0)
    doomed = window.article.article_id()
    window.actions_["spike"].trigger()
    settle()
    assert read_article(desk=desk, article_id=doomed).status is Status.SPIKED
    assert window.centre.banner.words() == "1 article spiked"
    assert window.article.article() is None
    window.library.list.setFocus()
    assert window.centre.banner.isVisible()
    window.actions_["undo"].trigger()
    assert not window.centre.banner.isVisible()  # its “Undo” would take back something else now
    settle()
    assert read_article(desk=desk, article_id=doomed).status is Status.DRAFT


def test_the_status_menu_of_the_selection(window, settle, desk):
    open_row(window, settle, 0)
    menu = window.menus["status"]
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions()]
    assert words == ["Awaiting edit", "In edit", "Awaiting approval"]
    menu.actions()[1].trigger()
    settle()
    assert window.article.article().status is Status.IN_EDIT


def test_a_new_article_is_seen_although_the_bin_was(window, settle):
    window.library.go_to("bin")
    settle()
    window.actions_["go-library"].trigger()
    assert window.library.tree.hasFocus()  # the list is empty
    window.actions_["new"].trigger()
    settle()
    settle()
    assert window.library.tree.key == "all"
    assert window.library.selected_ids() == [window.article.article_id()]


def test_a_pasted_page_becomes_an_article(window, settle, desk):
    data = QMimeData()
    data.setText("Bữa ăn ca thêm rau\n\nNhà máy đổi thực đơn.\n\nCông nhân ăn hết suất.")
    QApplication.clipboard().setMimeData(data)
    window.actions_["paste-new"].trigger()
    settle()
    settle()
    assert "Bữa ăn ca" in window.article.article().headline
    QApplication.clipboard().clear()


def test_an_empty_clipboard_is_said_so(window, settle):
    QApplication.clipboard().clear()
    window.actions_["paste-new"].trigger()
    assert "no text on the clipboard" in window.centre.banner.words()


def test_files_are_imported_and_failures_named(window, settle, tmp_path):
    good, bad = tmp_path / "bai.txt", tmp_path / "bai.docx"
    good.write_text("Tổ tự quản nhắc nhau\n\nMười hai dãy trọ lập lịch trực.\n", "utf-8")
    bad.write_bytes(b"not a zip file")
    window.intake.take_files([good, bad])
    settle()
    settle()
    assert "bai.docx" in window.centre.banner.words()
    window.centre.banner._act()
    (dialog,) = window.findChildren(ImportReportDialog)
    assert len(dialog.rows) == 1
    assert dialog.isVisible()
    dialog.close()
    assert window.article.article().headline == "Tổ tự quản nhắc nhau"


def test_a_page_pasted_into_an_empty_article_takes_its_place(window, settle, desk):
    window.actions_["new"].trigger()
    settle()
    before = len(list_ids(desk=desk))
    window.editor.sheet.page_pasted.emit("Bữa ăn ca thêm rau\n\nNhà máy đổi thực đơn.", "")
    settle()
    settle()
    assert len(list_ids(desk=desk)) == before
    assert "Bữa ăn ca" in window.article.article().headline


def test_a_banner_moves_nothing(window, settle):
    open_row(window, settle, 0)
    before = window.editor.mapTo(window, window.editor.rect().topLeft())
    window.centre.tell_warning("Một lời nhắn rất dài. " * 20)
    settle()
    assert window.editor.mapTo(window, window.editor.rect().topLeft()) == before
    assert window.centre.banner.isVisible()
    assert window.centre.banner.width() == window.centre.width()


def test_a_banner_does_not_cover_what_the_sheet_says(window, settle):
    """The ways on that are offered there may be all that is left to save a text."""
    open_row(window, settle, 0)
    window.centre.tell_failure("Thư viện không còn nữa.")
    window.editor.show_banner("Chưa lưu được.", actions=[("Lưu một bản sao…", lambda: None)])
    settle()
    notice, banner = window.editor.notice, window.centre.banner
    below = notice.mapTo(window, notice.rect().bottomLeft()).y()
    assert banner.mapTo(window, banner.rect().topLeft()).y() > below
    window.editor.hide_banner()
    settle()
    assert banner.mapTo(window, banner.rect().topLeft()).y() < below


def test_a_banner_is_as_high_as_its_words(window, settle):
    window.centre.resize(700, 500)
    window.centre.tell_warning("Một câu báo. " * 12)
    two_lines = 2 * window.centre.banner.fontMetrics().lineSpacing()
    assert two_lines < window.centre.banner.height() < two_lines + 40


def test_errors_are_told_in_a_banner(window, tasks):
    tasks.failed.emit(UserError("The disk is full."))
    assert window.centre.banner.words() == "The disk is full."
    tasks.failed.emit(BugError("Something went wrong."))
    assert window.centre.banner._button.text() == "Report"


def test_details_chosen_in_the_inspector_can_be_undone(window, settle, desk):
    from newsroom.services.articles import Details

    open_row(window, settle, 0)
    one = window.article.article_id()
    window.inspector.details_edited.emit(Details(section=("Văn hóa",)), one)
    settle()
    assert window.article.article().section == ("Văn hóa",)
    window.undo_stack.undo()
    settle()
    assert read_article(desk=desk, article_id=one).section == (SPECIAL, SAFETY)


def test_a_byline_from_the_inspector_reaches_the_sheet(window, settle, desk):
    open_row(window, settle, 0)
    window.inspector.byline_edited.emit(("Minh Tú",), window.article.article_id())
    window.article.store_then(lambda: None)
    settle()
    assert window.editor.sheet.article_text().byline == ("Minh Tú",)


def test_f6_goes_round(qtbot, window, settle):
    open_row(window, settle, 0)
    window.library.list.setFocus()
    window.actions_["next-panel"].trigger()
    assert window.editor.sheet.hasFocus()
    window.actions_["next-panel"].trigger()
    assert window.inspector.isAncestorOf(QApplication.focusWidget())
    window.actions_["previous-panel"].trigger()
    assert window.editor.sheet.hasFocus()


def test_ctrl_f_comes_to_the_search_field_even_from_a_folded_library(qtbot, window):
    window.columns.show_library(False)
    assert not window.actions_["library"].isChecked()
    window.actions_["search"].trigger()
    assert window.library.search.hasFocus()
    assert window.actions_["library"].isChecked()


def test_the_language_changes_at_once(window, settle):
    open_row(window, settle, 0)
    window.inspector.tabs.setCurrentIndex(2)
    window.look.set_language("vi")
    assert i18n.language() == "vi"
    assert window.inspector.tabs.currentIndex() == 2
    assert window.state.language == "vi"
    assert window.inspector.article() is not None
    assert window.columns.inspector is window.inspector
    window.look.set_language("en")
    assert window.menus["file"].title() == "&File"


def test_dark_and_back(window):
    window.actions_["theme-dark"].trigger()
    assert window.state.mode is Mode.DARK
    window.actions_["theme-light"].trigger()
    assert window.actions_["theme-light"].isChecked()


def test_zoom_is_remembered(window):
    window.actions_["zoom-in"].trigger()
    assert (window.state.zoom, window.editor.sheet.zoom) == (110, pytest.approx(1.1))
    window.actions_["zoom-reset"].trigger()
    assert window.state.zoom == 100


def test_it_comes_back_as_it_was_left(qtbot, window, make, settle, desk):
    open_row(window, settle, 2)
    window.editor.sheet.select(Place("headline", start=3, end=3))
    caret = window.article.caret()
    window.library.tree.go_to("status:draft")
    window.inspector.tabs.setCurrentIndex(3)
    settle()
    with qtbot.waitSignal(window.closed):
        window.close()
    again = make(desk)
    settle()
    settle()
    assert again.article.article().headline == "Bài số 2"
    assert again.article.caret() == caret
    assert again.inspector.tabs.currentIndex() == 3
    assert again.library.filter().status is Status.DRAFT


def test_closing_stores_what_was_just_typed(qtbot, window, settle, desk):
    open_row(window, settle, 0)
    one = window.article.article_id()
    window.editor.sheet.select(Place("headline"))
    qtbot.keyClicks(window.editor.sheet, "Xin ")
    with qtbot.waitSignal(window.closed):
        window.close()
    assert "Xin" in read_summaries(desk=desk, ids=[one])[0].headline


def test_a_window_whose_library_takes_nothing_closes_after_a_copy_elsewhere(
    qtbot, window, settle, desk, monkeypatch, tmp_path
):
    def gone(*_given, **_named):
        raise UserError("The library is gone.")

    open_row(window, settle, 0)
    monkeypatch.setattr(desk.journal, "append", gone)
    monkeypatch.setattr("newsroom.ui.editor.stored.fold_text", gone)
    target = tmp_path / "bai.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    sheet, notice = window.editor.sheet, window.editor.notice
    sheet.select(Place("headline"))

    def copied():
        settle()
        notice.press(1)
        qtbot.waitUntil(lambda: "bai.docx" in notice.words())

    qtbot.keyClicks(sheet, "Xin ")
    window.close()
    qtbot.waitUntil(lambda: "gone" in notice.words())
    copied()
    qtbot.keyClicks(sheet, "chao ")
    window.close()
    settle()
    assert window.isVisible()
    copied()
    with qtbot.waitSignal(window.closed):
        window.close()


def test_the_article_of_last_time_may_be_gone(make, settle, desk, settings):
    settings.setValue("sheet/article", "0000gone0000")
    window = make(desk)
    settle()
    settle()
    assert window.centre.welcome.isVisible()
    assert not window.centre.banner.isVisible()


def test_no_tool_of_the_sheet_takes_a_key_of_the_window():
    tools = {tool.shortcut for tool in all_tools() if tool.shortcut}
    assert tools.isdisjoint(set(keys()))


def test_every_tool_of_the_sheet_is_in_a_menu():
    shown = {name for name in (*INSERT_TOOLS, *FORMAT_TOOLS, *TABLE_TOOLS) if name != SEPARATOR}
    all_ids = {tool.id for tool in all_tools()}
    assert shown <= all_ids
    assert all_ids - shown <= {"quote", "list"}


def test_a_search_is_a_search_whatever_the_theme(qtbot, window, settle):
    window.library.search.setText("bai so 2")
    qtbot.keyClick(window.library.search, Qt.Key.Key_Return)
    settle()
    assert window.library.articles.rowCount() == 1


def test_dialogs_open_in_either_language_and_die(qtbot, window, settle, desk):
    write(desk, "Một")
    open_row(window, settle, 0)
    for code in ("vi", "en"):
        window.look.set_language(code)
        for name in ("sections", "profiles", "templates", "paper", "export", "about", "shortcuts"):
            window.actions_[name].trigger()
            settle()
            dialog = QApplication.activeModalWidget() or window.findChild(QDialog)
            assert dialog is not None, name
            gone = []
            dialog.destroyed.connect(lambda _=None, gone=gone: gone.append(1))
            dialog.close()
            qtbot.waitUntil(lambda gone=gone: gone == [1])


def test_what_was_typed_can_be_undone_after_an_edit_in_the_inspector(window, settle, desk):
    open_row(window, settle, 0)
    sheet = window.editor.sheet
    headline = sheet.article_text().headline
    sheet.go_to_block("headline")
    sheet.textCursor().insertText("Mới: ")
    window.inspector.byline_edited.emit(("Minh Tú",), window.article.article_id())
    window.article.store_then(lambda: None)
    settle()
    assert read_article(desk=desk, article_id=window.article.article_id()).byline == ("Minh Tú",)
    sheet.undo()
    sheet.undo()
    assert sheet.article_text().headline == headline


def test_a_picture_pasted_with_text_is_stored_and_shown(window, settle, desk):
    open_row(window, settle, 0)
    sheet = window.editor.sheet
    sheet.go_to_block("body")
    picture = jpeg(scene(300, 200))
    coded = base64.b64encode(picture).decode()
    pasted = QMimeData()
    pasted.setHtml(f"<p>một</p><p><img src='data:image/jpeg;base64,{coded}'></p><p>hai</p>")
    before = sheet.article_text()
    sheet.insertFromMimeData(pasted)
    settle()
    (photo,) = (each for each in sheet.article_text().body.blocks if isinstance(each, Photo))
    assert desk.photos.read(photo.photo) == picture
    sheet.undo()
    assert sheet.article_text() == before


def test_an_article_becomes_a_template_and_another_article(qtbot, window, settle, desk):
    assert window.centre.welcome.findChild(QPushButton, "templates").isHidden()
    open_row(window, settle, 0)
    window.actions_["save-template"].trigger()
    asking = window.findChild(TemplateNameDialog)
    asking.field.setText("Bản tin & thời tiết")
    asking.take.click()
    settle()
    assert template_names(desk=desk) == ("Bản tin & thời tiết",)
    assert "Bản tin & thời tiết" in window.centre.banner.words()
    way = window.centre.welcome.findChild(QPushButton, "templates")
    qtbot.waitUntil(lambda: not way.isHidden())
    menu = window.menus["new-from"]
    menu.aboutToShow.emit()
    names = [action.text() for action in menu.actions()]
    assert names == ["Bản tin && thời tiết", "", "Templates…"]
    source = window.article.article()
    menu.actions()[0].trigger()
    settle()
    made = window.article.article()
    assert made.id != source.id
    assert (made.headline, made.section) == (source.headline, source.section)


def test_a_profile_chosen_in_the_inspector_is_checked_and_can_be_undone(window, settle, desk):
    open_row(window, settle, 0)
    page = window.inspector.article_page
    page.profile.chosen.emit("Phóng sự")
    settle()
    opened = window.article.article_id()
    assert read_article(desk=desk, article_id=opened).profile == "Phóng sự"
    window.inspector._check()
    assert page.lengths.words()[CheckedPlace.BODY].endswith("/800–2,500 words")
    window.undo_stack.undo()
    settle()
    assert read_article(desk=desk, article_id=opened).profile == ""


def test_an_export_leads_to_what_is_missing(qtbot, window, settle, desk):
    other = create_article(desk=desk, text=ArticleText(kicker="K")).value.id
    open_row(window, settle, 0)
    missing = check_articles(desk=desk, ids=[other])[0].findings[0]
    window.dialogs.place_requested.emit(other, missing)
    settle()
    assert window.article.article_id() == other
    assert window.editor.sheet.hasFocus()


@pytest.mark.parametrize("place", [CheckedPlace.NOTE, CheckedPlace.EMBARGO])
def test_print_leads_to_the_note_and_the_embargo(window, settle, desk, place):
    open_row(window, settle, 0)
    opened = window.article.article_id()
    message = Remark(template="?")
    told = Finding(rule="x", severity=Severity.WARNING, message=message, place=place)
    window.dialogs.place_requested.emit(opened, told)
    settle()
    page = window.inspector.article_page
    assert window.inspector.pages.currentWidget() is page
    field = page.note if place is CheckedPlace.NOTE else page.embargo
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is field or field.isAncestorOf(focus)


def test_focus_mode_comes_back_with_its_article(qtbot, make, desk, settings):
    write(desk, "Tít")
    window = make(desk)
    qtbot.waitUntil(lambda: window.library.overview() is not None)
    window.article.open(list_ids(desk=desk)[0])
    qtbot.waitUntil(lambda: window.article.article() is not None)
    window.actions_["focus-mode"].trigger()
    window._remember()
    again = make(desk)
    assert again.columns.focus_mode()
    assert again.actions_["focus-mode"].isChecked()
    assert again.editor.toolbar.isHidden()
    QTest.keyClick(again.editor.sheet, Qt.Key.Key_Escape)
    assert not again.actions_["focus-mode"].isChecked()
    again._remember()
    assert not make(desk).columns.focus_mode()


def test_templates_are_offered_one_by_one(qtbot, make, desk):
    article_id = write(desk, "Họp giao ban")
    save_template(desk=desk, article_id=article_id, name="Giao ban")
    window = make(desk)
    qtbot.waitUntil(lambda: window.templates.names() == ("Giao ban",))
    (offer,) = window.templates.offers()
    assert offer.words == "New from template: Giao ban"
    offer.run()
    qtbot.waitUntil(lambda: len(list_ids(desk=desk)) == 2)
