"""Writing, choosing and moving articles. Mutations return an `Outcome` with what they changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from newsroom.domain.article import (
    Article,
    ArticleSummary,
    ArticleText,
    SectionPath,
    Status,
    StatusChange,
    Urgency,
    next_statuses,
    text_part,
    with_text,
)
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.document import with_new_ids
from newsroom.domain.ids import ArticleId, new_article_id
from newsroom.domain.library import EVERYTHING, ArticleFilter
from newsroom.domain.ports import ArticleRepository, UnitOfWork
from newsroom.domain.slot import parse_slot
from newsroom.domain.slug import slugify
from newsroom.domain.taxonomy import LibraryCounts
from newsroom.errors import Listed, StaleRevisionError, UserError
from newsroom.language.normalise import clean_text
from newsroom.services.desk import Desk


def create_article(
    *,
    desk: Desk,
    text: ArticleText | None = None,
    section: SectionPath = (),
    tags: Sequence[str] = (),
    status: Status = Status.DRAFT,
    updated: datetime | None = None,
    dateline: str = "",
    language: str = "vi",
    profile: str = "",
) -> Outcome[Article]:
    """Store a new article; `updated` defaults to now. Raises `NotFoundError` for the section."""
    now = desk.clock.now()
    text = text or ArticleText()
    blank = Article(
        id=new_article_id(),
        section=section,
        tags=clean_tags(tags),
        status=status,
        dateline=one_line(dateline),
        language=one_line(language),
        profile=one_line(profile),
        created=now,
        updated=updated or now,
    )
    headline, kicker = one_line(text.headline), one_line(text.kicker)
    names = tuple(map(one_line, text.byline))
    lede = clean_text(text.lede)
    article = with_text(
        blank, replace(text, headline=headline, kicker=kicker, lede=lede, byline=names)
    )
    with desk.open() as work:
        stored = add_article(work=work, article=article, by=desk.person)
        work.commit()
    return Outcome(
        value=stored, changes=ChangeSet(added=frozenset({stored.id}), tags=bool(stored.tags))
    )


def add_article(*, work: UnitOfWork, article: Article, by: str) -> Article:
    """Store `article` within `work`, with a slug of its own and the first step of its way."""
    slug = article.slug or _free_slug(work.articles, article)
    stored = work.articles.add(replace(article, slug=slug))
    first = StatusChange(at=article.created, by=by, old=None, new=article.status)
    work.articles.record_status(article.id, first)
    return stored


def _free_slug(articles: ArticleRepository, article: Article) -> str:
    stem = slugify(article.headline)
    if not stem:
        return ""
    slug, number = stem, 2
    while articles.slug_taken(slug, besides=article.id):
        slug, number = f"{stem}-{number}", number + 1
    return slug


def one_line(words: str) -> str:
    """`words` as a field of one line can hold them: no control characters, no line breaks."""
    return clean_text(words).replace("\n", " ").replace("\t", " ")


def clean_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags trimmed, without empty ones and without repeats (whatever their case), in order."""
    kept: dict[str, str] = {}
    for tag in tags:
        name = " ".join(clean_text(tag).split())
        if name:
            kept.setdefault(name.casefold(), name)
    return tuple(kept.values())


def read_article(*, desk: Desk, article_id: ArticleId) -> Article:
    """The whole article; raises `NotFoundError`."""
    with desk.open(writes=False) as work:
        return work.articles.get(article_id)


def list_ids(*, desk: Desk, wanted: ArticleFilter = EVERYTHING) -> list[ArticleId]:
    """The ids of the articles that pass the filter, latest change first."""
    with desk.open(writes=False) as work:
        return work.articles.ids(wanted)


def read_summaries(*, desk: Desk, ids: Sequence[ArticleId]) -> list[ArticleSummary]:
    """Summaries in the order of `ids`; those that no longer exist are left out."""
    with desk.open(writes=False) as work:
        return work.articles.summaries(ids)


def read_counts(*, desk: Desk) -> LibraryCounts:
    """How many articles there are, by status, section and tag."""
    with desk.open(writes=False) as work:
        return work.articles.counts()


def read_tags(*, desk: Desk) -> list[str]:
    """All tags in use, in Vietnamese order."""
    with desk.open(writes=False) as work:
        return work.taxonomy.tags()


def read_history(*, desk: Desk, article_id: ArticleId) -> list[StatusChange]:
    """The article's way through the desk, oldest step first."""
    with desk.open(writes=False) as work:
        return work.articles.status_history(article_id)


def save_text(*, desk: Desk, base: Article, text: ArticleText) -> Outcome[Article]:
    """Store what the sheet holds, written over `base`; the slug follows the headline of a draft.

    Changes made meanwhile to fields that the sheet does not hold (tags, status…) are kept. Raises
    `StaleRevisionError` when someone else changed the text since `base`; nothing is written then.
    """
    with desk.open() as work:
        saved = overwrite_text(work=work, base=base, text=text, now=desk.clock.now())
        work.commit()
    changes = ChangeSet(articles=frozenset({base.id}), text_only=True)
    return Outcome(value=saved, changes=changes)


def overwrite_text(*, work: UnitOfWork, base: Article, text: ArticleText, now: datetime) -> Article:
    """What `save_text` does, within `work`."""
    stored = work.articles.get(base.id)
    if stored.revision != base.revision and text_part(stored) != text_part(base):
        raise StaleRevisionError(
            "“{headline}” was changed in another window or program.",
            headline=stored.headline or stored.id,
        )
    return save_article(work, stored, with_text(stored, text), now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is chosen in the inspector; None leaves a field as it is, `()` or `""` empties it.

    `no_embargo` lifts the embargo, since None says nothing about it.
    """

    section: SectionPath | None = None
    tags: Sequence[str] | None = None
    byline: Sequence[str] | None = None
    kicker: str | None = None
    headline: str | None = None
    lede: str | None = None
    dateline: str | None = None
    language: str | None = None
    profile: str | None = None
    slot: str | None = None
    urgency: Urgency | None = None
    embargo: datetime | None = None
    no_embargo: bool = False
    note: str | None = None
    related: Sequence[ArticleId] | None = None
    slug: str | None = None
    updated: datetime | None = None


def set_details(
    *, desk: Desk, ids: Sequence[ArticleId], details: Details, status: Status | None = None
) -> Outcome[tuple[Article, ...]]:
    """Change the given fields and, where given, the status of each article, all or none."""
    ids = tuple(dict.fromkeys(ids))
    now = desk.clock.now()
    with desk.open() as work:
        before = tuple(work.articles.get(article_id) for article_id in ids)
        saved = tuple(
            save_article(work, article, _detailed(article, details), now) for article in before
        )
        if status is not None:
            saved = tuple(
                _move(work, each, status, now, desk.person, force=False) for each in saved
            )
        work.commit()
    tags = any(old.tags != new.tags for old, new in zip(before, saved, strict=True))
    return Outcome(value=saved, changes=ChangeSet(articles=frozenset(ids), tags=tags))


def _detailed(article: Article, details: Details) -> Article:
    changed = replace(article, **_given(details, "section", "urgency", "updated"))
    changed = replace(
        changed,
        **_given(details, "kicker", "headline", "dateline", "language", "profile", clean=one_line),
        **_given(details, "lede", "note", clean=clean_text),
    )
    if details.tags is not None:
        changed = replace(changed, tags=clean_tags(details.tags))
    if details.byline is not None:
        names = (one_line(name).strip() for name in details.byline)
        changed = replace(changed, byline=tuple(name for name in names if name))
    if details.embargo is not None or details.no_embargo:
        changed = replace(changed, embargo=details.embargo)
    if details.related is not None:
        changed = replace(changed, related=tuple(details.related))
    if details.slot is not None:
        changed = replace(changed, slot=str(parse_slot(details.slot) or ""))
    if details.slug is not None:
        changed = replace(changed, slug=slugify(details.slug))
    return changed


def _given(
    details: Details, *names: str, clean: Callable[[Any], Any] = lambda value: value
) -> dict[str, Any]:
    """Those of the named fields that have a value, cleaned."""
    values = {name: getattr(details, name) for name in names}
    return {name: clean(value) for name, value in values.items() if value is not None}


def set_status(
    *, desk: Desk, ids: Sequence[ArticleId], status: Status, force: bool = False
) -> Outcome[tuple[Article, ...]]:
    """Move each article to `status`, all or none, and record who did it and when.

    Raises `UserError` when the desk's way does not lead there, unless `force` (undo) is set.
    """
    ids = tuple(dict.fromkeys(ids))
    now = desk.clock.now()
    with desk.open() as work:
        moved = tuple(
            _move(work, work.articles.get(article_id), status, now, desk.person, force)
            for article_id in ids
        )
        work.commit()
    return Outcome(value=moved, changes=ChangeSet(articles=frozenset(ids)))


def _move(
    work: UnitOfWork, article: Article, status: Status, now: datetime, by: str, force: bool
) -> Article:
    if article.status is status:
        return article
    if not force and status not in next_statuses(article.status):
        raise UserError(
            "“{headline}” cannot go from {old} to {new}; it can go to: {allowed}.",
            headline=article.headline or article.id,
            old=article.status,
            new=status,
            allowed=Listed(next_statuses(article.status)),
        )
    published = now if status is Status.PUBLISHED else article.published
    saved = work.articles.save(replace(article, status=status, published=published))
    change = StatusChange(at=now, by=by, old=article.status, new=status)
    work.articles.record_status(article.id, change)
    return saved


def duplicate_article(*, desk: Desk, article_id: ArticleId) -> Outcome[Article]:
    """A draft with the same content, fresh ids and no history."""
    source = read_article(desk=desk, article_id=article_id)
    now = desk.clock.now()
    copy = replace(
        source,
        id=new_article_id(),
        slug="",
        body=with_new_ids(source.body),
        status=Status.DRAFT,
        created=now,
        updated=now,
        published=None,
        revision=0,
    )
    with desk.open() as work:
        stored = add_article(work=work, article=copy, by=desk.person)
        work.commit()
    return Outcome(value=stored, changes=ChangeSet(added=frozenset({stored.id})))


def save_article(work: UnitOfWork, before: Article, after: Article, now: datetime) -> Article:
    """Save what differs within `work`; the slug follows the headline until publication."""
    if after == before:
        return before
    if after.updated == before.updated:
        after = replace(after, updated=now)
    if after.headline != before.headline and after.published is None:
        after = replace(after, slug=_free_slug(work.articles, after))
    return work.articles.save(after)
