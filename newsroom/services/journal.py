"""What is typed is kept edit by edit, and becomes part of its article in larger steps."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.domain.article import Article, ArticleText, Status, text_part, with_text
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.ids import ArticleId, new_article_id
from newsroom.domain.journal import (
    JournalEntry,
    edit_between,
    edit_to_json,
    replay,
    replay_loosely,
)
from newsroom.domain.ports import UnitOfWork
from newsroom.services.articles import add_article, overwrite_text, read_article, save_article
from newsroom.services.desk import Desk


def note_edit(*, desk: Desk, base: Article, before: ArticleText, after: ArticleText) -> int | None:
    """Keep what made `after` of `before`, an edit over the stored article `base`.

    Returns the edit's id, None when nothing differs. It outlives the program at once, a power cut
    after `sync_journal`. Raises `NotFoundError` when the article is gone.
    """
    edit = edit_between(before, after)
    if edit is None:
        return None
    return desk.journal.append(
        base.id, edit_to_json(edit), revision=base.revision, at=desk.clock.now()
    )


def sync_journal(*, desk: Desk) -> None:
    """Make what was noted so far outlive a power cut, or raise `UserError`."""
    desk.journal.sync()


def fold_text(*, desk: Desk, base: Article, text: ArticleText, up_to: int) -> Outcome[Article]:
    """Store `text` over `base` (see `save_text`) and forget its edits up to the id `up_to`."""
    with desk.open() as work:
        saved = overwrite_text(work=work, base=base, text=text, now=desk.clock.now())
        work.journal.clear(base.id, up_to=up_to)
        work.commit()
    changes = ChangeSet(articles=frozenset({base.id}), text_only=True)
    return Outcome(value=saved, changes=changes)


def drop_edits(*, desk: Desk, article_id: ArticleId) -> None:
    """Forget the article's edits: what they hold is kept elsewhere, or not wanted."""
    with desk.open() as work:
        entries = work.journal.entries(article_id)
        if entries:
            work.journal.clear(article_id, up_to=entries[-1].id)
            work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """`article` after its journal was laid over it: `edits` of them now belong to it.

    `copy` holds the words of edits that did not fit, since the article was changed meanwhile.
    """

    article: Article
    edits: int = 0
    copy: Article | None = None


def pending_articles(*, desk: Desk) -> list[ArticleId]:
    """The articles with edits that a program which died left behind."""
    with desk.open(writes=False) as work:
        return work.journal.pending()


def recover_article(*, desk: Desk, article_id: ArticleId, note: str) -> Outcome[Recovery]:
    """Make the edits that were left behind part of their article, or of a copy with `note`.

    They are replayed when the article is still the one over which they were made, up to the first
    that cannot be read; all others go into the copy. Raises `NotFoundError`.
    """
    with desk.open(writes=False) as work:
        left = bool(work.journal.entries(article_id))
    if not left:
        article = read_article(desk=desk, article_id=article_id)
        return Outcome(value=Recovery(article=article), changes=ChangeSet())
    with desk.open() as work:
        recovery = _recover(work, desk, article_id, note)
        work.commit()
    added = frozenset({recovery.copy.id}) if recovery.copy else frozenset()
    changes = ChangeSet(articles=frozenset({article_id}), added=added)
    return Outcome(value=recovery, changes=changes)


def _recover(work: UnitOfWork, desk: Desk, article_id: ArticleId, note: str) -> Recovery:
    article, entries = work.articles.get(article_id), work.journal.entries(article_id)
    known = text_part(article)
    text, fitting = known, 0
    if entries and entries[0].revision == article.revision:
        text, fitting = replay(known, [entry.edit for entry in entries])
    saved = save_article(work, article, with_text(article, text), desk.clock.now())
    copy = _keep_rest(work, desk, saved, entries[fitting:], note)
    if entries:
        work.journal.clear(article_id, up_to=entries[-1].id)
    return Recovery(article=saved, edits=fitting, copy=copy)


def _keep_rest(
    work: UnitOfWork, desk: Desk, article: Article, rest: Sequence[JournalEntry], note: str
) -> Article | None:
    text, applied = replay_loosely(text_part(article), [entry.edit for entry in rest])
    if not applied:
        return None
    now = desk.clock.now()
    blank = replace(
        with_text(article, text),
        id=new_article_id(),
        slug="",
        status=Status.DRAFT,
        created=now,
        updated=now,
        published=None,
        note=note,
        revision=0,
    )
    return add_article(work=work, article=blank, by=desk.person)
