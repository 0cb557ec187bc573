"""What can be asked of a library: filters, pages of lists, search hits."""

from dataclasses import dataclass
from datetime import datetime

from newsroom.domain.article import ArticleSummary, SectionPath, Status
from newsroom.domain.ids import ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter:
    """Which articles a list shows; every condition must hold.

    `section` includes its subsections. Without `status` the bin (spiked) is left out.
    `since` and `until` bound the updated time (aware); `byline` must be one of the names;
    `maker` is who put the article into the library.
    """

    section: SectionPath | None = None
    tag: str | None = None
    status: Status | None = None
    byline: str | None = None
    maker: str | None = None
    since: datetime | None = None
    until: datetime | None = None


EVERYTHING = ArticleFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleWords:
    """All that can be found in an article's text, and what a list of hits says of the article.

    `words` are its texts as `finding.article_words_of` tells them: block or field, number, words.
    """

    id: ArticleId
    headline: str
    status: Status
    section: SectionPath
    revision: int
    words: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One article found. Spans are half-open offsets into the string they go with."""

    article: ArticleSummary
    snippet: str
    snippet_hits: tuple[tuple[int, int], ...]
    headline_hits: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResults:
    """The hits wanted, and how many there are in all."""

    total: int
    hits: tuple[SearchHit, ...]
