"""Which articles, in which order, how many: answered from the indexes alone."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from newsroom.domain.article import ArticleSummary, SectionPath, Status
from newsroom.domain.ids import ArticleId
from newsroom.domain.library import ArticleFilter
from newsroom.domain.taxonomy import LibraryCounts
from newsroom.language.folding import key
from newsroom.storage.labels import read_bylines, read_tags
from newsroom.storage.mapping import SUMMARY_COLUMNS, summary_from
from newsroom.storage.rows import ArticleRow, ArticleTagRow, BylineRow, TagRow
from newsroom.storage.taxonomy import SectionMap

_CHUNK = 10_000
"""Ids in one statement, well under SQLite's limit of 250,000 places."""

LATEST_FIRST = (ArticleRow.updated.desc(), ArticleRow.touched.desc())
_SPIKED = ArticleRow.status == Status.SPIKED.value


def conditions(wanted: ArticleFilter, sections: SectionMap) -> list[ColumnElement[bool]]:
    """The filter as conditions on `ArticleRow`; all must hold."""
    status = wanted.status
    found = [ArticleRow.status == status.value if status else ~_SPIKED]
    if wanted.section is not None:
        found.append(ArticleRow.section_id.in_(sections.within(wanted.section)))
    if wanted.tag is not None:
        found.append(ArticleRow.id.in_(_with_tag(wanted.tag)))
    if wanted.byline is not None:
        named = select(BylineRow.article_id).where(BylineRow.key == key(wanted.byline))
        found.append(ArticleRow.id.in_(named))
    if wanted.since is not None:
        found.append(ArticleRow.updated >= wanted.since)
    if wanted.until is not None:
        found.append(ArticleRow.updated <= wanted.until)
    return found


def _with_tag(tag: str) -> Select[Any]:
    return (
        select(ArticleTagRow.article_id)
        .join(TagRow, TagRow.id == ArticleTagRow.tag_id)
        .where(TagRow.key == key(tag))
    )


def list_ids(session: Session, wanted: ArticleFilter, sections: SectionMap) -> list[ArticleId]:
    """The ids of all articles that pass, latest change first."""
    query = select(ArticleRow.uid).where(*conditions(wanted, sections)).order_by(*LATEST_FIRST)
    return list(map(ArticleId, session.scalars(query)))


def list_summaries(
    session: Session, ids: Sequence[ArticleId], sections: SectionMap
) -> list[ArticleSummary]:
    """Summaries of those that exist, in the order of `ids`."""
    found: dict[str, ArticleSummary] = {}
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        query = select(*SUMMARY_COLUMNS).where(ArticleRow.uid.in_(chunk))
        rows = session.execute(query).all()
        keys = [row.id for row in rows]
        tags, bylines = read_tags(session, keys), read_bylines(session, keys)
        for row in rows:
            found[row.uid] = summary_from(
                row,
                section=sections.path(row.section_id),
                tags=tags.get(row.id, ()),
                byline=bylines.get(row.id, ()),
            )
    return [found[uid] for uid in ids if uid in found]


def count_library(session: Session, sections: SectionMap) -> LibraryCounts:
    """How many articles there are; the bin counts only under its status."""
    query = select(ArticleRow.status, func.count()).group_by(ArticleRow.status)
    by_status = dict(session.execute(query).tuples().all())
    return LibraryCounts(
        total=sum(by_status.values()) - by_status.get(Status.SPIKED.value, 0),
        by_status=by_status,
        by_section=_by_section(session, sections),
        by_tag=_by_tag(session),
    )


def _by_section(session: Session, sections: SectionMap) -> dict[SectionPath, int]:
    counts: Counter[SectionPath] = Counter()
    query = (
        select(ArticleRow.section_id, func.count()).where(~_SPIKED).group_by(ArticleRow.section_id)
    )
    for section_id, number in session.execute(query):
        path = sections.path(section_id)
        for length in range(1, len(path) + 1):
            counts[path[:length]] += number
    return {path: counts[path] for path in sections.paths().values()}


def _by_tag(session: Session) -> dict[str, int]:
    """All uses less those in the bin: two narrow counts instead of one wide join."""
    uses = select(ArticleTagRow.tag_id, func.count()).group_by(ArticleTagRow.tag_id)
    binned = uses.join(ArticleRow, ArticleRow.id == ArticleTagRow.article_id).where(_SPIKED)
    counts = Counter(dict(session.execute(uses).tuples().all()))
    counts.subtract(dict(session.execute(binned).tuples().all()))
    names = session.execute(select(TagRow.id, TagRow.name).order_by(TagRow.sort_key))
    return {name: counts[tag_id] for tag_id, name in names if counts[tag_id]}
