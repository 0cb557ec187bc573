"""What articles hold in tables of their own: tags, bylines, the photos they use."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from newsroom.domain.article import Article
from newsroom.domain.document import photos
from newsroom.language.collation import sort_key
from newsroom.language.folding import key
from newsroom.storage.rows import ArticlePhotoRow, ArticleTagRow, BylineRow, Row, TagRow

Names = Mapping[int, tuple[str, ...]]
"""Names by the id of the article's row; articles without any are left out."""


def read_tags(session: Session, article_ids: Sequence[int]) -> Names:
    """The tags of each article, in the author's order."""
    return _grouped(
        session.execute(
            select(ArticleTagRow.article_id, TagRow.name)
            .join(TagRow, TagRow.id == ArticleTagRow.tag_id)
            .where(ArticleTagRow.article_id.in_(article_ids))
            .order_by(ArticleTagRow.article_id, ArticleTagRow.position)
        )
    )


def read_bylines(session: Session, article_ids: Sequence[int]) -> Names:
    """The names in the byline of each article."""
    return _grouped(
        session.execute(
            select(BylineRow.article_id, BylineRow.name)
            .where(BylineRow.article_id.in_(article_ids))
            .order_by(BylineRow.article_id, BylineRow.position)
        )
    )


def _grouped(rows: Iterable[Any]) -> Names:
    found: dict[int, list[str]] = defaultdict(list)
    for article_id, name in rows:
        found[article_id].append(name)
    return {article_id: tuple(names) for article_id, names in found.items()}


def write_labels(session: Session, article_id: int, article: Article) -> None:
    """Make the stored tags, byline and photo uses those of `article`."""
    _write_tags(session, article_id, article.tags)
    bylines = [
        {"article_id": article_id, "position": position, "name": name, "key": key(name)}
        for position, name in enumerate(article.byline)
    ]
    _replace(session, BylineRow, article_id, bylines)
    used = dict.fromkeys(use.photo for use in photos(article.body))
    uses = [{"article_id": article_id, "photo_id": photo} for photo in used]
    _replace(session, ArticlePhotoRow, article_id, uses)


def _write_tags(session: Session, article_id: int, tags: Sequence[str]) -> None:
    before = _tag_ids(session, article_id)
    wanted = dict.fromkeys(_tag_id(session, tag) for tag in tags)
    if list(wanted) == before:
        return
    rows = [
        {"article_id": article_id, "position": position, "tag_id": tag_id}
        for position, tag_id in enumerate(wanted)
    ]
    _replace(session, ArticleTagRow, article_id, rows)
    drop_unused_tags(session, set(before) - set(wanted))


def _tag_ids(session: Session, article_id: int) -> list[int]:
    ours = select(ArticleTagRow.tag_id).where(ArticleTagRow.article_id == article_id)
    return list(session.scalars(ours.order_by(ArticleTagRow.position)))


def _tag_id(session: Session, name: str) -> int:
    found = session.scalar(select(TagRow.id).where(TagRow.key == key(name)))
    if found is not None:
        return found
    values = {"name": name, "key": key(name), "sort_key": sort_key(name)}
    return session.scalars(insert(TagRow).values(values).returning(TagRow.id)).one()


def drop_unused_tags(session: Session, tag_ids: Iterable[int]) -> None:
    """Forget those of the tags that no article has, so that they may return spelt otherwise."""
    used = select(ArticleTagRow.tag_id).where(ArticleTagRow.tag_id == TagRow.id).exists()
    session.execute(delete(TagRow).where(TagRow.id.in_(list(tag_ids)), ~used))


def remove_tags(session: Session, article_id: int) -> None:
    """Take all tags off an article."""
    _write_tags(session, article_id, ())


def _replace(
    session: Session, table: type[Row], article_id: int, rows: list[dict[str, Any]]
) -> None:
    mine = table.__table__.c.article_id == article_id
    session.execute(delete(table).where(mine))
    if rows:
        session.execute(insert(table), rows)
