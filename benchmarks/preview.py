"""From a key to the painted page of the preview, beside a page that is set anew at each key.

    python -m benchmarks.preview [words…]

The sheet types into an article with five photos over a library on disk. Each key's time ends with
the second animation frame after its letter stood on the page: the first one paints it. The peer is
a plain QWebEngineView that is given the whole page (without its photos) with `setHtml`. Then the
longest stretch for which the GUI thread did not return to its loop: typing without the preview,
with it, and while the preview starts; of its start all that are over 16 ms.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, sleep, time
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from benchmarks.keystrokes import article
from newsroom.app import build_desk
from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Photo, text_of
from newsroom.services.articles import create_article
from newsroom.services.desk import Desk
from newsroom.services.photos import add_photo, read_photo
from newsroom.storage.library import open_library
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.editor.session import ArticleSession
from newsroom.ui.fonts import load_reading_fonts
from newsroom.ui.preview.pane import PreviewPane
from newsroom.ui.preview_feed import PreviewFeed
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.theme import Mode, Theme
from newsroom.ui.tokens import LIGHT
from tests.site_sample import jpeg, scene

_KEYS = 80
_PEER_KEYS = 20
_SMOOTH = 16.0
_PAUSE = 0.12
"""Seconds between two keys: a quick typist."""

_WATCH = """(function () {
  window.painted = [];
  new MutationObserver(function () {
    const length = document.querySelector('[data-block="%s"]').textContent.length;
    requestAnimationFrame(() => requestAnimationFrame(() =>
      window.painted.push([length, performance.timeOrigin + performance.now()])));
  }).observe(document.getElementById("page"),
             {subtree: true, childList: true, characterData: true});
  return true;
})()"""


@dataclass
class Loop:
    """Runs the GUI's loop by hand and knows how long its turns took, in milliseconds."""

    app: QApplication
    turns: list[float] = field(default_factory=list)

    @property
    def longest(self) -> float:
        return max(self.turns, default=0.0)

    def turn(self) -> None:
        start = perf_counter()
        self.app.processEvents()
        self.turns.append((perf_counter() - start) * 1000)
        sleep(0.0005)

    def run(self, seconds: float) -> None:
        end = perf_counter() + seconds
        while perf_counter() < end:
            self.turn()

    def until(self, done: Callable[[], object], seconds: float = 60.0) -> None:
        end = perf_counter() + seconds
        while not done():
            if perf_counter() > end:
                raise TimeoutError("the page did not come")
            self.turn()


def with_photos(text: ArticleText, desk: Desk) -> ArticleText:
    """The article with five photos between its paragraphs."""
    blocks = list(text.body.blocks)
    for number in range(5):
        data = jpeg(scene(1800, 1100, warm=number * 6))
        found = add_photo(desk=desk, data=data, name=f"anh-{number}.jpg")
        place = len(blocks) * (number + 1) // 6
        blocks.insert(place, Photo(photo=found.id, caption=text_of("Ca sáng."), credit="Minh Tú"))
    return replace(text, body=Document(blocks=tuple(blocks)))


class Desktop:
    """The sheet with the preview beside it, as the window has them."""

    def __init__(self, desk: Desk, loop: Loop) -> None:
        self.loop = loop
        self.tasks, bus = TaskRunner(), ChangeBus()
        self.pane = EditorPane(tokens=LIGHT)
        self.pane.resize(760, 844)
        self.preview = PreviewPane(
            tasks=self.tasks,
            read_photo=lambda photo: read_photo(desk=desk, photo=photo),
            tokens=LIGHT,
        )
        self.preview.resize(404, 844)
        self.feed = PreviewFeed(self.tasks)
        self.feed.attach(self.preview)
        self.feed.attach_desk(desk)
        self.session = ArticleSession(
            pane=self.pane,
            desk=desk,
            tasks=self.tasks,
            operations=Operations(self.tasks, bus),
            bus=bus,
            parent=self.pane,
        )
        self.session.article_changed.connect(self.feed.show)
        self.pane.show()

    def open(self, article_id: Any) -> None:
        self.session.open(article_id)
        self.loop.until(lambda: self.session.article is not None)
        self.loop.until(lambda: not self.tasks.busy())

    def script(self, words: str) -> Any:
        from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript

        world = QWebEngineScript.ScriptWorldId.ApplicationWorld
        page = self.preview.findChild(QWebEnginePage)
        return told(page, words, world, self.loop)

    def to_middle(self) -> str:
        """Put the caret into the middle paragraph; its id."""
        document = self.pane.sheet.document()
        for number in range(document.blockCount() // 2, document.blockCount()):
            self.pane.sheet.setTextCursor(QTextCursor(document.findBlockByNumber(number)))
            if len(document.findBlockByNumber(number).text()) > 100:
                break
        self.pane.sheet.ensureCursorVisible()
        return self.pane.sheet.reader.lines[self.pane.sheet.caret_line()].head.id

    def press(self, letter: str) -> None:
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(self.pane.sheet, press)

    def close(self) -> None:
        self.session.close()
        self.loop.until(lambda: not self.tasks.busy())
        self.tasks.shutdown()


def told(page: Any, words: str, world: Any, loop: Loop) -> Any:
    """What a script on the page answers."""
    answers: list[Any] = []
    page.runJavaScript(words, world, answers.append)
    loop.until(lambda: bool(answers))
    return answers[0]


def start(desktop: Desktop) -> list[float]:
    """Show the preview; the turns of the loop that were too long meanwhile."""
    shown: list[bool] = []
    desktop.preview.shown.connect(lambda: shown.append(True))
    desktop.loop.turns.clear()
    begun = perf_counter()
    desktop.preview.show()
    desktop.loop.until(lambda: bool(shown))
    print(f"               preview shown after {(perf_counter() - begun) * 1000:7.0f} ms")
    return [turn for turn in desktop.loop.turns if turn > _SMOOTH]


def type_keys(desktop: Desktop) -> list[float]:
    """The moments at which keys were pressed."""
    desktop.loop.turns.clear()
    moments = []
    for number in range(_KEYS):
        moments.append(time() * 1000)
        desktop.press("nửa phút là xong việc "[number % 22])
        desktop.loop.run(_PAUSE)
    return moments


def followed(desktop: Desktop) -> list[float]:
    """Milliseconds from each key to its letter painted on the page."""
    block = desktop.to_middle()
    length = f"document.querySelector('[data-block=\"{block}\"]').textContent.length"
    desktop.loop.until(lambda: desktop.script("document.fonts.status") == "loaded")
    desktop.loop.run(1.0)
    desktop.script(_WATCH % block)
    before = desktop.script(length)
    moments = type_keys(desktop)
    desktop.loop.run(0.5)
    painted = json.loads(desktop.script("JSON.stringify(window.painted)"))
    return [
        min(when for size, when in painted if size >= before + number + 1) - moment
        for number, moment in enumerate(moments)
    ]


@contextmanager
def plain_view() -> Iterator[Any]:
    """The peer's view; whatever happens, WebEngine has to go before the application does."""
    from PySide6.QtWebEngineWidgets import QWebEngineView

    view = QWebEngineView()
    view.resize(404, 844)
    view.show()
    try:
        yield view
    finally:
        delete(view)


def set_anew(desktop: Desktop) -> list[float]:
    """The peer: milliseconds from `setHtml` of the page as it stands to its second frame."""
    page = desktop.script("document.documentElement.outerHTML")
    loaded: list[bool] = []
    times = []
    with plain_view() as view:
        view.loadFinished.connect(loaded.append)
        for number in range(_PEER_KEYS):
            begun = perf_counter()
            loaded.clear()
            view.setHtml(page.replace("</h1>", f" {number}</h1>"))
            desktop.loop.until(lambda: bool(loaded))
            told(view.page(), _FRAMES, 0, desktop.loop)
            desktop.loop.until(lambda: told(view.page(), "window.drawn", 0, desktop.loop) is True)
            times.append((perf_counter() - begun) * 1000)
    return times


_FRAMES = "requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = true })); 1"


@contextmanager
def library() -> Iterator[Desk]:
    with TemporaryDirectory() as folder, open_library(Path(folder) / "library") as opened:
        yield build_desk(opened)


def measure(words: int, loop: Loop) -> None:
    with library() as desk:
        stored = create_article(desk=desk, text=with_photos(article(words), desk)).value
        desktop = Desktop(desk, loop)
        desktop.open(stored.id)
        desktop.to_middle()
        type_keys(desktop)
        alone = loop.longest
        starting = start(desktop)
        ours = followed(desktop)
        beside = loop.longest
        peer = set_anew(desktop)
        desktop.close()
    for name, pick in (("p50", median), ("p95", _at(95))):
        a, b = pick(peer), pick(ours)
        print(
            f"{words:>6} words  key → painted {name}  setHtml {a:7.1f}  preview {b:7.1f} ms"
            f"  ×{b / a:.2f}"
        )
    held = " + ".join(f"{turn:.1f}" for turn in starting) or "none over 16"
    print(
        f"{words:>6} words  longest turn of the GUI thread: typing alone {alone:5.1f}, with the "
        f"preview {beside:5.1f}, while it starts {held} ms"
    )


def _at(percent: int) -> Callable[[list[float]], float]:
    return lambda values: quantiles(values, n=100)[percent - 1]


def main() -> None:
    """Print milliseconds and ratios."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    Theme(app, Mode.LIGHT)
    load_reading_fonts()
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC")
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()]
    for words in sizes or (1_500, 20_000):
        measure(words, Loop(app))


if __name__ == "__main__":
    main()
