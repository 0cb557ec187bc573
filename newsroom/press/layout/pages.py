"""Articles as pages: openings, floats and columns in their places. The layout's front door."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.domain.article import Article
from newsroom.domain.commented import without_comments
from newsroom.domain.imported import Remark
from newsroom.domain.rendering import RenderContext
from newsroom.domain.style import Role
from newsroom.press.layout.flow import flow_of
from newsroom.press.layout.frame import Framed, column_items, fill_frame, float_items
from newsroom.press.layout.furniture import (
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
from newsroom.press.layout.remembering import Remembered
from newsroom.press.layout.setting import Remarks, Setting
from newsroom.press.layout.slugs import baseline, depth_in
from newsroom.press.preset import MM, Preset
from newsroom.press.watching import Told, part_of, untold

_FLOWING = 0.9
"""The share of the time that setting the lines takes; the rest is putting them on pages."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a document and what a person should know of them."""

    pages: tuple[Page, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class _Raw:
    """A page before its furniture."""

    setting: Setting
    article: Article
    story: Path
    frame: Framed
    slugs: tuple[Slug, ...]

    @property
    def first(self) -> bool:
        """Whether the article begins here."""
        return self.frame.head is not None


def lay_out(
    articles: Sequence[Article],
    contexts: Sequence[RenderContext],
    preset: Preset,
    *,
    told: Told = untold,
    remembered: Remembered | None = None,
) -> Layout:
    """The articles as one document, each beginning on a new page.

    Pure: the same articles, contexts and preset give the same pages. `contexts` has one for each
    article. `remembered` spares setting again what an earlier layout of the article set already.
    """
    remarks = Remarks()
    raw: list[_Raw] = []
    for at, (article, context) in enumerate(zip(articles, contexts, strict=True)):
        story = (Element("Art", str(at)),) if len(articles) > 1 else ()
        setting = Setting(preset, context, remarks, remembered)
        own = part_of(told, at / len(articles), (at + 1) / len(articles))
        raw.extend(_article_pages(setting, without_comments(article), story, own))
    pages = tuple(_page(page, at, len(raw)) for at, page in enumerate(raw))
    return Layout(pages, remarks.all())


def _article_pages(setting: Setting, article: Article, story: Path, told: Told) -> list[_Raw]:
    head = opening(setting, article, setting.span(setting.preset.columns.count))
    flow = flow_of(setting, article, head.overflow, part_of(told, 0.0, _FLOWING))
    filling = part_of(told, _FLOWING, 1.0)
    pages: list[_Raw] = []
    queue: Sequence[int] = range(len(flow.slugs))
    waiting = flow.floats
    while not pages or queue or waiting:
        filling(1 - len(queue) / max(1, len(flow.slugs)))
        top = None if pages else head.slug
        start = header_rows(setting, first=top is not None)
        start += 0 if top is not None else _continuation_rows(setting)
        frame = fill_frame(setting, flow.slugs, queue, waiting, head=top, start=start)
        pages.append(_Raw(setting, article, story, frame, flow.slugs))
        queue, waiting = frame.filled.rest, frame.waiting
    return pages


def _continuation_rows(setting: Setting) -> int:
    return continuation_rows(setting) if setting.preset.columns.count > 1 else 0


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
        *within(raw.story, float_items(setting, raw.frame, text.x, text.y)),
        *within(raw.story, column_items(setting, raw.frame, text.x, text.y)),
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
    if raw.frame.continues:
        return []
    depth = depth_in(raw.setting, raw.slugs)
    return depth_line(raw.setting, text, lines=depth.lines, millimetres=depth.millimetres)


def _jumps(raw: _Raw) -> bool:
    return raw.frame.continues and raw.setting.preset.columns.count > 1


def _head_items(raw: _Raw, text: Area, number: int) -> list[Item]:
    setting = raw.setting
    row = header_rows(setting, first=raw.first)
    area = replace(text, y=text.y + row * setting.grid)
    if raw.frame.head is not None:
        return [*within(raw.story, moved(raw.frame.head.items, area.x, area.y))]
    if setting.preset.columns.count == 1:
        return []
    return continuation(setting, raw.article, area, page=number - 1)


def _columns(raw: _Raw, text: Area) -> tuple[Area, ...]:
    setting = raw.setting
    return tuple(
        Area(
            x=text.x + setting.left(column),
            y=text.y + top * setting.grid,
            width=setting.column,
            height=max(0, setting.depth - top) * setting.grid,
        )
        for column, top in enumerate(raw.frame.tops)
    )
