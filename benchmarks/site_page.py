"""The site's page: rendering beside pandoc, and from a keystroke to the patched preview.

pandoc is timed without its start: 41 articles in one call less 1 article, over 40. The preview's
peer is what a preview without patches does: it loads the whole page anew at each keystroke.
"""

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from newsroom.domain.article import Article
from newsroom.domain.document import Block, Document, Paragraph, Photo, block_plain, text_of
from newsroom.domain.ids import BlockId
from newsroom.domain.rendering import RenderContext
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.blocks import WebImage
from newsroom.formats.html.folder import html_folder
from newsroom.formats.html.theme import load_theme
from newsroom.formats.html.writer import render_page
from tests.site_sample import photo_sources, rich_article, rich_context

RUNS = 40
EDITS = 60
_SENTENCE = (
    "Công đoàn cơ sở gặp từng tổ sản xuất, nghe ý kiến về bữa ăn ca, giờ nghỉ và tiền thưởng, "
    "rồi ghi thành ba việc phải làm trước khi hết quý. "
)


def main() -> None:
    """Print milliseconds and ratios."""
    for words in (500, 5_000):
        article = _article(words)
        _rendering(words, article)
    _exporting()
    _previewing()


def _article(words: int) -> Article:
    """The rich sample, filled up with paragraphs of about 80 tiếng."""
    more = tuple(
        Paragraph(id=BlockId(f"p{n}"), text=text_of(f"{n}. {_SENTENCE * 3}"))
        for n in range(max(0, words - 320) // 81)
    )
    return replace(rich_article(), body=Document(blocks=(*rich_article().body.blocks, *more)))


def _median_ms(work: Callable[[], object], runs: int = RUNS) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def _rendering(words: int, article: Article) -> None:
    theme, context = load_theme("paper"), rich_context()
    assets = Assets(policy="default-src 'none'", image=_picture)
    ours = _median_ms(lambda: render_page(article, context, theme=theme, assets=assets))
    peer = _pandoc_ms(article)
    ratio = f"{ours / peer:5.2f} × pandoc ({peer:.1f} ms)" if peer else "pandoc is not installed"
    print(f"page of {words:5} words   {ours:7.2f} ms   {ratio}")


def _picture(photo: Photo) -> WebImage:
    return WebImage(src=f"{photo.photo}.jpg", width=1600, height=900)


def _pandoc_ms(article: Article) -> float:
    if shutil.which("pandoc") is None:
        return 0.0
    source = "\n\n".join(map(_markdown, article.body.blocks)) + "\n\n"
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder) / "1.md", Path(folder) / "41.md"
        one.write_text(source, "utf-8")
        many.write_text(source * 41, "utf-8")
        few, most = (_median_ms(lambda p=path: _pandoc(p), runs=5) for path in (one, many))
    return (most - few) / 40


def _markdown(block: Block) -> str:
    return block_plain(block).replace("\n", "  \n")


def _pandoc(path: Path) -> None:
    subprocess.run(
        ["pandoc", "--from", "markdown", "--to", "html5", "--standalone", "--metadata", "title=x",
         "--output", os.devnull, str(path)],
        check=True,
    )  # fmt: skip


def _exporting() -> None:
    theme, article, context = load_theme("paper"), rich_article(), rich_context()
    whole = _median_ms(lambda: html_folder(article, context, theme=theme), runs=5)
    plain = replace(context, photos={})
    without = _median_ms(lambda: html_folder(article, plain, theme=theme), runs=5)
    print(f"folder with 3 pictures {whole:7.1f} ms   without pictures {without:.1f} ms")


def _previewing() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    for words in (500, 5_000):
        bench = _PreviewBench(app)
        bench.run(_article(words), rich_context(), words)
        bench.close()


class _PreviewBench:
    """A preview of its own, edited key by key; each key waits for the page to show the last."""

    def __init__(self, app: object) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        from newsroom.ui.preview.pane import PreviewPane
        from newsroom.ui.tasks import TaskRunner

        del app
        known = {one.file.id: one for one in photo_sources()}
        self._tasks = TaskRunner()
        self._pane = PreviewPane(tasks=self._tasks, read_photo=lambda photo: known[photo].read())
        self._loop = QEventLoop()
        self._pane.shown.connect(self._loop.quit)
        self._beat = QTimer(interval=0)
        self._beat.timeout.connect(self._tick)
        self._last = 0.0
        self._gaps: list[float] = []

    def run(self, article: Article, context: RenderContext, words: int) -> None:
        self._pane.resize(404, 900)
        self._pane.show()
        first = self._shown(article, context)
        self._wait(600)
        self._beat.start()
        patched = self._keys(article, context, whole=False)
        self._beat.stop()
        loaded = self._keys(article, context, whole=True)
        ours, peer = statistics.median(patched), statistics.median(loaded)
        worst = sorted(patched)[int(len(patched) * 0.99)]
        print(
            f"preview of {words:5} words   first page {first:5.0f} ms   key to page {ours:5.1f} ms"
            f"  p99 {worst:5.1f}   longest stop of the window {max(self._gaps):5.1f} ms"
            f"   {ours / peer:4.2f} × whole load ({peer:.1f} ms)"
        )

    def close(self) -> None:
        from shiboken6 import delete

        self._tasks.shutdown()
        delete(self._pane)

    def _keys(self, article: Article, context: RenderContext, *, whole: bool) -> list[float]:
        times = []
        blocks = article.body.blocks
        for count in range(EDITS):
            typed = Paragraph(id=blocks[3].id, text=text_of(_SENTENCE + "chữ " * count))
            body = Document(blocks=(*blocks[:3], typed, *blocks[4:]))
            # another paper means another page, which is loaded whole
            paper = replace(context.paper, visits=count) if whole else context.paper
            shown = replace(context, paper=paper)
            times.append(self._shown(replace(article, body=body), shown))
        return times

    def _shown(self, article: Article, context: RenderContext) -> float:
        start = time.perf_counter()
        self._pane.show_article(article, context)
        self._last = time.perf_counter()
        self._loop.exec()
        return (time.perf_counter() - start) * 1000

    def _wait(self, milliseconds: int) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._gaps.append((now - self._last) * 1000)
        self._last = now


if __name__ == "__main__":
    main()
