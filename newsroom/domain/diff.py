"""What changed between two texts of one article, as data: blocks first, then their words."""

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from newsroom.domain.article import ArticleText
from newsroom.domain.counting import count_words
from newsroom.domain.diff_lines import (
    Line,
    LineDiff,
    LineKind,
    block_lines,
    diff_lines,
    whole,
)
from newsroom.domain.diff_words import Change, diff_words
from newsroom.domain.document import Block, block_plain, plain, text_of

_LIKE = 0.5
"""From which share of common words on two blocks without a common id are one that was rewritten."""
_NEIGHBOURS = 6
"""How many leftover blocks before and after its place a block is compared with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockDiff:
    """A block of both texts or of one. `moved`: it stands elsewhere among those of both."""

    old: Block | None
    new: Block | None
    moved: bool = False
    lines: tuple[LineDiff, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether there is anything to see."""
        return self.moved or any(map(line_changed, self.lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDiff:
    """Two texts as one: `top` are kicker, headline and lede, `bottom` the names of the byline.

    `blocks` are in the order of the new text, with removed ones where they stood.
    """

    top: tuple[LineDiff, ...]
    blocks: tuple[BlockDiff, ...]
    bottom: tuple[LineDiff, ...]

    def lines(self) -> Iterator[LineDiff]:
        """All lines in reading order."""
        yield from self.top
        for block in self.blocks:
            yield from block.lines
        yield from self.bottom

    def words(self) -> "WordChange":
        """How many tiếng were added and removed."""
        count = Counter[Change]()
        for line in self.lines():
            if line.line.kind is not LineKind.ALT:
                for piece in line.pieces:
                    if piece.change in (Change.ADDED, Change.REMOVED):
                        count[piece.change] += count_words(plain(piece.text))
        return WordChange(added=count[Change.ADDED], removed=count[Change.REMOVED])


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChange:
    """Tiếng that were added and removed."""

    added: int
    removed: int


def line_changed(diff: LineDiff) -> bool:
    """Whether anything in or of the line is not as it was."""
    return diff.change is not Change.KEPT or any(
        piece.change is not Change.KEPT for piece in diff.pieces
    )


def diff_texts(old: ArticleText, new: ArticleText) -> TextDiff:
    """What changed from `old` to `new`. Blocks are matched by id, then by what they say."""
    fields = (LineKind.KICKER, LineKind.HEADLINE, LineKind.LEDE)
    before = (old.kicker, old.headline, old.lede)
    after = (new.kicker, new.headline, new.lede)
    return TextDiff(
        top=tuple(map(_field, fields, before, after)),
        blocks=tuple(_blocks(old.body.blocks, new.body.blocks)),
        bottom=tuple(
            _field(LineKind.BYLINE, one, other)
            for one, other in zip_longest(old.byline, new.byline, fillvalue="")
        ),
    )


def _field(kind: LineKind, old: str, new: str) -> LineDiff:
    after = text_of(new)
    line = Line(kind=kind, text=after)
    return LineDiff(line=line, change=Change.KEPT, pieces=diff_words(text_of(old), after))


def _blocks(old: Sequence[Block], new: Sequence[Block]) -> Iterator[BlockDiff]:
    pairs = _pairs(old, new)
    settled = _rising([pairs[place] for place in sorted(pairs)])
    gone = set(range(len(old))) - set(pairs.values())
    following = 0
    for place, block in enumerate(new):
        origin = pairs.get(place)
        if origin is not None and origin in settled:
            yield from _removed(old, gone, following, origin)
            following = origin
        if origin is None:
            yield BlockDiff(old=None, new=block, lines=_whole(block, Change.ADDED))
        else:
            yield _both(old[origin], block, moved=origin not in settled)
    yield from _removed(old, gone, following, len(old))


def _removed(old: Sequence[Block], gone: set[int], start: int, end: int) -> Iterator[BlockDiff]:
    for place in range(start, end):
        if place in gone:
            lines = _whole(old[place], Change.REMOVED)
            yield BlockDiff(old=old[place], new=None, lines=lines)


def _whole(block: Block, change: Change) -> tuple[LineDiff, ...]:
    return tuple(whole(line, change) for line in block_lines(block))


def _both(old: Block, new: Block, *, moved: bool) -> BlockDiff:
    if old == new:
        lines = _whole(new, Change.KEPT)
    else:
        lines = diff_lines(list(block_lines(old)), list(block_lines(new)))
    return BlockDiff(old=old, new=new, moved=moved, lines=lines)


# ---- which block was which


def _pairs(old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
    """Places in `new` with the place in `old` that each comes from."""
    pairs: dict[int, int] = {}
    _match_equal(pairs, [block.id for block in old], [block.id for block in new])
    if len(pairs) < min(len(old), len(new)):
        _match_equal(pairs, _contents(old), _contents(new))
        _match_alike(pairs, old, new)
    return pairs


def _contents(blocks: Iterable[Block]) -> list[tuple[type, str]]:
    return [(type(block), block_plain(block)) for block in blocks]


def _match_equal(pairs: dict[int, int], old: Sequence[object], new: Sequence[object]) -> None:
    """Pair what is the same, the first with the first."""
    taken = set(pairs.values())
    places = defaultdict[object, deque[int]](deque)
    for place, key in enumerate(old):
        if place not in taken:
            places[key].append(place)
    for place, key in enumerate(new):
        if place not in pairs and places[key]:
            pairs[place] = places[key].popleft()


def _match_alike(pairs: dict[int, int], old: Sequence[Block], new: Sequence[Block]) -> None:
    """Pair each leftover with the most similar one near its place among the leftovers."""
    taken = set(pairs.values())
    before = {n: _words(block) for n, block in enumerate(old) if n not in taken}
    after = {n: _words(block) for n, block in enumerate(new) if n not in pairs}
    order = list(before)
    for rank, (place, words) in enumerate(after.items()):
        near = order[max(0, rank - _NEIGHBOURS) : rank + _NEIGHBOURS + 1]
        free = [n for n in near if n in before and type(old[n]) is type(new[place])]
        ranked = [(_likeness(before[n], words), -n) for n in free]
        likeness, best = max(ranked, default=(0.0, 0))
        if likeness >= _LIKE:
            pairs[place] = -best
            del before[-best]


def _words(block: Block) -> Counter[str]:
    return Counter(block_plain(block).split())


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of common words, 0…1 (Sørensen–Dice over the words with their number)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _rising(numbers: Sequence[int]) -> set[int]:
    """The longest subsequence that rises: those stayed in their order, the others moved."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        length = bisect_left(ends, number)
        before[number] = ends[length - 1] if length else None
        ends[length : length + 1] = [number]
    found, last = set[int](), ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
