"""Which articles go on a site, and which stay behind."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.domain.article import Article, ArticleSummary, SectionPath, Status
from newsroom.domain.document import Photo, photos
from newsroom.domain.ids import ArticleId
from newsroom.domain.imported import Remark
from newsroom.domain.library import ArticleFilter
from newsroom.domain.paper import PaperSettings
from newsroom.domain.ports import UnitOfWork
from newsroom.errors import UserError
from newsroom.services.desk import Desk

_KEPT = 2_000
"""Articles in memory at once, some 20 KB each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a person wants on the site.

    Articles of `section` (all for `()`) with one of the `statuses`; of them only `ids`, unless
    that is None.
    """

    section: SectionPath
    ids: Sequence[ArticleId] | None
    statuses: Collection[Status]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The articles that go on the site, their first photos, and how many stay behind for what.

    `known` are those that need not be read again: all of a common site, some of a very large one.
    """

    summaries: tuple[ArticleSummary, ...]
    leads: Mapping[ArticleId, Photo]
    known: Mapping[ArticleId, Article]
    other_status: int
    embargoed: int


def choose(desk: Desk, work: UnitOfWork, scope: Scope) -> Choice:
    """Read every article of `scope` once; raises `UserError` when none may go on the site."""
    candidates = _candidates(work, scope)
    wanted = [one for one in candidates if one.status in scope.statuses]
    now = desk.clock.now()
    free: set[ArticleId] = set()
    known: dict[ArticleId, Article] = {}
    leads: dict[ArticleId, Photo] = {}
    for article in (work.articles.get(one.id) for one in wanted):
        if article.embargo is None or article.embargo <= now:
            free.add(article.id)
            if len(known) < _KEPT:
                known[article.id] = article
            leads.update((article.id, use) for use in _first(photos(article.body)))
    if not free:
        raise UserError("There is nothing to put on a site: no article is free to be published.")
    return Choice(
        summaries=tuple(one for one in wanted if one.id in free),
        leads=leads,
        known=known,
        other_status=len(candidates) - len(wanted),
        embargoed=len(wanted) - len(free),
    )


def read_articles(work: UnitOfWork, choice: Choice, ids: Iterable[ArticleId]) -> Iterator[Article]:
    """The articles in the order of `ids`."""
    for article_id in ids:
        yield choice.known.get(article_id) or work.articles.get(article_id)


def choice_remarks(choice: Choice, paper: PaperSettings) -> Iterator[Remark]:
    """What a person should know of the choice and of its articles."""
    from newsroom.formats.html.address import site_address
    from newsroom.formats.html.remarks import (
        LONGEST_HEADLINE,
        LONGEST_LEDE,
        has_long_headline,
        has_long_lede,
    )

    if not site_address(paper):
        yield Remark(
            template="The paper has no site address: feeds, sitemaps and canonical addresses were "
            "left out. It is set in the window, in Tools ▸ Paper settings."
        )
    if choice.other_status:
        yield Remark(
            template="Articles left out because of their status: {count}.",
            params={"count": choice.other_status},
        )
    if choice.embargoed:
        yield Remark(
            template="Articles left out because they are under embargo: {count}.",
            params={"count": choice.embargoed},
        )
    headlines = sum(map(has_long_headline, choice.summaries))
    if headlines:
        yield Remark(
            template="Headlines longer than the {most} characters that search engines show: "
            "{count}.",
            params={"most": LONGEST_HEADLINE, "count": headlines},
        )
    ledes = sum(map(has_long_lede, choice.summaries))
    if ledes:
        yield Remark(
            template="Ledes longer than the {most} characters that other sites show: {count}.",
            params={"most": LONGEST_LEDE, "count": ledes},
        )


def _candidates(work: UnitOfWork, scope: Scope) -> list[ArticleSummary]:
    """All articles of the scope but the bin's, in whatever status."""
    found = work.articles.ids(ArticleFilter(section=scope.section or None))
    wanted = None if scope.ids is None else set(scope.ids)
    return work.articles.summaries([one for one in found if wanted is None or one in wanted])


def _first(uses: Iterator[Photo]) -> Iterator[Photo]:
    use = next(uses, None)
    if use is not None:
        yield use
