"""The site's page: rendering beside pandoc (the preview has a benchmark of its own).

pandoc is timed without its start: 41 articles in one call less 1 article, over 40.
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
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.blocks import WebImage
from newsroom.formats.html.folder import html_folder
from newsroom.formats.html.theme import load_theme, theme_names
from newsroom.formats.html.writer import render_listing, render_page
from tests.site_pages import listings, site_context
from tests.site_sample import rich_article, rich_context

RUNS = 40
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


def _listing() -> None:
    assets = Assets(policy="default-src 'none'", image=_picture, thumbnail=_picture)
    context, article = site_context(), _article(500)
    for name in theme_names():
        theme = load_theme(name)
        page = _median_ms(lambda t=theme: render_page(article, context, theme=t, assets=assets))
        for kind, listing in listings().items():
            ours = _median_ms(
                lambda t=theme, one=listing: render_listing(one, context, theme=t, assets=assets)
            )
            print(f"{name}: {kind:8}   {ours:7.2f} ms   {ours / page:5.2f} × an article's page")


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


if __name__ == "__main__":
    main()
