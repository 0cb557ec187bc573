"""Deleting articles for good, and putting them back with all that belonged to them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.domain.article import Article, Status, StatusChange
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.ids import ArticleId
from newsroom.domain.journal import JournalEntry
from newsroom.domain.ports import UnitOfWork
from newsroom.domain.versions import StoredVersion
from newsroom.errors import UserError
from newsroom.services.desk import Desk

_NO_REVISION = 0
"""No article has it: edits that carry it fit none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """An article that was deleted, its way through the desk, its versions and unfinished edits."""

    article: Article
    way: tuple[StatusChange, ...]
    versions: tuple[StoredVersion, ...]
    edits: tuple[JournalEntry, ...]


def delete_articles(*, desk: Desk, ids: Sequence[ArticleId]) -> Outcome[tuple[Removed, ...]]:
    """Remove spiked articles for good and return them, so that the deed can be undone.

    Raises `UserError` when one of them is not in the bin.
    """
    with desk.open() as work:
        removed = tuple(_remove(work, article_id) for article_id in ids)
        work.commit()
    return Outcome(value=removed, changes=ChangeSet(removed=frozenset(ids)))


def _remove(work: UnitOfWork, article_id: ArticleId) -> Removed:
    article = work.articles.get(article_id)
    if article.status is not Status.SPIKED:
        raise UserError(
            "“{headline}” is not in the bin; spike it first.",
            headline=article.headline or article.id,
        )
    removed = Removed(
        article=article,
        way=tuple(work.articles.status_history(article_id)),
        versions=tuple(work.versions.stored(article_id)),
        edits=tuple(work.journal.entries(article_id)),
    )
    work.articles.remove(article_id)
    return removed


def put_back(*, desk: Desk, removed: Sequence[Removed]) -> Outcome[tuple[Article, ...]]:
    """Undo of `delete_articles`: the same articles with the same ids, as they were."""
    with desk.open() as work:
        stored = tuple(_put_back(work, each) for each in removed)
        work.commit()
    ids = frozenset(article.id for article in stored)
    return Outcome(value=stored, changes=ChangeSet(added=ids, versions=ids))


def _put_back(work: UnitOfWork, removed: Removed) -> Article:
    old = removed.article
    stored = work.articles.add(old)
    for step in removed.way:
        work.articles.record_status(old.id, step)
    work.versions.put_back(old.id, removed.versions)
    fitting = {old.revision: stored.revision}
    work.journal.put_back(
        old.id,
        [
            replace(edit, revision=fitting.get(edit.revision, _NO_REVISION))
            for edit in removed.edits
        ],
    )
    return stored
