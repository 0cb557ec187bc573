"""The page on screen: the locked browser at the width of a phone, a tablet or a computer."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRect, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from newsroom.ui.preview.lockdown import Gatekeeper, LockedPage, locked_profile
from newsroom.ui.preview.page import Made
from newsroom.ui.preview.scheme import PAGE, SCHEME
from newsroom.ui.preview.server import PreviewServer, ReadPhoto
from newsroom.ui.tasks import TaskRunner

_SCROLL_BAR = 10
_MARGIN = 12
_SMALLEST_ZOOM = 0.25


class Browser(QWidget):
    """Shows pages; `shown` follows each, `link_clicked(QUrl)` a click, `stopped` a crash.

    `patch_failed()` instead of `shown` when a change did not fit the page that is there.
    """

    shown = Signal()
    patch_failed = Signal()
    stopped = Signal()
    link_clicked = Signal(QUrl)

    def __init__(self, tasks: TaskRunner, read_photo: ReadPhoto, parent: QWidget) -> None:
        super().__init__(parent)
        self._page_width = 390
        # the order of children matters: Qt deletes the view and its page before their profile
        self._view = QWebEngineView(self)
        profile = locked_profile(self)
        self.gatekeeper = Gatekeeper(profile)
        self._server = PreviewServer(tasks, read_photo, profile)
        profile.setUrlRequestInterceptor(self.gatekeeper)
        profile.installUrlSchemeHandler(SCHEME.encode(), self._server)
        self.page = LockedPage(profile, self._view)
        self.page.setBackgroundColor(QColor(Qt.GlobalColor.white))
        self._view.setPage(self.page)
        self._view.setAcceptDrops(False)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusProxy(self._view)
        self.page.loadFinished.connect(self._loaded)
        self.page.link_clicked.connect(self.link_clicked)
        self.page.renderProcessTerminated.connect(self._terminated)

    def load(self, made: Made) -> None:
        """Load a whole page."""
        self._server.set_page(made)
        self.page.load(QUrl(PAGE))

    def patch(self, made: Made) -> None:
        """Change what differs on the page that is loaded."""
        world = QWebEngineScript.ScriptWorldId.ApplicationWorld
        self.page.runJavaScript(made.script, world, self._patched)

    def set_page_width(self, pixels: int) -> None:
        """Lay the page out for a screen of that width, scaled down where there is less room."""
        self._page_width = pixels
        self._place()

    def read_text(self, callback: Callable[[str], None]) -> None:
        """Hand the words on the page to `callback`."""
        self.page.toPlainText(callback)

    def read_html(self, callback: Callable[[str], None]) -> None:
        """Hand the page as it stands to `callback`."""
        self.page.toHtml(callback)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in the middle."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        room = max(1, self.width() - 2 * _MARGIN)
        wanted = self._page_width + _SCROLL_BAR
        zoom = max(_SMALLEST_ZOOM, min(1.0, room / wanted))
        width = min(room, ceil(wanted * zoom))
        left = (self.width() - width) // 2
        self._view.setGeometry(QRect(left, _MARGIN, width, max(1, self.height() - _MARGIN)))
        self.page.setZoomFactor(zoom)

    @Slot(bool)
    def _loaded(self, done: bool) -> None:
        if done:
            self._place()
            self.shown.emit()

    def _patched(self, done: object) -> None:
        signal = self.shown if done is True else self.patch_failed
        signal.emit()

    @Slot()
    def _terminated(self) -> None:
        self.stopped.emit()
