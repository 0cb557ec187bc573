"""How long from a key to the painted sheet, beside a bare QTextEdit with the same text.

    python -m benchmarks.keystrokes [words…]

The sheet runs with its toolbar, counts and a session over a library on disk: each key reaches the
journal, each 200 the article. Prints milliseconds and, what matters on any machine, the ratio to
the bare QTextEdit of the same run.
"""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from newsroom.app import build_desk
from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Heading, Paragraph, document_plain, text_of
from newsroom.services.articles import create_article
from newsroom.services.desk import Desk
from newsroom.storage.library import open_library
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.editor.session import ArticleSession
from newsroom.ui.fonts import load_reading_fonts
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.theme import Mode, Theme
from newsroom.ui.tokens import LIGHT

_SENTENCE = "Giờ giải lao ca sáng, chị Lê Thị Hạnh mở điện thoại, chạm hai lần rồi cất vào túi. "
_OPENINGS = 7
_TYPED = "Nửa phút là xong việc, sổ sách khớp từng đồng. " * 6


def article(words: int) -> ArticleText:
    """An article of about `words` words in paragraphs of 54, a cross-head after every sixth."""
    blocks: list[Paragraph | Heading] = []
    for number in range(words // 54):
        blocks.append(Paragraph(text=text_of(_SENTENCE * 3)))
        if number % 6 == 5:
            blocks.append(Heading(text=text_of("Nửa phút thay một buổi")))
    body = Document(blocks=tuple(blocks))
    return ArticleText(headline="Góp đoàn phí", lede=_SENTENCE, body=body, byline=("Minh Tú",))


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that `work` takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def opening(edit: QTextEdit, show: Callable[[], object]) -> tuple[list[float], list[float]]:
    """Milliseconds until the first paint, and until the text is laid out to its end.

    Shown several times, as the first time also fills Qt's caches of glyphs for all others.
    """
    first, whole = [], []
    for _ in range(_OPENINGS):
        start = timed(lambda: (show(), edit.viewport().repaint()))
        rest = timed(edit.document().documentLayout().documentSize)
        first.append(start)
        whole.append(start + rest)
    return first, whole


def type_into(edit: QTextEdit, app: QApplication) -> list[float]:
    """Milliseconds of each key, from its event to the repainted view."""
    times = []
    for letter in _TYPED:
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        start = perf_counter()
        QApplication.sendEvent(edit, press)
        edit.viewport().repaint()
        times.append((perf_counter() - start) * 1000)
        app.processEvents()
    return times


def to_middle(edit: QTextEdit) -> None:
    document = edit.document()
    block = document.findBlockByNumber(document.blockCount() // 2)
    edit.setTextCursor(QTextCursor(block))
    edit.ensureCursorVisible()


def measure(words: int, app: QApplication) -> None:
    text = article(words)
    plain = document_plain(text.body)
    bare = QTextEdit()
    bare.resize(760, 800)
    bare.show()
    opened_bare = opening(bare, lambda: bare.setPlainText(plain))
    to_middle(bare)
    app.processEvents()
    bare_times = type_into(bare, app)

    with TemporaryDirectory() as folder, open_library(Path(folder) / "library") as library:
        opened, sheet_times, asked = measure_sheet(text, app, build_desk(library))
    for name, bare_ones, ones in zip(("first", "whole"), opened_bare, opened, strict=True):
        report(words, (name, bare_ones, ones))
    report(words, ("key", bare_times, sheet_times))
    print(f"{words:>6} words  article_text() after a key: {asked:.2f} ms")


def measure_sheet(
    text: ArticleText, app: QApplication, desk: Desk
) -> tuple[tuple[list[float], list[float]], list[float], float]:
    """Milliseconds to open (see `opening`), of each key, and of reading the sheet after one."""
    tasks, bus = TaskRunner(), ChangeBus()
    pane = EditorPane(tokens=LIGHT)
    pane.resize(760, 844)
    pane.show()
    session = ArticleSession(
        pane=pane, desk=desk, tasks=tasks, operations=Operations(tasks, bus), bus=bus, parent=pane
    )
    stored = create_article(desk=desk, text=text).value
    opened = opening(pane.sheet, lambda: pane.sheet.set_text(text))
    session.open(stored.id)
    while session.article is None:
        app.processEvents()
    to_middle(pane.sheet)
    app.processEvents()
    sheet_times = type_into(pane.sheet, app)
    pane.sheet.insertPlainText("x")
    asked = timed(pane.sheet.article_text)
    session.close()
    while tasks.busy():
        app.processEvents()
    tasks.shutdown()
    return opened, sheet_times, asked


def report(words: int, *rows: tuple[str, list[float], list[float]]) -> None:
    for name, bare, sheet in rows:
        for label, pick in (("p50", median), ("p95", _at(95)), ("p99", _at(99))):
            if len(bare) == _OPENINGS and label != "p50":
                continue
            a, b = pick(bare), pick(sheet)
            print(f"{words:>6} words  {name:<5}{label}  {a:7.2f}  {b:7.2f} ms  ×{b / a:.2f}")


def _at(percent: int) -> Callable[[list[float]], float]:
    return lambda values: quantiles(values, n=100)[percent - 1]


def main() -> None:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    Theme(app, Mode.LIGHT)
    load_reading_fonts()
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC   bare QTextEdit | sheet | ratio")
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()]
    for words in sizes or (500, 20_000, 50_000):
        measure(words, app)


if __name__ == "__main__":
    main()
