"""Quick open finds articles and actions, and takes the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow

from newsroom import i18n
from newsroom.ui.actions import Actions, Menus, Situation
from newsroom.ui.widgets.command_palette import CommandPalette
from newsroom.ui.widgets.key_sheet import KeySheet
from newsroom.ui.widgets.list_popup import Choice
from newsroom.ui.widgets.palette_entries import Offer
from tests.ui.support import write


@pytest.fixture
def window(qtbot, theme):
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.field = QLineEdit()
    made.setCentralWidget(made.field)
    made.actions_ = Actions(made, theme.tokens)
    made.actions_.adapt(Situation(library=True))
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


@pytest.fixture
def palette(window, tasks, theme, desk):
    made = CommandPalette(actions=window.actions_, tasks=tasks, tokens=theme.tokens, parent=window)
    made.attach_desk(desk)
    return made


def words(palette):
    return [entry.words for entry in palette.entries.entries]


def look_for(qtbot, palette, tasks, typed):
    palette.open()
    palette.field.setText(typed)
    qtbot.waitUntil(lambda: not palette._soon.isActive() and not tasks.busy())


def test_letters_without_accents_find_articles_and_actions(qtbot, palette, tasks, desk):
    write(desk, "Bữa ăn ca thêm ba nghìn đồng")
    look_for(qtbot, palette, tasks, "bua an")
    assert words(palette)[0] == "Bữa ăn ca thêm ba nghìn đồng"
    look_for(qtbot, palette, tasks, "import")
    assert words(palette) == ["Import files"]


def test_an_action_called_what_was_typed_stays_above_articles_that_come_later(
    qtbot, palette, tasks, desk
):
    write(desk, "Import tax on cotton")
    palette.open()
    palette.field.setText("imp")
    assert words(palette)[0] == "Import files"
    qtbot.waitUntil(lambda: len(palette.entries.entries) > 1)
    assert words(palette)[:2] == ["Import files", "Import tax on cotton"]


def test_an_action_is_found_by_its_tip_and_its_menu_in_the_words_of_the_interface(
    qtbot, palette, tasks
):
    i18n.use("vi")
    palette._actions.retranslate()
    look_for(qtbot, palette, tasks, "giao dien toi")
    assert next((entry.words, entry.hint) for entry in palette.entries.entries) == (
        "Tối",
        "Màu giao diện",
    )
    look_for(qtbot, palette, tasks, "nhieu bai mot luot")
    assert words(palette) == ["Tìm và thay trong thư viện"]


def test_it_begins_with_the_latest_articles(qtbot, palette, tasks, desk):
    write(desk, "Một", hours_ago=2)
    write(desk, "Hai", hours_ago=1)
    look_for(qtbot, palette, tasks, "")
    assert words(palette)[:2] == ["Hai", "Một"]


def test_enter_takes_what_the_arrows_chose(qtbot, palette, tasks, desk):
    write(desk, "Một", hours_ago=2)
    second = write(desk, "Hai", hours_ago=3)
    look_for(qtbot, palette, tasks, "")
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.article_wanted) as wanted:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert wanted.args == [second]
    assert not palette.isVisible()


def test_an_action_is_named_by_its_id(qtbot, palette, tasks):
    look_for(qtbot, palette, tasks, "focus mode")
    with qtbot.waitSignal(palette.command_wanted) as wanted:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert wanted.args == ["focus-mode"]


def test_what_cannot_be_done_is_not_offered(qtbot, palette, tasks):
    look_for(qtbot, palette, tasks, "spike")
    assert "Spike" not in words(palette)


def test_esc_gives_the_focus_back(qtbot, palette, window):
    window.field.setFocus()
    palette.open()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.field.hasFocus()


def test_an_odd_query_finds_no_articles_and_says_nothing(qtbot, palette, tasks):
    failed = []
    tasks.failed.connect(failed.append)
    look_for(qtbot, palette, tasks, "after:gi")
    assert failed == []


def test_the_sheet_of_shortcuts_lists_them_and_dies_when_closed(qtbot, window):
    sheet = KeySheet(Menus(window.menuBar(), window.actions_), window)
    assert "Ctrl+N" in {label.text() for label in sheet.findChildren(QLabel)}
    destroyed = []
    sheet.destroyed.connect(lambda: destroyed.append(1))
    sheet.show()
    sheet.close()
    qtbot.waitUntil(lambda: destroyed == [1])


def test_after_an_at_sign_there_are_the_places_of_the_article(qtbot, palette):
    asked = []

    def places(words):
        asked.append(words)
        return [Choice(id="7", words="Giờ giải lao")]

    palette.set_places(places)
    palette.open()
    palette.field.setText("@gio")
    assert asked == ["gio"]
    assert [entry.words for entry in palette.entries.entries] == ["Giờ giải lao"]
    with qtbot.waitSignal(palette.place_wanted) as signal:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert signal.args == ["7"]


def test_offers_are_lines_of_their_own_and_are_carried_out(qtbot, palette, tasks):
    done = []
    offers = [
        Offer(words=f"Mẫu: {name}", icon="book-open-text", run=lambda name=name: done.append(name))
        for name in ("Tin vắn", "Phỏng vấn")
    ]
    palette.set_offers(lambda: offers)
    look_for(qtbot, palette, tasks, "mau phong")
    assert words(palette) == ["Mẫu: Phỏng vấn"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == ["Phỏng vấn"]
    assert palette.isHidden()
