"""Where an article list takes its rows from: a filter of the library, or a search."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from newsroom.domain.article import ArticleSummary
from newsroom.domain.ids import ArticleId
from newsroom.domain.library import EVERYTHING, ArticleFilter, SearchHit, SearchResults
from newsroom.services.articles import list_ids, read_summaries
from newsroom.services.desk import Desk
from newsroom.services.searching import search

WINDOW = 100
"""Rows are fetched in windows of this many."""

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a list shows: the articles within a filter that match `words` (all when empty)."""

    words: str = ""
    within: ArticleFilter = EVERYTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. `excerpt` stands under the headline; spans are the hits to mark in either."""

    article: ArticleSummary
    excerpt: str
    headline_hits: Spans = ()
    excerpt_hits: Spans = ()


Key = ArticleId | int
"""How a row is kept: by its article in a filtered list, by its place among search hits."""


class Fetch(Protocol):
    """Reads some rows; called on the database lane."""

    def keys(self) -> Iterable[Key]:
        """The rows it reads; those that it does not bring are gone."""
        ...

    def __call__(self, desk: Desk) -> dict[Key, Row]: ...


class FilteredRows:
    """The articles that pass a filter, latest change first."""

    def __init__(self, ids: list[ArticleId]) -> None:
        self.ids = ids

    @property
    def count(self) -> int:
        """How many articles there are."""
        return len(self.ids)

    def key(self, place: int) -> Key:
        """The article's id."""
        return self.ids[place]

    def fetch(self, window: int) -> Fetch:
        """Reads summaries; those of articles deleted meanwhile are missing."""
        return FetchSummaries(tuple(self.ids[window * WINDOW : (window + 1) * WINDOW]))


class FoundRows:
    """The hits of a search, best first."""

    def __init__(self, query: Query, count: int) -> None:
        self._query = query
        self.count = count

    def key(self, place: int) -> Key:
        """The place itself."""
        return place

    def fetch(self, window: int) -> Fetch:
        """Reads hits from the window's offset."""
        return FetchHits(self._query, window * WINDOW)


@dataclass(frozen=True, slots=True)
class FetchSummaries:
    """Reads the rows of the given articles."""

    ids: tuple[ArticleId, ...]

    def keys(self) -> Iterable[Key]:
        """The articles."""
        return self.ids

    def __call__(self, desk: Desk) -> dict[Key, Row]:
        return {found.id: plain_row(found) for found in read_summaries(desk=desk, ids=self.ids)}


@dataclass(frozen=True, slots=True)
class FetchHits:
    """Reads a window of search hits."""

    query: Query
    offset: int

    def keys(self) -> Iterable[Key]:
        """The places of the window."""
        return range(self.offset, self.offset + WINDOW)

    def __call__(self, desk: Desk) -> dict[Key, Row]:
        return found_rows(_find(desk, self.query, self.offset), self.offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answered query with its first rows, so that a list never shows up blank."""

    query: Query
    source: FilteredRows | FoundRows
    rows: dict[Key, Row]


def ask(desk: Desk, query: Query) -> Answer:
    """Answer `query`; slow, run on the database lane. Raises `UserError` for an odd query."""
    if query.words.strip():
        found = _find(desk, query, 0)
        return Answer(query=query, source=FoundRows(query, found.total), rows=found_rows(found, 0))
    source = FilteredRows(list_ids(desk=desk, wanted=query.within))
    return Answer(query=query, source=source, rows=source.fetch(0)(desk))


def _find(desk: Desk, query: Query, offset: int) -> SearchResults:
    return search(desk=desk, query=query.words, within=query.within, limit=WINDOW, offset=offset)


def found_rows(found: SearchResults, offset: int) -> dict[Key, Row]:
    """The rows of search hits, the first of which stands at `offset`."""
    return {offset + number: found_row(hit) for number, hit in enumerate(found.hits)}


def plain_row(summary: ArticleSummary) -> Row:
    """The row of an article in a list that nothing was searched in."""
    return Row(article=summary, excerpt=summary.lede)


def found_row(hit: SearchHit) -> Row:
    """The row of a search hit: the snippet where the words were found stands for the lede."""
    return Row(
        article=hit.article,
        excerpt=hit.snippet or hit.article.lede,
        headline_hits=hit.headline_hits,
        excerpt_hits=hit.snippet_hits if hit.snippet else (),
    )
