"""What of an article will not print well in the form of a preset, told by the part it is about.

The article is laid out as for the PDF and the pages are looked at: nothing is drawn, and photos
are opened only to see that they are some.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from newsroom.domain.article import Article
from newsroom.domain.document import (
    Block,
    Box,
    Heading,
    InnerBlock,
    ListBlock,
    Paragraph,
    Photo,
    Quote,
    Table,
    Text,
    block_texts,
    photos,
    plain,
    text_of,
)
from newsroom.domain.ids import BlockId
from newsroom.domain.imported import Remark
from newsroom.domain.paper import byline_line
from newsroom.domain.rendering import PhotoSource, RenderContext
from newsroom.domain.review import Finding, Place, Severity
from newsroom.domain.style import Role
from newsroom.press.images import opens, visible_region
from newsroom.press.layout.model import Line, Page, Picture
from newsroom.press.layout.pages import lay_out
from newsroom.press.layout.setting import Remarks, Setting
from newsroom.press.layout.tables import least_width
from newsroom.press.layout.words import breaks_at_seams, words_of
from newsroom.press.preset import MM, Preset
from newsroom.press.watching import Told, untold

_GOOD_PPI, _LEAST_PPI = 200, 150
"""print-and-word.md: below the first a photo looks soft in print, below the second coarse."""
_WIDEST = 1.1
"""Ems; no character is wider, so that shorter words need not be measured."""
_LARGER_PHOTO = Remark(template="Use a larger original, or print it smaller.")
_ANOTHER_PHOTO = Remark(template="Replace it on the Photos tab.")
_SMALLER_TABLE = Remark(
    template="Shorten its cells, leave out a column, or choose a form with a wider page."
)


def press_findings(
    article: Article, context: RenderContext, preset: Preset, told: Told = untold
) -> Iterator[Finding]:
    """Photos with too few pixels at their size, characters without a glyph, words and tables that
    do not fit.

    `told` hears of the layout. Raises `UserError` when the style names a font that is not shipped.
    """
    pages = lay_out([article], [context], preset, told=told).pages
    setting = Setting(preset, context, Remarks())
    yield from _photos(article, context, pages)
    for stretch in _stretches(setting, article):
        yield from _missing_glyphs(setting, stretch)
        yield from _wide_words(setting, stretch)
    yield from _tables(setting, article, pages)


# ---- photos --------------------------------------------------------------------------------
def _photos(article: Article, context: RenderContext, pages: Iterable[Page]) -> Iterator[Finding]:
    shown = _pictures(pages)
    for number, use in enumerate(photos(article.body), 1):
        source = context.photos.get(use.photo)
        if source is None or not opens(source.read):
            message = Remark(
                template="Photo {number} is lost or damaged: its place stays empty.",
                params={"number": number},
            )
            yield _photo_finding("photo-lost", Severity.ERROR, message, use, _ANOTHER_PHOTO)
        elif use.id in shown:
            yield from _sharpness(number, use, source, shown[use.id])


def _pictures(pages: Iterable[Page]) -> Mapping[str, Picture]:
    """The place of each photo on the page, by the id of its block."""
    return {
        element.key: item
        for page in pages
        for item in page.items
        if isinstance(item, Picture)
        for element in item.path
        if element.tag == "Figure"
    }


def _sharpness(number: int, use: Photo, source: PhotoSource, shown: Picture) -> Iterator[Finding]:
    size = (source.file.width, source.file.height)
    region = visible_region(size, shown.crop, shown.focal, shown.width / shown.height)
    ppi = round((region.right - region.left) / (shown.width / 72))
    if ppi >= _GOOD_PPI:
        return
    message = Remark(
        template="Photo {number} has {ppi} ppi at its width of {width} mm; {limit} ppi print well.",
        params={
            "number": number,
            "ppi": ppi,
            "width": round(shown.width / MM),
            "limit": _GOOD_PPI,
        },
    )
    severity = Severity.ERROR if ppi < _LEAST_PPI else Severity.WARNING
    yield _photo_finding("photo-ppi", severity, message, use, _LARGER_PHOTO)


def _photo_finding(
    rule: str, severity: Severity, message: Remark, use: Photo, advice: Remark
) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        place=Place.BLOCK,
        block=use.id,
        advice=advice,
    )


# ---- words ---------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Text in one style; a `width` in points of 0 means that its place is as wide as it needs."""

    text: Text
    role: Role
    width: float = 0.0
    place: Place = Place.BLOCK
    block: BlockId | None = None


def _stretches(setting: Setting, article: Article) -> Iterator[_Stretch]:
    whole = setting.span(setting.preset.columns.count)
    byline = byline_line(article.byline, setting.context.paper)
    fields = (
        (article.kicker, Role.KICKER, whole, Place.KICKER),
        (article.headline, Role.HEADLINE, whole, Place.HEADLINE),
        (article.lede, Role.LEDE, whole, Place.LEDE),
        (byline, Role.BYLINE, setting.column, Place.BYLINE),
    )
    for words, role, width, place in fields:
        yield _Stretch(text=text_of(words), role=role, width=width, place=place)
    for block in article.body.blocks:
        yield from _of_block(setting, block, setting.column, Role.PARAGRAPH)


def _of_block(setting: Setting, block: Block, width: float, running: Role) -> Iterator[_Stretch]:
    if isinstance(block, Box):
        yield _Stretch(text=block.title, role=Role.BOX_TITLE, width=width, block=block.id)
        for inner in block.blocks:
            yield from _of_block(setting, inner, width, Role.BOX)
        return
    role = _role(block, running)
    in_column = 0.0 if role in _PLACED else width
    for text in block_texts(block):
        yield _Stretch(text=text, role=role, width=in_column, block=block.id)
    beside = text_of(_named(block))
    yield _Stretch(text=beside, role=Role.QUOTE_SOURCE, width=in_column, block=block.id)


_PLACED = (Role.CAPTION, Role.TABLE)
"""What stands as wide as its photo, or is looked at as a whole table."""


def _role(block: InnerBlock, running: Role) -> Role:
    match block:
        case Paragraph():
            return running
        case Heading():
            return Role.HEADING
        case Quote():
            return Role.QUOTE
        case ListBlock():
            return Role.LIST
        case Photo():
            return Role.CAPTION
        case Table():
            return Role.TABLE
        case _:
            assert_never(block)


def _named(block: Block) -> str:
    """The name that is printed with a block: who is quoted, who took the photo."""
    if isinstance(block, Quote):
        return block.source
    return block.credit if isinstance(block, Photo) else ""


def _missing_glyphs(setting: Setting, stretch: _Stretch) -> Iterator[Finding]:
    face = setting.face(setting.style(stretch.role).style)
    unknown = set(plain(stretch.text)) - face.characters - {"\n"}
    if not unknown:
        return
    shaped = setting.book.shape(face, "".join(sorted(unknown)))
    missing = "".join(part.missing for part in shaped)
    if missing:
        message = Remark(
            template="No font of the page has {characters}.",
            params={"characters": ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in missing)},
        )
        advice = Remark(template="They would print as empty squares: write them in another way.")
        yield _finding("glyph-missing", Severity.ERROR, message, stretch, advice)


def _wide_words(setting: Setting, stretch: _Stretch) -> Iterator[Finding]:
    style = setting.style(stretch.role)
    if stretch.role is Role.HEADLINE:
        style = style.sized(setting.preset.headline.smallest)
    longest = max(map(len, plain(stretch.text).split()), default=0)
    if not stretch.width or longest * style.size * _WIDEST <= stretch.width:
        return
    for word in words_of(setting, stretch.text, style):
        if word.box.width > stretch.width and not breaks_at_seams(setting, word, stretch.width):
            message = Remark(
                template="“{word}” is wider than its column and will be broken.",
                params={"word": _shortened(word.text)},
            )
            advice = Remark(template="Give it a place to break: a space or a hyphen.")
            yield _finding("word-wide", Severity.WARNING, message, stretch, advice)
            return


def _shortened(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:39]}…"


def _finding(
    rule: str, severity: Severity, message: Remark, stretch: _Stretch, advice: Remark
) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        place=stretch.place,
        block=stretch.block,
        advice=advice,
    )


# ---- tables --------------------------------------------------------------------------------
def _tables(setting: Setting, article: Article, pages: Iterable[Page]) -> Iterator[Finding]:
    torn = _set_as_text(pages)
    whole = setting.span(setting.preset.columns.count)
    for block in article.body.blocks:
        in_box = isinstance(block, Box)
        width = setting.column if in_box else whole
        for part in block.blocks if isinstance(block, Box) else (block,):
            if isinstance(part, Table):
                yield from _table(setting, part, width, torn)


def _set_as_text(pages: Iterable[Page]) -> set[str]:
    """The tables whose rows were set as text: their element is a division, no table."""
    return {
        element.key
        for page in pages
        for item in page.items
        if isinstance(item, Line) and item.path
        for element in item.path
        if element.tag == "Div"
    }


def _table(setting: Setting, table: Table, width: float, torn: set[str]) -> Iterator[Finding]:
    if table.id in torn:
        message = Remark(template="A table is too large for the page; its rows are set as text.")
    elif least_width(setting, table) > width:
        message = Remark(template="A table is too wide for its column; words in it will be broken.")
    else:
        return
    stretch = _Stretch(text=(), role=Role.TABLE, block=table.id)
    yield _finding("table-wide", Severity.WARNING, message, stretch, _SMALLER_TABLE)
