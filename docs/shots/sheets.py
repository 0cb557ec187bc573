"""Pictures of printed pages: presets, formats, pages with several articles."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from newsroom.app import open_desk
from newsroom.domain.article import Article
from newsroom.domain.rendering import RenderContext
from newsroom.press.newspage.template import template_names
from newsroom.press.pdf import render_pdf
from newsroom.press.preset import Format, Preset
from newsroom.press.presets import load_preset
from newsroom.services.articles import list_ids
from newsroom.services.desk import Desk
from newsroom.services.newspages import make_pages
from newsroom.services.rendering import context_for
from newsroom.services.samples import add_sample_article, add_samples

DOCS = Path(__file__).resolve().parent.parent
SHEETS = DOCS / "pictures" / "sheets"
PAGE = DOCS / "press.md"
_WIDTH = 620
_MOST_PAGES = 3
_COLOURS = 128
_SAMPLES = 60
_HEAD = """# The printed page

Made by `make screenshots` from the sample articles, so this page is never mended by hand. The
newspaper's pages are PDF/X-4 with bleed and marks; office and reading copies are tagged.
"""


@dataclass(frozen=True)
class Sheet:
    """A PDF, the name of its pictures, and a sentence on it."""

    name: str
    words: str
    data: bytes


def take_sheets() -> None:
    """Make all pictures and the page that shows them; nothing without poppler."""
    if shutil.which("pdftoppm") is None:
        sys.stderr.write("pdftoppm (poppler) is not installed: no pictures of printed pages\n")
        return
    shutil.rmtree(SHEETS, ignore_errors=True)
    SHEETS.mkdir(parents=True)
    parts = [_HEAD]
    with (
        tempfile.TemporaryDirectory() as folder,
        open_desk(Path(folder) / "library", create=True) as desk,
    ):
        for sheet in _sheets(desk):
            files = list(_pictures(sheet, Path(folder)))
            parts.append(f"## {sheet.name}\n\n{sheet.words}\n")
            parts.append(
                "\n".join(
                    f'<img src="pictures/sheets/{name}" width="32%" alt="{name}">' for name in files
                )
                + "\n"
            )
    PAGE.write_text("\n".join(parts), encoding="utf-8")


def _sheets(desk: Desk) -> Iterator[Sheet]:
    article = add_sample_article(desk=desk).value
    context = context_for(desk=desk, article=article)
    for name, words in (
        ("newspaper", "Two columns on A4, on one baseline grid, with an initial and a pull quote."),
        ("print", "What “Print” on the site gives: one clean column, source and address."),
        ("office", "An official document by decree 30/2020."),
        ("galley", "One column with its depth in lines and millimetres."),
    ):
        yield Sheet(name, words, _printed(article, context, load_preset(name)))
    for format, count in ((Format.TABLOID, 5), (Format.BERLINER, 6), (Format.A3, 4)):
        preset = _shaped(format, count)
        words = f"The newspaper on {format} in {count} columns."
        yield Sheet(f"{format}-{count}".lower(), words, _printed(article, context, preset))
    add_samples(desk=desk, count=_SAMPLES, seed=3)
    ids = [article.id, *(one for one in list_ids(desk=desk) if one != article.id)]
    for template in template_names():
        words = "Several articles on a page, each in its place; what is over is told."
        count = 6 if template == "lead-and-briefs" else 5 if template == "lead-and-rail" else 2
        made = make_pages(desk=desk, ids=ids[:count], template=template, number=4)
        yield Sheet(template, words, made.data)


def _shaped(format: Format, count: int) -> Preset:
    base = load_preset("tabloid")
    return replace(
        base,
        page=replace(base.page, format=format),
        columns=replace(base.columns, count=count),
    )


def _printed(article: Article, context: RenderContext, preset: Preset) -> bytes:
    return render_pdf([article], context_of=[context], preset=preset).data


def _pictures(sheet: Sheet, folder: Path) -> Iterator[str]:
    """The names of the pictures of a sheet's pages, which are written on the way.

    Drawn by poppler, which shows inks in the colours of their profile.
    """
    pdf = folder / "sheet.pdf"
    pdf.write_bytes(sheet.data)
    for old in folder.glob("page*"):
        old.unlink()
    width = ("-scale-to-x", str(2 * _WIDTH), "-scale-to-y", "-1", "-l", str(_MOST_PAGES))
    subprocess.run(["pdftoppm", *width, "-png", str(pdf), str(folder / "page")], check=True)
    for number, drawn in enumerate(sorted(folder.glob("page*")), 1):
        name = f"{sheet.name}-{number}.png"
        _squeeze(drawn, SHEETS / name)
        yield name


def _squeeze(drawn: Path, kept: Path) -> None:
    from PIL import Image

    with Image.open(drawn) as opened:
        page = opened.convert("RGB")
    size = (_WIDTH, round(_WIDTH * page.height / page.width))
    small = page.resize(size, Image.Resampling.LANCZOS)
    small.quantize(_COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        kept, optimize=True
    )
