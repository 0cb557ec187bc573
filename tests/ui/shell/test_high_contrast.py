"""High contrast is chosen in the menu or by the system, and keeps what it promises."""

import pytest
from PySide6.QtGui import QColor

from newsroom.domain.article import Status
from newsroom.ui.theme import Mode, Theme, like_system, shades, style_sheet
from newsroom.ui.tokens import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT
from newsroom.ui.wording import status_colour

HIGH = pytest.mark.parametrize("tokens", [HIGH_LIGHT, HIGH_DARK], ids=["light", "dark"])
GROUNDS = ("background", "panel", "sheet", "selection", "accent_tint", "mark")


def luminance(colour: str) -> float:
    made = QColor(colour)
    channels = (made.redF(), made.greenF(), made.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@HIGH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["ink1", "ink2"])
def test_words_stand_out_wherever_they_stand(tokens, ground, ink):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 7


@HIGH
@pytest.mark.parametrize("ground", GROUNDS[:4])
@pytest.mark.parametrize("ink", ["ink3", "ink3_text", "accent", "blue", "green", "amber"])
def test_small_and_coloured_words_do_too(tokens, ground, ink):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 7


@HIGH
def test_states_of_controls_do_too(tokens):
    made = shades(tokens)
    for ground in (made.hover, made.row_hover, made.pressed, made.popup_selected):
        assert contrast(tokens.ink1, ground) >= 7
    for ground in (made.blue_tint, made.green_tint, made.amber_tint, made.text_selection):
        assert contrast(tokens.ink1, ground) >= 7
    for ground in (tokens.accent, made.accent_hover, made.accent_pressed):
        assert contrast(made.on_accent, ground) >= 7


@HIGH
@pytest.mark.parametrize("status", Status)
def test_every_status_stands_out(tokens, status):
    assert contrast(status_colour(status, tokens), tokens.panel) >= 7


@HIGH
def test_lines_can_be_seen(tokens):
    for line in (tokens.line, tokens.strong_line):
        assert min(contrast(line, ground) for ground in (tokens.sheet, tokens.background)) >= 3


def test_the_system_is_followed_in_both_respects():
    assert like_system(dark=False, high=False) is LIGHT
    assert like_system(dark=True, high=False) is DARK
    assert like_system(dark=False, high=True) is HIGH_LIGHT
    assert like_system(dark=True, high=True) is HIGH_DARK


def test_it_is_applied_to_the_application(qapp, qtbot):
    theme = Theme(qapp, Mode.LIGHT)
    with qtbot.waitSignal(theme.changed) as told:
        theme.set_mode(Mode.HIGH_DARK)
    assert told.args == [HIGH_DARK]
    assert qapp.palette().window().color().name() == HIGH_DARK.background
    assert qapp.styleSheet() == style_sheet(HIGH_DARK)
    theme.set_mode(Mode.LIGHT)
