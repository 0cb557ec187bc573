"""An article as a flow of slugs at column width, and what floats across columns beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from newsroom.domain.article import Article
from newsroom.domain.document import (
    Block,
    Box,
    Heading,
    Mark,
    Paragraph,
    Photo,
    Run,
    Table,
    Text,
    plain,
    text_of,
)
from newsroom.domain.paper import byline_line
from newsroom.domain.style import Role
from newsroom.press.layout.blocks import Place, block_slugs, box_slugs
from newsroom.press.layout.head import with_drop_cap
from newsroom.press.layout.lines import set_text
from newsroom.press.layout.model import Element, Panel, Slug, moved, slugs_within
from newsroom.press.layout.photos import photo_slugs
from newsroom.press.layout.setting import Setting, TextStyle
from newsroom.press.layout.slugs import merged, stacked
from newsroom.press.layout.tables import easy_width, table_slugs
from newsroom.press.watching import Told, untold

_BESIDE = 0.62
"""A box stands beside the lead photo when it fills at least this share of its height."""
_LANDSCAPE = 0.85


@dataclass(frozen=True, slots=True)
class Float:
    """A slug across `columns` columns, due on the page that holds slug number `after`.

    `leads`: it opens the article, under the headline and from the left.
    """

    after: int
    columns: int
    slug: Slug
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """The text in order, and the floats by their place in it."""

    slugs: tuple[Slug, ...]
    floats: tuple[Float, ...]


def flow_of(
    setting: Setting, article: Article, overflow: tuple[Text, ...], told: Told = untold
) -> Flow:
    """The article's body; `overflow` is the part of the opening that was too long for it.

    `told` hears of each block.
    """
    blocks = list(_dated(article))
    floats = _leads(setting, blocks)
    slugs: list[Slug] = []
    for text in overflow:
        blocks.insert(0, Paragraph(text=text))
    for at, block in enumerate(blocks):
        told(at / len(blocks))
        floating = _floating(setting, block, len(slugs))
        if floating is not None:
            floats.append(floating)
            continue
        opening = at == 0 or isinstance(blocks[at - 1], Heading)
        initial = _initial(setting, block, first=not slugs and not article.dateline.strip())
        place = Place(setting.column)
        made = initial or block_slugs(setting, block, place, opening=opening)
        if isinstance(block, Table) and not _introduced(blocks[:at]):
            made = _waiting(setting, made)
        slugs.extend(made)
    return Flow(tuple(_signed(setting, article, slugs)), tuple(floats))


def _dated(article: Article) -> tuple[Block, ...]:
    """The blocks, the place of the report before the first paragraph."""
    place = article.dateline.strip()
    blocks = article.body.blocks
    if not place:
        return blocks
    sign = Run(text=f"{place} – ", marks=frozenset({Mark.BOLD}))
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            opened = replace(block, text=(sign, *block.text))
            return (*blocks[:at], opened, *blocks[at + 1 :])
    return (Paragraph(text=(sign,)), *blocks) if blocks else ()


def _introduced(before: Sequence[Block]) -> bool:
    """Whether the text leads up to what follows it: “… như sau:”."""
    last = before[-1] if before else None
    return isinstance(last, Paragraph) and plain(last.text).rstrip().endswith(":")


def _waiting(setting: Setting, slugs: list[Slug]) -> list[Slug]:
    """In columns text moves up before a table that finds no room, as before a photo."""
    if setting.preset.columns.count == 1 or len(slugs) != 1:
        return slugs
    return [replace(slugs[0], waits=True)]


def _initial(setting: Setting, block: Block, *, first: bool) -> list[Slug] | None:
    if not first or not isinstance(block, Paragraph):
        return None
    slugs = with_drop_cap(setting, block.text, setting.column)
    return None if slugs is None else slugs_within((Element("P", block.id),), slugs)


def _leads(setting: Setting, blocks: list[Block]) -> list[Float]:
    """The lead photo across its columns and, when one fits there, a box beside it.

    What is taken is removed from `blocks`.
    """
    count = setting.preset.columns.count
    lead = next((block for block in blocks if isinstance(block, Photo)), None)
    if count == 1 or lead is None:
        return []
    blocks.remove(lead)
    wide = min(setting.preset.photos.lead_columns or count, count)
    photo = merged(photo_slugs(setting, lead, setting.span(wide)), setting.grid)
    leads = [Float(0, wide, replace(photo, space=0), leads=True)]
    if wide == count:
        return leads
    box = next((block for block in blocks if isinstance(block, Box)), None)
    beside = _beside(setting, box, count - wide, photo.rows) if box else None
    if box is None or beside is None:
        return leads
    blocks.remove(box)
    return [*leads, Float(0, count - wide, beside, leads=True)]


def _beside(setting: Setting, box: Box, columns: int, rows: int) -> Slug | None:
    """The box as high as the photo beside it; None when it would overflow or look half empty."""
    slugs = box_slugs(setting, box, setting.span(columns))
    if len(slugs) != 1 or not _BESIDE * rows <= slugs[0].rows <= rows:
        return None
    panel, *rest = slugs[0].items
    height = (rows - 1) * setting.grid
    deep = replace(panel, height=height) if isinstance(panel, Panel) else panel
    shift = max(0.0, baseline_shift(setting))
    return Slug(rows=rows, items=moved((deep, *rest), 0.0, shift))


def baseline_shift(setting: Setting) -> float:
    """From the top of a row to the tops of the capitals in it."""
    style = setting.style(Role.PARAGRAPH)
    return style.leading / 2 - 0.41 * style.size if setting.snapped else 0.0


def _floating(setting: Setting, block: Block, after: int) -> Float | None:
    """The block as a float, None when it stands in a column."""
    count = setting.preset.columns.count
    if count == 1:
        return None
    if isinstance(block, Photo):
        wide = min(setting.preset.photos.float_columns, count)
        if wide > 1 and _is_landscape(setting, block):
            return _float(after, wide, photo_slugs(setting, block, setting.span(wide)))
    if isinstance(block, Table):
        wide = min(count, ceil(easy_width(setting, block) / setting.column))
        if wide > 1:
            return _float(after, wide, table_slugs(setting, block, setting.span(wide)))
    return None


def _float(after: int, columns: int, slugs: list[Slug]) -> Float | None:
    if len(slugs) != 1:
        return None
    slug = slugs[0]
    return Float(after, columns, Slug(rows=slug.rows + 1, items=slug.items))


def _is_landscape(setting: Setting, photo: Photo) -> bool:
    source = setting.context.photos.get(photo.photo)
    return source is None or source.file.height <= _LANDSCAPE * source.file.width


def _names(setting: Setting, names: Sequence[str], style: TextStyle) -> str:
    """The byline in lines that end between names, as many to a line as the column has room for."""
    lines: list[tuple[str, ...]] = []
    for name in names:
        longer = (*lines[-1], name) if lines else (name,)
        if lines and _wide(setting, byline_line(longer, setting.context.paper), style):
            lines.append((name,))
        else:
            lines[-1:] = [longer]
    return " -\n".join(byline_line(line, setting.context.paper) for line in lines)


def _wide(setting: Setting, words: str, style: TextStyle) -> bool:
    return len(set_text(setting, text_of(f"{words} -"), style, setting.column)) > 1


def _signed(setting: Setting, article: Article, slugs: list[Slug]) -> list[Slug]:
    """The text with the byline below it, which never stands alone on a column."""
    style = setting.style(Role.BYLINE)
    line = _names(setting, [name for name in article.byline if name.strip()], style)
    lines = set_text(setting, text_of(line), style, setting.column)
    lines = [entry.within(Element("P", "byline")) for entry in lines]
    byline = stacked(setting, lines, style)
    if byline and slugs:
        slugs[-1] = replace(slugs[-1], keep=True)
    return [*slugs, *byline]
