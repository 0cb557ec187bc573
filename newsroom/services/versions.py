"""Keeping, reading and restoring versions of an article's text."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.domain.article import Article, ArticleText, text_part, with_text
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.diff import TextDiff, WordChange, diff_texts
from newsroom.domain.ids import ArticleId, BlockId
from newsroom.domain.ports import UnitOfWork
from newsroom.domain.restoring import Field, with_block, with_field
from newsroom.domain.versions import Version, VersionId, superfluous
from newsroom.services.articles import one_line, save_article
from newsroom.services.desk import Desk


def keep_version(*, desk: Desk, article_id: ArticleId, name: str = "") -> Outcome[Version | None]:
    """Keep what is stored of the article's text; None when the newest version holds it already.

    With a name it is kept for ever: the newest version takes the name when it holds the text.
    Versions that time has made superfluous go. Raises `NotFoundError`.
    """
    with desk.open() as work:
        text = text_part(work.articles.get(article_id))
        kept = _keep(work, desk, article_id, text, one_line(name).strip())
        work.commit()
    touched = frozenset({article_id}) if kept is not None else frozenset[ArticleId]()
    return Outcome(value=kept, changes=ChangeSet(versions=touched))


def _keep(
    work: UnitOfWork,
    desk: Desk,
    article_id: ArticleId,
    text: ArticleText,
    name: str,
    spared: VersionId | None = None,
) -> Version | None:
    """Keep `text` and thin out, but for the version `spared`, which someone is looking at."""
    versions = work.versions.list(article_id)
    if versions and work.versions.holds(versions[0], text):
        if name in ("", versions[0].name):
            return None
        if not versions[0].name:
            return work.versions.rename(versions[0].id, name)
    now = desk.clock.now()
    kept = work.versions.add(article_id, text, at=now, by=desk.person, name=name)
    work.versions.remove(superfluous([kept, *versions], now) - {spared})
    return kept


def rename_version(
    *, desk: Desk, article_id: ArticleId, version_id: VersionId, name: str
) -> Outcome[Version]:
    """Give a version another name; an empty one lets it be thinned out. Raises `NotFoundError`."""
    with desk.open() as work:
        renamed = work.versions.rename(version_id, one_line(name).strip())
        work.commit()
    return Outcome(value=renamed, changes=ChangeSet(versions=frozenset({article_id})))


def list_versions(*, desk: Desk, article_id: ArticleId) -> Sequence[Version]:
    """The article's versions, newest first."""
    with desk.open(writes=False) as work:
        return work.versions.list(article_id)


def read_version(*, desk: Desk, version_id: VersionId) -> ArticleText:
    """What a version holds; raises `NotFoundError`, and `UserError` when it is damaged."""
    with desk.open(writes=False) as work:
        return work.versions.read(version_id)


def count_changes(*, desk: Desk, older: VersionId | None, newer: VersionId) -> WordChange:
    """Tiếng added and removed from one version to another, from nothing when there is no older.

    Raises as `read_version` does.
    """
    with desk.open(writes=False) as work:
        before = ArticleText() if older is None else work.versions.read(older)
        after = work.versions.read(newer)
    return diff_texts(before, after).words()


def compare_with_present(*, desk: Desk, article_id: ArticleId, version_id: VersionId) -> TextDiff:
    """What changed since the version was kept; raises as `read_version` does."""
    with desk.open(writes=False) as work:
        present = text_part(work.articles.get(article_id))
        return diff_texts(work.versions.read(version_id), present)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """The article as it is now, and the version that holds what it was before."""

    article: Article
    before: VersionId


def restore_version(
    *, desk: Desk, article_id: ArticleId, version_id: VersionId, name_before: str = ""
) -> Outcome[Restored]:
    """Make the version's text the article's; the present text is kept as a version first.

    `name_before` names that one, so that no thinning ever takes it. Raises `NotFoundError`, and
    `UserError` when the version is damaged; nothing is changed then.
    """
    with desk.open() as work:
        wanted = work.versions.read(version_id)
        name = one_line(name_before).strip()
        return _replace_text(work, desk, article_id, version_id, wanted, name)


def restore_block(
    *,
    desk: Desk,
    article_id: ArticleId,
    version_id: VersionId,
    old: BlockId | None,
    new: BlockId | None,
) -> Outcome[Restored]:
    """Bring one block back: `old` of the version in the place of `new` of the present text.

    Without `new` it is put in after the block it followed, without `old` it is taken out. Raises
    as `restore_version` does.
    """
    with desk.open() as work:
        present = text_part(work.articles.get(article_id))
        wanted = with_block(present, work.versions.read(version_id), old=old, new=new)
        return _replace_text(work, desk, article_id, version_id, wanted)


def restore_field(
    *, desk: Desk, article_id: ArticleId, version_id: VersionId, field: Field
) -> Outcome[Restored]:
    """Bring kicker, headline, lede or byline back; raises as `restore_version` does."""
    with desk.open() as work:
        present = text_part(work.articles.get(article_id))
        wanted = with_field(present, work.versions.read(version_id), field)
        return _replace_text(work, desk, article_id, version_id, wanted)


def _replace_text(
    work: UnitOfWork,
    desk: Desk,
    article_id: ArticleId,
    source: VersionId,
    text: ArticleText,
    name: str = "",
) -> Outcome[Restored]:
    """Keep what is there and store `text` instead, in one transaction."""
    article = work.articles.get(article_id)
    before = text_part(article)
    _keep(work, desk, article_id, before, name if before != text else "", source)
    kept = work.versions.list(article_id)[0].id
    saved = save_article(work, article, with_text(article, text), desk.clock.now())
    work.commit()
    touched = frozenset({article_id})
    return Outcome(
        value=Restored(article=saved, before=kept),
        changes=ChangeSet(articles=touched, text_only=True, versions=touched),
    )
