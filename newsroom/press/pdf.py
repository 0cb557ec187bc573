"""Articles as one PDF file: layout, photos, drawing, and what the file says about itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, Any

from newsroom.domain.article import Article
from newsroom.domain.imported import Remark
from newsroom.domain.paper import local
from newsroom.domain.rendering import RenderContext
from newsroom.domain.style import Family
from newsroom.errors import UsageError
from newsroom.press.drawing import PageWriter, PictureKey, key_of, pdf_font
from newsroom.press.fonts import font_book
from newsroom.press.images import UnreadablePhotoError, prepared
from newsroom.press.layout.model import Item, Page, Panel, Picture
from newsroom.press.layout.pages import Layout, lay_out
from newsroom.press.preset import ColourSpace, Preset, style_for

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_MAKER = "Newsroom"
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
    pictures, warnings = _pictures(layout, contexts, preset)
    pages = [_with_places(page, pictures, preset) for page in layout.pages]
    data = _written(pages, pictures, articles, contexts[0], preset)
    return Printed(data=data, pages=len(pages), warnings=(*layout.remarks, *warnings))


def _pictures(
    layout: Layout, contexts: Sequence[RenderContext], preset: Preset
) -> tuple[dict[PictureKey, bytes], list[Remark]]:
    """All photos of the pages as JPEG files, and a remark for each that cannot be shown."""
    sources = {photo: source for context in contexts for photo, source in context.photos.items()}
    pictures: dict[PictureKey, bytes] = {}
    warnings = []
    for picture in (item for page in layout.pages for item in page.items):
        if not isinstance(picture, Picture):
            continue
        source = sources[picture.photo]
        try:
            pictures[key_of(picture)] = prepared(picture, source.read, preset.photos.ppi)
        except UnreadablePhotoError:
            warnings.append(
                Remark(
                    template="The photo “{name}” cannot be shown; its place is left empty.",
                    params={"name": source.file.name},
                )
            )
    return pictures, warnings


def _with_places(page: Page, pictures: dict[PictureKey, bytes], preset: Preset) -> Page:
    """The page with a tinted place for each photo that cannot be shown."""
    grey = (0.0, 0.0, 0.0, 0.12) if preset.colour is ColourSpace.CMYK else (0.88, 0.88, 0.88)

    def shown(item: Item) -> Item:
        if isinstance(item, Picture) and key_of(item) not in pictures:
            return Panel(x=item.x, y=item.y, width=item.width, height=item.height, colour=grey)
        return item

    return replace(page, items=tuple(map(shown, page.items)))


def _written(
    pages: Sequence[Page],
    pictures: dict[PictureKey, bytes],
    articles: Sequence[Article],
    context: RenderContext,
    preset: Preset,
) -> bytes:
    """The file. `initialFontName` keeps reportlab from naming a Helvetica that is not embedded."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    out = BytesIO()
    text = font_book(style_for(preset, context.style).fonts).face(Family.TEXT, 400)
    with _READING_FONTS:
        pdfmetrics.registerFont(pdf_font(text.path))
        settings: dict[str, Any] = {"initialFontName": text.name, "lang": articles[0].language}
        canvas = Canvas(out, pageCompression=1, invariant=1, pdfVersion=(1, 6), **settings)
        _describe(canvas, articles, context)
        writer = PageWriter(canvas, pictures)
        for page in pages:
            if len(articles) > 1:
                _bookmark(canvas, page)
            writer.write(page)
        canvas.save()
    return out.getvalue()


def _bookmark(canvas: "Canvas", page: Page) -> None:
    """An entry of the outline for the article that begins on the page."""
    if page.opens is None:
        return
    place = f"page-{page.number}"
    canvas.bookmarkPage(place)
    canvas.addOutlineEntry(page.opens or str(page.number), place, level=0)


def _describe(canvas: "Canvas", articles: Sequence[Article], context: RenderContext) -> None:
    """Title, author, section, tags and the time of the last change: what the articles say."""
    lead = articles[0]
    names = dict.fromkeys(name for article in articles for name in article.byline)
    tags = dict.fromkeys(tag for article in articles for tag in article.tags)
    canvas.setTitle(lead.headline or context.paper.name)
    canvas.setAuthor(", ".join(names))
    canvas.setSubject(" / ".join(lead.section))
    canvas.setKeywords(", ".join(tags))
    canvas.setCreator(_MAKER)
    canvas.setProducer(_MAKER)
    stamp = _pdf_date(local(max(article.updated for article in articles), context.paper))
    canvas.setDateFormatter(lambda *_now: stamp)


def _pdf_date(moment: datetime) -> str:
    minutes = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{moment:D:%Y%m%d%H%M%S}{'+' if minutes >= 0 else '-'}{hours:02d}'{rest:02d}'"
