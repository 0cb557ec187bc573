"""What a use case touched, so that only what shows it is refreshed."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from newsroom.domain.ids import ArticleId

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """The articles touched, and whether lists' shape, sections, tags or settings changed.

    `text_only` says that of the articles nothing but the sheet's part changed. `versions` are
    the articles whose kept versions changed.
    """

    articles: frozenset[ArticleId] = frozenset()
    added: frozenset[ArticleId] = frozenset()
    removed: frozenset[ArticleId] = frozenset()
    text_only: bool = False
    sections: bool = False
    tags: bool = False
    settings: bool = False
    versions: frozenset[ArticleId] = frozenset()

    def __or__(self, other: "ChangeSet") -> "ChangeSet":
        return ChangeSet(
            articles=self.articles | other.articles,
            added=self.added | other.added,
            removed=self.removed | other.removed,
            text_only=self.text_only and other.text_only,
            sections=self.sections or other.sections,
            tags=self.tags or other.tags,
            settings=self.settings or other.settings,
            versions=self.versions | other.versions,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[T]):
    """What a mutation returns: its result and what it changed."""

    value: T
    changes: ChangeSet
