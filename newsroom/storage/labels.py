"""What articles hold in tables of their own: tags, bylines, the photos they use."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, bindparam, delete, insert, select
from sqlalchemy.engine import Connection

from newsroom.domain.article import Article
from newsroom.domain.document import photos
from newsroom.language.collation import sort_key
from newsroom.language.folding import key
from newsroom.storage.tables import ARTICLE_PHOTO, ARTICLE_TAG, BYLINE, TAG

Names = Mapping[int, tuple[str, ...]]
"""Names by the id of the article's row; articles without any are left out."""


def read_tags(connection: Connection, article_ids: Sequence[int]) -> Names:
    """The tags of each article, in the author's order."""
    return _grouped(
        connection.execute(
            select(ARTICLE_TAG.c.article_id, TAG.c.name)
            .join(TAG, TAG.c.id == ARTICLE_TAG.c.tag_id)
            .where(ARTICLE_TAG.c.article_id.in_(article_ids))
            .order_by(ARTICLE_TAG.c.article_id, ARTICLE_TAG.c.position)
        )
    )


def read_bylines(connection: Connection, article_ids: Sequence[int]) -> Names:
    """The names in the byline of each article."""
    return _grouped(
        connection.execute(
            select(BYLINE.c.article_id, BYLINE.c.name)
            .where(BYLINE.c.article_id.in_(article_ids))
            .order_by(BYLINE.c.article_id, BYLINE.c.position)
        )
    )


def _grouped(rows: Iterable[Any]) -> Names:
    found: dict[int, list[str]] = defaultdict(list)
    for article_id, name in rows:
        found[article_id].append(name)
    return {article_id: tuple(names) for article_id, names in found.items()}


def write_labels(connection: Connection, article_id: int, article: Article) -> tuple[str, ...]:
    """Make the stored tags, byline and photo uses those of `article`.

    Returns its tags as the library spells them: `công đoàn` is the `Công đoàn` that is there.
    """
    bylines = [
        {"article_id": article_id, "position": position, "name": name, "key": key(name)}
        for position, name in enumerate(article.byline)
    ]
    used = dict.fromkeys(use.photo for use in photos(article.body))
    uses = [{"article_id": article_id, "photo_id": photo} for photo in used]
    _replace(connection, BYLINE, article_id, bylines)
    _replace(connection, ARTICLE_PHOTO, article_id, uses)
    return _write_tags(connection, article_id, article.tags)


def _write_tags(connection: Connection, article_id: int, names: Sequence[str]) -> tuple[str, ...]:
    wanted = _tags(connection, names)
    before = connection.scalars(_TAGS_OF, {"article": article_id}).all()
    if list(before) != list(wanted):
        rows = [
            {"article_id": article_id, "position": position, "tag_id": tag_id}
            for position, tag_id in enumerate(wanted)
        ]
        _replace(connection, ARTICLE_TAG, article_id, rows)
        _drop_unused(connection, set(before) - set(wanted))
    return tuple(wanted.values())


_TAGS_OF = (
    select(ARTICLE_TAG.c.tag_id)
    .where(ARTICLE_TAG.c.article_id == bindparam("article"))
    .order_by(ARTICLE_TAG.c.position)
)


def _tags(connection: Connection, names: Sequence[str]) -> dict[int, str]:
    """The tags by id, in the order of `names`, those that are new made now."""
    by_key = {key(name): name for name in reversed(names)}
    query = select(TAG.c.key, TAG.c.id, TAG.c.name).where(TAG.c.key.in_(by_key))
    known = {row.key: (row.id, row.name) for row in connection.execute(query)} if names else {}
    found: dict[int, str] = {}
    for tag_key in map(key, names):
        if tag_key not in known:
            name = by_key[tag_key]
            known[tag_key] = (_make_tag(connection, name), name)
        tag_id, name = known[tag_key]
        found[tag_id] = name
    return found


def _make_tag(connection: Connection, name: str) -> int:
    values = {"name": name, "key": key(name), "sort_key": sort_key(name)}
    made: int = connection.execute(insert(TAG).returning(TAG.c.id), values).scalar_one()
    return made


def _drop_unused(connection: Connection, tag_ids: Iterable[int]) -> None:
    """Forget those of the tags that no article has, so that they may return spelt otherwise."""
    used = select(ARTICLE_TAG.c.tag_id).where(ARTICLE_TAG.c.tag_id == TAG.c.id).exists()
    for tag_id in tag_ids:
        connection.execute(delete(TAG).where(TAG.c.id == tag_id, ~used))


def remove_tags(connection: Connection, article_id: int) -> None:
    """Take all tags off an article."""
    _write_tags(connection, article_id, ())


def _replace(
    connection: Connection, table: Table, article_id: int, rows: list[dict[str, Any]]
) -> None:
    connection.execute(delete(table).where(table.c.article_id == article_id))
    if rows:
        connection.execute(insert(table), rows)
