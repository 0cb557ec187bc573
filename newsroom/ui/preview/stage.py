"""What stands below the preview's header: the browser, or words in its place."""

import atexit
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QLabel, QStackedWidget
from shiboken6 import delete, isValid

from newsroom.ui.preview.starting import Starter
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.theme import set_kind

if TYPE_CHECKING:
    from newsroom.ui.preview.browser import Browser
    from newsroom.ui.preview.server import ReadPhoto


class PageStage(QStackedWidget):
    """Has a browser made when it is asked to `begin`, and gives it up before the program ends.

    `begun(Browser)` when there is one, `failed(NewsroomError)` when there will be none, `ended()`
    when it is about to go.
    """

    begun = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, tasks: TaskRunner, read_photo: "ReadPhoto") -> None:
        """`read_photo` is called on a worker thread."""
        super().__init__()
        self._tasks, self._read_photo = tasks, read_photo
        self.browser: Browser | None = None
        self.message = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.message.setObjectName("previewMessage")
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setMargin(24)
        set_kind(self.message, "hint")
        self.addWidget(self.message)
        self._starter = Starter(tasks, self)
        self._starter.ready.connect(self._start)
        self._starter.failed.connect(self.failed)

    def begin(self, window: QWindow | None) -> None:
        """Have the browser made, once `window` has been drawn, in which people type and point."""
        if self.browser is None:
            self._starter.begin(window)

    def wait_a_moment(self) -> None:
        """Somebody is at work: do not begin now."""
        self._starter.wait_a_moment()

    def say(self, words: str) -> None:
        """Show words in place of the page."""
        self.message.setText(words)
        self.setCurrentWidget(self.message)

    def show_page(self) -> None:
        """Bring the page to the front, when there is one."""
        if self.browser is not None:
            self.setCurrentWidget(self.browser)

    def page_shown(self) -> bool:
        """Whether the page is in front."""
        return self.currentWidget() is not self.message

    # ---- the browser's life ----------------------------------------------------------------
    @Slot(object)
    def _start(self, made: "type[Browser]") -> None:
        self.browser = made(self._tasks, self._read_photo, self)
        self.addWidget(self.browser)
        # a stack gives its size only to the page in front; the site's is laid out before it is
        self.browser.resize(self.size())
        self._stop_in_time(self.browser)
        self.begun.emit(self.browser)

    def _stop_in_time(self, browser: "Browser") -> None:
        """WebEngine must be gone before the application is, or the process crashes at its end.

        An application that runs says when it quits; one that never ran goes with the interpreter.
        """
        app = QGuiApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)
        atexit.register(_delete_if_alive, ref(browser))

    @Slot()
    def stop(self) -> None:
        """Give the browser up, soon: the page may still be telling that it has loaded."""
        browser, self.browser = self.browser, None
        self.ended.emit()
        if browser is not None:
            browser.deleteLater()


def _delete_if_alive(reference: "ref[Browser]") -> None:
    browser = reference()
    if browser is not None and isValid(browser):
        delete(browser)
