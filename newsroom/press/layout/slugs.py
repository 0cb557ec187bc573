"""Lines as slugs: rows of the grid, with what must stay together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.press.layout.lines import SetLine
from newsroom.press.layout.model import Item, Panel, Slug, moved
from newsroom.press.layout.setting import Setting, TextStyle
from newsroom.press.preset import MM

_OVERHANG = 0.25
"""How much of a grid step a display line may reach into the space above it."""


@dataclass(frozen=True, slots=True)
class Depth:
    """`lines` of body text that the article is deep, and the same in millimetres."""

    lines: int
    millimetres: float


def baseline(style: TextStyle) -> float:
    """Where the baseline stands in a line of this style, from the top of its leading."""
    return style.leading / 2 + 0.26 * style.size


def running(
    setting: Setting, lines: Sequence[SetLine], style: TextStyle, *, x: float = 0.0, gap: float = 0
) -> list[Slug]:
    """Running text, a slug a line: no line of a paragraph stands alone at either end of a column.

    `gap` is the space before the paragraph in points.
    """
    rows = setting.rows(style.leading)
    count = len(lines)
    return [
        Slug(
            rows=rows,
            items=line.items(x, baseline(style)),
            space=setting.rows(gap) if at == 0 else 0,
            keep=at in (0, count - 2) and at < count - 1,
        )
        for at, line in enumerate(lines)
    ]


def stacked(
    setting: Setting,
    lines: Sequence[SetLine],
    style: TextStyle,
    *,
    x: float = 0.0,
    keep: bool = False,
) -> list[Slug]:
    """Display text as one slug, its surplus over whole rows above it; none when it has no lines."""
    if not lines:
        return []
    height = len(lines) * style.leading
    core = max(1, setting.rows(height - _OVERHANG * setting.grid))
    whole = round((style.before + height + style.after) / setting.grid)
    slack = core * setting.grid - height
    top = max(slack - style.after, slack / 2, 0.0) if slack > 0 else slack / 2
    items = stack_items(lines, style, x, top)
    return [Slug(rows=core, items=items, space=max(0, whole - core), keep=keep)]


def stack_items(
    lines: Sequence[SetLine], style: TextStyle, x: float, top: float
) -> tuple[Item, ...]:
    """Lines under one another, the first one's leading beginning at `top`."""
    return tuple(
        item
        for at, line in enumerate(lines)
        for item in line.items(x, top + at * style.leading + baseline(style))
    )


def merged(slugs: Sequence[Slug], grid: float) -> Slug:
    """All slugs as one that no column break divides; the first one's space becomes its own."""
    items: list[Item] = []
    row = 0
    for at, slug in enumerate(slugs):
        row += slug.space if at else 0
        items.extend(moved(slug.items, 0.0, row * grid))
        row += slug.rows
    return Slug(rows=row, items=tuple(items), space=slugs[0].space)


def tinted(slug: Slug, ground: Panel, grid: float) -> Slug:
    """The slug on a ground as high as its rows, the space before it included."""
    height = (slug.rows + slug.space) * grid
    panel = replace(ground, height=height + 0.2)
    items = (panel, *moved(slug.items, 0.0, slug.space * grid))
    return Slug(rows=slug.rows + slug.space, items=items, keep=slug.keep)


def depth_in(setting: Setting, slugs: tuple[Slug, ...]) -> Depth:
    """The depth of slugs under one another."""
    rows = sum(slug.rows + (slug.space if at else 0) for at, slug in enumerate(slugs))
    height = rows * setting.grid
    return Depth(round(height / setting.preset.body.leading), round(height / MM, 1))
