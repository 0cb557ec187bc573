"""The middle of the window: the sheet or the welcome page, banners over its top, the footer."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from newsroom.errors import BugError, NewsroomError
from newsroom.i18n import _, sentence
from newsroom.ui.editor.notice import Notice
from newsroom.ui.footer import Footer
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import TOOLBAR, Tokens
from newsroom.ui.welcome import Welcome
from newsroom.ui.widgets.banner import Banner, Tone
from newsroom.ui.widgets.message_page import MessagePage

_NEWS_MS = 6000


class Centre(QWidget):
    """`wanted(command id)` comes from the welcome page and from banners."""

    wanted = Signal(str)

    def __init__(
        self, editor: QWidget, tokens: Tokens, *, notice: Notice, parent: QWidget | None = None
    ) -> None:
        """`notice` is the editor's own message, which no banner covers."""
        super().__init__(parent)
        self._notice = notice
        self.banner = Banner(tokens, self)
        self.welcome = Welcome(tokens)
        self.editor = editor
        self.trouble = MessagePage(tokens)
        self.footer = Footer(tokens)
        self._stack = QStackedWidget()
        self._blank = QWidget()
        self._comparison: QWidget | None = None
        self._news = QTimer(self, singleShot=True, interval=_NEWS_MS)
        self._news.timeout.connect(self.banner.dismiss)
        self.banner.said.connect(self._place_banner)
        notice.moved.connect(self._place_banner)
        self._stack.currentChanged.connect(self._place_banner)
        self.welcome.wanted.connect(self.wanted)
        set_kind(self, "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for page in (self._blank, self.welcome, self.trouble, self.editor):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.footer)

    def show_sheet(self) -> None:
        """Show the article."""
        self._stack.setCurrentWidget(self.editor)

    def add_comparison(self, pane: QWidget) -> None:
        """What takes the sheet's place while a version is compared."""
        self._comparison = pane
        self._stack.addWidget(pane)

    def page(self) -> QWidget:
        """What is in the middle of the window."""
        return self._stack.currentWidget() or self._blank

    def show_comparison(self) -> None:
        """Show a version beside what is written now."""
        if self._comparison is not None:
            self._stack.setCurrentWidget(self._comparison)

    def show_welcome(self, *, first_time: bool) -> None:
        """Show ways to begin; `first_time` when the library is empty."""
        self.welcome.set_first_time(first_time)
        self._stack.setCurrentWidget(self.welcome)

    def show_trouble(self, error: NewsroomError) -> None:
        """There is no library to show; `trouble.wanted` asks for another one."""
        title, way_on = _("The library cannot be opened"), _("Open another library…")
        self.trouble.say("circle-alert", title, sentence(error), way_on)
        self._stack.setCurrentWidget(self.trouble)

    def sheet_shown(self) -> bool:
        """Whether an article is on screen."""
        return self._stack.currentWidget() is self.editor

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        for part in (self.banner, self.welcome, self.footer):
            part.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        for part in (self.banner, self.welcome, self.trouble, self.footer):
            part.set_tokens(tokens)

    # ---- banners ---------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Banners keep to the width."""
        super().resizeEvent(event)
        self._place_banner()

    @Slot()
    def _place_banner(self) -> None:
        """Over the page and not above it: a message must not move the text under the writer."""
        top = TOOLBAR if self.sheet_shown() else 0
        if self._notice.isVisibleTo(self):
            top = self._notice.mapTo(self, QPoint(0, self._notice.height())).y()
        height = self.banner.heightForWidth(self.width())
        self.banner.setGeometry(0, top, self.width(), height)
        self.banner.raise_()

    @Slot(object)
    def tell_error(
        self,
        error: NewsroomError,
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        """Say what went wrong until it is dismissed; our own bugs can be reported."""
        if isinstance(error, BugError) and not action:
            action, on_action = _("Report"), self._want_report
        self.tell_failure(sentence(error), action=action, on_action=on_action)

    def tell_news(
        self, words: str, *, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Say for a few seconds what was done, with a way back."""
        self.banner.say(words, tone=Tone.GOOD, action=action, on_action=on_action)
        self._news.start()

    @Slot()
    def end_news(self) -> None:
        """What was told is no longer so: a way back from it would take back something else."""
        if self._news.isActive():
            self._news.stop()
            self.banner.dismiss()

    def tell_hint(self, words: str) -> None:
        """Say for a few seconds what is under way, or why nothing was done and what would help."""
        self.banner.say(words, tone=Tone.INFO)
        self._news.start()

    def tell_warning(
        self, words: str, *, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Say something that should be read, until it is dismissed."""
        self._tell_until_read(words, Tone.WARNING, action, on_action)

    def tell_failure(
        self, words: str, *, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Say what could not be done, until it is dismissed."""
        self._tell_until_read(words, Tone.ERROR, action, on_action)

    def _tell_until_read(
        self, words: str, tone: Tone, action: str, on_action: Callable[[], None] | None
    ) -> None:
        self._news.stop()
        self.banner.say(words, tone=tone, action=action, on_action=on_action)

    def _want_report(self) -> None:
        self.wanted.emit("report")
