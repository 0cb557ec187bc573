"""What a theme's template is given: the site's article page as values, from top to bottom."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from newsroom.domain.article import Article, ArticleSummary, SectionPath
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.paper import byline_line, grouped, local, update_line
from newsroom.domain.rendering import RenderContext
from newsroom.formats.html.blocks import ImageOf, WebImage, render_blocks
from newsroom.formats.html.head import page_head
from newsroom.formats.html.markup import Html, safe_link
from newsroom.formats.html.words import SiteWords, long_date, short_time, words_for
from newsroom.language.binding import bind

RELATED, FEWEST_RELATED = 6, 2
LATEST = 5

PRINT_VIEW = "print-view"
"""Id of the body: a link to it shows the page as it will be printed (see the themes' `:target`)."""


def _nowhere(key: str) -> None:
    """The address of what has none."""
    del key


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """How a page names what lies beside it; what has no address is shown without a link.

    `policy` is the Content-Security-Policy. With `inline_style` the style sheet stands in the page
    itself, else at `style_href`.
    """

    policy: str
    image: ImageOf
    thumbnail: Callable[[PhotoId], WebImage | None] = _nowhere
    article: Callable[[ArticleId], str | None] = _nowhere
    print_href: str = f"#{PRINT_VIEW}"
    style_href: str = "style.css"
    inline_style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A section in the menu or the breadcrumb; `current` where the article stands."""

    label: str
    href: str | None = None
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsView:
    """A piece of news in a list: `when` as people say it, `iso` for machines."""

    headline: str
    href: str | None
    when: str
    iso: str
    image: WebImage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """The furniture of the site."""

    name: str
    tagline: str
    home_label: str
    home_href: str | None
    today: str
    today_iso: str
    licence: str
    address: str
    visits_label: str
    visits: str
    related_label: str
    latest_label: str
    print_label: str
    print_href: str
    top_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The whole page. `head` goes into the head as it is, `body` holds the article's blocks."""

    language: str
    article_language: str
    head: Html
    words: SiteWords
    site: SiteView
    menu: tuple[PlaceView, ...]
    breadcrumb: tuple[PlaceView, ...]
    section: str
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


def page_view(article: Article, context: RenderContext, *, assets: Assets) -> PageView:
    """The page of `article`; pure, like all that it calls."""
    paper = context.paper
    site = _site(context, assets)
    related, latest = _neighbours(article, context)
    return PageView(
        language=paper.language,
        article_language=article.language,
        head=page_head(
            article,
            paper,
            policy=assets.policy,
            style_href=assets.style_href,
            inline_style=assets.inline_style,
        ),
        words=words_for(paper.language),
        site=site,
        menu=_menu(article.section, context, site),
        breadcrumb=_breadcrumb(article.section, site),
        section=article.section[-1] if article.section else "",
        updated=update_line(article.updated, paper),
        updated_iso=_iso(article.updated, context),
        published_iso=_iso(article.published, context) if article.published else "",
        kicker=article.kicker,
        headline=bind(article.headline),
        lede=bind(article.lede),
        body=render_blocks(article.body, image=assets.image, paper=paper),
        byline=byline_line(article.byline, paper),
        tags=article.tags,
        related=_news(related, context, assets),
        latest=_news(latest, context, assets),
    )


def _site(context: RenderContext, assets: Assets) -> SiteView:
    paper = context.paper
    return SiteView(
        name=paper.name,
        tagline=paper.tagline,
        home_label=paper.home_label,
        home_href=safe_link(paper.site_url),
        today=long_date(context.now, paper),
        today_iso=local(context.now, paper).date().isoformat(),
        licence=paper.licence_line,
        address=paper.address,
        visits_label=paper.visits_label,
        visits=grouped(paper.visits),
        related_label=paper.related_label,
        latest_label=paper.latest_label,
        print_label=paper.print_label,
        print_href=assets.print_href,
        top_label=paper.top_label,
    )


def _menu(section: SectionPath, context: RenderContext, site: SiteView) -> tuple[PlaceView, ...]:
    sections = (
        PlaceView(label=root.name, current=section[:1] == (root.name,))
        for root in context.sections.roots
    )
    return (PlaceView(label=site.home_label, href=site.home_href), *sections)


def _breadcrumb(section: SectionPath, site: SiteView) -> tuple[PlaceView, ...]:
    places = (
        PlaceView(label=name, current=depth == len(section))
        for depth, name in enumerate(section, start=1)
    )
    return (PlaceView(label=site.home_label, href=site.home_href), *places)


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


def _news(
    summaries: Iterable[ArticleSummary], context: RenderContext, assets: Assets
) -> tuple[NewsView, ...]:
    return tuple(
        NewsView(
            headline=one.headline,
            href=assets.article(one.id),
            when=short_time(one.updated, context.paper, now=context.now),
            iso=_iso(one.updated, context),
            image=assets.thumbnail(one.lead_photo) if one.lead_photo else None,
        )
        for one in summaries
    )


def _iso(moment: datetime, context: RenderContext) -> str:
    return local(moment, context.paper).isoformat(timespec="minutes")
