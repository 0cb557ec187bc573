"""The composition root: opens the library, builds the desk and the window.

The only place that knows everything. Qt is imported only when a window is wanted.
"""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.bug_log import start_logging
from newsroom.errors import NewsroomError
from newsroom.i18n import _
from newsroom.services.clock import SystemClock
from newsroom.services.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from newsroom.storage.library import Library
    from newsroom.storage.lock import WindowLock
    from newsroom.ui.tasks import TaskProgress


def build_desk(library: "Library", *, person: str | None = None) -> Desk:
    """The use cases' surroundings for an open library."""
    return Desk(
        open=library.unit_of_work,
        photos=library.photos,
        journal=library.journal,
        clock=SystemClock(),
        person=person or _person(),
        themes=library.folder / "themes",
        press=library.folder / "press",
    )


def _person() -> str:
    """The name under which the person is logged in; empty where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


@contextmanager
def open_desk(folder: Path, *, create: bool) -> Iterator[Desk]:
    """A desk over the library in `folder`, closed at the end; raises `UserError`.

    `create`: make a new library where there is none.
    """
    from newsroom.storage.library import open_library

    library = open_library(folder, create=create)
    try:
        yield build_desk(library)
    finally:
        library.close()


def run_window(folder: Path) -> int:
    """Open the window on the library in `folder`; returns the application's exit code."""
    from newsroom.ui.application import create_application
    from newsroom.ui.single_window import raise_other
    from newsroom.ui.window_state import WindowState, person_settings

    start_logging()
    scale = WindowState(person_settings()).interface_size / 100
    application = create_application(sys.argv[:1], scale=scale)
    if raise_other(folder):
        return 0
    session = WindowSession(application, folder)
    session.begin()
    code = application.exec()
    if session.again:
        _start_again()
    return code


def _start_again() -> None:
    """The same program with the same words, when this one has given everything back."""
    from PySide6.QtCore import QProcess

    QProcess.startDetached(sys.executable, sys.orig_argv[1:])


class WindowSession:
    """One window from its start to its end; `again` tells whether to start another after it.

    The window is shown first; the library is opened on the database lane meanwhile (importing
    SQLAlchemy alone takes longer than showing the window), and joins it when it is ready.
    """

    def __init__(self, application: "QApplication", folder: Path) -> None:
        from newsroom.ui.application import BugHook
        from newsroom.ui.changes import ChangeBus
        from newsroom.ui.main_window import MainWindow
        from newsroom.ui.tasks import TaskRunner
        from newsroom.ui.theme import Theme
        from newsroom.ui.window_state import person_settings

        self.again = False
        self._application = application
        self._folder = folder
        self._library: Library | None = None
        self._lock: WindowLock | None = None
        self._tasks = TaskRunner()
        self.window = MainWindow(
            tasks=self._tasks,
            bus=ChangeBus(),
            settings=person_settings(),
            theme=Theme(application),
        )
        self._hook = BugHook(self.window)
        self._hook.bug.connect(self.window.centre.tell_error)
        self.window.centre.trouble.wanted.connect(self._choose_other)
        self.window.closed.connect(self._end)

    def begin(self) -> None:
        """Show the window and open the library behind it."""
        self._hook.install()
        self.window.come_forward()
        self._open()

    def _open(self) -> None:
        self._tasks.run(
            self._open_library,
            owner=self.window,
            on_done=self._opened,
            on_error=self._not_opened,
        )

    def _open_library(self, progress: "TaskProgress") -> "tuple[Library, WindowLock]":
        del progress  # opening is quick, or fails
        from newsroom.storage.library import open_library
        from newsroom.storage.lock import WindowLock

        lock = WindowLock(self._folder).acquire()
        try:
            return open_library(self._folder, create=True), lock
        except NewsroomError:
            lock.release()
            raise

    def _opened(self, opened: "tuple[Library, WindowLock]") -> None:
        from newsroom.ui.single_window import FrontDoor

        self._library, self._lock = opened
        door = FrontDoor(self._folder, self.window)
        door.knocked.connect(self.window.come_forward)
        self.window.attach_desk(build_desk(self._library))
        self._watch_room()

    def _watch_room(self) -> None:
        """Lay in ballast for the day on which the disk is full, and warn before that."""
        from newsroom.storage.ballast import lay_in_ballast
        from newsroom.ui.disk_watch import DiskWatch
        from newsroom.ui.tasks import Lane

        self._tasks.run(
            lambda _progress: lay_in_ballast(self._folder), owner=self.window, lane=Lane.POOL
        )
        watch = DiskWatch(
            self._folder, tasks=self._tasks, centre=self.window.centre, parent=self.window
        )
        watch.look()

    def _not_opened(self, error: NewsroomError) -> None:
        self.window.centre.show_trouble(error)

    def _choose_other(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self.window, _("Open another library…"))
        if chosen:
            self._folder = Path(chosen)
            self._open()

    def _end(self) -> None:
        """The window has stored everything and is closed: give back library and lock."""
        self.again = self.window.again
        self._tasks.shutdown()
        if self._lock is not None:
            self._lock.release()
        if self._library is not None:
            self._library.close()
        self.window.deleteLater()
        self._application.quit()
