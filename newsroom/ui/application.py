"""The Qt application: what must be said before it exists, its names, and our own bugs' hook."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from newsroom.bug_log import write_bug_log
from newsroom.errors import BugError
from newsroom.paths import resource

_NAME, _FACTOR = "Newsroom", "QT_SCALE_FACTOR"
_TURN_S = 0.0003
"""How long a worker may hold the interpreter while the window waits for it. Python's own 5 ms are
for throughput: a key makes a score of calls into Qt and waits again after each of them."""


def create_application(words: Sequence[str], *, scale: float = 1.0) -> QApplication:
    """The one application, everything in it `scale` times as large as the system would have it.

    WebEngine comes later and needs contexts that can be shared.
    """
    sys.setswitchinterval(_TURN_S)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    QApplication.setApplicationName(_NAME.lower())
    QApplication.setApplicationDisplayName("")
    QApplication.setOrganizationName(_NAME)
    QApplication.setDesktopFileName(_NAME.lower())
    with _scaled(scale):
        application = QApplication(list(words))
    application.setWindowIcon(QIcon(str(resource("icons/newsroom.svg"))))
    return application


@contextmanager
def _scaled(scale: float) -> Iterator[None]:
    """Qt reads its factor when the application is made; programs started later inherit none."""
    before = os.environ.get(_FACTOR)
    os.environ[_FACTOR] = str(scale * _number(before))
    try:
        yield
    finally:
        if before is None:
            del os.environ[_FACTOR]
        else:
            os.environ[_FACTOR] = before


def _number(factor: str | None) -> float:
    """What the person set for all Qt programs; 1 for nothing, or nothing sensible."""
    try:
        found = float(factor or 1)
    except ValueError:
        return 1.0
    return found if 0.25 <= found <= 8 else 1.0


class BugHook(QObject):
    """Takes what escapes from a slot: logs it and sends `bug(BugError)`; the text stays.

    Qt gives such errors to `sys.excepthook`; without a hook PySide prints them and goes on.
    """

    bug = Signal(object)

    def install(self) -> None:
        """Become the process's hook."""
        sys.excepthook = self._caught

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log = write_bug_log(error)
        self.bug.emit(
            BugError("Something went wrong in the program; {log} says what.", log=str(log))
        )
