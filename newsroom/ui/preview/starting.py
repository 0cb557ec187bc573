"""Starts WebEngine where it disturbs least.

What pages are made with is loaded on another thread, and WebEngine's files are read there. It is
not imported there: PySide crashes now and then when a module of Qt is imported beside a window that
works. Its modules come one at a time, so that the loop turns between them. Chromium's start cannot
be divided: it is one call, the making of the first profile, and holds the GUI thread for 50 to
100 ms, in a moment in which nobody types or points. What is typed and pointed at is seen where it
comes into the window: a filter of the whole application is told of every object there is, and
PySide crashes over some of Chromium's.
"""

from collections import deque
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from time import monotonic

import PySide6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QWindow
from shiboken6 import isValid

from newsroom.errors import NewsroomError
from newsroom.ui.preview import scheme
from newsroom.ui.preview.reading_ahead import read_ahead
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner

_SEEN_MS, _LOOK_MS = 120, 10
_MODULES = (
    "QtNetwork",
    "QtQml",
    "QtOpenGL",
    "QtQuick",
    "QtWebChannel",
    "QtPrintSupport",
    "QtQuickWidgets",
    "QtWebEngineCore",
    "QtWebEngineWidgets",
)
"""Each needs some of those before it."""
_QUIET, _LONGEST = 0.6, 5.0
"""Seconds without input that make a quiet moment, and after which none is waited for any more."""
_INPUT = frozenset((QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel))


class Starter(QObject):
    """`ready(type)` with the class `Browser`, of which one has to be made at once.

    `failed(NewsroomError)` when there will be none.
    """

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._begun = self._input = 0.0
        self._steps: deque[Callable[[], object]] = deque(
            (
                *(partial(import_module, f"PySide6.{name}") for name in _MODULES),
                scheme.prepare,
                partial(import_module, "newsroom.ui.preview.browser"),
            )
        )
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
            partial(_make_ready, Path(PySide6.__file__).parent),
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
        if self._steps:
            self._steps.popleft()()
            return
        self._look.stop()
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        from newsroom.ui.preview.browser import Browser

        with scheme.surroundings():
            self.ready.emit(Browser)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is at work."""
        del watched
        if event.type() in _INPUT:
            self.wait_a_moment()
        return False


def _make_ready(package: Path, progress: TaskProgress) -> None:
    """Loads what pages are made with; of Qt nothing but the bytes of its files."""
    del progress
    import_module("newsroom.ui.preview.page")
    read_ahead(package)
