"""Binds actions to a pane of printed pages: they change its look and show what it is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from newsroom.i18n import _
from newsroom.ui.commands import COMMANDS
from newsroom.ui.icons import icon
from newsroom.ui.printing.look import LOOK_COMMANDS, STEP_COMMANDS, Look, holds
from newsroom.ui.printing.pages_pane import PagesPane
from newsroom.ui.tokens import Tokens


class LookActions(QObject):
    """The actions are those of `LOOK_COMMANDS`, by their command's id."""

    def __init__(
        self, pane: PagesPane, actions: Mapping[str, QAction], more: Sequence[QAction]
    ) -> None:
        super().__init__(pane)
        self._pane, self._actions = pane, actions
        for name in LOOK_COMMANDS:
            actions[name].triggered.connect(self._do)
        pane.header.show_actions(actions, more)
        pane.look_changed.connect(self._show)
        self._show(pane.look)

    @Slot()
    def _do(self) -> None:
        self._pane.do(self.sender().objectName())
        self._show(self._pane.look)  # a switch that was taken again is off, whatever Qt thinks

    @Slot(object)
    def _show(self, look: Look) -> None:
        for name in LOOK_COMMANDS:
            if name not in STEP_COMMANDS:
                self._actions[name].setChecked(holds(look, name))


def own_actions(parent: QWidget, tokens: Tokens) -> dict[str, QAction]:
    """Actions like the window's own, for a pane in another window: the same words, no keys."""
    made: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for command in COMMANDS:
        if command.id not in (*LOOK_COMMANDS, "print-paper"):
            continue
        action = made[command.id] = QAction(_(command.text), parent)
        action.setObjectName(command.id)
        action.setCheckable(command.checkable)
        if command.icon:
            action.setIcon(icon(command.icon, tokens))
        if command.group:
            groups.setdefault(command.group, QActionGroup(parent)).addAction(action)
    return made
