"""The window as the gallery's pictures and the tests walk through it."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.domain.ids import ArticleId
from newsroom.services.articles import list_ids
from newsroom.services.desk import Desk
from newsroom.ui.main_window import MainWindow
from newsroom.ui.printing.look import Look
from newsroom.ui.tasks import TaskRunner

SIZE = (1366, 768)
_ROUNDS, _PATIENCE_S = 3, 10.0


class Stage:
    """A main window over a library with sample articles.

    `pause_s` is how long each thing is given to come to rest, beyond the work of other threads.
    """

    def __init__(
        self, window: MainWindow, desk: Desk, tasks: TaskRunner, *, pause_s: float
    ) -> None:
        self.window = window
        self.desk = desk
        self.tasks = tasks
        self._pause_s = pause_s
        self._article: ArticleId | None = None

    # ---- waiting -----------------------------------------------------------------------------
    def settle(self) -> None:
        """Let everything that was set off come to its end."""
        for _round in range(_ROUNDS):
            self.wait(self._pause_s / _ROUNDS)
            self.wait_until(lambda: not self.tasks.busy())

    def wait(self, seconds: float) -> None:
        """Let the window live for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def wait_until(self, there: Callable[[], bool]) -> None:
        """Let the window live until `there()`; raises `TimeoutError`."""
        end = time.monotonic() + _PATIENCE_S
        while not there():
            if time.monotonic() > end:
                raise TimeoutError
            self.wait(0.01)

    # ---- acting ------------------------------------------------------------------------------
    def do(self, command: str) -> None:
        """Trigger an action of the window or a tool of the sheet."""
        tools = self.window.editor.actions_by_id
        action = tools[command] if command in tools else self.window.actions_[command]
        action.trigger()
        self.settle()

    def open(self, article_id: ArticleId | None = None) -> None:
        """Open an article, the newest one unless told otherwise, as a click on its row does."""
        self._article = wanted = article_id or list_ids(desk=self.desk)[0]
        self.window.article.open(wanted)
        self.window.library.list.setCurrentIndex(self.window.library.articles.index(0))
        self.settle()
        self.wait_until(lambda: self.window.article.article_id() == wanted)

    def dialog(self) -> QWidget:
        """The popup or dialog in front; raises `LookupError` when there is none."""
        self.settle()
        found = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if found is None:
            raise LookupError
        return found

    def strike(self) -> None:
        """Close what stands over the window and show the open article again."""
        while (found := QApplication.activePopupWidget() or QApplication.activeModalWidget()) and (
            found.isVisible()
        ):
            found.close()
        window = self.window
        window.palette_.hide()
        window.centre.banner.dismiss()
        window.editor.hide_banner()
        window.finder.close()
        window.versions.leave()
        window.print_desk.close_windows()
        window.printed.set_look(Look())
        window.library.search.setText("")
        window.inspector.show_page(window.inspector.article_page)
        window.columns.set_focus_mode(False)
        self._back_to_article()
        if window.size().toTuple() != SIZE:
            window.resize(*SIZE)
        window.stack.show_web()
        window.editor.sheet.verticalScrollBar().setValue(0)
        self.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _back_to_article(self) -> None:
        """What a scene did to the library is undone, and its article opened again."""
        window = self.window
        while window.undo_stack.canUndo():
            window.undo_stack.undo()
            self.settle()
        if self._article is not None and window.article.article_id() != self._article:
            self.open(self._article)
        window.centre.show_sheet()


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One thing to see. `show` brings it up and returns what is to be looked at.

    `words` is the sentence below its picture. `main` ones are shown in the other themes too;
    those that are `live` need the web engine, or a window system that keeps popups open.
    """

    name: str
    words: str
    show: Callable[[Stage], QWidget]
    main: bool = False
    live: bool = False


def picture(shown: QWidget) -> QPixmap:
    """A window as it is, a part of the window with what lies over it."""
    if shown.isWindow():
        return shown.grab()
    window = shown.window()
    return window.grab(QRect(shown.mapTo(window, QPoint(0, 0)), shown.size()))
