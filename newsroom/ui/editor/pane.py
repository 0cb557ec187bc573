"""The middle of the window: toolbar, message, sheet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from newsroom.i18n import _
from newsroom.ui.editor.notice import Action, Notice
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.editor.state import FooterInfo, FormatState
from newsroom.ui.editor.table_picker import TablePicker
from newsroom.ui.editor.table_tools import TABLE_TOOLS
from newsroom.ui.editor.tool import Tool
from newsroom.ui.editor.toolbar import Toolbar
from newsroom.ui.editor.tools import all_tools
from newsroom.ui.finding.bar import FindBar
from newsroom.ui.icons import icon
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.banner import Tone

_COUNT_MS = 120


class EditorPane(QWidget):
    """The sheet with all that belongs around it.

    `actions_by_id` holds a QAction for each tool of `tools.py`, for the window's menus.
    `footer_changed(FooterInfo)` follows typing and selecting with a short delay;
    `photo_wanted()` and `link_wanted(FormatState)` ask the window for a photo or an address.
    """

    footer_changed = Signal(object)
    photo_wanted = Signal()
    link_wanted = Signal(object)

    def __init__(self, *, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._away = False
        self.sheet = Sheet(tokens)
        self.actions_by_id = {tool.id: self._action(tool) for tool in all_tools()}
        self.toolbar = Toolbar(self.actions_by_id, tokens)
        self.picker = TablePicker(tokens, self)
        self._notice = Notice(tokens, self)
        self.find_bar = FindBar(tokens)
        self._count = QTimer(self, singleShot=True, interval=_COUNT_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.toolbar, self._notice, self.find_bar):
            layout.addWidget(part)
        layout.addWidget(self.sheet, 1)
        self.setFocusProxy(self.sheet)
        self._connect()
        self.retranslate()
        self.set_tokens(tokens)

    def _connect(self) -> None:
        self.sheet.format_changed.connect(self._show_state)
        self.sheet.text_edited.connect(self._count_soon)
        self.sheet.selectionChanged.connect(self._count_soon)
        self.sheet.text_shown.connect(self._count_soon)
        self.sheet.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.sheet.customContextMenuRequested.connect(self._ask_for_menu)
        self.picker.chosen.connect(self._insert_table)
        self._count.timeout.connect(self._tell_counts)

    def _action(self, tool: Tool) -> QAction:
        action = QAction(self)
        action.setCheckable(tool.checked is not None)
        if tool.shortcut:
            action.setShortcut(QKeySequence(tool.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(partial(_run, self, tool))
        self.addAction(action)
        return action

    def run(self, tool: Tool) -> None:
        """Do what a tool does, or ask the window for what it needs."""
        match tool.id:
            case "photo":
                self.photo_wanted.emit()
            case "table":
                self.picker.pop_up(self._below_caret())
                return
            case "link":
                self.link_wanted.emit(self.sheet.format_state())
            case _ if tool.run is not None:
                tool.run(self.sheet)
        self._show_state(self.sheet.format_state())
        self.sheet.setFocus()

    def _below_caret(self) -> QPoint:
        """Below the toolbar's button when the mouse is there, else below the caret."""
        button = self.toolbar.button_under_mouse()
        if button is not None:
            return button.mapToGlobal(QPoint(0, button.height()))
        return self.sheet.viewport().mapToGlobal(self.sheet.cursorRect().bottomLeft())

    @Slot(int, int)
    def _insert_table(self, rows: int, columns: int) -> None:
        self.sheet.commands.insert_table(rows, columns)
        self.sheet.setFocus()

    @Slot(QPoint)
    def _ask_for_menu(self, place: QPoint) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.sheet.viewport().mapToGlobal(place))

    def context_menu(self) -> QMenu:
        """What the clipboard offers, and in a table what can be done to it."""
        menu = self.sheet.createStandardContextMenu()
        if self.sheet.format_state().in_table:
            menu.addSeparator()
            for tool in TABLE_TOOLS:
                menu.addAction(self.actions_by_id[tool.id])
        return menu

    @Slot(object)
    def _show_state(self, state: FormatState) -> None:
        for tool in all_tools():
            action = self.actions_by_id[tool.id]
            if tool.checked is not None:
                action.setChecked(tool.checked(state))
            usable = not state.plain and (tool.inline or not state.in_table)
            usable = state.in_table if tool.of_table else usable
            action.setEnabled((usable or tool.id in _ANYWHERE) and not self._away)
        self.toolbar.show_state(state)

    def showEvent(self, event: QShowEvent) -> None:
        """What the menus offer acts on the sheet only while it is in view."""
        super().showEvent(event)
        self._stay_away(False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stay_away(self.isHidden())  # not when the window is minimised

    def _stay_away(self, away: bool) -> None:
        if away != self._away:
            self._away = away
            self._show_state(self.sheet.format_state())

    @Slot()
    def _count_soon(self) -> None:
        if not self._count.isActive():
            self._count.start()

    @Slot()
    def _tell_counts(self) -> None:
        self.footer_changed.emit(self.sheet.footer_info())

    def footer_info(self) -> FooterInfo:
        """The counts as of now."""
        return self.sheet.footer_info()

    def show_banner(
        self, text: str, tone: Tone = Tone.INFO, actions: Sequence[Action] = ()
    ) -> None:
        """Say something above the sheet, with words that lead on; else it can be dismissed."""
        self._notice.say(text, tone, actions or [(_("Dismiss"), self.hide_banner)])

    def hide_banner(self) -> None:
        """Take the message away."""
        self._notice.close_message()

    @property
    def notice(self) -> Notice:
        """The message above the sheet."""
        return self._notice

    def set_focus_mode(self, on: bool) -> None:
        """Nothing but the sheet."""
        self.toolbar.setHidden(on)

    def set_zoom(self, zoom: float) -> None:
        """Show the sheet `zoom` times as large (1.0 to 2.0)."""
        self.sheet.set_zoom(zoom)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = self.picker.tokens = tokens
        for tool in all_tools():
            if tool.icon:
                self.actions_by_id[tool.id].setIcon(icon(tool.icon, tokens))
        for part in (self.toolbar, self._notice, self.find_bar, self.sheet):
            part.set_tokens(tokens)

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        for tool in all_tools():
            action, words = self.actions_by_id[tool.id], _(tool.text)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(words)
            action.setToolTip(f"{words} ({keys})" if keys else words)
        self.toolbar.retranslate()
        self.find_bar.retranslate()
        self.sheet.retranslate()
        self._show_state(self.sheet.format_state())


_ANYWHERE = frozenset(("paste-plain", "photo", "photo-edit", "table", "move-up", "move-down"))


def _run(pane: EditorPane, tool: Tool, *_checked: bool) -> None:
    pane.run(tool)
