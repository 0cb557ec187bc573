"""Every action is in a menu, has its icon, and no two share a key."""

from collections import Counter
from importlib import import_module

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from newsroom.domain.article import Status
from newsroom.paths import resource
from newsroom.ui.actions import Actions, Menus, Situation
from newsroom.ui.commands import COMMANDS, INTERFACE_SIZES, Needs
from newsroom.ui.menus import MENUS, SEPARATOR, Menu


def ids(menu):
    for item in menu.items:
        if isinstance(item, Menu):
            yield from ids(item)
        elif item != SEPARATOR:
            yield item


def keys():
    for command in COMMANDS:
        for key in command.shortcut.split("; "):
            if key:
                yield QKeySequence(key).toString()


def test_no_two_actions_share_a_shortcut():
    shared = [key for key, count in Counter(keys()).items() if count > 1]
    assert shared == []


def test_every_shortcut_is_a_key():
    assert all(keys())


def test_every_action_is_in_exactly_one_menu():
    found = Counter(one for menu in MENUS for one in ids(menu))
    assert found == Counter(command.id for command in COMMANDS)


@pytest.mark.parametrize(
    "menu", [menu for menu in MENUS if set(ids(menu))], ids=lambda menu: menu.id
)
def test_the_actions_of_a_menu_are_in_the_module_of_its_name(menu):
    module = import_module(f"newsroom.ui.commands.{menu.id}")
    held = [command.id for command in getattr(module, menu.id.upper())]
    assert sorted(held) == sorted(ids(menu))


def test_every_icon_is_shipped():
    for command in COMMANDS:
        if command.icon:
            assert resource(f"icons/{command.icon}.svg").exists()


@pytest.fixture
def actions(qtbot, theme):
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Actions(window, theme.tokens)
    made.menus = Menus(window.menuBar(), made)
    yield made
    window.close()


def test_menus_hold_what_the_data_says(actions):
    shown = [action.objectName() for action in actions.menus["tools"].actions()]
    assert shown[:3] == ["palette", "", "proof"]
    assert shown[-5:] == ["sections", "profiles", "paper", "print-presets", "habits"]
    assert actions.menus["theme"].parent() is actions.menus["view"]


def test_tool_tips_name_the_shortcut(actions):
    assert actions["new"].toolTip().endswith("(Ctrl+N)")


@pytest.mark.parametrize(
    ("situation", "able"),
    [
        (Situation(), {Needs.NOTHING}),
        (Situation(library=True), {Needs.NOTHING, Needs.LIBRARY}),
        (
            Situation(library=True, selected=(Status.DRAFT,)),
            {Needs.NOTHING, Needs.LIBRARY, Needs.SELECTION, Needs.LIVE},
        ),
        (
            Situation(library=True, selected=(Status.SPIKED, Status.SPIKED)),
            {Needs.NOTHING, Needs.LIBRARY, Needs.SELECTION, Needs.BIN},
        ),
        (
            Situation(library=True, article=True, selected=(Status.SPIKED, Status.DRAFT)),
            {Needs.NOTHING, Needs.LIBRARY, Needs.SELECTION, Needs.ARTICLE, Needs.SHEET},
        ),
    ],
)
def test_actions_are_there_when_they_make_sense(actions, situation, able):
    actions.adapt(situation)
    for command, action in actions:
        assert action.isEnabled() == (command.needs in able), command.id


def test_nothing_acts_on_a_sheet_that_is_not_in_view(actions):
    actions.adapt(Situation(library=True, article=True))
    actions.show_sheet(False)
    assert not actions["find"].isEnabled()
    actions.adapt(Situation(library=True, article=True))
    assert not actions["comment"].isEnabled()
    assert actions["keep-version"].isEnabled()
    actions.show_sheet(True)
    assert actions["find"].isEnabled()


def test_sizes_of_the_interface_say_what_they_are_where_only_they_are_seen(actions):
    for size in INTERFACE_SIZES:
        assert actions[f"interface-{size}"].text() == f"Interface at {size} %"
