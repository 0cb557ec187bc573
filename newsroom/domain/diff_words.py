"""What was added, taken out and kept between two texts, word by word (pure text, no document)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from newsroom.domain.document import Run, Text, normal, plain

_TOKEN = re.compile(r"(\w+|[^\w\s]|^(?=\s))(\s*)")
"""A syllable or one sign, with the space after it; punctuation is a word of its own."""

_SENTENCE_END = frozenset(".?!…;")
_MOST_PAIRS = 1_000_000
"""Up to so many pairs of words are compared; longer stretches are compared by sentences first."""


class Change(StrEnum):
    """What became of a stretch of text; `RESTYLED` are the same words with other marks."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    RESTYLED = "restyled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text: as it was when it was removed, else as it is now."""

    change: Change
    text: Text


Pieces = tuple[Piece, ...]


class _Token(NamedTuple):
    word: str
    space: str


class _Step(NamedTuple):
    """`old` and `new` characters are gone over; both for what is the same."""

    change: Change
    length: int


def diff_words(old: Text, new: Text) -> Pieces:
    """The way from `old` to `new`; kept and removed pieces are `old`'s words, the rest `new`'s."""
    before, after = plain(old), plain(new)
    steps = [_Step(Change.KEPT, len(before))] if before == after else _steps(before, after)
    left, right = _Cutter(old), _Cutter(new)
    pieces: list[Piece] = []
    for change, length in steps:
        if change is Change.REMOVED:
            pieces.append(Piece(change=change, text=left.cut(length)))
        elif change is Change.ADDED:
            pieces.append(Piece(change=change, text=right.cut(length)))
        else:
            pieces.extend(_compare_marks(left.cut(length), right.cut(length)))
    return tuple(pieces)


class _Cutter:
    """Cuts a marked text into stretches, from its start."""

    def __init__(self, text: Text) -> None:
        self._runs = list(reversed(text))

    def cut(self, length: int) -> Text:
        taken: list[Run] = []
        while length and self._runs:
            run = self._runs.pop()
            taken.append(_with_text(run, run.text[:length]))
            if len(run.text) > length:
                self._runs.append(_with_text(run, run.text[length:]))
            length -= len(taken[-1].text)
        return tuple(taken)


def _with_text(run: Run, words: str) -> Run:
    return Run(text=words, marks=run.marks, link=run.link, comment=run.comment)


def _compare_marks(old: Text, new: Text) -> Iterator[Piece]:
    """The same words, parted where their marks or links differ; comments are no change."""
    if old == new:
        yield from [Piece(change=Change.KEPT, text=new)] if new else []
        return
    left, right = _Cutter(old), _Cutter(new)
    parts = [(left.cut(size), right.cut(size)) for size in _common_cuts(old, new)]
    for same, group in groupby(parts, lambda pair: _looks(pair[0]) == _looks(pair[1])):
        change = Change.KEPT if same else Change.RESTYLED
        yield Piece(change=change, text=normal(run for _, text in group for run in text))


def _common_cuts(old: Text, new: Text) -> Iterator[int]:
    """Lengths that never cross an end of a run, of either text."""
    ends = sorted({*_ends(old), *_ends(new)})
    yield from (end - start for start, end in zip([0, *ends], ends, strict=False))


def _ends(text: Text) -> Iterator[int]:
    end = 0
    for run in text:
        end += len(run.text)
        yield end


def _looks(text: Text) -> list[tuple[frozenset[str], str | None]]:
    return [(frozenset(run.marks), run.link) for run in text]


# ---- aligning words


def _tokens(words: str) -> list[_Token]:
    return [_Token(*found.groups()) for found in _TOKEN.finditer(words)]


def _steps(before: str, after: str) -> list[_Step]:
    old, new = _tokens(before), _tokens(after)
    return _joined(_aligned(old, new))


def _aligned(old: Sequence[_Token], new: Sequence[_Token]) -> Iterator[_Step]:
    """What begins and ends the same is not compared: most edits are small."""
    head = _same_start(old, new)
    tail = _same_start(old[head:][::-1], new[head:][::-1])
    yield from _kept(old[:head], new[:head])
    yield from _middle(old[head : len(old) - tail], new[head : len(new) - tail])
    yield from _kept(old[len(old) - tail :], new[len(new) - tail :])


def _same_start(old: Sequence[_Token], new: Sequence[_Token]) -> int:
    pairs = zip(old, new, strict=False)
    shorter = min(len(old), len(new))
    return next((n for n, (one, other) in enumerate(pairs) if one.word != other.word), shorter)


def _middle(old: Sequence[_Token], new: Sequence[_Token]) -> Iterator[_Step]:
    if not old or not new:
        yield from _replaced(old, new)
    elif len(old) * len(new) <= _MOST_PAIRS:
        yield from _by_words(old, new)
    else:
        yield from _by_sentences(old, new)


def _by_words(old: Sequence[_Token], new: Sequence[_Token]) -> Iterator[_Step]:
    words = ([token.word for token in old], [token.word for token in new])
    matcher = SequenceMatcher(None, *words, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        same = tag == "equal" and _says_something(old[i:j])
        yield from (_kept if same else _replaced)(old[i:j], new[k:m])


def _says_something(tokens: Sequence[_Token]) -> bool:
    """A lone comma between two changes is no island worth showing."""
    return len(tokens) > 1 or any(character.isalnum() for character in tokens[0].word)


def _by_sentences(old: Sequence[_Token], new: Sequence[_Token]) -> Iterator[_Step]:
    left, right = _sentences(old), _sentences(new)
    keys = ([_key(part) for part in left], [_key(part) for part in right])
    for tag, i, j, k, m in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        gone = [token for part in left[i:j] for token in part]
        come = [token for part in right[k:m] for token in part]
        if tag == "equal":
            yield from _kept(gone, come)
        elif gone and come and len(gone) * len(come) <= _MOST_PAIRS:
            yield from _by_words(gone, come)
        else:
            yield from _replaced(gone, come)


def _sentences(tokens: Sequence[_Token]) -> list[list[_Token]]:
    parts: list[list[_Token]] = [[]]
    for token in tokens:
        parts[-1].append(token)
        if token.word in _SENTENCE_END:
            parts.append([])
    return [part for part in parts if part]


def _key(tokens: Sequence[_Token]) -> tuple[str, ...]:
    return tuple(token.word for token in tokens)


def _kept(old: Sequence[_Token], new: Sequence[_Token]) -> Iterator[_Step]:
    """The same words; the space after one may have become another."""
    for one, other in zip(old, new, strict=True):
        if one == other:
            yield _Step(Change.KEPT, len(one.word) + len(one.space))
        else:
            yield _Step(Change.KEPT, len(one.word))
            yield _Step(Change.REMOVED, len(one.space))
            yield _Step(Change.ADDED, len(other.space))


def _replaced(old: Sequence[_Token], new: Sequence[_Token]) -> Iterator[_Step]:
    yield _Step(Change.REMOVED, sum(len(token.word) + len(token.space) for token in old))
    yield _Step(Change.ADDED, sum(len(token.word) + len(token.space) for token in new))


def _joined(steps: Iterator[_Step]) -> list[_Step]:
    """Neighbours of one kind as one step; between two kept ones, removed comes before added."""
    made: list[_Step] = []
    for kept, group in groupby(steps, lambda step: step.change is Change.KEPT):
        lengths = {Change.REMOVED: 0, Change.ADDED: 0, Change.KEPT: 0}
        for step in group:
            lengths[step.change] += step.length
        kinds = (Change.KEPT,) if kept else (Change.REMOVED, Change.ADDED)
        made.extend(_Step(kind, lengths[kind]) for kind in kinds if lengths[kind])
    return made
