"""Articles as one PDF file: layout, photos, drawing, and what the file says about itself."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

from newsroom.domain.article import Article
from newsroom.domain.imported import Remark
from newsroom.domain.rendering import RenderContext
from newsroom.domain.style import Family
from newsroom.errors import UsageError
from newsroom.press.boxes import boxes_of, with_bleed
from newsroom.press.colour import Separation, packed_profile
from newsroom.press.drawing import PageWriter, pdf_font
from newsroom.press.fonts import font_book
from newsroom.press.layout.model import Page
from newsroom.press.layout.pages import Layout, lay_out
from newsroom.press.metadata import facts_of
from newsroom.press.pdfx import Drawn, begun, finished
from newsroom.press.pictures import add_pictures, at_work, picture_names
from newsroom.press.preset import ColourSpace, Preset, Standard, style_for
from newsroom.press.tagging import Structure
from newsroom.press.watching import Told, part_of, untold

_READING_FONTS = Lock()
"""reportlab's font readers keep a position in their file: one document at a time."""
LAYING_OUT = 0.75
"""The share of the time that the layout of a long text takes; the rest is drawing it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A PDF file, its number of pages, and what a person should know of it."""

    data: bytes
    pages: int
    warnings: tuple[Remark, ...] = ()


def render_pdf(
    articles: Sequence[Article],
    *,
    context_of: Callable[[Article], RenderContext] | Sequence[RenderContext],
    preset: Preset,
    told: Told = untold,
) -> Printed:
    """The articles as one PDF in the form of `preset`, each beginning on a new page.

    The same articles, contexts and preset give the same bytes; dates in the file come from the
    articles. A photo that cannot be shown leaves its place tinted, a character that no font has
    becomes an empty square; both are in `warnings`. Raises `UsageError` when there is no article,
    `UserError` when the style names a font that is not shipped.
    """
    if not articles:
        raise UsageError("There is no article to print.")
    contexts = [context_of(a) for a in articles] if callable(context_of) else [*context_of]
    with ThreadPoolExecutor(1) as beside:
        beside.submit(_make_inks_ready, preset)
        layout = lay_out(articles, contexts, preset, told=part_of(told, 0.0, LAYING_OUT))
    return print_layout(layout, articles, contexts, preset, part_of(told, LAYING_OUT, 1.0))


def _make_inks_ready(preset: Preset) -> None:
    """The work of libraries that let the layout run meanwhile; both are kept by who needs them."""
    profile = Path(preset.output.icc)
    if preset.colour is ColourSpace.CMYK:
        Separation(profile, preset.output.ink_limit).table()
    if preset.output.standard is not Standard.NONE:
        packed_profile(profile)


def print_layout(
    layout: Layout,
    articles: Sequence[Article],
    contexts: Sequence[RenderContext],
    preset: Preset,
    told: Told = untold,
) -> Printed:
    """The pages of `layout`, in which these articles stand, as a file; see `render_pdf`."""
    pages = [with_bleed(page, preset.output) for page in layout.pages]
    facts = facts_of(articles, contexts[0].paper, preset.output.standard)
    with (
        at_work(pages, contexts, preset) as photos_ready,
        begun(_drawn(pages, contexts[0], preset, told), facts, preset) as file,
    ):
        photos, warnings = photos_ready()
        add_pictures(file, pages, photos, preset.colour)
        data = finished(file, preset)
    return Printed(data=data, pages=len(pages), warnings=(*layout.remarks, *warnings))


def _drawn(pages: Sequence[Page], context: RenderContext, preset: Preset, told: Told) -> Drawn:
    """The pages drawn. `initialFontName` keeps reportlab from naming a Helvetica it embeds not."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    out = BytesIO()
    text = font_book(style_for(preset, context.style).fonts).face(Family.TEXT, 400)
    structure = Structure() if preset.output.tagged else None
    corner = boxes_of(pages[0], preset.output).corner
    with _READING_FONTS:
        pdfmetrics.registerFont(pdf_font(text.path))
        settings: dict[str, Any] = {"initialFontName": text.name}
        canvas = Canvas(out, pageCompression=1, invariant=1, **settings)
        writer = PageWriter(canvas, picture_names(pages), corner, structure)
        for at, page in enumerate(pages):
            told(at / len(pages))
            writer.write(page)
        canvas.save()
    return Drawn(data=out.getvalue(), pages=pages, structure=structure)
