"""Versions in the window: kept while one writes, looked at in the sheet's place, brought back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom import i18n
from newsroom.domain.article import ArticleText, Status, text_part
from newsroom.domain.document import Document, Heading, ListBlock, ListItem, Paragraph, text_of
from newsroom.domain.ids import BlockId
from newsroom.services.articles import create_article, read_article, set_status
from newsroom.services.deleting import delete_articles
from newsroom.services.versions import keep_version, list_versions, read_version
from newsroom.ui.dialogs.name_dialog import NameDialog
from tests.ui.shell.test_main_window import make, open_row, settings, window
from tests.ui.support import write
from tests.ui.typing import type_words

__all__ = ["make", "settings", "window"]


def paragraph(name: str, words: str) -> Paragraph:
    return Paragraph(id=BlockId(name), text=text_of(words))


FIRST = ArticleText(
    headline="Thưởng Tết sớm",
    lede="Công nhân được báo trước một tháng.",
    body=Document(
        blocks=(
            paragraph("a", "Sáng nay ba trăm công nhân dự đối thoại."),
            Heading(id=BlockId("h"), text=text_of("Thưởng cao hơn")),
            ListBlock(id=BlockId("l"), items=(ListItem(text=text_of("Vé xe")),)),
            paragraph("b", "Công ty trả thưởng làm hai đợt."),
        )
    ),
    byline=("Lê Lâm",),
)


@pytest.fixture
def written(make, desk, settle, clock):
    """A window with an article open that was changed after a named version."""
    article = create_article(desk=desk, text=FIRST).value
    keep_version(desk=desk, article_id=article.id, name="Bản gửi duyệt")
    clock.pass_time(hours=3)
    made = make(desk)
    settle()
    made.article.open(article.id)
    settle()
    return made


def versions(desk, window):
    return list(list_versions(desk=desk, article_id=window.article.article_id()))


def stored(desk, window):
    return text_part(read_article(desk=desk, article_id=window.article.article_id()))


def type_into(window, words: str, name: str = "a") -> None:
    window.editor.sheet.go_to_block(name)
    type_words(window.editor.sheet, words)


def save(window, settle) -> None:
    window.article._session.flush()
    settle()


def look_at(window, settle, row: int = 0) -> None:
    """Click a row of the list."""
    window.actions_["versions"].trigger()
    settle()
    settle()
    listed = window.inspector.history_page.versions
    place = listed.visualItemRect(listed.item(row)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()


def rows(window) -> list[str]:
    listed = window.inspector.history_page.versions
    return [listed.item(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(listed.count())]


# ---- kept by themselves


def test_reading_keeps_nothing_and_the_first_key_keeps_what_was_there(written, desk, settle):
    assert len(versions(desk, written)) == 1
    before = stored(desk, written)
    type_into(written, "Mới. ")
    save(written, settle)
    assert stored(desk, written) != before
    written.editor.sheet.go_to_block("headline")
    assert [version.name for version in versions(desk, written)] == ["Bản gửi duyệt"]


def test_an_article_without_versions_keeps_its_first_text(window, desk, settle):
    open_row(window, settle, 0)
    before = stored(desk, window)
    window.editor.sheet.go_to_block("headline")
    type_words(window.editor.sheet, "X")
    settle()
    (only,) = versions(desk, window)
    assert read_version(desk=desk, version_id=only.id) == before


def test_leaving_keeps_what_was_written(window, desk, settle, clock):
    open_row(window, settle, 0)
    left = window.article.article_id()
    window.editor.sheet.go_to_block("headline")
    type_words(window.editor.sheet, "X")
    settle()
    clock.pass_time(minutes=5)
    open_row(window, settle, 1)
    latest = list_versions(desk=desk, article_id=left)[0]
    kept = read_version(desk=desk, version_id=latest.id)
    assert kept == text_part(read_article(desk=desk, article_id=left))
    assert len(list_versions(desk=desk, article_id=left)) == 2


def test_storing_for_an_export_or_a_status_keeps_a_version(written, desk, settle, clock):
    type_into(written, "Mới. ")
    settle()
    clock.pass_time(minutes=5)
    done = []
    written.article.store_then(lambda: done.append(True))
    settle()
    assert done
    latest = versions(desk, written)[0]
    assert read_version(desk=desk, version_id=latest.id) == stored(desk, written)


def test_ten_minutes_of_writing_keep_a_version(written, desk, settle, clock, monkeypatch):
    type_into(written, "Mới. ")
    save(written, settle)
    clock.pass_time(minutes=11)
    known = len(versions(desk, written))
    monkeypatch.setattr("newsroom.ui.version_keeper._EVERY_S", 0.0)
    type_into(written, "Thêm. ")
    save(written, settle)
    settle()
    assert len(versions(desk, written)) == known + 1


def test_an_article_that_is_deleted_meanwhile_is_no_trouble(written, desk, settle, qtbot):
    type_into(written, "Mới. ")
    settle()
    article_id = written.article.article_id()
    problems = []
    written._tasks.failed.connect(problems.append)
    set_status(desk=desk, ids=[article_id], status=Status.SPIKED)
    delete_articles(desk=desk, ids=[article_id])
    written.article.open(write(desk, "Bài khác"))
    settle()
    assert not problems


# ---- the list


def test_the_list_tells_time_name_figures_and_author(written, desk, settle, clock):
    type_into(written, "Mới tinh. ")
    settle()
    written.article.store_then(lambda: None)
    settle()
    written.actions_["versions"].trigger()
    settle()
    settle()
    newest, named = rows(written)
    assert "+2 −0 · Lê Lâm" in newest
    assert named.startswith("Bản gửi duyệt · ")
    page = written.inspector.history_page
    page.named.click()
    assert len(rows(written)) == 1
    assert page.rows.count() == 1, "the way of the status stays below"


def test_a_version_is_kept_under_a_name(written, desk, settle, clock):
    type_into(written, "Mới. ")
    clock.pass_time(minutes=5)
    written.actions_["versions"].trigger()
    written.actions_["keep-version"].trigger()
    dialog = written.findChild(NameDialog)
    dialog.field.setText("Bản in")
    dialog.keep.click()
    settle()
    settle()
    assert versions(desk, written)[0].name == "Bản in"
    assert rows(written)[0].startswith("Bản in")


def test_a_version_gets_a_name_afterwards(written, desk, settle):
    type_into(written, "Mới. ")
    written.article.store_then(lambda: None)
    settle()
    look_at(written, settle)
    listed = written.inspector.history_page.versions
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_F2)
    dialog = written.findChild(NameDialog)
    dialog.field.setText("Bản sửa")
    dialog.keep.click()
    settle()
    settle()
    assert versions(desk, written)[0].name == "Bản sửa"
    assert rows(written)[0].startswith("Bản sửa")


# ---- comparing


@pytest.fixture
def compared(written, desk, settle, clock):
    """The named version is looked at; three parts have changed since."""
    sheet = written.editor.sheet
    type_into(written, "Mới. ")
    type_into(written, "Sớm: ", "headline")
    sheet.go_to_block("h")
    settle()
    look_at(written, settle, row=len(versions(desk, written)) - 1)
    return written


def words_of(sheet, *, struck: bool) -> list[str]:
    found = []
    block = sheet.document().begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            made = fragments.fragment().charFormat()
            tinted = made.background().style() != Qt.BrushStyle.NoBrush
            if tinted and made.fontStrikeOut() is struck:
                found.append(fragments.fragment().text())
            fragments += 1
        block = block.next()
    return found


def test_the_comparison_takes_the_place_of_the_sheet(compared):
    assert compared.comparison.isVisible()
    assert not compared.editor.isVisible()
    assert compared.comparison.title.full_text().startswith("Bản gửi duyệt · Changes since")
    assert compared.comparison.figures.text() == "+2 −0 words"
    sheet = compared.comparison.sheet
    assert [each.strip() for each in words_of(sheet, struck=False)] == ["Sớm:", "Mới."]
    assert words_of(sheet, struck=True) == []
    assert sheet.isReadOnly()


def test_what_went_is_struck_through_where_it_stood(written, desk, settle):
    sheet = written.editor.sheet
    sheet.go_to_block("b")
    for _ in range(len("Công ty trả thưởng làm hai đợt.")):
        QTest.keyClick(sheet, Qt.Key.Key_Delete)
    settle()
    look_at(written, settle)
    assert "Công ty trả thưởng làm hai đợt." in words_of(written.comparison.sheet, struck=True)


def test_one_walks_from_change_to_change(compared, qtbot):
    pane = compared.comparison
    assert pane.place.text() == "1 of 2 changes"
    QTest.keyClick(pane.sheet, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert pane.place.text() == "2 of 2 changes"
    pane.next.click()
    assert pane.place.text() == "1 of 2 changes"
    pane.previous.click()
    stop = pane.sheet.stop()
    assert (stop.origin.old, stop.origin.new) == ("a", "a")
    first = pane.sheet.document().findBlockByNumber(0)
    top = pane.sheet.document().documentLayout().blockBoundingRect(first).center()
    at = QPoint(60, round(top.y()) - pane.sheet.verticalScrollBar().value())
    QTest.mouseClick(pane.sheet.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pane.place.text() == "1 of 2 changes"


def test_escape_leads_back_to_writing(compared, settle):
    QTest.keyClick(compared.comparison.sheet, Qt.Key.Key_Escape)
    assert compared.editor.isVisible()
    assert compared.inspector.history_page.versions.currentRow() == -1


def test_keys_lead_to_the_comparison_and_findings_to_the_sheet(compared, settle):
    compared.library.list.setFocus()
    compared.actions_["go-sheet"].trigger()
    assert compared.comparison.sheet.hasFocus()
    compared.inspector.photo_requested.emit("a")
    assert compared.editor.isVisible()


def test_one_change_is_taken_back_and_the_comparison_goes_on(compared, desk, settle):
    compared.comparison.next.click()
    compared.comparison.part.click()
    settle()
    settle()
    now = stored(desk, compared)
    assert now.body.blocks == FIRST.body.blocks
    assert now.headline == "Sớm: Thưởng Tết sớm"
    assert compared.comparison.isVisible()
    assert compared.comparison.place.text() == "1 of 1 change"
    compared.comparison.part.click()
    settle()
    settle()
    assert stored(desk, compared) == FIRST
    assert compared.comparison.place.text() == "The same text as now"
    assert not compared.comparison.all.isEnabled()


def test_all_of_it_comes_back_and_can_be_undone(compared, desk, settle):
    before = stored(desk, compared)
    compared.comparison.all.click()
    settle()
    settle()
    assert stored(desk, compared) == FIRST
    assert compared.editor.isVisible()
    assert compared.editor.sheet.article_text() == FIRST
    assert versions(desk, compared)[0].name.startswith("Before going back")
    compared.centre.banner._button.click()
    settle()
    settle()
    assert stored(desk, compared) == before
    assert compared.editor.sheet.article_text() == before


def test_what_is_typed_until_the_click_is_kept_too(compared, desk, settle):
    compared.editor.sheet.go_to_block("b")
    type_words(compared.editor.sheet, "Phút chót. ")
    compared.comparison.all.click()
    settle()
    settle()
    latest = versions(desk, compared)[0]
    kept = read_version(desk=desk, version_id=latest.id)
    assert any("Phút chót." in str(block) for block in kept.body.blocks)


def test_another_article_ends_the_comparison(compared, desk, settle):
    compared.article.open(write(desk, "Bài khác"))
    settle()
    assert compared.editor.isVisible()
    assert not compared.comparison.isVisible()


def test_a_long_article_shows_what_changed_and_folds_the_rest(written, desk, settle):
    many = tuple(paragraph(f"p{n}", f"Đoạn số {n}.") for n in range(300))
    text = replace(FIRST, body=Document(blocks=many))
    article = create_article(desk=desk, text=text).value
    keep_version(desk=desk, article_id=article.id)
    written.article.open(article.id)
    settle()
    type_into(written, "Mới. ", "p150")
    settle()
    look_at(written, settle)
    shown = written.comparison.sheet.toPlainText()
    assert "⋯ 147 paragraphs unchanged ⋯" in shown
    assert "⋯ 146 paragraphs unchanged ⋯" in shown
    assert "Mới. Đoạn số 150." in shown
    assert "Đoạn số 140." not in shown


def test_it_speaks_vietnamese_after_a_change_of_language(compared, settle):
    i18n.use("vi")
    compared.retranslate()
    settle()
    assert compared.comparison.all.text() == i18n._("Restore all")
    assert compared.comparison.all.text() != "Restore all"
    look_at(compared, settle)
    assert compared.comparison.place.text() != "1 of 2 changes"
    assert len(rows(compared)) >= 1


# ---- while an input method composes


def compose(window, words: str) -> None:
    window.editor.sheet.go_to_block("headline")
    QApplication.sendEvent(window.editor.sheet, QInputMethodEvent(words, []))


def test_a_composed_word_is_in_the_version_that_restoring_keeps(written, desk, settle):
    look_at(written, settle)
    compose(written, "tiếng ")
    written.comparison.all_wanted.emit()
    settle()
    settle()
    before = next(one for one in versions(desk, written) if one.name.startswith("Before"))
    kept = read_version(desk=desk, version_id=before.id)
    assert kept.headline == "tiếng Thưởng Tết sớm"
    assert stored(desk, written) == FIRST


def test_a_composed_word_is_in_what_is_exported_and_stays_when_the_window_closes(
    written, desk, settle
):
    compose(written, "tiếng ")
    told = []
    written.article.store_then(lambda: told.append(stored(desk, written).headline))
    settle()
    compose(written, "nữa ")
    article_id = written.article.article_id()
    written.close()
    settle()
    assert told == ["tiếng Thưởng Tết sớm"]
    assert read_article(desk=desk, article_id=article_id).headline == "nữa tiếng Thưởng Tết sớm"


def test_menus_do_not_act_on_the_sheet_behind_a_comparison(written, settle):
    bold = written.editor.actions_by_id["bold"]
    written.editor.sheet.go_to_block("a")
    assert bold.isEnabled()
    assert written.actions_["find"].isEnabled()
    look_at(written, settle)
    assert not any(action.isEnabled() for action in written.editor.actions_by_id.values())
    assert not written.actions_["find"].isEnabled()
    written.comparison.left.emit()
    assert bold.isEnabled()
    assert written.actions_["find"].isEnabled()
