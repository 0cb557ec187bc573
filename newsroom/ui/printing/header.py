"""The rows above the printed page: its form, the pages, how it is shown, what was found."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from newsroom.i18n import _
from newsroom.ui.icons import icon
from newsroom.ui.printing.look import (
    INK_COMMANDS,
    STEP_COMMANDS,
    SWITCH_COMMANDS,
    ZOOM_COMMANDS,
)
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.elided_label import ElidedLabel
from newsroom.ui.widgets.plain_label import PlainLabel

_ICON = QSize(16, 16)
_FINDINGS = "print-findings"


class PrintHeader(QFrame):
    """Shows actions as buttons and menus; their words and states are the actions' own.

    `form` is the button of the print presets, whose menu the owner fills; `title` stands in its
    place above a file from outside.
    """

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("printHeader")
        set_kind(self, "toolbar", tone="tall")
        self.form, self.title = _button(), ElidedLabel()
        self.pages = PlainLabel()
        self.zoom, self.guides, self.inks = _button(), _button(), _button()
        self.findings, self.more = _button(), _button()
        self._steps = QHBoxLayout()
        self._lay_out()
        self.retranslate()
        self.set_tokens(tokens)

    def _lay_out(self) -> None:
        self.more.setIconSize(_ICON)
        self.more.setProperty("noArrow", True)
        self.findings.setIconSize(_ICON)
        self.findings.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_kind(self.pages, "count")
        set_kind(self.title, "strong")
        self._steps.setSpacing(2)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.form)
        first.addWidget(self.title, 1)
        first.addStretch()
        first.addWidget(self.findings)
        for button in (self.zoom, self.guides, self.inks):
            second.addWidget(button)
        second.addStretch(1)
        second.addLayout(self._steps)
        second.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 7, 8, 6)
        layout.setSpacing(5)
        layout.addLayout(first)
        layout.addLayout(second)

    def show_actions(self, actions: Mapping[str, QAction], more: Iterable[QAction]) -> None:
        """Offer these; `more` stand behind the dots."""
        back, on = (self._step(actions[name]) for name in STEP_COMMANDS)
        self._steps.addWidget(back)
        self._steps.addWidget(self.pages)
        self._steps.addWidget(on)
        guides = [name for name in SWITCH_COMMANDS if name != _FINDINGS]
        for button, names in (
            (self.zoom, ZOOM_COMMANDS),
            (self.guides, guides),
            (self.inks, INK_COMMANDS),
        ):
            self._give_menu(button, [actions[name] for name in names])
        self._give_menu(self.more, more)
        shown = actions[_FINDINGS]
        self.findings.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
        self.findings.setCheckable(True)
        self.findings.clicked.connect(shown.trigger)
        shown.toggled.connect(self.findings.setChecked)

    def _give_menu(self, button: QToolButton, actions: Iterable[QAction]) -> None:
        menu = QMenu(self)
        menu.addActions(list(actions))
        button.setMenu(menu)

    def _step(self, action: QAction) -> QToolButton:
        button = _button()
        button.setDefaultAction(action)
        button.setIconSize(_ICON)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def show_pages(self, page: int, pages: int) -> None:
        """Say which page is in view, from 0; nothing without pages."""
        words = _("Page {page} of {pages}").format(page=page + 1, pages=pages) if pages else ""
        self.pages.setText(f"{page + 1}/{pages}" if pages else "")
        self.pages.setAccessibleName(words)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self.more.setIcon(icon("ellipsis", tokens))

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.guides.setText(_("Lines"))
        self.inks.setText(_("Inks"))
        for button, words in (
            (self.form, _("Form of the printed page")),
            (self.zoom, _("Size of the page")),
            (self.guides, _("Lines over the page")),
            (self.inks, _("Inks of the page")),
            (self.findings, _("Findings of the print file")),
            (self.more, _("More")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)


def _button() -> QToolButton:
    button = QToolButton()
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
