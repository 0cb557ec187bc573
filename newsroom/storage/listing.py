"""Which articles, in which order, how many: answered from the indexes alone."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from newsroom.domain.article import ArticleSummary, SectionPath, Status
from newsroom.domain.ids import ArticleId
from newsroom.domain.library import ArticleFilter, ArticleWords
from newsroom.domain.taxonomy import LibraryCounts
from newsroom.storage.conditions import conditions
from newsroom.storage.labels import read_bylines, read_tags
from newsroom.storage.mapping import SUMMARY_COLUMNS, WORD_COLUMNS, summary_from, words_from
from newsroom.storage.tables import ARTICLE, ARTICLE_TAG, LATEST_FIRST, TAG
from newsroom.storage.taxonomy import SectionMap

_CHUNK = 10_000
"""Ids in one statement, well under SQLite's limit of 250,000 places."""

_TEXTS = 100
"""Bodies that are held at once; who looks through them may stop at any."""

_SPIKED = ARTICLE.c.status == Status.SPIKED.value


def list_ids(
    connection: Connection,
    wanted: ArticleFilter,
    sections: SectionMap,
    *,
    limit: int | None = None,
) -> list[ArticleId]:
    """The ids of the articles that pass, latest change first; at most `limit` of them."""
    passing = [condition.on_article for condition in conditions(wanted, sections)]
    latest = select(ARTICLE.c.uid).where(*passing).order_by(*LATEST_FIRST).limit(limit)
    ordered = latest.subquery()
    # One long string arrives in half the time of 100,000 rows; group_concat keeps the order.
    ids = connection.scalar(select(func.group_concat(ordered.c.uid, "\n")))
    return list(map(ArticleId, ids.split("\n"))) if ids else []


def list_summaries(
    connection: Connection, ids: Sequence[ArticleId], sections: SectionMap
) -> list[ArticleSummary]:
    """Summaries of those that exist, in the order of `ids`."""
    found: dict[str, ArticleSummary] = {}
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        query = select(*SUMMARY_COLUMNS).where(ARTICLE.c.uid.in_(chunk))
        rows = connection.execute(query).all()
        keys = [row.id for row in rows]
        tags, bylines = read_tags(connection, keys), read_bylines(connection, keys)
        for row in rows:
            found[row.uid] = summary_from(
                row,
                section=sections.path(row.section_id),
                tags=tags.get(row.id, ()),
                byline=bylines.get(row.id, ()),
            )
    return [found[uid] for uid in ids if uid in found]


def read_words(
    connection: Connection, ids: Sequence[ArticleId], sections: SectionMap
) -> Iterator[ArticleWords]:
    """The texts of those that exist, in the order of `ids`."""
    for start in range(0, len(ids), _TEXTS):
        chunk = ids[start : start + _TEXTS]
        query = select(*WORD_COLUMNS).where(ARTICLE.c.uid.in_(chunk))
        rows = {row.uid: row for row in connection.execute(query)}
        bylines = read_bylines(connection, [row.id for row in rows.values()])
        for row in (rows[uid] for uid in chunk if uid in rows):
            path = sections.path(row.section_id)
            yield words_from(row, section=path, byline=bylines.get(row.id, ()))


def count_library(connection: Connection, sections: SectionMap) -> LibraryCounts:
    """How many articles there are; the bin counts only under its status."""
    query = select(ARTICLE.c.status, func.count()).group_by(ARTICLE.c.status)
    by_status: dict[str, int] = dict(connection.execute(query).all())
    return LibraryCounts(
        total=sum(by_status.values()) - by_status.get(Status.SPIKED.value, 0),
        by_status=by_status,
        by_section=_by_section(connection, sections),
        by_tag=_by_tag(connection),
    )


def _by_section(connection: Connection, sections: SectionMap) -> dict[SectionPath, int]:
    counts: Counter[SectionPath] = Counter()
    query = (
        select(ARTICLE.c.section_id, func.count()).where(~_SPIKED).group_by(ARTICLE.c.section_id)
    )
    for section_id, number in connection.execute(query):
        path = sections.path(section_id)
        for length in range(1, len(path) + 1):
            counts[path[:length]] += number
    return {path: counts[path] for path in sections.paths().values()}


def _by_tag(connection: Connection) -> dict[str, int]:
    """All uses less those in the bin: two narrow counts instead of one wide join."""
    uses = select(ARTICLE_TAG.c.tag_id, func.count()).group_by(ARTICLE_TAG.c.tag_id)
    binned = uses.join(ARTICLE, ARTICLE.c.id == ARTICLE_TAG.c.article_id).where(_SPIKED)
    counts: Counter[int] = Counter(dict(connection.execute(uses).all()))
    counts.subtract(dict(connection.execute(binned).all()))
    names = connection.execute(select(TAG.c.id, TAG.c.name).order_by(TAG.c.sort_key))
    return {name: counts[tag_id] for tag_id, name in names if counts[tag_id]}
