"""The window's actions, made from `newsroom.ui.commands`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from newsroom.domain.article import Status
from newsroom.i18n import _
from newsroom.ui.commands import COMMANDS, Command, Needs
from newsroom.ui.icons import icon
from newsroom.ui.menus import FORMAT_TOOLS, INSERT_TOOLS, MENUS, SEPARATOR, TABLE_TOOLS, Menu
from newsroom.ui.tokens import Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is there to act upon: the library, the open article, the statuses selected."""

    library: bool = False
    article: bool = False
    selected: tuple[Status, ...] = ()

    def meets(self, needs: Needs) -> bool:
        """Whether an action with these needs can be taken."""
        binned = [status is Status.SPIKED for status in self.selected]
        match needs:
            case Needs.NOTHING:
                return True
            case Needs.LIBRARY:
                return self.library
            case Needs.ARTICLE | Needs.SHEET:
                return self.article
            case Needs.SELECTION:
                return bool(self.selected)
            case Needs.BIN:
                return bool(binned) and all(binned)
            case Needs.LIVE:
                return bool(binned) and not any(binned)


class Actions(QObject):
    """QActions by the id of their command: `actions["new"].triggered.connect(…)`."""

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent)
        self._situation: Situation | None = None
        self._sheet_shown = True
        self._actions = {command.id: _action(command, self) for command in COMMANDS}
        self._groups = _groups(self, self._actions)
        parent.addActions(list(self._actions.values()))
        self.retranslate()
        self.set_tokens(tokens)

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def __iter__(self) -> Iterator[tuple[Command, QAction]]:
        """Every command with its action, in the order of the data."""
        return iter((command, self._actions[command.id]) for command in COMMANDS)

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        for command, action in self:
            words = _(command.text)
            action.setText(words)
            action.setStatusTip(_(command.tip))
            action.setToolTip(tool_tip(_(command.tip) or words.rstrip("…"), action))

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw the icons in other colours."""
        for command, action in self:
            if command.icon:
                action.setIcon(icon(command.icon, tokens))

    def adapt(self, situation: Situation) -> None:
        """Enable what can be done now."""
        self._situation = situation
        for command, action in self:
            hidden = command.needs is Needs.SHEET and not self._sheet_shown
            action.setEnabled(situation.meets(command.needs) and not hidden)

    def show_sheet(self, shown: bool) -> None:
        """Whether the sheet is in view; nothing acts on one that is not."""
        self._sheet_shown = shown
        if self._situation is not None:
            self.adapt(self._situation)


def _action(command: Command, parent: QObject) -> QAction:
    action = QAction(parent)
    action.setObjectName(command.id)
    action.setShortcuts([QKeySequence(keys) for keys in command.shortcut.split("; ") if keys])
    action.setCheckable(command.checkable)
    return action


def _groups(parent: QObject, actions: dict[str, QAction]) -> dict[str, QActionGroup]:
    groups: dict[str, QActionGroup] = {}
    for command in COMMANDS:
        if command.group:
            group = groups.setdefault(command.group, QActionGroup(parent))
            group.addAction(actions[command.id])
    return groups


def tool_tip(words: str, action: QAction) -> str:
    """`words (Ctrl+N)`, as tool tips name a shortcut."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({keys})" if keys else words


class Menus(QObject):
    """The menu bar's menus by their id; `retranslate` gives them words."""

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        super().__init__(bar)
        self._menus: dict[str, tuple[Menu, QMenu]] = {}
        for menu in MENUS:
            bar.addMenu(self._made(menu, bar, actions))
        self.retranslate()

    def __getitem__(self, menu_id: str) -> QMenu:
        return self._menus[menu_id][1]

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        for menu, shown in self._menus.values():
            shown.setTitle(_(menu.title))

    def _made(self, menu: Menu, parent: QWidget, actions: Actions) -> QMenu:
        shown = QMenu(parent)
        self._menus[menu.id] = (menu, shown)
        fill(shown, menu.items, actions, self._made)
        return shown


def fill(
    shown: QMenu,
    items: Sequence[str | Menu],
    actions: Actions,
    made: "Callable[[Menu, QWidget, Actions], QMenu]",
) -> None:
    """Put `items` into a menu; menus within are made by `made`."""
    for item in items:
        if isinstance(item, Menu):
            shown.addMenu(made(item, shown, actions))
        elif item == SEPARATOR:
            shown.addSeparator()
        else:
            shown.addAction(actions[item])


_SHEET_MENUS = (("insert", INSERT_TOOLS), ("format", FORMAT_TOOLS), ("table", TABLE_TOOLS))


def fill_sheet_menus(menus: Menus, tools: Mapping[str, QAction]) -> None:
    """The sheet's own tools, by their ids, in the menus Insert, Format and Table."""
    for menu, ids in _SHEET_MENUS:
        for tool in ids:
            if tool == SEPARATOR:
                menus[menu].addSeparator()
            else:
                menus[menu].addAction(tools[tool])
