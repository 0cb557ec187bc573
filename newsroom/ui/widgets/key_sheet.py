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

from newsroom.i18n import _
from newsroom.ui.actions import Menus
from newsroom.ui.menus import MENUS
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.popups import fit_to_screen

_COLUMNS = 2


class KeySheet(QDialog):
    """Lists every action that has a shortcut once, menu by menu."""

    def __init__(self, menus: Menus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(780, 620)
        listed: set[QAction] = set()
        groups = [_group(menus[menu.id], listed) for menu in MENUS]
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


def _group(menu: QMenu, listed: set[QAction]) -> QWidget | None:
    """The actions of a menu that have keys, but for those `listed` before; they are now, too."""
    rows = [action for action in _actions(menu) if action.shortcuts() and action not in listed]
    if not rows:
        return None
    listed.update(rows)
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    title = QLabel(menu.title().replace("&", "").upper())
    set_kind(title, "section-title")
    grid.addWidget(title, 0, 0, 1, 2)
    for number, action in enumerate(rows, start=1):
        grid.addWidget(QLabel(action.text().rstrip("…")), number, 0)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        key = QLabel(keys)
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
