"""Blocks of the body as slugs: one function for each kind of block."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from newsroom.domain.document import (
    Block,
    Box,
    Heading,
    ListBlock,
    Paragraph,
    Photo,
    Quote,
    Table,
    Text,
    text_of,
)
from newsroom.domain.style import Role
from newsroom.press.layout.lines import SetLine, set_balanced, set_text
from newsroom.press.layout.model import (
    Element,
    Item,
    Panel,
    Path,
    Rule,
    Slug,
    moved,
    slugs_within,
)
from newsroom.press.layout.photos import photo_slugs
from newsroom.press.layout.setting import Setting, TextStyle
from newsroom.press.layout.slugs import merged, running, stack_items, stacked, tinted
from newsroom.press.layout.tables import table_slugs
from newsroom.press.layout.words import words_of

_WHOLE = 0.6
"""Boxes and tables up to this share of the page stay in one piece."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks are set: the width in points, the role of running text there."""

    width: float
    text: Role = Role.PARAGRAPH


def body_slugs(setting: Setting, blocks: Sequence[Block], place: Place) -> list[Slug]:
    """The blocks one after the other."""
    slugs: list[Slug] = []
    for at, block in enumerate(blocks):
        opening = at == 0 or isinstance(blocks[at - 1], Heading)
        slugs.extend(block_slugs(setting, block, place, opening=opening))
    return slugs


def block_slugs(setting: Setting, block: Block, place: Place, *, opening: bool) -> list[Slug]:
    """One block; `opening`: it begins the text or follows a cross-head."""
    match block:
        case Paragraph():
            slugs = _paragraph(setting, block.text, place, opening=opening)
            return slugs_within((Element("P", block.id),), slugs)
        case Heading():
            return slugs_within((Element("H2", block.id),), _heading(setting, block.text, place))
        case Quote():
            return slugs_within((Element("BlockQuote", block.id),), _quote(setting, block, place))
        case ListBlock():
            lists = Element("L", block.id, numbered=block.ordered)
            return slugs_within((lists,), _list(setting, block, place))
        case Photo():
            return photo_slugs(setting, block, place.width)
        case Table():
            return table_slugs(setting, block, place.width)
        case Box():
            return box_slugs(setting, block, place.width)
        case _:
            assert_never(block)


def _paragraph(setting: Setting, text: Text, place: Place, *, opening: bool) -> list[Slug]:
    style, body = setting.style(place.text), setting.preset.body
    indented = place.text is Role.PARAGRAPH and (body.first_indent or not opening)
    indent = setting.indent if indented else 0.0
    on_grid = place.text is Role.PARAGRAPH
    lines = set_text(setting, text, style, place.width, first_indent=indent, body=on_grid)
    gap = body.gap if on_grid else style.after
    return running(setting, lines, style, gap=gap)


def _heading(setting: Setting, text: Text, place: Place) -> list[Slug]:
    style = setting.style(Role.HEADING)
    lines = set_text(setting, text, style, place.width)
    return stacked(setting, lines, style, keep=True)


def _quote(setting: Setting, quote: Quote, place: Place) -> list[Slug]:
    """A pull quote in a frame of its own: under a rule, or beside a bar when it is indented."""
    style, source = setting.style(Role.QUOTE), setting.style(Role.QUOTE_SOURCE)
    indent = min(style.indent, place.width / 6)
    width = place.width - indent
    words = set_balanced(setting, words_of(setting, quote.text, style), style, width)
    words = [line.within(Element("P", "words")) for line in words]
    by = set_text(setting, text_of(quote.source), source, width)
    by = [line.within(Element("P", "source")) for line in by]
    lead = 0.3 * source.size if by else 0.0
    height = len(words) * style.leading + lead + len(by) * source.leading
    if height > _WHOLE * setting.depth * setting.grid:
        return running(setting, words + by, style, x=indent, gap=style.before)
    if not words + by:
        return []
    top = 0.0 if indent else 0.55 * setting.preset.body.size
    items = stack_items(words, style, indent, top)
    items += stack_items(by, source, indent, height - len(by) * source.leading + top)
    bottom = height if indent else 0.0
    across = 0.0 if indent else place.width
    mark = Rule(x1=0, x2=across, y1=0, y2=bottom, thickness=1.5, colour=style.colour)
    return [_framed(setting, (mark, *items), top + height, style)]


def _framed(setting: Setting, items: tuple[Item, ...], height: float, style: TextStyle) -> Slug:
    """Items of some height as a slug with the style's space around them, the rest shared out."""
    rows = setting.rows(height + style.after)
    before = setting.rows(style.before)
    spare = (rows + before) * setting.grid - height
    shift = spare * 0.55 - before * setting.grid
    return Slug(rows=rows, items=moved(items, 0.0, shift), space=before, waits=True)


def _list(setting: Setting, block: ListBlock, place: Place) -> list[Slug]:
    slugs: list[Slug] = []
    counts: list[int] = []
    bodies: list[Path] = []
    for at, item in enumerate(block.items):
        counts = [*counts[: item.level + 1], *[0] * (item.level + 1 - len(counts))]
        counts[item.level] += 1
        marker = f"{counts[item.level]}." if block.ordered else "–" if item.level else "•"
        above = _list_above(bodies, item.level, block)
        entry = (*above, Element("LI", str(at)))
        bodies = [*bodies[: item.level], (*entry, Element("LBody", ""))]
        made = _item(setting, item.text, marker, item.level, place, first=at == 0)
        slugs.extend(slugs_within(entry, made))
    return slugs


def _list_above(bodies: Sequence[Path], level: int, block: ListBlock) -> Path:
    """The list within the entry above that an entry of a deeper level belongs to."""
    if not level or not bodies:
        return ()
    body = bodies[min(level, len(bodies)) - 1]
    return (*body, Element("L", "", numbered=block.ordered))


def _item(
    setting: Setting, text: Text, marker: str, level: int, place: Place, *, first: bool
) -> list[Slug]:
    style = setting.style(Role.LIST if place.text is Role.PARAGRAPH else place.text)
    step = 1.25 * style.size
    hang = min(step * (level + 1), place.width * 0.4)
    on_grid = style.leading == setting.preset.body.leading
    lines = set_text(setting, text, style, place.width - hang, body=on_grid)
    if not lines:
        return []
    sign = set_text(setting, text_of(marker), style, step, body=on_grid)
    shifted = [SetLine(line.line.moved(hang, 0), _moved(line, hang)) for line in lines]
    gap = 0.0 if setting.snapped else max(style.after, setting.preset.body.gap if first else 0.0)
    slugs = slugs_within((Element("LBody", ""),), running(setting, shifted, style, gap=gap))
    label = [line.within(Element("Lbl", "")) for line in sign]
    mark = running(setting, label, style, x=hang - step)[0].items
    return [replace(slugs[0], items=(*mark, *slugs[0].items)), *slugs[1:]]


def _moved(line: SetLine, dx: float) -> tuple[Rule, ...]:
    return tuple(rule.moved(dx, 0.0) for rule in line.rules)


def box_slugs(setting: Setting, box: Box, width: float) -> list[Slug]:
    """An information box on a tint under a rule; a long one is divided between its lines."""
    return slugs_within((Element("Sect", box.id),), _box(setting, box, width))


def _box(setting: Setting, box: Box, width: float) -> list[Slug]:
    whole = _whole_box(setting, box, width)
    if not whole or whole[0].rows <= _WHOLE * setting.depth:
        return whole
    grid, pad = setting.grid, _pad(setting)
    edge = setting.rows(pad)
    inner = [
        replace(slug, items=moved(slug.items, pad, 0.0)) for slug in _inside(setting, box, width)
    ]
    first, last = (
        Slug(rows=edge, items=(_top_rule(setting, width),), keep=True),
        Slug(rows=edge, items=()),
    )
    inner[-1] = replace(inner[-1], keep=True)
    ground = Panel(x=0, y=0, width=width, height=0, colour=setting.tint())
    tints = [tinted(slug, ground, grid) for slug in (first, *inner, last)]
    return [replace(tints[0], space=1), *tints[1:]]


def _whole_box(setting: Setting, box: Box, width: float) -> list[Slug]:
    """The box in one piece, set off the grid within; none when it is empty."""
    free, pad = setting.free(), _pad(setting)
    inner = _inside(free, box, width)
    if not inner:
        return []
    body = merged(inner, free.grid)
    height = body.rows * free.grid + 2 * pad
    rows = setting.rows(height + 0.2 * setting.preset.body.leading)
    deep = rows * setting.grid - 0.4 * setting.preset.body.leading if setting.snapped else height
    ground = Panel(x=0, y=0, width=width, height=deep, colour=setting.tint())
    items = moved(body.items, pad, pad + (deep - height) / 2)
    space = max(1, setting.rows(0.5 * setting.preset.body.leading))
    after = 0 if setting.snapped else space
    return [
        Slug(
            rows=rows + after,
            items=(ground, _top_rule(setting, width), *items),
            space=space,
            waits=True,
        )
    ]


def _pad(setting: Setting) -> float:
    return 0.95 * setting.preset.body.size


def _inside(setting: Setting, box: Box, width: float) -> list[Slug]:
    place = Place(width - 2 * _pad(setting), Role.BOX)
    title = setting.style(Role.BOX_TITLE)
    lines = set_text(setting, box.title, title, place.width)
    lines = [line.within(Element("H2", "title")) for line in lines]
    heading = stacked(setting, lines, title, keep=True)
    return heading + body_slugs(setting, box.blocks, place)


def _top_rule(setting: Setting, width: float) -> Rule:
    colour = setting.style(Role.KICKER).colour
    return Rule(x1=0, x2=width, y1=0.8, y2=0.8, thickness=1.6, colour=colour)
