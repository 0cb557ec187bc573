"""The sheet of keyboard shortcuts, made from the actions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsroom.i18n import N_, _
from newsroom.ui.actions import Menus
from newsroom.ui.menus import MENUS
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.popups import fit_to_screen

_COLUMNS = 2
_TYPED = (
    (N_("Cross-head"), "##"),
    (N_("Pull quote"), ">"),
    (N_("Bulleted list"), "-"),
    (N_("Numbered list"), "1."),
    (N_("A short form becomes words"), "ldld"),
)
"""What a space makes of what stands before it."""
Row = tuple[str, str]
"""What is done, and by which keys."""


class KeySheet(QDialog):
    """Lists every action that has a shortcut once, menu by menu."""

    def __init__(self, menus: Menus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(780, 620)
        listed: set[QAction] = set()
        groups = [_menu_group(menus[menu.id], listed) for menu in MENUS]
        space = _("Space")
        typed = [(_(words), f"{keys} {space}") for words, keys in _TYPED]
        groups.append(_group(_("While you type"), typed))
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(32, 24, 32, 24)
        columns.setSpacing(44)
        for stack in _balanced([group for group in groups if group is not None]):
            columns.addLayout(stack, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        scroll.setAccessibleName(self.windowTitle())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        fit_to_screen(self)


def _balanced(groups: Sequence[QWidget]) -> list[QVBoxLayout]:
    """The groups in two columns, each put where there is less so far."""
    stacks, heights = [QVBoxLayout() for _column in range(_COLUMNS)], [0] * _COLUMNS
    for group in groups:
        shortest = heights.index(min(heights))
        stacks[shortest].addWidget(group)
        heights[shortest] += group.sizeHint().height()
    for stack in stacks:
        stack.setSpacing(24)
        stack.addStretch(1)
    return stacks


def _menu_group(menu: QMenu, listed: set[QAction]) -> QWidget | None:
    """The actions of a menu that have keys, but for those `listed` before; they are now, too."""
    found = [action for action in _actions(menu) if action.shortcuts() and action not in listed]
    listed.update(found)
    rows = [(action.text().rstrip("…"), _keys(action.shortcut())) for action in found]
    return _group(menu.title().replace("&", ""), rows) if rows else None


def _keys(shortcut: QKeySequence) -> str:
    return shortcut.toString(QKeySequence.SequenceFormat.NativeText)


def _group(title: str, rows: Sequence[Row]) -> QWidget:
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    head = QLabel(title.upper())
    set_kind(head, "section-title")
    grid.addWidget(head, 0, 0, 1, 2)
    for number, (words, keys) in enumerate(rows, start=1):
        grid.addWidget(QLabel(words), number, 0)
        key = PlainLabel(keys)
        set_kind(key, "key")
        grid.addWidget(key, number, 1, Qt.AlignmentFlag.AlignRight)
    return group


def _actions(menu: QMenu) -> list[QAction]:
    """All actions of a menu, those of menus within too."""
    found: list[QAction] = []
    for action in menu.actions():
        within = action.menu()
        if isinstance(within, QMenu):
            found += _actions(within)
        elif not action.isSeparator():
            found.append(action)
    return found
