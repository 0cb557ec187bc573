"""The articles in the library's database."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from newsroom.domain.article import Article, ArticleSummary, Status, StatusChange
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.library import ArticleFilter
from newsroom.domain.taxonomy import LibraryCounts
from newsroom.errors import NotFoundError, StaleRevisionError
from newsroom.language.folding import nfc
from newsroom.storage.labels import read_bylines, read_tags, remove_tags, write_labels
from newsroom.storage.listing import count_library, list_ids, list_summaries
from newsroom.storage.mapping import article_from, article_values, normalised
from newsroom.storage.rows import ArticlePhotoRow, ArticleRow, StatusChangeRow
from newsroom.storage.search_index import index_article, unindex_article
from newsroom.storage.taxonomy import SqlTaxonomy

_ALL = tuple(ArticleRow.__table__.c)


class SqlArticles:
    """`newsroom.domain.ports.ArticleRepository` on a session."""

    def __init__(self, session: Session, taxonomy: SqlTaxonomy) -> None:
        self._session = session
        self._taxonomy = taxonomy

    def add(self, article: Article) -> Article:
        article = normalised(replace(article, revision=1))
        values = self._values(article)
        made = insert(ArticleRow).values(**values).returning(ArticleRow.id)
        article_id = self._session.scalars(made).one()
        return self._finish(article_id, article)

    def get(self, article_id: ArticleId) -> Article:
        row = self._row(article_id)
        return article_from(
            row,
            section=self._taxonomy.map.path(row.section_id),
            tags=read_tags(self._session, [row.id]).get(row.id, ()),
            byline=read_bylines(self._session, [row.id]).get(row.id, ()),
        )

    def save(self, article: Article) -> Article:
        stored = self._row(article.id, ArticleRow.id, ArticleRow.revision)
        if stored.revision != article.revision:
            raise StaleRevisionError(
                "“{headline}” was changed in another window or program.",
                headline=article.headline or article.id,
            )
        article = normalised(replace(article, revision=article.revision + 1))
        values = self._values(article)
        self._session.execute(update(ArticleRow).where(ArticleRow.id == stored.id).values(**values))
        return self._finish(stored.id, article)

    def _values(self, article: Article) -> dict[str, Any]:
        section_id = self._taxonomy.map.require(article.section)
        latest = self._session.scalar(select(func.max(ArticleRow.touched))) or 0
        return article_values(article, section_id) | {
            "revision": article.revision,
            "touched": latest + 1,
        }

    def _finish(self, article_id: int, article: Article) -> Article:
        """Write what other tables hold; tags come back as the library spells them."""
        write_labels(self._session, article_id, article)
        index_article(self._session, article_id, article)
        tags = read_tags(self._session, [article_id]).get(article_id, ())
        return replace(article, tags=tags)

    def remove(self, article_id: ArticleId) -> None:
        row = self._row(article_id, ArticleRow.id)
        remove_tags(self._session, row.id)
        unindex_article(self._session, row.id)
        self._session.execute(delete(ArticleRow).where(ArticleRow.id == row.id))

    def ids(self, wanted: ArticleFilter) -> list[ArticleId]:
        return list_ids(self._session, wanted, self._taxonomy.map)

    def summaries(self, ids: Sequence[ArticleId]) -> list[ArticleSummary]:
        return list_summaries(self._session, ids, self._taxonomy.map)

    def counts(self) -> LibraryCounts:
        return count_library(self._session, self._taxonomy.map)

    def record_status(self, article_id: ArticleId, change: StatusChange) -> None:
        row = self._row(article_id, ArticleRow.id)
        self._session.execute(
            insert(StatusChangeRow).values(
                article_id=row.id,
                at=change.at,
                by=nfc(change.by),
                old=change.old.value if change.old else None,
                new=change.new.value,
            )
        )

    def status_history(self, article_id: ArticleId) -> list[StatusChange]:
        row = self._row(article_id, ArticleRow.id)
        columns = (StatusChangeRow.at, StatusChangeRow.by, StatusChangeRow.old, StatusChangeRow.new)
        steps = select(*columns).where(StatusChangeRow.article_id == row.id)
        return [
            StatusChange(at=at, by=by, old=Status(old) if old else None, new=Status(new))
            for at, by, old, new in self._session.execute(steps.order_by(StatusChangeRow.id))
        ]

    def slug_taken(self, slug: str, *, besides: ArticleId) -> bool:
        others = select(ArticleRow.id).where(ArticleRow.slug == slug, ArticleRow.uid != besides)
        return self._session.scalar(others.limit(1)) is not None

    def photo_uses(self, photo: PhotoId) -> int:
        uses = select(func.count()).where(ArticlePhotoRow.photo_id == photo)
        return self._session.scalar(uses) or 0

    def _row(self, article_id: ArticleId, *columns: Any) -> Any:
        query = select(*(columns or _ALL)).where(ArticleRow.uid == article_id)
        row = self._session.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("There is no article “{id}”.", id=article_id)
        return row
