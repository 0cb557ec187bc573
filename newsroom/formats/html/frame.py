"""What every page of the site has: the paper's furniture, the menu, news in lists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from newsroom.domain.article import ArticleSummary, SectionPath
from newsroom.domain.document import Photo
from newsroom.domain.paper import grouped, local
from newsroom.domain.rendering import RenderContext
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.blocks import WebImage
from newsroom.formats.html.focus import focus_classes
from newsroom.formats.html.markup import bound, safe_link
from newsroom.formats.html.words import long_date, short_time, words_for


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A section in the menu or the breadcrumb; `current` where the page stands."""

    label: str
    href: str | None = None
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsView:
    """A piece of news in a list: `when` as people say it, `iso` for machines.

    `image` is small, `large` for the lead; `focus` are the classes that keep the photo's focal
    point in view. `section` is named where the list mixes sections.
    """

    kicker: str
    headline: str
    lede: str
    href: str | None
    when: str
    iso: str
    image: WebImage | None
    large: WebImage | None
    focus: str
    section: str
    section_href: str | None


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
    print_label: str
    print_href: str
    top_label: str


def site_view(context: RenderContext, assets: Assets) -> SiteView:
    """The furniture as the paper's settings have it."""
    paper = context.paper
    return SiteView(
        name=paper.name,
        tagline=paper.tagline,
        home_label=paper.home_label,
        home_href=assets.section((), 1) or safe_link(paper.site_url),
        today=long_date(context.now, paper),
        today_iso=local(context.now, paper).date().isoformat(),
        licence=paper.licence_line,
        address=paper.address,
        visits_label=paper.visits_label,
        visits=grouped(paper.visits),
        related_label=paper.related_label,
        print_label=paper.print_label,
        print_href=assets.print_href,
        top_label=paper.top_label,
    )


def menu_view(
    section: SectionPath | None, context: RenderContext, site: SiteView, assets: Assets
) -> tuple[PlaceView, ...]:
    """The paper's sections; current is the one that `section` lies in, the home page for None."""
    sections = (
        PlaceView(
            label=root.name,
            href=assets.section((root.name,), 1),
            current=section is not None and section[:1] == (root.name,),
        )
        for root in context.sections.roots
    )
    home = PlaceView(label=site.home_label, href=site.home_href, current=section is None)
    return (home, *sections)


def breadcrumb_view(
    section: SectionPath, site: SiteView, assets: Assets, *, is_page: bool = False
) -> tuple[PlaceView, ...]:
    """The way from the home page to `section`; with `is_page` that is the page itself."""
    places = (
        PlaceView(
            label=name,
            href=None if is_page and depth == len(section) else assets.section(section[:depth], 1),
            current=is_page and depth == len(section),
        )
        for depth, name in enumerate(section, start=1)
    )
    return (PlaceView(label=site.home_label, href=site.home_href), *places)


def news_views(
    summaries: Iterable[ArticleSummary], context: RenderContext, assets: Assets
) -> tuple[NewsView, ...]:
    """The news of a list in the order given."""
    return tuple(news_view(one, context, assets) for one in summaries)


def news_view(
    one: ArticleSummary,
    context: RenderContext,
    assets: Assets,
    *,
    is_lead: bool = False,
    within: Sequence[str] | None = None,
) -> NewsView:
    """A piece of news; the lead has its photo at full size.

    On a page of the section `within`, news of its subsections say where they come from.
    """
    use = lead_use(one, context)
    elsewhere = within is not None and tuple(within) != one.section and bool(one.section)
    return NewsView(
        kicker=one.kicker,
        headline=bound(one.headline.strip()) or words_for(context.paper.language).untitled,
        lede=bound(one.lede),
        href=assets.article(one.id),
        when=short_time(one.updated, context.paper, now=context.now),
        iso=iso(one.updated, context),
        image=assets.thumbnail(use) if use and not is_lead else None,
        large=assets.image(use) if use and is_lead else None,
        focus=focus_classes(use) if use else "",
        section=one.section[-1] if elsewhere else "",
        section_href=assets.section(one.section, 1) if elsewhere else None,
    )


def lead_use(one: ArticleSummary, context: RenderContext) -> Photo | None:
    """The article's first photo as it is used there; uncut where only the photo is known."""
    if one.lead_photo is None:
        return None
    return context.leads.get(one.id) or Photo(photo=one.lead_photo)


def iso(moment: datetime, context: RenderContext) -> str:
    """A moment on the paper's clock, for machines."""
    return local(moment, context.paper).isoformat(timespec="minutes")
