"""The rows above the preview: which page, for which screen, how large, and what follows what."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from newsroom.i18n import _
from newsroom.ui.icons import icon
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens

_ICON = QSize(16, 16)


class PreviewHeader(QFrame):
    """Shows the window's actions as buttons; their words, icons and states are the actions' own."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewHeader")
        self._tokens = tokens
        set_kind(self, "toolbar", tone="tall")
        self._kinds, self._screens = _segmented(), _segmented()
        self._zoom, self._more = QToolButton(), QToolButton()
        self._toggles = QHBoxLayout()
        self._lay_out()
        self.retranslate()
        self.set_tokens(tokens)

    def _lay_out(self) -> None:
        for button in (self._zoom, self._more):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setIconSize(_ICON)
        self._more.setProperty("noArrow", True)
        self._toggles.setSpacing(2)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._kinds)
        first.addStretch(1)
        second.addWidget(self._screens)
        second.addWidget(self._zoom)
        second.addStretch(1)
        second.addLayout(self._toggles)
        second.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 7, 8, 6)
        layout.setSpacing(5)
        layout.addLayout(first)
        layout.addLayout(second)

    def show_actions(
        self,
        *,
        kinds: Iterable[QAction],
        screens: Iterable[QAction],
        toggles: Iterable[QAction],
        zoom: QMenu,
        more: QMenu,
    ) -> None:
        """Offer these, from left to right."""
        for action in kinds:
            _add(self._kinds, action, pictured=False)
        for action in screens:
            _add(self._screens, action, pictured=True)
        for action in toggles:
            button = QToolButton()
            button.setIconSize(_ICON)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            self._toggles.addWidget(button)
        self._zoom.setMenu(zoom)
        self._more.setMenu(more)

    def show_zoom(self, words: str) -> None:
        """How large the page is shown."""
        self._zoom.setText(words)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._more.setIcon(icon("ellipsis", tokens))

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self._kinds.setAccessibleName(_("Page of the site"))
        self._screens.setAccessibleName(_("Screen that the page is shown for"))
        for button, words in ((self._zoom, _("Size of the page")), (self._more, _("More"))):
            button.setToolTip(words)
            button.setAccessibleName(words)


def _segmented() -> QFrame:
    frame = QFrame()
    set_kind(frame, "segmented")
    row = QHBoxLayout(frame)
    row.setContentsMargins(2, 2, 2, 2)
    row.setSpacing(0)
    return frame


def _add(frame: QFrame, action: QAction, *, pictured: bool) -> None:
    button = QToolButton()
    button.setIconSize(_ICON)
    button.setDefaultAction(action)
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(style.ToolButtonIconOnly if pictured else style.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_kind(button, "segment")
    layout = frame.layout()
    if layout is not None:
        layout.addWidget(button)
