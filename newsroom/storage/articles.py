"""The articles in the library's database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import case, delete, func, insert, select, update
from sqlalchemy.engine import Connection

from newsroom.domain.article import Article, ArticleSummary, Status, StatusChange
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.library import ArticleFilter, ArticleWords
from newsroom.domain.taxonomy import LibraryCounts
from newsroom.errors import NotFoundError, StaleRevisionError
from newsroom.language.folding import nfc
from newsroom.storage.labels import read_bylines, read_tags, remove_tags, write_labels
from newsroom.storage.listing import count_library, list_ids, list_summaries, read_words
from newsroom.storage.mapping import article_from, article_values, normalised
from newsroom.storage.search_index import index_article, unindex_article
from newsroom.storage.tables import ARTICLE, ARTICLE_PHOTO, SETTING, STATUS_CHANGE
from newsroom.storage.taxonomy import SqlTaxonomy

_ALL = tuple(ARTICLE.c)
_LATEST_TOUCH = select(func.max(ARTICLE.c.touched))


class SqlArticles:
    """`newsroom.domain.ports.ArticleRepository` on a connection."""

    def __init__(self, connection: Connection, taxonomy: SqlTaxonomy) -> None:
        self._connection = connection
        self._taxonomy = taxonomy

    def add(self, article: Article) -> Article:
        article = normalised(replace(article, revision=1))
        values = self._values(article)
        made = self._connection.execute(insert(ARTICLE).returning(ARTICLE.c.id), values)
        article_id = made.scalar_one()
        return self._finish(article_id, article)

    def get(self, article_id: ArticleId) -> Article:
        row = self._row(article_id)
        return article_from(
            row,
            section=self._taxonomy.map.path(row.section_id),
            tags=read_tags(self._connection, [row.id]).get(row.id, ()),
            byline=read_bylines(self._connection, [row.id]).get(row.id, ()),
        )

    def save(self, article: Article) -> Article:
        stored = self._row(article.id, ARTICLE.c.id, ARTICLE.c.revision)
        if stored.revision != article.revision:
            raise StaleRevisionError(
                "“{headline}” was changed in another window or program.",
                headline=article.headline or article.id,
            )
        article = normalised(replace(article, revision=article.revision + 1))
        values = self._values(article)
        self._connection.execute(update(ARTICLE).where(ARTICLE.c.id == stored.id).values(**values))
        return self._finish(stored.id, article)

    def _values(self, article: Article) -> dict[str, Any]:
        section_id = self._taxonomy.map.require(article.section)
        latest = self._connection.scalar(_LATEST_TOUCH) or 0
        return article_values(article, section_id) | {
            "revision": article.revision,
            "touched": latest + 1,
        }

    def _finish(self, article_id: int, article: Article) -> Article:
        """Write what other tables hold; tags come back as the library spells them."""
        tags = write_labels(self._connection, article_id, article)
        stored = replace(article, tags=tags)
        index_article(self._connection, article_id, stored)
        return stored

    def remove(self, article_id: ArticleId) -> None:
        row = self._row(article_id, ARTICLE.c.id)
        remove_tags(self._connection, row.id)
        unindex_article(self._connection, row.id)
        self._connection.execute(delete(ARTICLE).where(ARTICLE.c.id == row.id))

    def ids(self, wanted: ArticleFilter, *, limit: int | None = None) -> list[ArticleId]:
        return list_ids(self._connection, wanted, self._taxonomy.map, limit=limit)

    def summaries(self, ids: Sequence[ArticleId]) -> list[ArticleSummary]:
        return list_summaries(self._connection, ids, self._taxonomy.map)

    def words(self, ids: Sequence[ArticleId]) -> Iterator[ArticleWords]:
        return read_words(self._connection, ids, self._taxonomy.map)

    def counts(self) -> LibraryCounts:
        return count_library(self._connection, self._taxonomy.map)

    def record_status(self, article_id: ArticleId, change: StatusChange) -> None:
        row = self._row(article_id, ARTICLE.c.id)
        self._connection.execute(
            insert(STATUS_CHANGE).values(
                article_id=row.id,
                at=change.at,
                by=nfc(change.by),
                old=change.old.value if change.old else None,
                new=change.new.value,
            )
        )

    def status_history(self, article_id: ArticleId) -> list[StatusChange]:
        row = self._row(article_id, ARTICLE.c.id)
        columns = (STATUS_CHANGE.c.at, STATUS_CHANGE.c.by, STATUS_CHANGE.c.old, STATUS_CHANGE.c.new)
        steps = select(*columns).where(STATUS_CHANGE.c.article_id == row.id)
        return [
            StatusChange(at=at, by=by, old=Status(old) if old else None, new=Status(new))
            for at, by, old, new in self._connection.execute(steps.order_by(STATUS_CHANGE.c.id))
        ]

    def slug_taken(self, slug: str, *, besides: ArticleId) -> bool:
        others = select(ARTICLE.c.id).where(ARTICLE.c.slug == slug, ARTICLE.c.uid != besides)
        return self._connection.scalar(others.limit(1)) is not None

    def rename_profiles(self, renamed: Mapping[str, str]) -> frozenset[ArticleId]:
        if not renamed:
            return frozenset()
        theirs = ARTICLE.c.profile.in_(list(renamed))
        found = self._connection.scalars(select(ARTICLE.c.uid).where(theirs))
        touched = frozenset(map(ArticleId, found))
        # one statement, so that two profiles can take each other's name
        name = case(dict(renamed), value=ARTICLE.c.profile)
        self._connection.execute(update(ARTICLE).where(theirs).values(profile=name))
        return touched

    def photo_uses(self, photo: PhotoId) -> int:
        uses = select(func.count()).where(ARTICLE_PHOTO.c.photo_id == photo)
        # a photo's id is the SHA-256 of its bytes: whatever names it means it
        named = select(func.count()).where(SETTING.c.value.contains(photo, autoescape=True))
        return sum(self._connection.scalar(count) or 0 for count in (uses, named))

    def _row(self, article_id: ArticleId, *columns: Any) -> Any:
        query = select(*(columns or _ALL)).where(ARTICLE.c.uid == article_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("There is no article “{id}”.", id=article_id)
        return row
