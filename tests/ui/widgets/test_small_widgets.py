"""Search field, banner, segmented choices, elided label, message page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from newsroom.ui.widgets.banner import Banner, Tone
from newsroom.ui.widgets.elided_label import ElidedLabel
from newsroom.ui.widgets.message_page import MessagePage
from newsroom.ui.widgets.search_field import SearchField
from newsroom.ui.widgets.segmented import Segmented
from tests.ui.support import hasten


@pytest.fixture
def show(qtbot):
    def shown(widget):
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return shown


def test_the_search_waits_for_a_pause_in_typing(qtbot, theme, show):
    field = show(SearchField(theme.tokens, "Ctrl+F"))
    sent = []
    field.settled.connect(sent.append)
    with qtbot.waitSignal(field.settled):
        qtbot.keyClicks(field, "doan phi")
    assert sent == ["doan phi"]


def test_enter_searches_at_once_and_only_once(qtbot, theme, show):
    field = show(SearchField(theme.tokens))
    sent = []
    field.settled.connect(sent.append)
    field.setText("phi")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    hasten()
    assert sent == ["phi"]


def test_the_cross_clears(qtbot, theme, show):
    field = show(SearchField(theme.tokens))
    field.setText("phi")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.settled) as settled:
        field._cross.click()
    assert settled.args == [""]
    assert not field._cross.isVisible()


def test_the_shortcut_shows_until_the_field_is_used(theme, show):
    field = show(SearchField(theme.tokens, "Ctrl+F"))
    assert field._hint.text() == "Ctrl+F"
    field.setText("phi")
    assert not field._hint.isVisible()


def test_a_banner_says_and_acts(qtbot, theme, show):
    holder = show(QWidget())
    banner = Banner(theme.tokens, holder)
    assert not banner.isVisible()
    acted = []
    banner.say(
        "2 articles spiked", tone=Tone.GOOD, action="Undo", on_action=lambda: acted.append(1)
    )
    assert banner.isVisible()
    assert banner.accessibleName() == "2 articles spiked"
    banner._button.click()
    assert acted == [1]
    assert not banner.isVisible()


@pytest.mark.parametrize("tone", Tone)
def test_every_tone_has_its_own_ground(theme, show, tone):
    banner = show(Banner(theme.tokens))
    banner.say("x", tone=tone)
    banner.resize(300, 40)
    ground = banner.grab().toImage().pixelColor(150, 36).name()
    others = set()
    for other in set(Tone) - {tone}:
        banner.say("x", tone=other)
        others.add(banner.grab().toImage().pixelColor(150, 36).name())
    assert ground not in others


def test_a_choice_is_taken_by_mouse_and_by_arrow_keys(qtbot, show):
    choices = show(Segmented([("phone", "Phone"), ("desktop", "Desktop")]))
    assert choices.current() == "phone"
    with qtbot.waitSignal(choices.chosen) as chosen:
        choices._buttons["desktop"].click()
    assert chosen.args == ["desktop"]
    with qtbot.waitSignal(choices.chosen) as chosen:
        qtbot.keyClick(choices, Qt.Key.Key_Left)
    assert chosen.args == ["phone"]


def test_a_label_elides_and_tells_by_tool_tip(show):
    label = show(ElidedLabel("Trang 4, khuôn A: dư 3 dòng"))
    label.resize(60, 20)
    assert label.text().endswith("…")
    assert label.toolTip() == "Trang 4, khuôn A: dư 3 dòng"
    label.resize(600, 20)
    assert label.text() == "Trang 4, khuôn A: dư 3 dòng"
    assert label.toolTip() == ""


def test_words_of_strangers_are_not_read_as_markup(theme, show):
    page = show(MessagePage(theme.tokens))
    page.say("search-x", "Nothing found for “<b>x</b>”", "hint", "Clear")
    assert page._title.textFormat() == Qt.TextFormat.PlainText
