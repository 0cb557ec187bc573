"""Finding and replacing across the library; what was replaced can be taken back as one step."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newsroom.domain.article import (
    Article,
    ArticleText,
    SectionPath,
    Status,
    text_part,
    with_text,
)
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.finding import Change, Hit, article_words_of, replaced
from newsroom.domain.ids import ArticleId
from newsroom.domain.library import EVERYTHING, ArticleFilter, ArticleWords
from newsroom.domain.ports import UnitOfWork
from newsroom.errors import NotFoundError
from newsroom.language.finding import Found, Pattern, Replacement
from newsroom.language.folding import fold
from newsroom.language.normalise import clean_text
from newsroom.services.articles import save_article
from newsroom.services.desk import Desk
from newsroom.services.progress import Progress, Silent, step

MOST_HITS = 5000
"""What a person can look through and undo at once; more are found by asking again."""
_STEP = 20
"""Articles between two looks at whether the person still wants them."""
_HANDFUL = 25
"""Articles that are handed over at once, but for the first."""
_INDEXED = re.compile(r"[a-z0-9]+")
_PLAIN = re.compile(r"[a-z0-9 ]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """A hit, the words of the text that holds it and where it is in them."""

    hit: Hit
    words: str
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArticle:
    """An article as it was when it was searched, with its hits in order."""

    id: ArticleId
    headline: str
    status: Status
    section: SectionPath
    revision: int
    places: tuple[FoundPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundInLibrary:
    """The articles with hits, latest change first; `more` says that there are others."""

    articles: tuple[FoundArticle, ...]
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSwap:
    """An article's text before and after."""

    id: ArticleId
    before: ArticleText
    after: ArticleText


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """What was written, and the headlines of articles left alone as they had changed meanwhile."""

    swaps: tuple[TextSwap, ...]
    skipped: tuple[str, ...] = ()

    def back(self) -> tuple[TextSwap, ...]:
        """The way back, for `swap_texts`."""
        return tuple(
            TextSwap(id=swap.id, before=swap.after, after=swap.before) for swap in self.swaps
        )


def find_places(*, pattern: Pattern, text: ArticleText) -> Iterator[FoundPlace]:
    """The hits in one article, text by text."""
    return _places(pattern, article_words_of(text))


def _places(pattern: Pattern, texts: Iterable[tuple[str, int, str]]) -> Iterator[FoundPlace]:
    for block, number, words in texts:
        for found in pattern.find(words):
            hit = Hit(block, number, found.start, found.end)
            yield FoundPlace(hit=hit, words=words, found=found)


def find_in_library(
    *,
    desk: Desk,
    pattern: Pattern,
    within: ArticleFilter = EVERYTHING,
    progress: Progress | None = None,
    on_found: Callable[[Sequence[FoundArticle]], None] = lambda _articles: None,
) -> FoundInLibrary:
    """The hits in the articles that pass the filter, `MOST_HITS` or a few more.

    `on_found` is handed the first of them, some at a time, as they are found. Raises
    `CancelledError`.
    """
    progress = progress or Silent()
    articles: list[FoundArticle] = []
    hits = 0
    if not pattern.words:
        return FoundInLibrary(articles=())
    with desk.open(writes=False) as work:
        ids = _candidates(work, pattern, within)
        told = 0
        for number, article in enumerate(work.articles.words(ids)):
            if number % _STEP == 0:
                step(progress, number, len(ids), "")
                if len(articles) - told >= (_HANDFUL if told else 1):
                    on_found(articles[told:])
                    told = len(articles)
            found = _found(article, tuple(_places(pattern, article.words)))
            if found.places:
                articles.append(found)
                hits += len(found.places)
            if hits >= MOST_HITS and number + 1 < len(ids):
                return FoundInLibrary(articles=tuple(articles), more=True)
    return FoundInLibrary(articles=tuple(articles))


def _found(article: ArticleWords, places: tuple[FoundPlace, ...]) -> FoundArticle:
    return FoundArticle(
        id=article.id,
        headline=article.headline,
        status=article.status,
        section=article.section,
        revision=article.revision,
        places=places,
    )


def _candidates(work: UnitOfWork, pattern: Pattern, within: ArticleFilter) -> list[ArticleId]:
    """The articles to read, latest change first: where the index can help, those it names."""
    ids = work.articles.ids(within)
    query = indexed_query(pattern)
    if not query:
        return ids
    named = work.search.matching(query)
    return [article_id for article_id in ids if article_id in named]


def indexed_query(pattern: Pattern) -> str:
    """What to ask the index for, so that no article with a hit is missed; empty if it cannot help.

    The index knows whole words and their beginnings: the first word of a pattern may be the end
    of a longer one, unless whole words are asked for.
    """
    words = fold(pattern.words)
    if pattern.regex or _PLAIN.fullmatch(words) is None:
        return ""
    parts = _INDEXED.findall(words)
    if pattern.whole_word:
        return " ".join(f'"{part}"' for part in parts)
    inner, last = parts[1:-1], parts[1:][-1:]
    if words.startswith(" "):
        inner = parts[:-1]
        last = parts[-1:]
    ending = "" if words.endswith(" ") else "*"
    return " ".join([*(f'"{part}"' for part in inner), *(f"{part}{ending} " for part in last)])


def replace_in_library(
    *,
    desk: Desk,
    replacement: Replacement,
    wanted: Sequence[FoundArticle],
    progress: Progress | None = None,
) -> Outcome[Replaced]:
    """Replace the places of `wanted`, in all articles or, when it is cancelled, in none.

    Articles that were changed since they were searched, or are gone, are left alone and named.
    """
    with desk.open() as work:
        swaps, skipped = [], []
        for article in wanted:
            stored = _still(work, article.id)
            if stored is None or stored.revision != article.revision:
                skipped.append(_name(article))
                continue
            before = text_part(stored)
            after = replaced(before, _changes(article.places, replacement))
            swaps.append(TextSwap(id=article.id, before=before, after=after))
        done = _swap(work, desk, swaps, progress or Silent())
        work.commit()
    return _outcome(replace(done, skipped=(*skipped, *done.skipped)))


def _changes(places: Iterable[FoundPlace], replacement: Replacement) -> Iterator[Change]:
    for place in places:
        yield place.hit, clean_text(replacement.of(place.words, place.found))


def swap_texts(
    *, desk: Desk, swaps: Sequence[TextSwap], progress: Progress | None = None
) -> Outcome[Replaced]:
    """Put each text in the place of the one before, if that is still there; the undo of a replace.

    Articles that say something else by now, or are gone, are left alone and named.
    """
    with desk.open() as work:
        done = _swap(work, desk, swaps, progress or Silent())
        work.commit()
    return _outcome(done)


def _swap(work: UnitOfWork, desk: Desk, swaps: Sequence[TextSwap], progress: Progress) -> Replaced:
    done, skipped, now = [], [], desk.clock.now()
    for number, swap in enumerate(swaps):
        step(progress, number, len(swaps), "")
        stored = _still(work, swap.id)
        if stored is None or text_part(stored) != swap.before:
            skipped.append((stored.headline if stored else swap.before.headline) or swap.id)
            continue
        saved = save_article(work, stored, with_text(stored, swap.after), now)
        done.append(replace(swap, after=text_part(saved)))
    return Replaced(swaps=tuple(done), skipped=tuple(skipped))


def _still(work: UnitOfWork, article_id: ArticleId) -> Article | None:
    try:
        return work.articles.get(article_id)
    except NotFoundError:
        return None


def _name(article: FoundArticle) -> str:
    return article.headline or article.id


def _outcome(done: Replaced) -> Outcome[Replaced]:
    touched = frozenset(swap.id for swap in done.swaps)
    return Outcome(value=done, changes=ChangeSet(articles=touched, text_only=True))
