"""The news around an article on the site's front page and on its section's page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

from newsroom.domain.article import Article, ArticleSummary, SectionPath, Status
from newsroom.domain.document import Photo, photos
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.library import ArticleFilter
from newsroom.domain.listing import (
    LATEST,
    PAGE_SIZE,
    SECONDS,
    SECTION_NEWS,
    FrontPage,
    SectionNews,
    SectionPage,
    front_page,
)
from newsroom.domain.ports import UnitOfWork
from newsroom.domain.rendering import PhotoSource
from newsroom.services.desk import Desk
from newsroom.services.rendering import lead_uses, photo_source

_ABOVE = 1 + SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsstand:
    """The newest of everything, of each section of the menu (`groups`) and of `section` (`news`).

    `photos` are those that a front page may show large, `leads` how the articles use theirs.
    """

    newest: tuple[ArticleSummary, ...] = ()
    groups: tuple[SectionNews, ...] = ()
    section: SectionPath = ()
    news: tuple[ArticleSummary, ...] = ()
    photos: Mapping[PhotoId, PhotoSource]
    leads: Mapping[ArticleId, Photo] = field(default_factory=dict)

    def front(self, article: Article) -> FrontPage:
        """The front page with `article` on it as it is written now."""
        one = summary_of(article)
        groups = (
            replace(group, news=_with(one, group.news))
            if one.section[:1] == group.section
            else group
            for group in self.groups
        )
        return front_page(_with(one, self.newest), groups)

    def section_page(self, article: Article) -> SectionPage:
        """The first page of the section, with `article` on it when it belongs there."""
        one = summary_of(article)
        inside = one.section[: len(self.section)] == self.section
        news = _with(one, self.news) if inside else self.news
        return SectionPage(section=self.section, news=news[:PAGE_SIZE])


def _with(one: ArticleSummary, news: Iterable[ArticleSummary]) -> tuple[ArticleSummary, ...]:
    """The news with `one` in its place, on top when it is not among them yet."""
    kept = tuple(one if known.id == one.id else known for known in news)
    return kept if one in kept else (one, *kept)


def summary_of(article: Article) -> ArticleSummary:
    """What the site's lists show of `article`; its words are not counted."""
    shared = {field.name for field in fields(ArticleSummary)} & {f.name for f in fields(Article)}
    lead = next(photos(article.body), None)
    return ArticleSummary(
        **{name: getattr(article, name) for name in shared},
        words=0,
        lead_photo=lead.photo if lead is not None else None,
    )


def read_newsstand(*, desk: Desk, section: SectionPath) -> Newsstand:
    """What the front page and the page of `section` list; what is published, if anything is."""
    with desk.open(writes=False) as work:
        newest = _newest(work, (), _ABOVE + LATEST + 1)
        roots = [(root.name,) for root in work.taxonomy.sections().roots]
        groups = (
            SectionNews(section=root, news=_newest(work, root, _ABOVE + SECTION_NEWS + 1))
            for root in roots
        )
        wanted = dict.fromkeys(one.lead_photo for one in newest if one.lead_photo)
        sources = {photo: photo_source(desk.photos, photo) for photo in wanted}
        news = _newest(work, section, PAGE_SIZE)
        return Newsstand(
            newest=newest,
            groups=tuple(groups),
            section=section,
            news=news,
            leads=lead_uses(work, {one.id: one for one in (*newest, *news)}.values()),
            photos={photo: found for photo, found in sources.items() if found is not None},
        )


def _newest(work: UnitOfWork, section: SectionPath, limit: int) -> tuple[ArticleSummary, ...]:
    published = ArticleFilter(section=section or None, status=Status.PUBLISHED)
    found = work.articles.ids(published, limit=limit)
    found = found or work.articles.ids(ArticleFilter(section=section or None), limit=limit)
    return tuple(work.articles.summaries(found))
