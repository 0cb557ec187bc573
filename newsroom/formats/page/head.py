"""The top of a page: section, update time, kicker, headline, byline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from newsroom.domain.article import SectionPath
from newsroom.domain.taxonomy import SectionTree
from newsroom.formats.page.crumbs import Crumbs, find_crumbs
from newsroom.formats.page.furniture import Furniture, furniture_kind
from newsroom.formats.page.headings import looks_like_headline
from newsroom.formats.page.moments import TimeLine, is_relative_time, time_line
from newsroom.formats.page.names import byline_names, labelled_names
from newsroom.formats.page.pieces import Hint, Known, Piece, bare, same_words

_SEARCHED = 120
_MENU = 4
_DRAFT_HEADLINE = 30
"""Words; the first line of a draft that has more is its first paragraph."""
_ENDS_SENTENCE = (".", "…", ";", ":", ".”", '."', ",")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the top of a page states; `rest` are the pieces that are the article's own text."""

    section: SectionPath = ()
    kicker: str = ""
    headline: str = ""
    updated: datetime | None = None
    byline: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    rest: tuple[Piece, ...] = ()


def is_page_like(pieces: Sequence[Piece], sections: SectionTree | None) -> bool:
    """Whether the top has what only a site's page has: a breadcrumb or a line with its time."""
    top = pieces[: _anchor(pieces) + 3]
    return find_crumbs(top, sections) is not None or any(
        time_line(part.words) is not None for part in top if part.is_paragraph
    )


def read_head(
    pieces: Sequence[Piece], *, known: Known, sections: SectionTree | None, paged: bool
) -> Head:
    """The head of the article; `paged` says that the source is a page and no plain draft."""
    top = _Top(pieces=pieces, known=known, sections=sections, paged=paged)
    top.read()
    return top.head()


def _anchor(pieces: Sequence[Piece]) -> int:
    """The index of the first paragraph of sentences, at most 120."""
    for index, part in enumerate(pieces[:_SEARCHED]):
        if part.level == 1 or part.hint is Hint.HEADLINE:
            continue
        sentences = part.count >= 12 and part.words.endswith(_ENDS_SENTENCE)
        if (sentences or part.count > 45) and time_line(part.words) is None:
            return index
    return min(len(pieces), _SEARCHED)


@dataclass(kw_only=True)
class _Top:
    """One pass over the lines above the text; each line ends in a field, dropped, or kept."""

    pieces: Sequence[Piece]
    known: Known
    sections: SectionTree | None
    paged: bool
    section: SectionPath = ()
    kicker: str = ""
    headline: str = ""
    updated: datetime | None = None
    byline: tuple[str, ...] = ()
    used: set[int] = field(default_factory=set)
    dropped: list[int] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    anchor: int = 0
    crumbs: Crumbs | None = None

    def read(self) -> None:
        self.anchor = _anchor(self.pieces)
        if self.paged:
            self._read_crumbs()
            self._read_times()
            self._drop_furniture()
        headline = self._find_headline()
        if headline is not None:
            self._take_headline(headline)

    def head(self) -> Head:
        rest = [part for i, part in enumerate(self.pieces) if i not in self.used]
        dropped = [self.pieces[i].words for i in sorted(set(self.dropped))]
        return Head(
            section=self.section,
            kicker=self.kicker,
            headline=self.headline,
            updated=self.updated,
            byline=self.byline,
            dropped=(*dropped, *self.leftovers),
            rest=tuple(rest),
        )

    def _drop(self, index: int) -> None:
        self.used.add(index)
        self.dropped.append(index)

    def _free(self, indexes: Iterable[int]) -> list[int]:
        return [i for i in indexes if i not in self.used and self.pieces[i].is_paragraph]

    def _read_crumbs(self) -> None:
        self.crumbs = find_crumbs(self.pieces[: self.anchor], self.sections)
        if self.crumbs is None:
            return
        self.section = self.crumbs.path
        for index in self.crumbs.used:
            self._drop(index)
        for index in self._free(range(min(self.crumbs.used))):
            if self.pieces[index].level != 1 and not self._is_known_headline(index):
                self._drop(index)

    def _read_times(self) -> None:
        """The line with the time stands above the text, or between lede and text.

        A date alone, as a site shows today's, gives way to a date with its time of day.
        """
        found: dict[int, TimeLine] = {}
        for index in self._free(range(min(len(self.pieces), self.anchor + 4))):
            words = self.pieces[index].words
            if is_relative_time(words):
                self._drop(index)
                continue
            line = time_line(words)
            if line is not None:
                found[index] = line
                self._drop(index)
        exact = [index for index, line in found.items() if line.exact] or list(found)
        self.times = exact
        if exact:
            self.updated = found[exact[0]].moment
        for line in found.values():
            if line.rest:
                self._place_rest(line.rest)

    def _place_rest(self, words: str) -> None:
        """A name beside the time is the author, anything else the section."""
        names = byline_names(words)
        if names and not self.byline and not self._is_section(words):
            self.byline = names
        elif not self.section and len(words.split()) <= 5:
            self.section = (words,)

    def _is_section(self, words: str) -> bool:
        wanted = bare(words)
        paths = self.sections.paths() if self.sections is not None else ()
        return any(bare(path[-1]) == wanted for path in paths)

    def _drop_furniture(self) -> None:
        for index in self._free(range(self.anchor)):
            kind = furniture_kind(self.pieces[index].words)
            if (
                kind is not None
                and kind is not Furniture.TAGS
                and not self._is_known_headline(index)
            ):
                self._drop(index)

    def _is_known_headline(self, index: int) -> bool:
        return same_words(self.pieces[index].words, self.known.headline)

    def _find_headline(self) -> int | None:
        candidates = self._free(range(self.anchor))
        for wanted in (
            lambda i: self.pieces[i].hint is Hint.HEADLINE,
            self._is_known_headline,
            lambda i: self.pieces[i].level == 1,
        ):
            found = next(filter(wanted, candidates), None)
            if found is not None:
                return found
        likely = [i for i in candidates if looks_like_headline(self.pieces[i].words)]
        return self._likeliest(likely) if self.paged else self._first_of_draft(likely)

    def _first_of_draft(self, likely: Sequence[int]) -> int | None:
        """A draft begins with its headline, or with a kicker above it."""
        if not likely or likely[0] != 0 or self.pieces[0].count > _DRAFT_HEADLINE:
            return None
        second = 1 if len(likely) > 1 and likely[1] == 1 else None
        if second is None or self.pieces[0].level or self.anchor != 2:
            return 0
        first, below = self.pieces[0], self.pieces[1]
        is_kicker = first.count <= 4 < below.count or (
            first.words.isupper() and not below.words.isupper() and first.count <= 6
        )
        return 1 if is_kicker and not labelled_names(self.pieces[1].words) else 0

    def _likeliest(self, likely: Sequence[int]) -> int | None:
        """Of the lines above the text of a page, the one that is its headline.

        Beside the time: above it unless that line is the name of a section and the one below
        looks more like a headline. Without a time: the first of at least five words.
        """
        worded = [i for i in likely if not self._is_byline(i)] or list(likely)
        if not worded:
            return None
        long = [i for i in worded if self.pieces[i].count >= 5]
        if not self.times:
            return long[0] if long else worded[-1]
        moment = self.times[0]
        above = [i for i in long if i < moment]
        below = [i for i in worded if i > moment]
        if not above:
            return next((i for i in below if i in long), None) or (below or worded)[0]
        return below[0] if below and self._is_better(below[0], above[-1]) else above[-1]

    def _is_better(self, below: int, above: int) -> bool:
        """Whether the line under the time is the headline and the one over it a title."""
        lines = self.pieces
        return (
            below - self.times[0] <= 2
            and 5 <= lines[below].count < 30
            and lines[above].count <= 6
            and lines[below].count > lines[above].count
        )

    def _is_byline(self, index: int) -> bool:
        words = self.pieces[index].words
        return bool(labelled_names(words)) or (
            bool(byline_names(words)) and any(abs(index - t) <= 2 for t in self.times)
        )

    def _take_headline(self, index: int) -> None:
        self.headline = self.pieces[index].words
        self.used.add(index)
        self._place_above(index)
        self._take_byline(index)
        for other in self._free(range(self.anchor)):
            if same_words(self.pieces[other].words, self.headline):
                self._drop(other)

    def _place_above(self, headline: int) -> None:
        """The lines over the headline: a menu, the section's title, the kicker."""
        above = self._free(range(headline))
        if len(above) >= _MENU and self.paged:
            for index in above[:-1]:
                self._drop(index)
            above = above[-1:]
        if not above or any(i not in self.used for i in range(above[-1] + 1, headline)):
            return
        words = self.pieces[above[-1]].words
        if self.pieces[above[-1]].count > 14 or words.endswith("."):
            return
        if self._is_byline(above[-1]):
            return
        if not self.section and (self._is_section(words) or (self.paged and self._titled(above))):
            self.section = (words,)
        else:
            self.kicker = words
        self.used.add(above[-1])

    def _titled(self, above: Sequence[int]) -> bool:
        """The only line over the headline of a page without a breadcrumb names the section."""
        return self.crumbs is None and len(above) == 1 and self.pieces[above[0]].count <= 6

    def _is_stated_byline(self, index: int) -> bool:
        """A line under the lede that says itself that it names the author."""
        line = self.pieces[index]
        hinted = line.hint is Hint.BYLINE and bool(byline_names(line.words))
        return line.count <= 12 and (hinted or bool(labelled_names(line.words)))

    def _take_byline(self, headline: int) -> None:
        """The author's line near the headline or the time, if it is not at the end."""
        near = self._free(range(headline + 1, min(self.anchor, headline + 5)))
        later = range(max(headline + 1, self.anchor), min(len(self.pieces), self.anchor + 3))
        stated = [i for i in self._free(later) if self._is_stated_byline(i)] if self.paged else []
        around = self._free(range(max(0, min(self.times, default=0) - 1), headline))
        for index in [*near, *around, *stated]:
            line = self.pieces[index]
            beside = index == headline + 1 or any(abs(index - t) <= 2 for t in self.times)
            names = labelled_names(line.words) or (byline_names(line.words) if beside else ())
            if line.hint is Hint.BYLINE:
                names = names or (line.words,)
            if names and not self.byline:
                self.byline = names
                self._drop(index)
                return
