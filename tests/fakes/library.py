"""A library in memory that keeps the promises of `newsroom.domain.ports`, for tests of use cases.

It shares its contract tests (`tests/storage/contract`) with the library on disk.
"""

import json
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from newsroom.domain.article import (
    Article,
    ArticleSummary,
    ArticleText,
    SectionPath,
    Status,
    StatusChange,
    text_part,
)
from newsroom.domain.counting import article_words
from newsroom.domain.document import document_plain, photos
from newsroom.domain.finding import article_words_of
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.journal import JournalEntry
from newsroom.domain.json_article import text_from_json, text_to_json
from newsroom.domain.library import ArticleFilter, ArticleWords, SearchHit, SearchResults
from newsroom.domain.paper import PaperSettings
from newsroom.domain.taxonomy import LibraryCounts, SectionTree, show_path
from newsroom.domain.versions import StoredVersion, Version, VersionId
from newsroom.errors import BugError, NotFoundError, StaleRevisionError, UserError
from newsroom.language.collation import sort_key
from newsroom.language.folding import fold, key, nfc


@dataclass
class State:
    """All that a library holds; articles in the order of their last save."""

    articles: dict[ArticleId, Article] = field(default_factory=dict)
    ways: dict[ArticleId, list[StatusChange]] = field(default_factory=dict)
    sections: SectionTree = field(default_factory=SectionTree)
    paper: PaperSettings = field(default_factory=PaperSettings)
    versions: dict[VersionId, tuple[ArticleId, Version, ArticleText]] = field(default_factory=dict)
    versions_made: int = 0
    journal: dict[ArticleId, list[JournalEntry]] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)

    def copy(self) -> "State":
        return State(
            articles=dict(self.articles),
            ways={uid: list(steps) for uid, steps in self.ways.items()},
            sections=self.sections,
            paper=self.paper,
            versions=dict(self.versions),
            versions_made=self.versions_made,
            journal={uid: list(entries) for uid, entries in self.journal.items()},
            settings=dict(self.settings),
        )


class MemoryArticles:
    def __init__(self, state: State) -> None:
        self._state = state

    def add(self, article: Article) -> Article:
        if article.id in self._state.articles:
            raise BugError("Two articles with one id.")
        return self._put(replace(article, revision=1))

    def get(self, article_id: ArticleId) -> Article:
        try:
            return self._state.articles[article_id]
        except KeyError:
            raise NotFoundError("There is no article “{id}”.", id=article_id) from None

    def save(self, article: Article) -> Article:
        if self.get(article.id).revision != article.revision:
            raise StaleRevisionError(
                "“{headline}” was changed in another window or program.", headline=article.headline
            )
        return self._put(replace(article, revision=article.revision + 1))

    def _put(self, article: Article) -> Article:
        if article.section:
            self._state.sections.require(article.section)
        self._state.articles.pop(article.id, None)
        spelt = {key(tag): tag for other in self._state.articles.values() for tag in other.tags}
        tags = {key(tag): spelt.get(key(tag), tag) for tag in reversed(article.tags)}
        own = dict.fromkeys(tags[key(tag)] for tag in article.tags)
        self._state.articles[article.id] = stored = replace(article, tags=tuple(own))
        self._state.ways.setdefault(article.id, [])
        return stored

    def remove(self, article_id: ArticleId) -> None:
        self.get(article_id)
        del self._state.articles[article_id]
        del self._state.ways[article_id]
        versions = self._state.versions
        self._state.versions = {uid: v for uid, v in versions.items() if v[0] != article_id}
        self._state.journal.pop(article_id, None)

    def ids(self, wanted: ArticleFilter, *, limit: int | None = None) -> list[ArticleId]:
        latest_saved = reversed(self._state.articles.values())
        passing = [a for a in latest_saved if passes(a, wanted) and self._made(a, wanted.maker)]
        passing.sort(key=lambda article: article.updated, reverse=True)
        return [article.id for article in passing[:limit]]

    def summaries(self, ids: Sequence[ArticleId]) -> list[ArticleSummary]:
        articles = self._state.articles
        return [summary_of(articles[uid]) for uid in ids if uid in articles]

    def words(self, ids: Sequence[ArticleId]) -> Iterator[ArticleWords]:
        articles = self._state.articles
        return (words_of(articles[uid]) for uid in ids if uid in articles)

    def counts(self) -> LibraryCounts:
        alive = [a for a in self._state.articles.values() if a.status is not Status.SPIKED]
        sections = Counter(
            article.section[:length]
            for article in alive
            for length in range(1, len(article.section) + 1)
        )
        return LibraryCounts(
            total=len(alive),
            by_status=Counter(article.status.value for article in self._state.articles.values()),
            by_section={path: sections[path] for path in self._state.sections.paths()},
            by_tag=Counter(tag for article in alive for tag in article.tags),
        )

    def _made(self, article: Article, maker: str | None) -> bool:
        way = self._state.ways[article.id]
        return maker is None or any(step.old is None and step.by == maker for step in way)

    def record_status(self, article_id: ArticleId, change: StatusChange) -> None:
        self.get(article_id)
        self._state.ways[article_id].append(change)

    def status_history(self, article_id: ArticleId) -> list[StatusChange]:
        self.get(article_id)
        return list(self._state.ways[article_id])

    def slug_taken(self, slug: str, *, besides: ArticleId) -> bool:
        return any(a.slug == slug for a in self._state.articles.values() if a.id != besides)

    def rename_profiles(self, renamed: Mapping[str, str]) -> frozenset[ArticleId]:
        touched = [a for a in self._state.articles.values() if a.profile in renamed]
        for article in touched:
            changed = replace(article, profile=renamed[article.profile])
            self._state.articles[article.id] = changed
        return frozenset(article.id for article in touched)

    def photo_uses(self, photo: PhotoId) -> int:
        bodies = (article.body for article in self._state.articles.values())
        named = sum(photo in value for value in self._state.settings.values())
        return named + sum(any(use.photo == photo for use in photos(body)) for body in bodies)


def passes(article: Article, wanted: ArticleFilter) -> bool:
    """Whether `article` is one of those that `wanted` shows."""
    status = wanted.status
    section = wanted.section
    return (
        (article.status is status if status else article.status is not Status.SPIKED)
        and (section is None or article.section[: len(section)] == section)
        and (wanted.tag is None or key(wanted.tag) in map(key, article.tags))
        and (wanted.byline is None or key(wanted.byline) in map(key, article.byline))
        and (wanted.since is None or article.updated >= wanted.since)
        and (wanted.until is None or article.updated <= wanted.until)
    )


def summary_of(article: Article) -> ArticleSummary:
    """The summary that a library gives of `article`."""
    lead = next(photos(article.body), None)
    same = {
        name: getattr(article, name)
        for name in ArticleSummary.__dataclass_fields__
        if name not in ("words", "lead_photo")
    }
    return ArticleSummary(
        **same, words=article_words(text_part(article)), lead_photo=lead.photo if lead else None
    )


def words_of(article: Article) -> ArticleWords:
    """The texts that a library finds words in."""
    return ArticleWords(
        id=article.id,
        headline=article.headline,
        status=article.status,
        section=article.section,
        revision=article.revision,
        words=tuple(article_words_of(text_part(article))),
    )


class MemoryTaxonomy:
    def __init__(self, state: State) -> None:
        self._state = state

    def sections(self) -> SectionTree:
        return self._state.sections

    def save_sections(
        self, tree: SectionTree, *, moved: Mapping[SectionPath, SectionPath] | None = None
    ) -> None:
        targets = {path: _moved_path(path, moved or {}) for path in self._state.sections.paths()}
        for article in self._state.articles.values():
            if article.section and tree.find(targets[article.section]) is None:
                raise UserError(
                    "The section “{section}” still holds articles; move them first.",
                    section=show_path(article.section),
                )
        self._state.articles = {
            uid: replace(article, section=targets.get(article.section, ()))
            for uid, article in self._state.articles.items()
        }
        self._state.sections = tree

    def tags(self) -> list[str]:
        used = {tag for article in self._state.articles.values() for tag in article.tags}
        return sorted(used, key=sort_key)


def _moved_path(path: SectionPath, moved: Mapping[SectionPath, SectionPath]) -> SectionPath:
    for length in range(len(path), 0, -1):
        if path[:length] in moved:
            return (*moved[path[:length]], *path[length:])
    return path


class MemoryVersions:
    def __init__(self, state: State) -> None:
        self._state = state

    def add(
        self, article_id: ArticleId, text: ArticleText, *, at: datetime, by: str, name: str = ""
    ) -> Version:
        known = self.list(article_id)
        self._state.versions_made += 1
        made = Version(
            id=VersionId(self._state.versions_made),
            at=at,
            by=by,
            name=name,
            words=article_words(text),
            sha256="",
            parent=known[0].id if known else None,
        )
        self._state.versions[made.id] = (article_id, made, text)
        return made

    def list(self, article_id: ArticleId) -> Sequence[Version]:
        MemoryArticles(self._state).get(article_id)
        own = (version for uid, version, _ in self._state.versions.values() if uid == article_id)
        return sorted(own, key=lambda version: version.id, reverse=True)

    def read(self, version_id: VersionId) -> ArticleText:
        return self._entry(version_id)[2]

    def holds(self, version: Version, text: ArticleText) -> bool:
        return self.read(version.id) == text

    def rename(self, version_id: VersionId, name: str) -> Version:
        article_id, version, text = self._entry(version_id)
        renamed = replace(version, name=name)
        self._state.versions[version_id] = (article_id, renamed, text)
        return renamed

    def remove(self, ids: Iterable[VersionId]) -> None:
        for version_id in ids:
            self._state.versions.pop(version_id, None)

    def stored(self, article_id: ArticleId) -> Iterable[StoredVersion]:
        for version in reversed(self.list(article_id)):
            content = json.dumps(text_to_json(self.read(version.id)))
            yield StoredVersion(version=version, content=content)

    def put_back(self, article_id: ArticleId, versions: Iterable[StoredVersion]) -> None:
        for kept in versions:
            text = text_from_json(json.loads(kept.content))
            self._state.versions[kept.version.id] = (article_id, kept.version, text)

    def _entry(self, version_id: VersionId) -> tuple[ArticleId, Version, ArticleText]:
        try:
            return self._state.versions[version_id]
        except KeyError:
            raise NotFoundError(
                "There is no version {number} any more.", number=version_id
            ) from None


class MemoryJournal:
    def __init__(self, state: State) -> None:
        self._state = state

    def pending(self) -> list[ArticleId]:
        journal = self._state.journal
        return [uid for uid in self._state.articles if journal.get(uid)]

    def entries(self, article_id: ArticleId) -> Sequence[JournalEntry]:
        return list(self._state.journal.get(article_id, ()))

    def add(self, article_id: ArticleId, entry: JournalEntry) -> None:
        self._state.journal.setdefault(article_id, []).append(entry)

    def clear(self, article_id: ArticleId, *, up_to: int) -> None:
        left = [entry for entry in self.entries(article_id) if entry.id > up_to]
        self._state.journal[article_id] = left

    def put_back(self, article_id: ArticleId, entries: Iterable[JournalEntry]) -> None:
        for entry in entries:
            self.add(article_id, entry)


class MemorySearch:
    """Finds the articles that have all words, whatever their marks; newest first, no ranking."""

    def __init__(self, state: State) -> None:
        self._state = state

    def search(
        self, query: str, *, within: ArticleFilter, limit: int, offset: int = 0
    ) -> SearchResults:
        words = fold(query).split()
        articles = MemoryArticles(self._state)
        found = [
            article
            for article in map(articles.get, articles.ids(within))
            if all(word in fold(_words(article)) for word in words)
        ]
        page = found[offset : offset + limit]
        return SearchResults(total=len(found), hits=tuple(_hit(a, words) for a in page))

    def matching(self, query: str) -> frozenset[ArticleId]:
        words = fold(query).replace('"', " ").replace("*", " ").split() or ["\0"]
        alive = self._state.articles.items()
        return frozenset(uid for uid, a in alive if all(w in fold(_words(a)) for w in words))


def _words(article: Article) -> str:
    parts = (article.headline, article.kicker, article.lede, document_plain(article.body))
    return "\n".join((*parts, *article.byline, *article.tags))


def _hit(article: Article, words: Sequence[str]) -> SearchHit:
    snippet = article.lede or document_plain(article.body)[:180]
    return SearchHit(
        article=summary_of(article),
        snippet=snippet,
        snippet_hits=_spans(snippet, words),
        headline_hits=_spans(article.headline, words),
    )


def _spans(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    starts = ((fold(text).find(word), len(word)) for word in words)
    return tuple(sorted((start, start + length) for start, length in starts if start >= 0))


class MemorySettings:
    def __init__(self, state: State) -> None:
        self._state = state

    def paper(self) -> PaperSettings:
        return self._state.paper

    def save_paper(self, settings: PaperSettings) -> None:
        self._state.paper = settings

    def read(self, key: str) -> Any:
        return json.loads(self._state.settings.get(key, "null"))

    def write(self, key: str, value: Any) -> None:
        self._state.settings[key] = nfc(json.dumps(value, ensure_ascii=False))


class MemoryWork:
    """Works on a copy of the state, which `commit` puts in the place of the original."""

    def __init__(self, library: "MemoryLibrary", *, writes: bool) -> None:
        self._library = library
        self._writes = writes
        self._state = library.state.copy()
        self.articles = MemoryArticles(self._state)
        self.taxonomy = MemoryTaxonomy(self._state)
        self.versions = MemoryVersions(self._state)
        self.journal = MemoryJournal(self._state)
        self.search = MemorySearch(self._state)
        self.settings = MemorySettings(self._state)

    def commit(self) -> None:
        if not self._writes:
            raise BugError("A unit of work that was opened for reading was committed.")
        self._library.state = self._state.copy()


class MemoryLibrary:
    """Opens units of work as the library on disk does: one writer at a time, any readers."""

    def __init__(self, state: State | None = None) -> None:
        self.state = state or State()
        self._writer = threading.Lock()

    @contextmanager
    def unit_of_work(self, *, writes: bool = True) -> Iterator[MemoryWork]:
        if not writes:
            yield MemoryWork(self, writes=False)
            return
        if not self._writer.acquire(timeout=5):
            raise UserError("The library is busy: another program is writing to it.")
        try:
            yield MemoryWork(self, writes=True)
        finally:
            self._writer.release()
