"""What an output needs besides the article, gathered from the library."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from newsroom.domain.article import Article, ArticleSummary, SectionPath, Status
from newsroom.domain.document import Photo, photos
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.library import ArticleFilter
from newsroom.domain.ports import PhotoStore, UnitOfWork
from newsroom.domain.rendering import PhotoSource, RenderContext
from newsroom.domain.style import StyleSheet, stylesheet_from
from newsroom.errors import NotFoundError
from newsroom.paths import resource
from newsroom.services.desk import Desk

LATEST = 11
"""How many of the newest articles of the section a page may list, in its two lists."""


@cache
def load_style() -> StyleSheet:
    """The house's type styles, read once from the shipped `themes/house.toml`."""
    return stylesheet_from(tomllib.loads(resource("themes/house.toml").read_text("utf-8")))


def context_for(*, desk: Desk, article: Article) -> RenderContext:
    """`render_context` in a reading transaction of its own."""
    with desk.open(writes=False) as work:
        return render_context(desk=desk, work=work, article=article)


def render_context(*, desk: Desk, work: UnitOfWork, article: Article) -> RenderContext:
    """What an output of `article` needs; bytes of photos are read only when an output asks.

    `related` keeps the author's order and leaves out what is gone or in the bin. Besides the
    article's own photos there are the first ones of the articles listed, for their thumbnails, and
    how those are used there.
    """
    summaries = work.articles.summaries(article.related)
    related = tuple(summary for summary in summaries if summary.status is not Status.SPIKED)
    latest = _latest(work, article)
    wanted = [use.photo for use in photos(article.body)]
    wanted += [s.lead_photo for s in (*related, *latest) if s.lead_photo is not None]
    return RenderContext(
        paper=work.settings.paper(),
        style=load_style(),
        now=desk.clock.now(),
        sections=work.taxonomy.sections(),
        photos=_photo_sources(desk.photos, wanted),
        related=related,
        latest=latest,
        leads=lead_uses(work, (*related, *latest)),
        themes=desk.themes,
    )


def lead_uses(work: UnitOfWork, summaries: Iterable[ArticleSummary]) -> Mapping[ArticleId, Photo]:
    """How the articles use their first photo: its crop and focal point; half a millisecond each."""
    pictured = (one.id for one in summaries if one.lead_photo is not None)
    uses = ((key, next(photos(work.articles.get(key).body), None)) for key in pictured)
    return {key: use for key, use in uses if use is not None}


def _latest(work: UnitOfWork, article: Article) -> tuple[ArticleSummary, ...]:
    if not article.section:
        return ()
    newest = _newest(work, article.section)
    others = [article_id for article_id in newest if article_id != article.id]
    return tuple(work.articles.summaries(others[:LATEST]))


def _newest(work: UnitOfWork, section: SectionPath) -> list[ArticleId]:
    """What readers may see already; in a section that has published nothing, what there is."""
    published = ArticleFilter(section=section, status=Status.PUBLISHED)
    found = work.articles.ids(published, limit=LATEST + 1)
    return found or work.articles.ids(ArticleFilter(section=section), limit=LATEST + 1)


def _photo_sources(store: PhotoStore, wanted: Iterable[PhotoId]) -> Mapping[PhotoId, PhotoSource]:
    found = ((photo, photo_source(store, photo)) for photo in dict.fromkeys(wanted))
    return {photo: source for photo, source in found if source is not None}


def photo_source(store: PhotoStore, photo: PhotoId) -> PhotoSource | None:
    """The photo as outputs take it; None when the library has lost it."""
    try:
        return PhotoSource(file=store.info(photo), read=_Reader(store, photo))
    except NotFoundError:
        return None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one photo when it is called."""

    store: PhotoStore
    photo: PhotoId

    def __call__(self) -> bytes:
        return self.store.read(self.photo)
