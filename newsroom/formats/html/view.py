"""What a theme's templates are given for an article: its page as values, from top to bottom."""

from collections.abc import Iterable
from dataclasses import dataclass

from newsroom.domain.article import Article, ArticleSummary
from newsroom.domain.paper import byline_line, update_line
from newsroom.domain.rendering import RenderContext
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.blocks import render_blocks
from newsroom.formats.html.frame import (
    NewsView,
    PlaceView,
    SiteView,
    breadcrumb_view,
    iso,
    menu_view,
    news_views,
    site_view,
)
from newsroom.formats.html.head import article_head
from newsroom.formats.html.markup import Html, bound
from newsroom.formats.html.words import SiteWords, words_for

RELATED, FEWEST_RELATED = 6, 2
LATEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The whole page. `head` goes into the head as it is, `body` holds the article's blocks."""

    kind: str = "article"
    language: str
    article_language: str
    head: Html
    words: SiteWords
    site: SiteView
    menu: tuple[PlaceView, ...]
    breadcrumb: tuple[PlaceView, ...]
    section: str
    section_href: str | None
    updated: str
    updated_iso: str
    published_iso: str
    kicker: str
    headline: str
    lede: str
    body: Html
    byline: str
    tags: tuple[str, ...]
    related: tuple[NewsView, ...]
    latest: tuple[NewsView, ...]
    latest_label: str


def page_view(article: Article, context: RenderContext, *, assets: Assets) -> PageView:
    """The page of `article`; pure, like all that it calls."""
    paper = context.paper
    site = site_view(context, assets)
    related, latest = _neighbours(article, context)
    return PageView(
        language=paper.language,
        article_language=article.language,
        head=article_head(article, context, assets=assets),
        words=words_for(paper.language),
        site=site,
        menu=menu_view(article.section, context, site, assets),
        breadcrumb=breadcrumb_view(article.section, site, assets),
        section=article.section[-1] if article.section else "",
        section_href=assets.section(article.section, 1) if article.section else None,
        updated=update_line(article.updated, paper),
        updated_iso=iso(article.updated, context),
        published_iso=iso(article.published, context) if article.published else "",
        kicker=article.kicker,
        headline=bound(article.headline),
        lede=bound(article.lede),
        body=render_blocks(article.body, image=assets.image, paper=paper),
        byline=byline_line(article.byline, paper),
        tags=article.tags,
        related=news_views(related, context, assets),
        latest=news_views(latest, context, assets),
        latest_label=paper.latest_label,
    )


def _neighbours(
    article: Article, context: RenderContext
) -> tuple[tuple[ArticleSummary, ...], tuple[ArticleSummary, ...]]:
    """Related news (the author's choice, then the newest of the section) and the sidebar's.

    Related news repeat what the sidebar shows only where there is hardly anything else.
    """
    newest = _others(context.latest, article)
    latest = newest[:LATEST]
    related = _others((*context.related, *newest[LATEST:]), article)
    if len(related) < FEWEST_RELATED:
        related = _others((*related, *latest), article)
    return related[: max(RELATED, len(context.related))], latest


def _others(news: Iterable[ArticleSummary], article: Article) -> tuple[ArticleSummary, ...]:
    return tuple({one.id: one for one in news if one.id != article.id}.values())
