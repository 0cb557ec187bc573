"""The sheet of keyboard shortcuts, made from the actions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsroom.i18n import _
from newsroom.ui.actions import Actions
from newsroom.ui.commands import MENUS, Menu
from newsroom.ui.theme import set_kind

_COLUMNS = 2


class KeySheet(QDialog):
    """Lists every action that has a shortcut, menu by menu."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(760, 560)
        columns = QHBoxLayout()
        columns.setSpacing(44)
        groups = [group for menu in MENUS if (group := _group(menu, actions)) is not None]
        for column in range(_COLUMNS):
            stack = QVBoxLayout()
            stack.setSpacing(24)
            for group in groups[column::_COLUMNS]:
                stack.addWidget(group)
            stack.addStretch(1)
            columns.addLayout(stack, 1)
        page = QWidget()
        page.setLayout(columns)
        columns.setContentsMargins(32, 24, 32, 24)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)


def _group(menu: Menu, actions: Actions) -> QWidget | None:
    rows = [command_id for command_id in _ids(menu) if actions[command_id].shortcuts()]
    if not rows:
        return None
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    title = QLabel(_(menu.title).replace("&", "").upper())
    set_kind(title, "section-title")
    grid.addWidget(title, 0, 0, 1, 2)
    for number, command_id in enumerate(rows, start=1):
        action = actions[command_id]
        grid.addWidget(QLabel(action.text().rstrip("…")), number, 0)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        key = QLabel(keys)
        set_kind(key, "key")
        grid.addWidget(key, number, 1, Qt.AlignmentFlag.AlignRight)
    return group


def _ids(menu: Menu) -> Sequence[str]:
    """The ids of all commands of a menu, those of menus within too."""
    found: list[str] = []
    for item in menu.items:
        if isinstance(item, Menu):
            found += _ids(item)
        elif item != "-":
            found.append(item)
    return found
