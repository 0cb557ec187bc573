"""Articles as one PDF file: layout, photos, drawing, and what the file says about itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
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
from newsroom.press.colour import Separation
from newsroom.press.drawing import PageWriter, pdf_font
from newsroom.press.fonts import font_book
from newsroom.press.images import UnreadablePhotoError, prepared
from newsroom.press.layout.model import Item, Page, Panel, Picture
from newsroom.press.layout.pages import lay_out
from newsroom.press.metadata import facts_of
from newsroom.press.pdfx import Drawn, finished
from newsroom.press.preset import ColourSpace, Preset, style_for
from newsroom.press.tagging import Structure

_READING_FONTS = Lock()
"""reportlab's font readers keep a position in their file: one document at a time."""


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
    layout = lay_out(articles, contexts, preset)
    whole = [with_bleed(page, preset.output) for page in layout.pages]
    pictures, warnings = _pictures(whole, contexts, preset)
    pages = [_with_places(page, pictures, preset) for page in whole]
    drawn = _drawn(pages, pictures, contexts[0], preset)
    facts = facts_of(articles, contexts[0].paper, preset.output.standard)
    data = finished(drawn, facts, preset)
    return Printed(data=data, pages=len(pages), warnings=(*layout.remarks, *warnings))


def _pictures(
    pages: Sequence[Page], contexts: Sequence[RenderContext], preset: Preset
) -> tuple[dict[Picture, bytes], list[Remark]]:
    """All photos of the pages as JPEG files, and a remark for each that cannot be shown."""
    sources = {photo: source for context in contexts for photo, source in context.photos.items()}
    separation = _separation(preset)
    pictures: dict[Picture, bytes] = {}
    warnings = []
    for picture in (item for page in pages for item in page.items):
        if not isinstance(picture, Picture):
            continue
        source = sources[picture.photo]
        try:
            pictures[picture] = prepared(picture, source.read, preset.photos.ppi, separation)
        except UnreadablePhotoError:
            warnings.append(
                Remark(
                    template="The photo “{name}” cannot be shown; its place is left empty.",
                    params={"name": source.file.name},
                )
            )
    return pictures, warnings


def _separation(preset: Preset) -> Separation | None:
    """How photos become ink; None when the page is one of light."""
    if preset.colour is ColourSpace.RGB:
        return None
    return Separation(Path(preset.output.icc), preset.output.ink_limit)


def _with_places(page: Page, pictures: dict[Picture, bytes], preset: Preset) -> Page:
    """The page with a tinted place for each photo that cannot be shown."""
    grey = (0.0, 0.0, 0.0, 0.12) if preset.colour is ColourSpace.CMYK else (0.88, 0.88, 0.88)

    def shown(item: Item) -> Item:
        if isinstance(item, Picture) and item not in pictures:
            return Panel(x=item.x, y=item.y, width=item.width, height=item.height, colour=grey)
        return item

    return replace(page, items=tuple(map(shown, page.items)))


def _drawn(
    pages: Sequence[Page], pictures: dict[Picture, bytes], context: RenderContext, preset: Preset
) -> Drawn:
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
        writer = PageWriter(canvas, pictures, corner, structure)
        for page in pages:
            writer.write(page)
        canvas.save()
    return Drawn(data=out.getvalue(), pages=pages, structure=structure)
