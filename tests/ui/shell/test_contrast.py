"""Text stands out from every ground that it stands on: 4.5:1, in high contrast 7:1; marks 3:1."""

from itertools import product

import pytest
from PySide6.QtGui import QColor

from newsroom.domain.article import Status
from newsroom.ui.theme import shades
from newsroom.ui.tokens import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Tokens
from newsroom.ui.wording import status_colour

ALL = pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK], ids=lambda t: t.name)
GROUNDS = ("background", "panel", "sheet", "selection", "accent_tint", "mark")
STATES = ("hover", "row_hover", "pressed", "popup_selected", "text_selection")
TINTS = ("blue_tint", "green_tint", "amber_tint")


def _luminance(colour: str) -> float:
    made = QColor(colour)
    channels = (made.redF(), made.greenF(), made.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_weak(tokens: Tokens, pairs: object) -> list[tuple[str, str, float]]:
    """Those of the pairs (ink, ground) that are below what the theme promises for text."""
    least = 7.0 if tokens.name.startswith("high") else 4.5
    values = {name: getattr(tokens, name) for name in Tokens.__dataclass_fields__}
    values |= {name: getattr(shades(tokens), name) for name in (*STATES, *TINTS)}
    found = [(ink, ground, contrast(values[ink], values[ground])) for ink, ground in pairs]
    return [each for each in found if each[2] < least]


@ALL
def test_words_on_every_ground_and_in_every_state(tokens: Tokens) -> None:
    pairs = product(("ink1", "ink2"), (*GROUNDS, *STATES, *TINTS))
    assert too_weak(tokens, pairs) == []


@ALL
def test_small_words_and_links(tokens: Tokens) -> None:
    pairs = product(("ink3_text", "accent", "blue", "green"), ("background", "panel", "sheet"))
    assert too_weak(tokens, pairs) == []


@ALL
def test_hints_and_findings(tokens: Tokens) -> None:
    pairs = [
        ("ink3_text", "hover"),
        ("accent", "accent_tint"),
        ("amber", "panel"),
        ("amber", "sheet"),
        ("amber", "background"),
    ]
    assert too_weak(tokens, pairs) == []


@ALL
def test_words_on_the_accent(tokens: Tokens) -> None:
    made, least = shades(tokens), 7.0 if tokens.name.startswith("high") else 4.5
    for ground in (tokens.accent, made.accent_hover, made.accent_pressed):
        assert contrast(made.on_accent, ground) >= least


@ALL
@pytest.mark.parametrize("status", Status)
def test_every_status(tokens: Tokens, status: Status) -> None:
    least = 7.0 if tokens.name.startswith("high") else 4.5
    for ground in (tokens.panel, tokens.selection):
        assert contrast(status_colour(status, tokens), ground) >= least


@ALL
def test_the_focus_ring_and_the_lines_of_fields(tokens: Tokens) -> None:
    for ground in (tokens.background, tokens.panel, tokens.sheet):
        assert contrast(tokens.accent, ground) >= 3
        if tokens.name.startswith("high"):
            assert contrast(tokens.strong_line, ground) >= 3
