"""What the use cases need from the outside world, as protocols that storage fulfils."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from newsroom.domain.article import (
    Article,
    ArticleSummary,
    ArticleText,
    SectionPath,
    StatusChange,
)
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.journal import JournalEntry
from newsroom.domain.json_document import Json
from newsroom.domain.library import ArticleFilter, ArticleWords, SearchResults
from newsroom.domain.paper import PaperSettings
from newsroom.domain.photo import PhotoFile
from newsroom.domain.taxonomy import LibraryCounts, SectionTree
from newsroom.domain.versions import StoredVersion, Version, VersionId


class Clock(Protocol):
    """Tells the time; tests replace it."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class ArticleRepository(Protocol):
    """The articles of a library."""

    def add(self, article: Article) -> Article:
        """Store a new article; returns it with revision 1.

        Raises `NotFoundError` when its section does not exist.
        """
        ...

    def get(self, article_id: ArticleId) -> Article:
        """The article; raises `NotFoundError`."""
        ...

    def save(self, article: Article) -> Article:
        """Replace the stored article; returns it with the next revision.

        Raises `StaleRevisionError` when the stored revision is not `article.revision`, and
        `NotFoundError` when the article or its section does not exist.
        """
        ...

    def remove(self, article_id: ArticleId) -> None:
        """Delete the article for good; raises `NotFoundError`."""
        ...

    def ids(self, wanted: ArticleFilter, *, limit: int | None = None) -> list[ArticleId]:
        """The ids that pass the filter, latest change first; at most `limit` of them."""
        ...

    def summaries(self, ids: Sequence[ArticleId]) -> list[ArticleSummary]:
        """The summaries of those of `ids` that exist, in the order of `ids`."""
        ...

    def words(self, ids: Sequence[ArticleId]) -> Iterator[ArticleWords]:
        """The texts of those of `ids` that exist, in the order of `ids`, read as they are taken.

        Raises `UserError` when one is damaged on the disk.
        """
        ...

    def counts(self) -> LibraryCounts:
        """How many articles there are, by status, section and tag."""
        ...

    def record_status(self, article_id: ArticleId, change: StatusChange) -> None:
        """Append a step to the article's way."""
        ...

    def status_history(self, article_id: ArticleId) -> list[StatusChange]:
        """The article's way, oldest step first."""
        ...

    def slug_taken(self, slug: str, *, besides: ArticleId) -> bool:
        """Whether another article has this slug."""
        ...

    def rename_profiles(self, renamed: Mapping[str, str]) -> frozenset[ArticleId]:
        """Give articles of the profiles renamed (old → new, all at once) their profile's new name.

        Returns the articles touched; they have no new revision.
        """
        ...

    def photo_uses(self, photo: PhotoId) -> int:
        """How many articles use the photo, and lists of settings (templates) that name it."""
        ...


class Taxonomy(Protocol):
    """Sections and tags."""

    def sections(self) -> SectionTree:
        """The whole tree in menu order."""
        ...

    def save_sections(
        self, tree: SectionTree, *, moved: Mapping[SectionPath, SectionPath] | None = None
    ) -> None:
        """Make the stored tree equal to `tree`.

        `moved` names the sections that were renamed or moved, old path → new path; their articles
        and those of their subsections go with them, without a new revision. Raises `UserError`
        when a section that still holds articles would disappear.
        """
        ...

    def tags(self) -> list[str]:
        """All tags in use, in Vietnamese order."""
        ...


class VersionRepository(Protocol):
    """The kept versions of articles. They are never changed, only named and thinned out."""

    def add(
        self, article_id: ArticleId, text: ArticleText, *, at: datetime, by: str, name: str = ""
    ) -> Version:
        """Keep `text` after the article's newest version; raises `NotFoundError`."""
        ...

    def list(self, article_id: ArticleId) -> Sequence[Version]:
        """The article's versions, newest first; raises `NotFoundError`."""
        ...

    def read(self, version_id: VersionId) -> ArticleText:
        """What a version holds.

        Raises `NotFoundError`, and `UserError` when the disk did not keep it as it was written.
        """
        ...

    def holds(self, version: Version, text: ArticleText) -> bool:
        """Whether `text` is what the version was made of."""
        ...

    def rename(self, version_id: VersionId, name: str) -> Version:
        """Give a version a name or, with an empty one, none; raises `NotFoundError`."""
        ...

    def remove(self, ids: Iterable[VersionId]) -> None:
        """Forget versions; those that are not there are not missed."""
        ...

    def stored(self, article_id: ArticleId) -> Iterable[StoredVersion]:
        """The article's versions as they are kept, oldest first."""
        ...

    def put_back(self, article_id: ArticleId, versions: Iterable[StoredVersion]) -> None:
        """Keep versions that were removed with their article again, under their own numbers."""
        ...


class JournalRepository(Protocol):
    """The edits that are not yet part of their article (see `JournalWriter`)."""

    def pending(self) -> list[ArticleId]:
        """The articles that have such edits."""
        ...

    def entries(self, article_id: ArticleId) -> Sequence[JournalEntry]:
        """The article's edits in the order in which they were made."""
        ...

    def clear(self, article_id: ArticleId, *, up_to: int) -> None:
        """Forget the article's edits up to the one with this id."""
        ...

    def put_back(self, article_id: ArticleId, entries: Iterable[JournalEntry]) -> None:
        """Keep edits that were removed with their article again, under their own ids."""
        ...


class JournalWriter(Protocol):
    """Takes edits as they are made; usable from any thread, outside of units of work."""

    def append(self, article_id: ArticleId, edit: Json, *, revision: int, at: datetime) -> int:
        """Keep an edit, made over the article's `revision`, so that it outlives the program.

        Returns its id; raises `NotFoundError` when there is no such article.
        """
        ...

    def sync(self) -> None:
        """Make all edits kept so far outlive a power cut, or raise `UserError`."""
        ...


class SearchIndex(Protocol):
    """Full-text search over the library, with and without diacritics."""

    def search(
        self, query: str, *, within: ArticleFilter, limit: int, offset: int = 0
    ) -> SearchResults:
        """The best hits for what a person typed.

        Words match as typed or by prefix, `"in quotes"` as a phrase; words without diacritics
        match words with them. `section: tag: status: by: after: before:` narrow the search.
        """
        ...

    def matching(self, query: str) -> frozenset[ArticleId]:
        """All articles, the bin included, that have the words and phrases of such a query."""
        ...


class SettingsStore(Protocol):
    """The library's own settings."""

    def paper(self) -> PaperSettings:
        """The paper the library belongs to."""
        ...

    def save_paper(self, settings: PaperSettings) -> None:
        """Replace the paper's settings."""
        ...

    def read(self, key: str) -> Any:
        """The JSON value kept under `key`; None when there is none."""
        ...

    def write(self, key: str, value: Any) -> None:
        """Keep a JSON value under `key` (its texts come back in NFC); None forgets the key."""
        ...


class PhotoStore(Protocol):
    """Original photo files, named by their SHA-256 and never changed."""

    def add(self, data: bytes, *, name: str) -> PhotoFile:
        """Keep the file (once, however often it is added) and return what is known of it.

        Raises `UserError` when the bytes are not a photo that can be read, or too large.
        """
        ...

    def info(self, photo: PhotoId) -> PhotoFile:
        """What is known of the photo; raises `NotFoundError`."""
        ...

    def read(self, photo: PhotoId) -> bytes:
        """The original bytes; raises `NotFoundError`."""
        ...

    def path(self, photo: PhotoId) -> Path:
        """Where the original lies; raises `NotFoundError`."""
        ...


class UnitOfWork(Protocol):
    """One transaction. Leaving the block without `commit` undoes everything."""

    @property
    def articles(self) -> ArticleRepository: ...

    @property
    def taxonomy(self) -> Taxonomy: ...

    @property
    def versions(self) -> VersionRepository: ...

    @property
    def journal(self) -> JournalRepository: ...

    @property
    def search(self) -> SearchIndex: ...

    @property
    def settings(self) -> SettingsStore: ...

    def commit(self) -> None:
        """Make everything since the start durable, or raise `UserError` and leave it undone."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class OpenUnitOfWork(Protocol):
    """Starts a unit of work; `writes=False` takes no lock and never waits for a writer."""

    def __call__(self, *, writes: bool = True) -> UnitOfWork: ...
