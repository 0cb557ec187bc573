"""What a theme's templates are given for the front page and for a section's pages."""

from dataclasses import dataclass
from typing import assert_never

from newsroom.domain.listing import FrontPage, Listing, SectionNews, SectionPage
from newsroom.domain.rendering import RenderContext
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.frame import (
    NewsView,
    PlaceView,
    SiteView,
    breadcrumb_view,
    menu_view,
    news_view,
    news_views,
    site_view,
)
from newsroom.formats.html.head import listing_head
from newsroom.formats.html.markup import Html
from newsroom.formats.html.words import SiteWords, words_for


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The newest of one section on the front page."""

    label: str
    href: str | None
    news: tuple[NewsView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """The front page."""

    kind: str = "front"
    language: str
    head: Html
    words: SiteWords
    site: SiteView
    menu: tuple[PlaceView, ...]
    title: str
    lead: NewsView | None
    seconds: tuple[NewsView, ...]
    groups: tuple[GroupView, ...]
    latest: tuple[NewsView, ...]
    latest_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A page of a section. `pages` says which of how many, empty when there is one alone."""

    kind: str = "section"
    language: str
    head: Html
    words: SiteWords
    site: SiteView
    menu: tuple[PlaceView, ...]
    breadcrumb: tuple[PlaceView, ...]
    title: str
    subsections: tuple[PlaceView, ...]
    news: tuple[NewsView, ...]
    pages: str
    previous_href: str | None
    next_href: str | None
    latest: tuple[NewsView, ...]
    latest_label: str


def listing_view(
    listing: Listing, context: RenderContext, *, assets: Assets
) -> FrontView | SectionView:
    """The page of `listing`; pure. `context.latest` stands beside a section's news."""
    match listing:
        case FrontPage():
            return _front(listing, context, assets)
        case SectionPage():
            return _section(listing, context, assets)
        case _:
            assert_never(listing)


def _front(front: FrontPage, context: RenderContext, assets: Assets) -> FrontView:
    paper, words = context.paper, words_for(context.paper.language)
    site = site_view(context, assets)
    title = " – ".join(part for part in (paper.name, paper.tagline) if part)
    lead = news_view(front.lead, context, assets, is_lead=True) if front.lead else None
    return FrontView(
        language=paper.language,
        head=listing_head(title, context, assets=assets),
        words=words,
        site=site,
        menu=menu_view(None, context, site, assets),
        title=title,
        lead=lead,
        seconds=news_views(front.seconds, context, assets),
        groups=tuple(_group(group, context, assets) for group in front.sections),
        latest=news_views(front.latest, context, assets),
        latest_label=words.latest,
    )


def _group(group: SectionNews, context: RenderContext, assets: Assets) -> GroupView:
    return GroupView(
        label=group.section[-1] if group.section else context.paper.home_label,
        href=assets.section(group.section, 1),
        news=(
            *(news_view(one, context, assets, is_lead=True) for one in group.news[:1]),
            *news_views(group.news[1:], context, assets),
        ),
    )


def _section(page: SectionPage, context: RenderContext, assets: Assets) -> SectionView:
    paper, words = context.paper, words_for(context.paper.language)
    site = site_view(context, assets)
    title = page.section[-1] if page.section else paper.home_label
    pages = words.page_of.format(page=page.page, pages=page.pages) if page.pages > 1 else ""
    described = " – ".join(part for part in (title, pages if page.page > 1 else "") if part)
    shown = {one.id for one in page.news}
    return SectionView(
        language=paper.language,
        head=listing_head(
            f"{described} | {paper.name}", context, assets=assets, section=page.section
        ),
        words=words,
        site=site,
        menu=menu_view(page.section, context, site, assets),
        breadcrumb=breadcrumb_view(page.section, site, assets, is_page=True),
        title=title,
        subsections=_subsections(page, context, assets),
        news=tuple(news_view(one, context, assets, within=page.section) for one in page.news),
        pages=pages,
        previous_href=assets.section(page.section, page.page - 1) if page.page > 1 else None,
        next_href=assets.section(page.section, page.page + 1) if page.page < page.pages else None,
        latest=news_views((one for one in context.latest if one.id not in shown), context, assets),
        latest_label=words.latest,
    )


def _subsections(
    page: SectionPage, context: RenderContext, assets: Assets
) -> tuple[PlaceView, ...]:
    found = context.sections.find(page.section)
    return tuple(
        PlaceView(label=child.name, href=assets.section((*page.section, child.name), 1))
        for child in (found.children if found else ())
    )
