"""The slim toolbar over the sheet; what does not fit moves into a menu at its end."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from newsroom.i18n import _
from newsroom.ui.editor.state import FormatState
from newsroom.ui.editor.tool import Tool
from newsroom.ui.editor.tools import STYLES, TOOLS
from newsroom.ui.icons import icon
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import TOOLBAR, Tokens

_GAP = 2
_NO_ARROW = "QToolButton { padding: 0 6px; } QToolButton::menu-indicator { image: none; }"


class Toolbar(QFrame):
    """Shows the given actions (by tool id) as buttons of words or icons."""

    def __init__(
        self, actions: Mapping[str, QAction], tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._tokens = tokens
        self._style = QPushButton()
        self._more = QToolButton()
        self._buttons: dict[str, QToolButton] = {}
        self._lines: dict[int, QFrame] = {}
        self._layout = QHBoxLayout(self)
        self._lay_out()
        self._more.menu().aboutToShow.connect(self._fill_more)

    def _lay_out(self) -> None:
        set_kind(self, "toolbar")
        self.setFixedHeight(TOOLBAR)
        self._layout.setContentsMargins(12, 0, 12, 0)
        self._layout.setSpacing(_GAP)
        set_kind(self._style, "style")
        self._style.setMenu(QMenu(self._style))
        for tool in STYLES:
            self._style.menu().addAction(self._actions[tool.id])
        self._layout.addWidget(self._style)
        for tool in TOOLS:
            if tool.shown:
                self._add(tool)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self._more))
        self._more.setStyleSheet(_NO_ARROW)
        self._layout.addWidget(self._more)
        self._layout.addStretch(1)
        for button in (self._style, self._more, *self._buttons.values()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setIconSize(QSize(16, 16))
        self.retranslate()
        self.set_tokens(self._tokens)

    def _add(self, tool: Tool) -> None:
        if tool.group not in self._lines:
            line = QFrame()
            set_kind(line, "line")
            line.setFixedSize(1, 20)
            self._layout.addSpacing(8)
            self._layout.addWidget(line)
            self._layout.addSpacing(8)
            self._lines[tool.group] = line
        button = QToolButton()
        button.setDefaultAction(self._actions[tool.id])
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(
            style.ToolButtonIconOnly if tool.icon else style.ToolButtonTextOnly
        )
        self._buttons[tool.id] = button
        self._layout.addWidget(button)

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.setAccessibleName(_("Formatting"))
        self._style.setToolTip(_("Style of the paragraph"))
        self._widen_style()
        self._more.setToolTip(_("More"))
        self._more.setAccessibleName(_("More"))

    def _widen_style(self) -> None:
        """Room for the longest name: what stands behind it does not move with the caret."""
        shown, widths = self._style.text(), []
        self._style.ensurePolished()
        for name in (_("Style"), *(_(tool.text) for tool in STYLES)):
            self._style.setText(name)
            widths.append(self._style.sizeHint().width())
        self._style.setText(shown)
        self._style.setFixedWidth(max(widths))

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._more.setIcon(icon("ellipsis", tokens))

    def show_state(self, state: FormatState) -> None:
        """Name the caret's style on the style menu."""
        names = [
            _(tool.text) for tool in STYLES if tool.checked is not None and tool.checked(state)
        ]
        self._style.setText(names[0] if names else _("Style"))
        self._style.setAccessibleName(_("Style of the paragraph"))
        self._style.setEnabled(not state.plain and not state.in_table)

    def button_under_mouse(self) -> QToolButton | None:
        """The button that the mouse is over, None when it is elsewhere."""
        buttons = (button for button in self._buttons.values() if button.underMouse())
        return next(buttons, None)

    def hidden_tools(self) -> list[str]:
        """The ids of the tools that did not fit."""
        return [tool_id for tool_id, button in self._buttons.items() if button.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """Hide entries from the end until the rest fits."""
        room = width - 24 - self._more.sizeHint().width() - _GAP
        room -= self._style.width() + _GAP
        groups: set[int] = set()
        for tool in (tool for tool in TOOLS if tool.shown):
            button = self._buttons[tool.id]
            room -= button.sizeHint().width() + _GAP
            room -= 0 if tool.group in groups else 17 + _GAP
            groups.add(tool.group)
            button.setVisible(room >= 0)
        for group, line in self._lines.items():
            tools = (tool for tool in TOOLS if tool.shown and tool.group == group)
            line.setVisible(any(not self._buttons[tool.id].isHidden() for tool in tools))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, TOOLBAR)

    @Slot()
    def _fill_more(self) -> None:
        menu = self._more.menu()
        menu.clear()
        hidden = self.hidden_tools()
        for tool in TOOLS:
            if tool.id in hidden or not tool.shown:
                menu.addAction(self._actions[tool.id])
