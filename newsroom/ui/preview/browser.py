"""The page on screen: the locked browser at the width of a phone, a tablet or a computer."""

from collections import deque
from collections.abc import Callable
from functools import partial
from math import ceil
from weakref import ref

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWebEngineCore import QWebEngineFindTextResult, QWebEnginePage, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QScrollBar, QWidget

from newsroom.ui.preview.lockdown import Gatekeeper, LockedPage, locked_profile
from newsroom.ui.preview.page import Made
from newsroom.ui.preview.places import place_from, place_script
from newsroom.ui.preview.scheme import PAGE, SCHEME
from newsroom.ui.preview.server import PreviewServer, ReadPhoto
from newsroom.ui.tasks import TaskRunner

_SCROLL_BAR = 10
_MARGIN = 12
_SMALLEST_ZOOM = 0.25
_CLICK = 4
_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld


class Browser(QWidget):
    """Shows pages; `shown` follows each, `link_clicked(QUrl)` a click, `stopped` a crash.

    `patch_failed()` instead of `shown` when a change did not fit the page that is there.
    `place_clicked(PagePlace)` is sent for a click on text of the article, `find_wanted()` for
    Ctrl+F, `find_told(int, int)` with which hit is shown, from 1, of how many.
    """

    shown = Signal()
    patch_failed = Signal()
    stopped = Signal()
    link_clicked = Signal(QUrl)
    place_clicked = Signal(object)
    find_wanted = Signal()
    find_told = Signal(int, int)

    def __init__(self, tasks: TaskRunner, read_photo: ReadPhoto, parent: QWidget) -> None:
        super().__init__(parent)
        self._page_width, self._zoom = 390, 0
        self._pressed: QPointF | None = None
        self._keep = QPointF()
        self._scripts: deque[str] = deque()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._run_next)
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
        self.page.findTextFinished.connect(self._found)
        self._bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self._bar.valueChanged.connect(self._move)

    def load(self, made: Made, *, keep_place: bool = False) -> None:
        """Load a whole page; with `keep_place` it is scrolled to where the one before stood."""
        self._keep = self.page.scrollPosition() if keep_place else QPointF()
        self._scripts.clear()
        self._server.set_page(made)
        self.page.load(QUrl(PAGE))

    def patch(self, made: Made) -> None:
        """Change what differs on the page that is loaded, a script a turn of the loop."""
        self._scripts = deque(made.scripts)
        self._run_next()

    @Slot()
    def _run_next(self) -> None:
        if not self._scripts:
            return
        script = self._scripts.popleft()
        if self._scripts:
            self.run(script)
            self._next.start()
        else:
            self.run(script, self._patched)

    def run(self, script: str, callback: Callable[[object], None] | None = None) -> None:
        """Run a script of ours in a world that the page cannot reach."""
        if callback is None:
            self.page.runJavaScript(script, _WORLD)
        else:
            self.page.runJavaScript(script, _WORLD, callback)

    def set_page_width(self, pixels: int, zoom: int = 0) -> None:
        """Lay the page out for a screen of that width.

        It is shown at `zoom` per cent; with 0 at its size, scaled down where there is less room.
        """
        self._page_width, self._zoom = pixels, zoom
        self._place()

    def find_words(self, words: str, *, back: bool = False) -> None:
        """Go to the next (or previous) place with these words; none ends the search."""
        flags = QWebEnginePage.FindFlag.FindBackward if back else QWebEnginePage.FindFlag(0)
        self.page.findText(words, flags)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in the middle."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        room = max(1, self.width() - 2 * _MARGIN)
        wanted = self._page_width + _SCROLL_BAR
        zoom = self._zoom / 100 or max(_SMALLEST_ZOOM, min(1.0, room / wanted))
        width = ceil(wanted * zoom) if self._zoom else min(room, ceil(wanted * zoom))
        beyond = width > room
        below = self._bar.sizeHint().height() if beyond else 0
        left = _MARGIN if beyond else (self.width() - width) // 2
        self._bar.setVisible(beyond)
        self._bar.setRange(0, max(0, width - room))
        self._bar.setPageStep(room)
        self._bar.setGeometry(0, self.height() - below, self.width(), below)
        left -= self._bar.value()
        height = max(1, self.height() - _MARGIN - below)
        self._view.setGeometry(QRect(left, _MARGIN, width, height))
        self._bar.raise_()
        self.page.setZoomFactor(zoom)

    @Slot()
    def _move(self) -> None:
        self._view.move(_MARGIN - self._bar.value(), _MARGIN)

    @Slot(bool)
    def _loaded(self, done: bool) -> None:
        if not done:
            return
        self._place()
        inner = self._view.focusProxy()
        if inner is not None:  # WebEngine makes another one when its process was started anew
            inner.removeEventFilter(self)
            inner.installEventFilter(self)
        if not self._keep.isNull():
            zoom = self.page.zoomFactor()
            self.run(f"window.scrollTo({self._keep.x() / zoom}, {self._keep.y() / zoom})")
        self.shown.emit()

    def _patched(self, done: object) -> None:
        signal = self.shown if done is True else self.patch_failed
        signal.emit()

    @Slot()
    def _terminated(self) -> None:
        self.stopped.emit()

    @Slot(QWebEngineFindTextResult)
    def _found(self, result: QWebEngineFindTextResult) -> None:
        self.find_told.emit(result.activeMatch(), result.numberOfMatches())

    # ---- mouse and keys over the page
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell clicks that drag nothing, and take Ctrl+F before the window does."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.find_wanted.emit()
                return True
        if isinstance(event, QMouseEvent):
            self._follow_mouse(event)
        return super().eventFilter(watched, event)

    def _follow_mouse(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = event.position()
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            way = event.position() - self._pressed
            self._pressed = None
            if way.manhattanLength() <= _CLICK:
                self._ask_place(event.position())

    def _ask_place(self, at: QPointF) -> None:
        zoom = self.page.zoomFactor()
        script = place_script(at.x() / zoom, at.y() / zoom)
        self.run(script, partial(_tell_place, ref(self)))


def _tell_place(browser: "ref[Browser]", answer: object) -> None:
    alive, place = browser(), place_from(answer)
    if alive is not None and place is not None:
        alive.place_clicked.emit(place)
