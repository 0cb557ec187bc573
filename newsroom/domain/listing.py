"""The site's pages that list news: the front page and the pages of a section."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newsroom.domain.article import ArticleSummary, SectionPath, Urgency
from newsroom.domain.ids import ArticleId

SECONDS, LATEST, SECTION_NEWS = 3, 8, 4
"""How many articles stand beside the lead, in the list of the newest, under each section."""

PAGE_SIZE = 20
"""Articles on one page of a section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionNews:
    """A section with its newest articles, newest first."""

    section: SectionPath
    news: tuple[ArticleSummary, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """The front page: the lead, the articles beside it, the newest as a list, news by section."""

    lead: ArticleSummary | None = None
    seconds: tuple[ArticleSummary, ...] = ()
    latest: tuple[ArticleSummary, ...] = ()
    sections: tuple[SectionNews, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPage:
    """Page `page` of `pages` (both from 1) of a section's news, newest first."""

    section: SectionPath
    news: tuple[ArticleSummary, ...] = ()
    page: int = 1
    pages: int = 1


Listing = FrontPage | SectionPage


def front_page(newest: Iterable[ArticleSummary], sections: Iterable[SectionNews]) -> FrontPage:
    """The front page of `newest` (newest first): each article stands at one place alone.

    The lead is the newest flash, else the newest article with a photo, else the newest. A section
    shows what does not stand above already; one of which nothing is left is not shown.
    """
    pool = list({one.id: one for one in newest}.values())
    lead = _lead(pool)
    rest = [one for one in pool if one is not lead]
    seconds, latest = rest[:SECONDS], rest[SECONDS : SECONDS + LATEST]
    above = {one.id for one in (*filter(None, (lead,)), *seconds)}
    kept = (_without(group, above) for group in sections)
    return FrontPage(
        lead=lead,
        seconds=tuple(seconds),
        latest=tuple(latest),
        sections=tuple(group for group in kept if group.news),
    )


def _lead(pool: Sequence[ArticleSummary]) -> ArticleSummary | None:
    ranked = (
        next((one for one in pool if one.urgency is Urgency.FLASH), None),
        next((one for one in pool if one.lead_photo), None),
        next(iter(pool), None),
    )
    return next(filter(None, ranked), None)


def _without(group: SectionNews, above: AbstractSet[ArticleId]) -> SectionNews:
    news = tuple(one for one in group.news if one.id not in above)[:SECTION_NEWS]
    return SectionNews(section=group.section, news=news)


def section_pages(section: SectionPath, news: Sequence[ArticleSummary]) -> tuple[SectionPage, ...]:
    """All pages of a section, the first one even when there is no news."""
    parts = [tuple(news[at : at + PAGE_SIZE]) for at in range(0, len(news), PAGE_SIZE)] or [()]
    return tuple(
        SectionPage(section=section, news=part, page=number, pages=len(parts))
        for number, part in enumerate(parts, start=1)
    )
