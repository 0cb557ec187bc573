"""Light and dark are complete, readable, and follow the system unless told otherwise."""

import re

import pytest
from PySide6.QtWidgets import QLabel

from newsroom.paths import resource
from newsroom.ui import icons
from newsroom.ui.theme import Mode, mix, palette, set_kind, style_sheet
from newsroom.ui.tokens import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK], ids=lambda one: one.name)
def test_the_style_sheet_has_no_places_left_and_its_pictures_are_shipped(tokens):
    sheet = style_sheet(tokens)
    assert "$" not in re.sub(r"/\*.*?\*/", "", sheet)
    for name in set(re.findall(r"url\(window:([^)]+)\)", sheet)):
        assert resource(f"window/{name}").exists()


@BOTH
def test_the_palette_carries_the_tokens(tokens):
    made = palette(tokens)
    assert made.window().color().name().upper() == tokens.background
    assert made.link().color().name().upper() == tokens.blue


def test_a_choice_wins_over_the_system(qtbot, theme):
    with qtbot.waitSignal(theme.changed) as changed:
        theme.set_mode(Mode.DARK)
    assert changed.args == [DARK]
    assert theme.tokens is DARK
    theme.set_mode(Mode.LIGHT)
    assert theme.tokens is LIGHT


def test_a_kind_changes_the_look(qtbot, theme):
    label = QLabel("12")
    qtbot.addWidget(label)
    label.ensurePolished()
    before = label.palette().windowText().color()
    set_kind(label, "error")
    assert label.palette().windowText().color() != before


def test_half_way_between_two_colours():
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


def test_an_icon_is_drawn_in_the_ink_asked_for(qtbot, theme):
    image = icons.pixmap("x", LIGHT.accent, 16).toImage()
    found = {image.pixelColor(x, y).name().upper() for x in range(16) for y in range(16)}
    assert LIGHT.accent in found


def test_an_icon_that_is_not_there_is_named():
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        icons.pixmap("no-such-icon", "#000000", 16)
