"""What showing the printed page costs the window, beside drawing it in the window's own thread.

    python -m benchmarks.printed_page

A newspaper page with two photos is shown 404 pixels wide, then at 200 %, then as a map of inks.
Each row: milliseconds until the picture is there; the longest stretch for which the GUI thread
computed without returning to its loop (its own processor time, so that other work on the machine
does not count); what the peer, `QPdfDocument.render` at the same size, holds that thread for; and
their ratio.
"""

import os
from collections.abc import Callable
from time import perf_counter, sleep, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from newsroom.services.print_preview import ArticlePrinter, PrintFile
from newsroom.ui.printing.drawer import PageDrawer
from newsroom.ui.printing.look import Inks, Look
from newsroom.ui.printing.pages_pane import PagesPane
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.tokens import LIGHT
from tests.press.samples import context, landscape, portrait, rich_article


class Watch:
    """The longest turn of the event loop, in milliseconds of the GUI thread's processor time."""

    def __init__(self) -> None:
        self._last = thread_time()
        self.longest = 0.0
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def _until(there: Callable[[], bool]) -> None:
    while not there():
        QApplication.processEvents()
        sleep(0.0005)


def _shown(act: Callable[[], None], there: Callable[[], bool]) -> tuple[float, float]:
    watch, start = Watch(), perf_counter()
    act()
    _until(there)
    return (perf_counter() - start) * 1000, watch.longest


def _peer(file: PrintFile, size: QSize, times: int = 1) -> float:
    """How long the window stands still when it draws `times` pages itself."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(file.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    start = thread_time()
    for _ in range(times):
        document.render(0, size)
    return (thread_time() - start) * 1000


def _size(file: PrintFile, per_cent: int) -> QSize:
    """Of the first page in pixels."""
    scale = per_cent / 100 * 96 / 72
    return QSize(round(file.sheets[0].width * scale), round(file.sheets[0].height * scale))


def main() -> None:
    """Print the table."""
    QApplication.instance() or QApplication([])
    photos = {one.file.id: one for one in (landscape(), portrait())}
    file = ArticlePrinter().print(rich_article(), context(photos), preset="newspaper")
    tasks, drawer = TaskRunner(), PageDrawer()
    pane = PagesPane(tasks=tasks, drawer=drawer, tokens=LIGHT)
    pane.resize(404, 900)
    pane.show()
    painted: list[bool] = []
    pane.view.painted_all.connect(lambda: painted.append(True))

    def seen() -> bool:
        return bool(painted) and not drawer.busy()

    print(f"{'':>8} {'there ms':>9} {'held ms':>8} {'peer ms':>8} {'ratio':>6}")
    for name, look, times in (
        ("page", Look(), 1),
        ("200 %", Look(zoom=200), 1),
        ("inks", Look(inks=Inks.TOTAL), 4),
    ):
        painted.clear()

        def act(look: Look = look) -> None:
            pane.set_look(look)
            if pane.file is None:
                pane.show_file(file, anew=True)

        inked = look.inks is not Inks.NONE
        there, held = _shown(act, (lambda: pane.inks.most is not None) if inked else seen)
        alone = _peer(file, _size(file, pane.view.per_cent), times)
        print(f"{name:>8} {there:>9.0f} {held:>8.1f} {alone:>8.0f} {held / alone:>6.2f}")
    drawer.close()
    tasks.shutdown()


if __name__ == "__main__":
    main()
