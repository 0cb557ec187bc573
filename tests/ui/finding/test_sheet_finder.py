"""Finding and replacing in the sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from newsroom import i18n
from newsroom.domain.article import ArticleText
from newsroom.domain.document import (
    Document,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    plain,
    text_of,
)
from newsroom.domain.ids import BlockId, PhotoId
from newsroom.ui.actions import Actions
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.finding.options import Options
from newsroom.ui.finding.sheet_finder import SheetFinder

BOLD = frozenset({Mark.BOLD})
TEXT = ArticleText(
    kicker="Thuế và phí",
    headline="Giảm thuế cho 😀 công nhân",
    lede="Từ tháng sau, THUẾ thu nhập giảm.",
    body=Document(
        blocks=(
            Paragraph(
                id=BlockId("p1"),
                text=(Run(text="Đánh "), Run(text="thuế", marks=BOLD), Run(text=" hai lần")),
            ),
            Quote(id=BlockId("q1"), text=text_of("Tôi đóng thuế."), source="Cục Thuế"),
            Photo(id=BlockId("f1"), photo=PhotoId("0" * 64), caption=text_of("Ảnh"), credit="thuế"),
            Table(id=BlockId("t1"), rows=((text_of("thuế suất"), text_of("5%")),)),
            Paragraph(id=BlockId("p2"), text=text_of("Hết.")),
        )
    ),
    byline=("Lê Thuế",),
)
ALL = 9


@pytest.fixture
def window(qtbot, theme, tasks, settings):
    made = QMainWindow()
    qtbot.addWidget(made)
    actions = Actions(made, theme.tokens)
    pane = EditorPane(tokens=theme.tokens)
    made.setCentralWidget(pane)
    made.finder = SheetFinder(
        pane=pane, actions=actions, tasks=tasks, settings=settings, parent=made
    )
    made.pane, made.bar, made.sheet, made.deeds = pane, pane.find_bar, pane.sheet, actions
    pane.sheet.set_text(TEXT)
    made.resize(900, 800)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    pane.sheet.setFocus()
    yield made
    made.close()


def look_for(window, words):
    window.deeds["find"].trigger()
    window.bar.words.setText(words)
    return window.bar.count.text()


def selected(window):
    return window.sheet.textCursor().selectedText()


def texts(window):
    text = window.sheet.article_text()
    return text.kicker, text.headline, text.lede


def test_hits_are_counted_in_all_texts_as_one_types(window):
    assert look_for(window, "thue") == f"1/{ALL}"
    assert selected(window) == "Thuế"
    assert window.sheet.hits.shown() == ALL
    assert look_for(window, "xyz") == "No hits"
    assert look_for(window, "") == ""


def test_enter_goes_on_and_back_and_round(window):
    look_for(window, "thue")
    QTest.keyClick(window.bar.words, Qt.Key.Key_Return)
    assert (selected(window), window.bar.count.text()) == ("thuế", f"2/{ALL}")
    window.deeds["find-next"].trigger()
    assert (selected(window), window.bar.count.text()) == ("THUẾ", f"3/{ALL}")
    for _step in range(3):
        QTest.keyClick(window.bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.bar.count.text() == f"{ALL}/{ALL}"
    window.deeds["find-previous"].trigger()
    assert selected(window) == "thuế"


def test_toggles_narrow(window):
    look_for(window, "thue")
    window.bar.options.match_case.click()
    assert window.bar.count.text().endswith("/5")
    window.bar.options.match_diacritics.click()
    assert window.bar.count.text() == "No hits"


def test_a_bad_expression_is_told_and_mended(window):
    window.bar.options.regex.click()
    look_for(window, "(thu")
    assert "not a complete regular expression" in window.bar.problem.text()
    assert not window.bar.problem.isHidden()
    look_for(window, "(thu)ế")
    assert window.bar.problem.isHidden()
    assert window.bar.count.text().endswith(f"/{ALL}")


def test_escape_comes_back_to_the_caret(window):
    window.sheet.go_to_block("p2", offset=2)
    before = window.sheet.caret()
    look_for(window, "giam")
    assert selected(window) == "Giảm"
    QTest.keyClick(window.bar.words, Qt.Key.Key_Escape)
    assert window.sheet.caret() == before
    assert window.sheet.hasFocus()
    assert window.bar.isHidden()
    assert window.sheet.hits.shown() == 0


def test_escape_after_going_to_a_hit_stays_there(window):
    look_for(window, "thue")
    QTest.keyClick(window.bar.words, Qt.Key.Key_Return)
    QTest.keyClick(window.bar.words, Qt.Key.Key_Escape)
    assert selected(window) == "thuế"


def test_ctrl_f_while_writing_means_the_article(window):
    QTest.keyClick(window.sheet, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert not window.bar.isHidden()
    assert window.bar.words.hasFocus()


def test_the_selected_word_is_looked_for(window):
    window.sheet.go_to_block("p2")
    cursor = window.sheet.textCursor()
    cursor.select(cursor.SelectionType.WordUnderCursor)
    window.sheet.setTextCursor(cursor)
    window.deeds["find"].trigger()
    assert window.bar.words.text() == "Hết"


def replace_with(window, words, new):
    window.deeds["replace"].trigger()
    window.bar.words.setText(words)
    window.bar.new_words.setText(new)


def test_replace_one_goes_on_to_the_next(window):
    replace_with(window, "thue", "lệ phí")
    window.bar.keep_case.click()
    window.bar.replace_one.click()
    assert window.sheet.article_text().kicker == "Lệ phí và phí"
    assert (selected(window), window.bar.count.text()) == ("thuế", f"1/{ALL - 1}")
    QTest.keyClick(window.bar.new_words, Qt.Key.Key_Return)
    assert window.sheet.article_text().headline == "Giảm lệ phí cho 😀 công nhân"


def test_replace_all_is_one_step_and_keeps_marks(window):
    replace_with(window, "thue", "phí")
    window.bar.keep_case.click()
    window.bar.replace_all.click()
    text = window.sheet.article_text()
    assert texts(window) == (
        "Phí và phí",
        "Giảm phí cho 😀 công nhân",
        "Từ tháng sau, PHÍ thu nhập giảm.",
    )
    first, quote, photo, table, _last = text.body.blocks
    assert first.text == (Run(text="Đánh "), Run(text="phí", marks=BOLD), Run(text=" hai lần"))
    assert (plain(quote.text), quote.source) == ("Tôi đóng phí.", "Cục Phí")
    assert photo.credit == "phí"
    assert plain(table.rows[0][0]) == "phí suất"
    assert text.byline == ("Lê Phí",)
    window.sheet.undo()
    assert window.sheet.article_text() == TEXT


def test_only_in_the_selection(window):
    window.sheet.go_to_block("lede")
    cursor = window.sheet.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextBlock, cursor.MoveMode.KeepAnchor, 2)
    window.sheet.setTextCursor(cursor)
    replace_with(window, "thue", "phí")
    assert window.bar.in_selection.isChecked()
    assert window.bar.count.text() == "1/2"
    window.bar.replace_all.click()
    assert texts(window)[:2] == (TEXT.kicker, TEXT.headline)
    assert texts(window)[2] == "Từ tháng sau, phí thu nhập giảm."


def test_hits_follow_the_text(window, qtbot):
    look_for(window, "thue")
    window.sheet.go_to_block("p2")
    window.sheet.insertPlainText("Thuế ")
    qtbot.waitUntil(lambda: window.bar.count.text().endswith(f"/{ALL + 1}"))
    window.sheet.set_text(ArticleText(headline="Không có"))
    qtbot.waitUntil(lambda: window.bar.count.text() == "No hits")


def test_the_list_shows_what_will_become(window):
    replace_with(window, "cuc (thue)", "$1")
    window.bar.options.regex.click()
    window.bar.listed.click()
    model = window.bar.list.hits
    words = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Cục Thuế → Thuế"
    window.bar.list.wanted.emit(0)
    assert selected(window) == "Cục Thuế"


def test_a_group_that_is_not_there_is_told(window):
    window.bar.options.regex.click()
    replace_with(window, "thue", "$1")
    assert "names group 1" in window.bar.problem.text()
    window.bar.replace_all.click()
    assert window.sheet.article_text() == TEXT
    window.bar.new_words.setText("$0")
    assert window.bar.problem.isHidden()


def test_a_long_article_is_searched_on_another_thread(window, qtbot, tasks):
    blocks = tuple(Paragraph(text=text_of("Đánh thuế hai lần. " * 20)) for _ in range(100))
    window.sheet.set_text(ArticleText(body=Document(blocks=blocks)))
    assert look_for(window, "thue") == "…"
    look_for(window, "thuế hai")
    qtbot.waitUntil(lambda: window.bar.count.text() == "1/2,000")
    assert not tasks.busy()


def test_hits_are_tinted_on_the_page(window, theme):
    look_for(window, "danh")
    picture = window.sheet.viewport().grab().toImage()
    before = _count(picture, theme.tokens.mark)
    window.bar.words.setText("thue")
    after = _count(window.sheet.viewport().grab().toImage(), theme.tokens.mark)
    assert after > before + 500


def _count(picture, colour):
    wanted = QColor(colour).rgb()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixel(x, y) == wanted for x, y in places)


@pytest.mark.parametrize("language", list(i18n.LANGUAGES))
def test_every_control_has_a_name(window, language):
    i18n.use(language)
    window.pane.retranslate()
    bar = window.bar
    parts = [*bar.options.toggles(), bar.in_selection, bar.keep_case, bar.up, bar.down, bar.cross]
    assert all(part.accessibleName() and part.toolTip() for part in parts)
    assert all(part.accessibleName() for part in (bar.words, bar.new_words, bar.list))


def test_the_options_are_remembered(window, settings):
    window.bar.options.match_case.click()
    window.bar.options.match_diacritics.click()
    again = Options()
    again.remember(settings)
    assert [toggle.isChecked() for toggle in again.toggles()] == [True, False, True, False]


def test_tab_leads_from_what_is_sought_to_what_takes_its_place(window):
    window.deeds["replace"].trigger()
    QTest.keyClick(window.bar.words, Qt.Key.Key_Tab)
    assert window.focusWidget() is window.bar.new_words
