"""A program that tests start: types in the real window, and says on a pipe what is called safe.

    python -m tests.e2e.typist FOLDER

Its lines are JSON: first `opened` (the words of the article on the sheet) with `seconds` since the
window was asked for, then `safe`, the words on the sheet while the footer calls them safe.
"""

import json
import random
import sys
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from newsroom import i18n
from newsroom.app import WindowSession
from newsroom.domain.document import document_plain
from newsroom.ui.application import create_application

_WORDS = ("Người", "lao", "động", "viết", "hết", "câu", "này", "rồi", "mới", "nghỉ", "tay\r")
_LOOK_MS = 3


class Typist(QObject):
    """Opens the library's one article, or makes it, and types at its end until it is killed."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        super().__init__()
        self._asked = monotonic()
        self._session = WindowSession(application, folder)
        self._window = self._session.window
        self._window.article.opened.connect(self._begin)
        self._session.begin()
        self._said: str | None = None
        self._keys: list[str] = []
        self._wait = self._timer(20, self._choose)
        self._look = self._timer(_LOOK_MS, self._tell_safe)
        self._wait.start()

    def _timer(self, interval: int, action) -> QTimer:
        timer = QTimer(self, interval=interval)
        timer.timeout.connect(action)
        return timer

    def _choose(self) -> None:
        if not self._window.actions_["new"].isEnabled():
            return
        self._wait.stop()
        known = Path(sys.argv[2])
        if known.exists():
            self._window.article.open(known.read_text(encoding="utf-8"), write=True)
        else:
            self._window.actions_["new"].trigger()

    def _begin(self, article) -> None:
        i18n.use("en")  # the window chose the language of its settings
        Path(sys.argv[2]).write_text(article.id, encoding="utf-8")
        self._sheet = self._window.editor.sheet
        for step in ("End", "PreviousBlock", "EndOfBlock"):  # the byline comes last
            self._sheet.moveCursor(QTextCursor.MoveOperation[step])
        say("opened", self._words(), seconds=monotonic() - self._asked)
        self._look.start()
        self._type()

    def _type(self) -> None:
        """One key, then the next in a moment; after some words a pause, as people make."""
        if not self._keys:
            self._keys = [*" ".join(random.choices(_WORDS, k=random.randint(1, 4))), " "]
            QTimer.singleShot(random.randint(0, 600), self._type)
            return
        letter = self._keys.pop(0)
        key = Qt.Key.Key_Return if letter == "\r" else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._sheet, event)
        QTimer.singleShot(random.randint(0, 25), self._type)

    def _words(self) -> str:
        return document_plain(self._sheet.article_text().body)

    def _tell_safe(self) -> None:
        if self._window.centre.footer.safe_words().startswith("Safe on disk"):
            words = self._words()
            if words != self._said:
                self._said = words
                say("safe", words)


def say(kind: str, words: str, **more: float) -> None:
    sys.stdout.write(json.dumps({kind: words} | more) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    made = create_application([])
    typist = Typist(made, Path(sys.argv[1]))
    made.exec()
