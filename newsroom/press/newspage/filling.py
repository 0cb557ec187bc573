"""Articles in the places of a page template: a pure function to pages and what is over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsroom.domain.article import Article
from newsroom.domain.commented import without_comments
from newsroom.domain.document import Document, Photo
from newsroom.domain.ids import ArticleId
from newsroom.domain.rendering import RenderContext
from newsroom.domain.slot import Fit, Slot
from newsroom.domain.style import Role
from newsroom.press.copyfit import fit_of_story, slot_preset
from newsroom.press.layout.furniture import column_rule, footer, header, header_rows
from newsroom.press.layout.model import Area, Element, Item, Page, Rule, moved, within
from newsroom.press.layout.pages import Layout
from newsroom.press.layout.setting import Remarks, Setting
from newsroom.press.layout.slugs import baseline
from newsroom.press.layout.story import story_in_frame, story_items
from newsroom.press.newspage.template import Look, PageTemplate, Place, Weight
from newsroom.press.preset import MM, Preset

_GAP = 2
"""Rows between a place and the one below it; a rule stands in the middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """How an article lies in its place."""

    page: int
    role: Weight
    article: ArticleId
    fit: Fit


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPages:
    """The pages, each article's fit in its order, and how many places stayed empty."""

    layout: Layout
    filled: tuple[Filled, ...]
    empty: int


def grid_preset(preset: Preset, template: PageTemplate, number: int = 1) -> Preset:
    """`preset` with the columns of the template's grid, its pages counted from `number`."""
    return replace(
        preset,
        columns=replace(preset.columns, count=template.columns),
        page=replace(preset.page, first_number=number),
    )


def fill_pages(
    articles: Sequence[Article],
    contexts: Sequence[RenderContext],
    template: PageTemplate,
    preset: Preset,
) -> NewsPages:
    """The articles in the order of the template's places; with more of them a page follows.

    What finds no room in its place is not printed; `Fit.over` says how much. Pure, as the layout.
    `preset` is that of the template, from `grid_preset`.
    """
    remarks = Remarks()
    count = len(template.places)
    made = [
        _Maker(template, preset, remarks, number, start).page(
            articles[start : start + count], contexts[start : start + count]
        )
        for number, start in enumerate(range(0, len(articles), count))
    ]
    pages = tuple(page for page, _filled in made)
    filled = tuple(entry for _page, entries in made for entry in entries)
    return NewsPages(
        layout=Layout(pages, remarks.all()), filled=filled, empty=len(pages) * count - len(filled)
    )


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place in rows below the masthead: where it begins and how many it holds."""

    top: int
    rows: int


class _Maker:
    """Makes page `number` (from 0), whose first article is number `start` of all."""

    def __init__(
        self, template: PageTemplate, preset: Preset, remarks: Remarks, number: int, start: int
    ) -> None:
        self._template, self._preset, self._remarks = template, preset, remarks
        self._number, self._start = number, start

    def page(
        self, articles: Sequence[Article], contexts: Sequence[RenderContext]
    ) -> tuple[Page, tuple[Filled, ...]]:
        setting = Setting(self._preset, contexts[0], self._remarks)
        text = self._text(setting)
        number = self._preset.page.first_number + self._number
        items = [*header(setting, articles[0], text, page=number, first=self._number == 0)]
        filled = []
        for at, (article, context) in enumerate(zip(articles, contexts, strict=True)):
            place = self._template.places[at]
            placed, fit = self._story(setting, place, without_comments(article), context)
            spot = self._spot(setting, place)
            x = text.x + setting.left(place.left)
            y = text.y + (self._top(setting) + spot.top) * setting.grid
            story = (Element("Art", str(self._start + at)),)
            items += within(story, moved(placed, x, y))
            items += self._rules(setting, place, x, y, spot)
            filled.append(Filled(page=number, role=place.role, article=article.id, fit=fit))
        items += footer(setting, articles[0], text, page=number, pages=number)
        page = Page(
            number=number,
            width=self._preset.page.size[0],
            height=self._preset.page.size[1],
            text=text,
            columns=tuple(self._columns(setting, text)),
            grid=setting.grid,
            first_baseline=text.y + baseline(setting.style(Role.PARAGRAPH)),
            items=tuple(items),
            opens=articles[0].headline,
        )
        return page, tuple(filled)

    def _text(self, setting: Setting) -> Area:
        page = self._preset.page
        return Area(
            x=page.left * MM,
            y=page.top * MM,
            width=setting.span(self._template.columns),
            height=setting.depth * setting.grid,
        )

    def _columns(self, setting: Setting, text: Area) -> Iterator[Area]:
        for column in range(self._template.columns):
            left = text.x + setting.left(column)
            yield Area(x=left, y=text.y, width=setting.column, height=text.height)

    def _top(self, setting: Setting) -> int:
        return header_rows(setting, first=self._number == 0)

    def _spot(self, setting: Setting, place: Place) -> _Spot:
        rows = setting.depth - self._top(setting)
        top, bottom = round(place.top * rows), round((place.top + place.depth) * rows)
        return _Spot(top, bottom - top - (_GAP if bottom < rows else 0))

    def _story(
        self, page: Setting, place: Place, article: Article, context: RenderContext
    ) -> tuple[tuple[Item, ...], Fit]:
        """The article from the top left corner of its place, and how it fits."""
        look, rows = self._template.look(place), self._spot(page, place).rows
        preset = _looking(slot_preset(self._preset, _slot(self._preset, place, rows)), look)
        setting = Setting(preset, context, self._remarks)
        story = story_in_frame(setting, _shortened(article, look))
        return story_items(setting, story), fit_of_story(setting, story)

    def _rules(
        self, setting: Setting, place: Place, x: float, y: float, spot: _Spot
    ) -> Iterator[Item]:
        """A rule above a place below others, a hairline left of one beside others."""
        if place.top > 0:
            edge = y - setting.grid * _GAP / 2
            right = x + setting.span(place.columns)
            yield Rule(x1=x, x2=right, y1=edge, y2=edge, thickness=0.75, colour=setting.black(1.0))
        if place.left > 0:
            middle = x - setting.preset.columns.gutter * MM / 2
            yield from column_rule(setting, middle, y + 2, y + spot.rows * setting.grid)


def _slot(preset: Preset, place: Place, rows: int) -> Slot:
    lines = rows * preset.body.grid / preset.body.leading
    return Slot(preset=preset.name, columns=place.columns, depth=lines)


def _looking(preset: Preset, look: Look) -> Preset:
    """The preset of a place, with the look of its weight."""
    return replace(
        preset,
        body=replace(preset.body, drop_cap=look.drop_cap),
        headline=replace(
            preset.headline,
            largest=look.largest,
            smallest=min(look.smallest, look.largest),
            lines=look.lines,
            lede_columns=min(preset.headline.lede_columns, preset.columns.count),
        ),
        photos=replace(
            preset.photos,
            height=look.photo_height,
            lead_columns=min(look.photo_columns, preset.columns.count),
            float_columns=min(preset.photos.float_columns, preset.columns.count),
        ),
    )


def _shortened(article: Article, look: Look) -> Article:
    """What of the article stands in a place of this look."""
    blocks = article.body.blocks
    if not look.photos:
        blocks = tuple(block for block in blocks if not isinstance(block, Photo))
    lede = article.lede if look.lede else ""
    return replace(article, lede=lede, body=Document(blocks=blocks))
