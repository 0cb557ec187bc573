"""Starts WebEngine where it disturbs least.

What pages are made with is loaded on another thread. WebEngine itself is not: PySide crashes now
and then when a module of Qt is imported beside a window that works. That, and Chromium's start
within the making of the first profile, take 250 to 350 ms of the GUI thread, in a moment in which
nobody types or points. What is typed and pointed at is seen where it comes into the window: a
filter of the whole application is told of every object there is, and PySide crashes over some of
Chromium's.
"""

from importlib import import_module
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QWindow
from shiboken6 import isValid

from newsroom.errors import NewsroomError
from newsroom.ui.preview import scheme
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner

_SEEN_MS, _LOOK_MS = 120, 20
_MODULES = ("PySide6.QtQuick", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets")
"""Imported one at a time, so that the loop turns between them."""
_QUIET, _LONGEST = 0.6, 5.0
"""Seconds without input that make a quiet moment, and after which none is waited for any more."""
_INPUT = frozenset((QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel))


class Starter(QObject):
    """`ready(type)` with the class `Browser` when one may be made; `failed(NewsroomError)`."""

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._begun = self._input = 0.0
        self._modules = list(_MODULES)
        self._window: QWindow | None = None
        self._seen = QTimer(self, singleShot=True, interval=_SEEN_MS)
        self._seen.timeout.connect(self._load)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._try)

    def begin(self, window: QWindow | None) -> None:
        """Start, once the window has been drawn; `window` is where people type and point."""
        if self._begun or self._seen.isActive():
            return
        self._window = window
        if window is not None:
            window.installEventFilter(self)
        self._seen.start()

    def wait_a_moment(self) -> None:
        """Somebody is at work: an input method types past the window."""
        self._input = monotonic()

    @Slot()
    def _load(self) -> None:
        self._begun = monotonic()
        self._tasks.run(
            _import_pages,
            owner=self,
            on_done=self._loaded,
            on_error=self._not_loaded,
            lane=Lane.POOL,
        )

    def _loaded(self, done: None) -> None:
        del done
        self._look.start()
        self._try()

    def _not_loaded(self, error: NewsroomError) -> None:
        self._begun = 0.0
        self.failed.emit(error)

    @Slot()
    def _try(self) -> None:
        now = monotonic()
        if now - self._input < _QUIET and now - self._begun < _LONGEST:
            return
        if self._modules:
            import_module(self._modules.pop(0))
            return
        self._look.stop()
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        scheme.prepare()
        from newsroom.ui.preview.browser import Browser

        self.ready.emit(Browser)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is at work."""
        del watched
        if event.type() in _INPUT:
            self.wait_a_moment()
        return False


def _import_pages(progress: TaskProgress) -> None:
    """Loads what pages are made with; no part of Qt."""
    del progress
    import_module("newsroom.ui.preview.page")
