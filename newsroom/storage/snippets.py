"""Where the terms of a query stand in a text, and the piece of the text that shows them best."""

import re
from collections.abc import Iterable, Sequence

from newsroom.language.folding import exact, fold
from newsroom.storage.search_query import Term

Spans = tuple[tuple[int, int], ...]

_LENGTH = 180
_BEFORE = 50
_GAPS = str.maketrans("\n\t", "  ")
_TOKEN = re.compile(r"[^\W_]+")


class Highlighter:
    """Finds the `count` terms of a query as the index does: whole words, phrases, beginnings.

    `exactly`: terms that were typed with diacritics must stand there with them.
    """

    def __init__(self, terms: Iterable[Term], *, exactly: bool) -> None:
        terms = tuple(terms)
        self.count = len(terms)
        strict = [term for term in terms if term.marked and exactly]
        loose = [term for term in terms if not (term.marked and exactly)]
        self._exact = _pattern((exact(term.words), term.prefix) for term in strict)
        self._folded = _pattern((fold(term.words), term.prefix) for term in loose)

    def spans(self, text: str) -> Spans:
        """The half-open spans of all hits in NFC `text`, in order, without overlaps."""
        found: list[tuple[int, int]] = []
        if self._exact:
            found += [hit.span() for hit in self._exact.finditer(exact(text))]
        if self._folded:
            found += [hit.span() for hit in self._folded.finditer(fold(text))]
        return _merged(sorted(found))


def _pattern(terms: Iterable[tuple[str, bool]]) -> re.Pattern[str] | None:
    forms = []
    for words, prefix in terms:
        tokens = [re.escape(token) for token in _TOKEN.findall(words)]
        forms.append(r"[\W_]+".join(tokens) + (r"[^\W_]*" if prefix else ""))
    if not forms:
        return None
    # Longer forms first, so that a phrase is not cut short by one of its words.
    forms.sort(key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(forms)})(?![^\W_])")


def _merged(spans: Sequence[tuple[int, int]]) -> Spans:
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)


def snippet(passages: Sequence[str], highlighter: Highlighter) -> tuple[str, Spans]:
    """About 180 characters of the passage with the most different hits, and the hits therein.

    The first passage with all of them ends the search: most bodies need not be read to the end.
    Without any hit it is the beginning of the first passage that says something.
    """
    best, most = "", 0
    best_spans: Spans = ()
    for passage in passages:
        spans = highlighter.spans(passage)
        different = len({fold(passage[start:end]) for start, end in spans})
        if different > most or not best:
            best, best_spans, most = passage, spans, different
        if most >= max(1, highlighter.count):
            break
    return _cut(best, best_spans)


def _cut(passage: str, spans: Spans) -> tuple[str, Spans]:
    start = _word_start(passage, spans[0][0] - _BEFORE) if spans else 0
    end = _word_end(passage, start + _LENGTH)
    lead, tail = "…" if start else "", "…" if end < len(passage) else ""
    shift = len(lead) - start
    shown = tuple((a + shift, b + shift) for a, b in spans if start <= a and b <= end)
    return lead + passage[start:end].translate(_GAPS) + tail, shown


def _word_start(passage: str, wanted: int) -> int:
    """The first start of a word at or after `wanted`, that is the text's start near it."""
    if wanted <= 0:
        return 0
    gap = re.compile(r"\s").search(passage, wanted - 1, wanted + _BEFORE)
    return gap.end() if gap else wanted


def _word_end(passage: str, wanted: int) -> int:
    if wanted >= len(passage):
        return len(passage)
    gap = max(passage.rfind(" ", wanted - 30, wanted), passage.rfind("\n", wanted - 30, wanted))
    return gap if gap > 0 else wanted
