"""How long from a key to the painted sheet, beside a bare QTextEdit with the same text.

    python -m benchmarks.keystrokes [words…]

The sheet stands in the whole window over a library on disk: keys reach the journal and, after a
pause, the article; the footer counts, the inspector follows, the web page is open beside the sheet
and every fortieth word carries a mark of the proofreader. A key is due every 40 ms; what counts is
the time from that moment to the painted text, whatever else the window is busy with. Prints
milliseconds and, what matters on any machine, the ratio to the bare QTextEdit of the same run.
"""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from newsroom.app import build_desk
from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Heading, Paragraph, document_plain, plain, text_of
from newsroom.services.articles import create_article
from newsroom.storage.library import open_library
from newsroom.ui.application import create_application
from newsroom.ui.changes import ChangeBus
from newsroom.ui.editor.flag_strokes import Flag
from newsroom.ui.editor.flags import Flagged
from newsroom.ui.fonts import load_reading_fonts
from newsroom.ui.main_window import MainWindow
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.theme import Mode, Theme

_SENTENCE = "Giờ giải lao ca sáng, chị Lê Thị Hạnh mở điện thoại, chạm hai lần rồi cất vào túi. "
_OPENINGS = 7
_TYPED = "Nửa phút là xong việc, sổ sách khớp từng đồng. " * 6
_EVERY_MS = 40
_MARKED = 40
"""One word in so many carries a mark."""

Pair = tuple[list[float], list[float]]
Marks = dict[tuple[str, int], Sequence[Flagged]]


def article(words: int) -> ArticleText:
    """An article of about `words` words in paragraphs of 54, a cross-head after every sixth."""
    blocks: list[Paragraph | Heading] = []
    for number in range(words // 54):
        blocks.append(Paragraph(text=text_of(_SENTENCE * 3)))
        if number % 6 == 5:
            blocks.append(Heading(text=text_of("Nửa phút thay một buổi")))
    body = Document(blocks=tuple(blocks))
    return ArticleText(headline="Góp đoàn phí", lede=_SENTENCE, body=body, byline=("Minh Tú",))


def proof_marks(text: ArticleText) -> Marks:
    """Marks on every `_MARKED`th word of the body, as the proofreader would hand them over."""
    marks: Marks = {}
    seen = 0
    kinds = (Flag.ERROR, Flag.WARNING, Flag.HINT)
    for block in text.body.blocks:
        if isinstance(block, Paragraph):
            place, found = 0, []
            for word in plain(block.text).split():
                seen += 1
                if seen % _MARKED == 0:
                    found.append(Flagged(place, place + len(word), kinds[seen % 3]))
                place += len(word) + 1
            marks[block.id, 0] = found
    return marks


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that `work` takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def opening(edit: QTextEdit, show: Callable[[], object]) -> Pair:
    """Milliseconds until the first paint, and until the text is laid out to its end.

    Shown several times, as the first time also fills Qt's caches of glyphs for all others.
    """
    first, whole = [], []
    for _ in range(_OPENINGS):
        start = timed(lambda: (show(), edit.viewport().repaint()))
        rest = timed(edit.document().documentLayout().documentSize)
        first.append(start)
        whole.append(start + rest)
        pause(20)
    return first, whole


def pause(milliseconds: float) -> None:
    """Let the window do what it has to do."""
    loop = QEventLoop()
    timer = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(loop.quit)
    timer.start(max(0, round(milliseconds)))
    loop.exec()


def type_into(edit: QTextEdit) -> Pair:
    """Milliseconds of each key, from the moment it is due to the repainted view.

    And how many of them the GUI thread worked for the key itself: a figure that a busy machine
    leaves alone.
    """
    times, worked = [], []
    due = perf_counter() + _EVERY_MS / 1000
    for letter in _TYPED:
        pause((due - perf_counter()) * 1000)
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        start, work = min(due, perf_counter()), thread_time()
        QApplication.sendEvent(edit, press)
        edit.viewport().repaint()
        worked.append((thread_time() - work) * 1000)
        times.append((perf_counter() - start) * 1000)
        due += _EVERY_MS / 1000
    return times, worked


def to_middle(edit: QTextEdit) -> None:
    """The caret into the middle of the text."""
    document = edit.document()
    block = document.findBlockByNumber(document.blockCount() // 2)
    edit.setTextCursor(QTextCursor(block))
    edit.ensureCursorVisible()


class Bench:
    """Measures one length of text, in the window and in a bare QTextEdit of the same size."""

    def __init__(self, app: QApplication, words: int, folder: Path) -> None:
        self._app, self._words, self._folder = app, words, folder
        self._text = article(words)

    def run(self) -> None:
        """Print all figures."""
        with open_library(self._folder / "library") as library:
            desk = build_desk(library)
            stored = create_article(desk=desk, text=self._text).value
            window = self._window()
            window.attach_desk(desk)
            seen: list[bool] = []
            window.preview.shown.connect(lambda: seen.append(True))
            sheet = window.editor.sheet
            window.article.open(stored.id, write=True)
            self._wait(lambda: bool(seen))
            opened = opening(sheet, lambda: sheet.set_text(self._text))
            marks = proof_marks(self._text)
            marking = timed(lambda: sheet.set_flags(marks))
            to_middle(sheet)
            self._wait(lambda: not window._tasks.busy())  # noqa: SLF001 - no one else can tell
            typed = type_into(sheet)
            sheet.insertPlainText("x")
            asked = timed(sheet.article_text)
            self._close(window)
        bare_opened, bare_typed = self._bare(sheet)
        self._report("first", bare_opened[0], opened[0])
        self._report("whole", bare_opened[1], opened[1])
        self._report("key", bare_typed[0], typed[0])
        self._report("work", bare_typed[1], typed[1])
        print(
            f"{self._words:>6} words  {sum(map(len, marks.values()))} marks set: {marking:.1f} ms"
        )
        print(f"{self._words:>6} words  article_text() after a key: {asked:.2f} ms")

    def _window(self) -> MainWindow:
        form = QSettings.Format.IniFormat
        window = MainWindow(
            tasks=TaskRunner(),
            bus=ChangeBus(),
            settings=QSettings(str(self._folder / "settings.ini"), form),
            theme=Theme(self._app, Mode.LIGHT),
        )
        window.resize(1920, 1040)
        window.show()
        window.columns.show_preview()
        self._app.processEvents()
        return window

    def _wait(self, until: Callable[[], bool]) -> None:
        while not until():
            pause(10)

    def _close(self, window: MainWindow) -> None:
        closed: list[bool] = []
        window.closed.connect(lambda: closed.append(True))
        window.close()
        self._wait(lambda: bool(closed))
        window._tasks.shutdown()  # noqa: SLF001 - the window's own, made in `_window`
        window.preview.stage.stop()
        window.hide()

    def _bare(self, sheet: QTextEdit) -> tuple[Pair, Pair]:
        plain_text = document_plain(self._text.body)
        bare = QTextEdit()
        bare.resize(sheet.size())
        bare.show()
        opened = opening(bare, lambda: bare.setPlainText(plain_text))
        to_middle(bare)
        pause(100)
        return opened, type_into(bare)

    def _report(self, name: str, bare: list[float], sheet: list[float]) -> None:
        for label, pick in (("p50", median), ("p95", _at(95)), ("p99", _at(99))):
            if len(bare) == _OPENINGS and label != "p50":
                continue
            a, b = pick(bare), pick(sheet)
            print(f"{self._words:>6} words  {name:<5}{label}  {a:7.2f}  {b:7.2f} ms  ×{b / a:.2f}")


def _at(percent: int) -> Callable[[list[float]], float]:
    return lambda values: quantiles(values, n=100)[percent - 1]


def main() -> None:
    """Measure each length asked for."""
    app = create_application(sys.argv[:1])
    load_reading_fonts()
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC   bare QTextEdit | sheet | ratio")
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()]
    for words in sizes or (500, 5_000, 20_000, 50_000):
        with TemporaryDirectory() as folder:
            Bench(app, words, Path(folder)).run()


if __name__ == "__main__":
    main()
