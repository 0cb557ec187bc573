"""What stands in the centre while the library is empty or no article is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from newsroom.i18n import N_, _
from newsroom.ui.icons import pixmap
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.elided_label import ElidedLabel

_WIDTH = 560
_WAYS = (
    (
        "new",
        "square-pen",
        N_("Write a new article"),
        N_("An empty sheet in the section you are looking at"),
    ),
    (
        "templates",
        "file-text",
        N_("Begin from a template"),
        N_("With its kicker, text, section and tags"),
    ),
    (
        "paste-new",
        "clipboard-paste",
        N_("Paste an article"),
        N_("From a web page, Word or a message"),
    ),
    (
        "import",
        "file-input",
        N_("Import a Word or text file"),
        N_("Or drop files anywhere on the window"),
    ),
    (
        "sample",
        "book-open-text",
        N_("Open the sample article"),
        N_("See photos, boxes and the web page at work"),
    ),
)


class Way(QPushButton):
    """A wide button: an icon, what it does, a line about it."""

    def __init__(self, icon_name: str, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = QLabel()
        self._title = QLabel()
        self._hint = ElidedLabel()
        set_kind(self, "way")
        set_kind(self._title, "strong")
        set_kind(self._hint, "hint")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(14)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)
        for label in (self._picture, self._title, self._hint):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_tokens(tokens)

    def say(self, title: str, hint: str) -> None:
        """Take these words."""
        self._title.setText(title)
        self._hint.set_text(hint)
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(pixmap(self._icon_name, tokens.accent, 20, ratio))


class Welcome(QWidget):
    """`wanted(command id)` is sent with the way that the person takes."""

    wanted = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kicker = QLabel()
        self._headline = QLabel(wordWrap=True)
        self._lede = QLabel(wordWrap=True)
        self._first_time = True
        self._has_templates = False
        self._ways: dict[str, Way] = {}
        set_kind(self, "background")
        set_kind(self._kicker, "kicker")
        set_kind(self._headline, "headline")
        set_kind(self._lede, "lede")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for command_id, icon_name, _title, _hint in _WAYS:
            way = Way(icon_name, tokens)
            way.setObjectName(command_id)
            way.clicked.connect(self._take)
            self._ways[command_id] = way
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        page = QFrame()
        set_kind(page, "page")
        page.setMaximumWidth(_WIDTH)
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(44, 40, 44, 36)
        inner.setSpacing(8)
        inner.addWidget(self._kicker)
        inner.addWidget(self._headline)
        inner.addWidget(self._lede)
        inner.addSpacing(16)
        for way in self._ways.values():
            inner.addWidget(way)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(page, 100)
        middle.addStretch(1)
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(holder)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def set_first_time(self, first_time: bool) -> None:
        """Whether the library is empty, or just no article open."""
        self._first_time = first_time
        self.retranslate()

    def set_has_templates(self, has_templates: bool) -> None:
        """Whether the library has templates to begin from."""
        self._has_templates = has_templates
        self._ways["templates"].setVisible(has_templates)

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        if self._first_time:
            self._kicker.setText(_("Welcome"))
            self._headline.setText(_("Your first article starts here"))
            self._lede.setText(_("Everything stays on this computer, saved as you type."))
        else:
            self._kicker.setText(_("Newsroom"))
            self._headline.setText(_("No article is open"))
            self._lede.setText(_("Choose one in the library, or begin something new."))
        self._ways["sample"].setVisible(self._first_time)
        self._ways["templates"].setVisible(self._has_templates)
        for command_id, _icon, title, hint in _WAYS:
            self._ways[command_id].say(_(title), _(hint))
        self.setAccessibleName(self._headline.text())

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        for way in self._ways.values():
            way.set_tokens(tokens)

    def _take(self) -> None:
        self.wanted.emit(self.sender().objectName())
