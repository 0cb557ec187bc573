"""The live preview: the article on the paper's site, following every keystroke."""

import atexit
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import unquote
from weakref import ref

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import delete, isValid

from newsroom.domain.article import Article
from newsroom.domain.rendering import RenderContext
from newsroom.errors import NewsroomError
from newsroom.i18n import _, sentence
from newsroom.ui.preview import scheme
from newsroom.ui.preview.header import PreviewHeader
from newsroom.ui.preview.page import ARTICLE_LINK, PRINT_LINK, Made, Shown, Wanted, make
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
from newsroom.ui.theme import set_kind

if TYPE_CHECKING:
    from newsroom.ui.preview.browser import Browser
    from newsroom.ui.preview.server import ReadPhoto

_START_AFTER_MS = 120
_MOST_CRASHES = 3


class PreviewPane(QWidget):
    """Shows one article; WebEngine is started when the pane is first seen, not before.

    `print_requested()`, `article_requested(str)` with an article's id and `link_requested(str)`
    with an http, https or mailto address are what the person clicked on the page. `shown()` is
    sent when the page on screen has caught up with the last `show_article`.
    """

    print_requested = Signal()
    article_requested = Signal(str)
    link_requested = Signal(str)
    shown = Signal()

    def __init__(
        self, *, tasks: TaskRunner, read_photo: "ReadPhoto", parent: QWidget | None = None
    ) -> None:
        """`read_photo` is called on a worker thread."""
        super().__init__(parent)
        self.setObjectName("previewPane")
        self._tasks = tasks
        self._read_photo = read_photo
        self._browser: Browser | None = None
        self._latest: tuple[Article, RenderContext] | None = None
        self._waiting = False
        self._busy = False
        self._on_page: Shown | None = None
        self._crashes = 0
        self._starting = False
        self._build()

    def _build(self) -> None:
        self.header = PreviewHeader()
        self._message = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._message.setObjectName("previewMessage")
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setMargin(24)
        set_kind(self._message, "hint")
        self._stage = QStackedWidget()
        self._stage.addWidget(self._message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._stage, 1)
        self._start_timer = QTimer(self, singleShot=True, interval=_START_AFTER_MS)
        self._start_timer.timeout.connect(self._start)
        self._say_what_is_missing()

    def show_article(self, article: Article, context: RenderContext) -> None:
        """Show `article`; called at every edit. Edits that come faster than pages are skipped."""
        self._latest = (article, context)
        self._waiting = True
        self._next()

    def clear(self) -> None:
        """Show no article."""
        self._latest = None
        self._waiting = False
        self._say_what_is_missing()

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.header.retranslate()
        if self._stage.currentWidget() is self._message:
            self._say_what_is_missing()

    def page_text(self, callback: Callable[[str], None]) -> None:
        """Hand the words on the page to `callback`, none while there is no page."""
        if self._browser is None:
            callback("")
        else:
            self._browser.read_text(callback)

    def page_html(self, callback: Callable[[str], None]) -> None:
        """Hand the page as it stands to `callback`, nothing while there is no page."""
        if self._browser is None:
            callback("")
        else:
            self._browser.read_html(callback)

    def showEvent(self, event: QShowEvent) -> None:
        """Start the browser when the window has been drawn; catch up with what was missed."""
        super().showEvent(event)
        if self._browser is None:
            self._start_timer.start()
        self._next()

    @Slot()
    def _start(self) -> None:
        """Import WebEngine on another thread: it takes longer than a frame may."""
        if self._browser is not None or self._starting or not self.isVisible():
            return
        self._starting = True
        self._tasks.run(
            _import_browser,
            owner=self,
            on_done=self._start_browser,
            on_error=self._fail,
            lane=Lane.POOL,
        )

    def _start_browser(self, made: "type[Browser]") -> None:
        self._starting = False
        scheme.prepare()
        browser = self._browser = made(self._tasks, self._read_photo, self._stage)
        self._stage.addWidget(browser)
        # a stack gives its size only to the page in front; the site's is laid out before it is
        browser.resize(self._stage.size())
        browser.set_page_width(self.header.page_width())
        self.header.width_chosen.connect(browser.set_page_width)
        browser.shown.connect(self._caught_up)
        browser.stopped.connect(self._crashed)
        browser.patch_failed.connect(self.reload)
        browser.link_clicked.connect(self._follow)
        self._stop_in_time(browser)
        self._next()

    def _stop_in_time(self, browser: "Browser") -> None:
        """WebEngine must be gone before the application is, or the process crashes at its end.

        An application that runs says when it quits; one that never ran goes with the interpreter.
        """
        app = QGuiApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._stop)
        atexit.register(_delete_if_alive, ref(browser))

    @Slot()
    def _stop(self) -> None:
        """Not at once: the word may come while the page is still telling that it has loaded."""
        browser, self._browser = self._browser, None
        if browser is not None:
            browser.deleteLater()

    def _next(self) -> None:
        """Render what is wanted, one page at a time."""
        ready = self._browser is not None and self.isVisible() and not self._busy
        if not ready or not self._waiting or self._latest is None:
            return
        article, context = self._latest
        self._waiting = False
        self._busy = True
        wanted = Wanted(article=article, context=context, shown=self._on_page)
        self._tasks.run(
            _Making(wanted),
            owner=self,
            on_done=self._show,
            on_error=self._fail,
            lane=Lane.POOL,
        )

    def _show(self, made: Made) -> None:
        if self._browser is None or self._latest is None:
            self._busy = False
            return
        self._on_page = made.shown
        if made.page:
            self._browser.load(made)
        elif made.script:
            self._browser.patch(made)
        else:
            self._caught_up()

    @Slot()
    def _caught_up(self) -> None:
        self._busy = False
        if self._browser is not None and self._latest is not None:
            self._stage.setCurrentWidget(self._browser)
        if self._waiting:
            self._next()
        else:
            self.shown.emit()

    def _fail(self, error: NewsroomError) -> None:
        self._busy = False
        self._say(sentence(error))
        self._next()

    @Slot()
    def _crashed(self) -> None:
        """Start the page again; give up when it keeps stopping, until the next article."""
        self._crashes += 1
        self._busy = False
        self._on_page = None
        if self._crashes <= _MOST_CRASHES:
            self._waiting = True
            self._next()
        else:
            self._say(_("The preview keeps stopping on this article. Your text is not affected."))

    @Slot()
    def reload(self) -> None:
        """Load the page whole; needed when it is not what it was taken for."""
        self._busy = False
        self._on_page = None
        self._waiting = True
        self._next()

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if address == PRINT_LINK:
            self.print_requested.emit()
        elif address.startswith(ARTICLE_LINK):
            self.article_requested.emit(unquote(address.removeprefix(ARTICLE_LINK)))
        elif url.scheme() in ("http", "https", "mailto"):
            self.link_requested.emit(address)

    def _say_what_is_missing(self) -> None:
        if self._latest is None:
            self._say(_("Choose an article to see it on the website."))
        else:
            self._say(_("Preparing the preview…"))

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._stage.setCurrentWidget(self._message)


def _delete_if_alive(reference: "ref[Browser]") -> None:
    browser = reference()
    if browser is not None and isValid(browser):
        delete(browser)


def _import_browser(progress: TaskProgress) -> "type[Browser]":
    """Loads WebEngine and what pages are made with."""
    del progress
    from newsroom.ui.preview.browser import Browser

    return Browser


class _Making:
    """Renders on a worker thread; a class, since a lambda would keep the pane alive."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted

    def __call__(self, progress: TaskProgress) -> Made:
        del progress
        return make(self._wanted)
