"""Articles as pages: openings, floats and columns in their places. The layout's front door."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.domain.article import Article
from newsroom.domain.commented import without_comments
from newsroom.domain.imported import Remark
from newsroom.domain.rendering import RenderContext
from newsroom.domain.style import Role
from newsroom.press.layout.columns import Filled, balanced, fill
from newsroom.press.layout.flow import Float, Flow, flow_of
from newsroom.press.layout.furniture import (
    column_rule,
    continuation,
    continuation_rows,
    depth_line,
    footer,
    header,
    header_rows,
    jump_line,
)
from newsroom.press.layout.head import opening
from newsroom.press.layout.model import Area, Element, Item, Page, Path, Slug, moved, within
from newsroom.press.layout.setting import Remarks, Setting
from newsroom.press.layout.slugs import baseline, depth_in
from newsroom.press.preset import MM, Preset

_FLOAT_SHARE = 0.62
"""A page's floats may take this share of a column."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a document and what a person should know of them."""

    pages: tuple[Page, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class _Raw:
    """A page before its furniture: `tops` of its columns in rows, floats with column and row."""

    setting: Setting
    article: Article
    story: Path
    first: bool
    opening: Slug | None
    tops: tuple[int, ...]
    floats: tuple[tuple[int, int, Float], ...]
    filled: Filled
    continues: bool
    slugs: tuple[Slug, ...]


def lay_out(
    articles: Sequence[Article], contexts: Sequence[RenderContext], preset: Preset
) -> Layout:
    """The articles as one document, each beginning on a new page.

    Pure: the same articles, contexts and preset give the same pages. `contexts` has one for each
    article.
    """
    remarks = Remarks()
    raw: list[_Raw] = []
    for at, (article, context) in enumerate(zip(articles, contexts, strict=True)):
        story = (Element("Art", str(at)),) if len(articles) > 1 else ()
        setting = Setting(preset, context, remarks)
        raw.extend(_article_pages(setting, without_comments(article), story))
    pages = tuple(_page(page, at, len(raw)) for at, page in enumerate(raw))
    return Layout(pages, remarks.all())


def _article_pages(setting: Setting, article: Article, story: Path) -> list[_Raw]:
    head = opening(setting, article, setting.span(setting.preset.columns.count))
    flow = flow_of(setting, article, head.overflow)
    pages: list[_Raw] = []
    queue: Sequence[int] = range(len(flow.slugs))
    waiting = flow.floats
    while not pages or queue or waiting:
        top = None if pages else head.slug
        page, waiting = _next_page(setting, article, flow, top, queue, waiting)
        pages.append(replace(page, story=story))
        queue = page.filled.rest
    return pages


def _next_page(
    setting: Setting,
    article: Article,
    flow: Flow,
    head: Slug | None,
    queue: Sequence[int],
    waiting: Sequence[Float],
) -> tuple[_Raw, tuple[Float, ...]]:
    """The page on which the `queue` of slugs goes on, and the floats that wait for a later one.

    Each float takes room from the text, so the page is filled anew for every float that is due
    on it, in their order.
    """
    start = header_rows(setting, first=head is not None)
    start += head.rows if head is not None else _continuation_rows(setting)
    begin = [start] * setting.preset.columns.count
    taken = 0
    while True:
        tops, placed, left = _place_floats(begin, waiting[:taken], setting.depth)
        filled = _fill(setting, flow.slugs, queue, tops)
        if taken == len(waiting) or not _is_due(waiting[taken], queue, filled):
            break
        taken += 1
    continues = bool(filled.rest or left)
    raw = _Raw(
        setting, article, (), head is not None, head, tops, placed, filled, continues, flow.slugs
    )
    return raw, (*left, *waiting[taken:])


def _is_due(entry: Float, queue: Sequence[int], filled: Filled) -> bool:
    """Whether the page holds the text where the float belongs, or begins with it."""
    return not filled.rest or entry.after <= queue[0] or entry.after < filled.rest[0]


def _continuation_rows(setting: Setting) -> int:
    return continuation_rows(setting) if setting.preset.columns.count > 1 else 0


def _place_floats(
    begin: Sequence[int], floats: Sequence[Float], depth: int
) -> tuple[tuple[int, ...], tuple[tuple[int, int, Float], ...], list[Float]]:
    """Floats at the heads of neighbouring columns, those that open the article from the left.

    Returns where the columns begin below them, (column, row, float), and what found no room. The
    first float of a page without an opening always finds room.
    """
    tops = [*begin]
    placed: list[tuple[int, int, Float]] = []
    left: list[Float] = []
    for entry in floats:
        best = _place_of(entry, tops)
        row = max(tops[best : best + entry.columns])
        room = begin[0] + (_FLOAT_SHARE if placed else 1.0) * (depth - begin[0])
        if left or (row + entry.slug.rows > room and (placed or begin[0] > depth // 3)):
            left.append(entry)
            continue
        placed.append((best, row, entry))
        tops[best : best + entry.columns] = [row + entry.slug.rows] * entry.columns
    return tuple(tops), tuple(placed), left


def _place_of(entry: Float, tops: Sequence[int]) -> int:
    """The first column of the highest place for a float: leftmost for leads, else rightmost."""
    columns = range(len(tops) - entry.columns + 1)
    side = 1 if entry.leads else -1
    return min(columns, key=lambda at: (max(tops[at : at + entry.columns]), side * at))


def _fill(
    setting: Setting, slugs: Sequence[Slug], queue: Sequence[int], tops: Sequence[int]
) -> Filled:
    """All that is left, balanced, when it fits on the page; else as much as the page holds."""
    if setting.preset.columns.balance:
        whole = balanced(slugs, queue, tops, setting.depth)
        if whole is not None:
            return whole
    filled = fill(slugs, queue, tops, [setting.depth] * len(tops))
    if filled.rest and setting.preset.columns.count > 1:
        return fill(slugs, queue, tops, [setting.depth - 1] * len(tops))
    return filled


def _page(raw: _Raw, at: int, pages: int) -> Page:
    """The page with everything in its place, in the order of reading."""
    setting, preset = raw.setting, raw.setting.preset
    width, height = preset.page.size
    text = Area(
        x=preset.page.left * MM,
        y=preset.page.top * MM,
        width=setting.span(preset.columns.count),
        height=setting.depth * setting.grid,
    )
    number = preset.page.first_number + at
    items = [
        *header(setting, raw.article, text, page=number, first=at == 0),
        *_head_items(raw, text, number),
        *within(raw.story, _float_items(raw, text)),
        *within(raw.story, _column_items(raw, text)),
        *(jump_line(setting, text, page=number + 1) if _jumps(raw) else ()),
        *_depth(raw, text),
        *footer(
            setting, raw.article, text, page=number, pages=preset.page.first_number + pages - 1
        ),
    ]
    return Page(
        number=number,
        width=width,
        height=height,
        text=text,
        columns=_columns(raw, text),
        grid=setting.grid,
        first_baseline=text.y + baseline(setting.style(Role.PARAGRAPH)),
        items=tuple(items),
        opens=raw.article.headline if raw.first else None,
    )


def _depth(raw: _Raw, text: Area) -> list[Item]:
    """At the foot of a galley's last page: the depth of all its text."""
    if raw.continues:
        return []
    depth = depth_in(raw.setting, raw.slugs)
    return depth_line(raw.setting, text, lines=depth.lines, millimetres=depth.millimetres)


def _jumps(raw: _Raw) -> bool:
    return raw.continues and raw.setting.preset.columns.count > 1


def _head_items(raw: _Raw, text: Area, number: int) -> list[Item]:
    setting = raw.setting
    row = header_rows(setting, first=raw.first)
    area = replace(text, y=text.y + row * setting.grid)
    if raw.opening is not None:
        return [*within(raw.story, moved(raw.opening.items, area.x, area.y))]
    if setting.preset.columns.count == 1:
        return []
    return continuation(setting, raw.article, area, page=number - 1)


def _float_items(raw: _Raw, text: Area) -> list[Item]:
    grid = raw.setting.grid
    return [
        item
        for column, row, entry in raw.floats
        for item in moved(entry.slug.items, text.x + raw.setting.left(column), text.y + row * grid)
    ]


def _column_items(raw: _Raw, text: Area) -> list[Item]:
    setting, grid = raw.setting, raw.setting.grid
    items: list[Item] = []
    for placed in raw.filled.placed:
        x, y = text.x + setting.left(placed.column), text.y + placed.row * grid
        items.extend(moved(placed.slug.items, x, y))
    if setting.preset.columns.rule:
        items.extend(_rules(raw, text))
    return items


def _rules(raw: _Raw, text: Area) -> list[Item]:
    """Hairlines between columns that both hold text, down to where the deeper one ends."""
    setting, ends = raw.setting, raw.filled.ends
    used = {placed.column for placed in raw.filled.placed}
    items: list[Item] = []
    for column in range(1, len(raw.tops)):
        if column not in used or column - 1 not in used:
            continue
        x = text.x + setting.left(column) - setting.preset.columns.gutter * MM / 2
        top = max(raw.tops[column - 1 : column + 1]) * setting.grid + 2
        bottom = max(ends[column - 1 : column + 1]) * setting.grid
        items.extend(column_rule(setting, x, text.y + top, text.y + bottom))
    return items


def _columns(raw: _Raw, text: Area) -> tuple[Area, ...]:
    setting = raw.setting
    return tuple(
        Area(
            x=text.x + setting.left(column),
            y=text.y + top * setting.grid,
            width=setting.column,
            height=max(0, setting.depth - top) * setting.grid,
        )
        for column, top in enumerate(raw.tops)
    )
