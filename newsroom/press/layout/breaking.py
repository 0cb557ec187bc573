"""Where lines break: total fit over a paragraph, after Knuth and Plass (1981).

A justified line takes up its difference in three ways at once: word spaces, letter-spacing and a
slight change of glyph width, so that narrow Vietnamese columns stay even. Works on widths alone;
knows nothing of fonts. All lengths are in one unit, points in this program.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

_INFINITE = float("inf")
_LONE_WORD = 1e9
_CONTRAST = 6_000.0
_LINE = 10.0
_SHORT_LAST = 600.0
_EXTRA_LINE = 1e6
_LOOSEST = 5.0
"""A word space that would grow beyond so many times its normal is a hole: the line stays short."""
_LIMITS = (2.1, 3.0)
"""How many times the normal a word space may become, tried in turn before anything goes."""
_KNEE = 0.35
"""Growth of a word space up to which letters help; beyond it only the space grows."""
_SHRINK = 0.26
"""A word space loses at most this share of its width."""


@dataclass(frozen=True, slots=True)
class Box:
    """An unbreakable word: its `width`, `chars`, stretchable spaces `inside`, the `space` after.

    `gap` is 0 when no space follows (a word that was cut). `forced`: the line ends here.
    `penalty` is the price of ending a line here.
    """

    width: float
    chars: int
    space: float
    gap: int = 1
    inside: int = 0
    forced: bool = False
    penalty: float = 0.0


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far letters may give: glyph width as a share, letter-spacing in length per character."""

    scale: float = 0.0
    tracking: float = 0.0


RIGID = Tolerance()


@dataclass(frozen=True, slots=True)
class Break:
    """Words `start` to `end` (exclusive) make a line; `word_space` is added to every space.

    `scale` is the factor of glyph widths, `tracking` the length added after every character.
    """

    start: int
    end: int
    word_space: float = 0.0
    scale: float = 1.0
    tracking: float = 0.0


class _Paragraph:
    """Running totals over the words, so that any line is measured in constant time."""

    def __init__(
        self, boxes: Sequence[Box], measures: Sequence[float], tolerance: Tolerance
    ) -> None:
        self.boxes = boxes
        self.measures = measures
        self.scale, self.tracking = tolerance.scale, tolerance.tracking
        self.widths = [0.0, *accumulate(box.width + box.space * box.gap for box in boxes)]
        self.gaps = [0, *accumulate(box.gap + box.inside for box in boxes)]
        self.chars = [0, *accumulate(box.chars + box.gap for box in boxes)]
        self.spaces = [0.0, *accumulate(box.space * (box.gap + box.inside) for box in boxes)]

    def totals(self, end: int) -> tuple[float, float, int]:
        """Width, spaces and gaps between characters of the words up to `end`, no space after."""
        last = self.boxes[end - 1]
        tail = last.space * last.gap
        return self.widths[end] - tail, self.spaces[end] - tail, self.chars[end] - last.gap - 1

    def line(self, start: int, end: int) -> tuple[float, float, int, float]:
        """Natural width, width of its spaces, their number, and how far its letters give."""
        width, space, chars = self.totals(end)
        natural, spaces = width - self.widths[start], space - self.spaces[start]
        gaps = self.gaps[end] - self.gaps[start] - self.boxes[end - 1].gap
        letters = (natural - spaces) * self.scale + (chars - self.chars[start]) * self.tracking
        return natural, spaces, gaps, letters

    def forced(self, end: int) -> bool:
        """Whether a line must end after `end` words."""
        return end == len(self.boxes) or self.boxes[end - 1].forced

    def measure(self, line: int) -> float:
        return self.measures[min(line, len(self.measures) - 1)]


def break_justified(
    boxes: Sequence[Box], measures: Sequence[float], tolerance: Tolerance = RIGID
) -> list[Break]:
    """The lines of a justified paragraph; `measures` are the line widths, the last one repeats.

    The last line and lines before a forced break are set naturally, and those that could only be
    filled with holes. No line is wider than its measure unless a single word is; cut such words
    first. A last line has two words if it can.
    """
    paragraph = _Paragraph(boxes, measures, tolerance)
    ends = _best_ends(paragraph) or _greedy(paragraph)
    return [_adjust(paragraph, *line) for line in _spans(ends)]


def _best_ends(paragraph: _Paragraph) -> list[int]:
    """Even lines; wider word spaces only where they save a last line of one word."""
    best: list[int] = []
    for limit in _LIMITS:
        ends = _solve(paragraph, _justified_cost(limit))
        if ends and not _leaves_lone_word(ends):
            return ends
        best = best or ends
    return best or _solve(paragraph, _justified_cost(_INFINITE))


def _leaves_lone_word(ends: Sequence[int]) -> bool:
    return len(ends) > 1 and ends[-1] - ends[-2] == 1


def break_ragged(boxes: Sequence[Box], measures: Sequence[float]) -> list[Break]:
    """The lines of a paragraph set with even word spaces and a quiet ragged edge."""
    paragraph = _Paragraph(boxes, measures, RIGID)
    ends = _solve(paragraph, _ragged_cost) or _greedy(paragraph)
    return [Break(start, end) for start, end, _line in _spans(ends)]


def break_balanced(boxes: Sequence[Box], width: float) -> list[Break]:
    """The lines of a headline: as few as fit, of much the same length, no lone last word."""
    paragraph = _Paragraph(boxes, (width,), RIGID)
    lines = len(_solve(paragraph, _ragged_cost) or _greedy(paragraph))
    mean = paragraph.widths[-1] / max(lines, 1)
    ends = _solve(paragraph, _balanced_cost(mean)) or _greedy(paragraph)
    return [Break(start, end) for start, end, _line in _spans(ends)]


_Cost = Callable[[float, float, float, float, bool, int], tuple[float, int]]
"""(natural, spaces, letters, measure, is last, words) → (cost, fitness).

A cost of infinity: the line is too wide and only gets wider. A negative fitness: it is too loose,
more words may still make it fit.
"""


def _justified_cost(limit: float) -> _Cost:
    """The price of a justified line; spaces over `limit` times the normal will not do."""

    def cost(
        natural: float, spaces: float, letters: float, measure: float, last: bool, words: int
    ) -> tuple[float, int]:
        difference = measure - natural
        if difference < 0:
            return _tight_cost(-difference, _SHRINK * spaces + letters)
        if last:
            return _last_cost(difference, measure, words), 1
        factor = _space_factor(difference, spaces, letters)
        if factor > limit:
            return 0.0, -1
        looseness = (min(factor, _LOOSEST + difference / measure) - 1) / _KNEE
        fitness = 1 if looseness <= 0.5 else 2 if looseness <= 1 else 3
        return (_LINE + 100 * looseness**3) ** 2, fitness

    return cost


def _tight_cost(excess: float, give: float) -> tuple[float, int]:
    if excess > give + 1e-6:
        return _INFINITE, 0
    tightness = excess / give if give else 0.0
    return (_LINE + 100 * tightness**3) ** 2, 0 if tightness > 0.5 else 1


def _last_cost(slack: float, measure: float, words: int) -> float:
    lone = _LONE_WORD if words < 2 else 0.0
    return lone + (_SHORT_LAST if slack > 0.8 * measure else 0.0)


def _space_factor(difference: float, spaces: float, letters: float) -> float:
    """How many times its normal width a word space becomes."""
    if not spaces:
        return 1.0 if difference <= letters + 1e-6 else _INFINITE
    easy = _KNEE * spaces + letters
    if difference <= easy:
        return 1 + _KNEE * difference / easy
    return 1 + _KNEE + (difference - easy) / spaces


def _ragged_cost(
    natural: float, _spaces: float, _letters: float, measure: float, last: bool, words: int
) -> tuple[float, int]:
    slack = measure - natural
    if slack < -1e-6:
        return _INFINITE, 0
    if last:
        return _last_cost(slack, measure, words), 1
    return (_LINE + 100 * (2 * slack / measure) ** 2) ** 2, 1


def _balanced_cost(mean: float) -> _Cost:
    def cost(
        natural: float, _spaces: float, _letters: float, measure: float, last: bool, words: int
    ) -> tuple[float, int]:
        if natural > measure + 1e-6:
            return _INFINITE, 0
        lone = _LONE_WORD if last and words < 2 else 0.0
        return lone + _EXTRA_LINE + 1000 * ((natural - mean) / mean) ** 2, 1

    return cost


@dataclass(slots=True)
class _Node:
    """The cheapest way to break after `position` words, the next line being number `line`."""

    position: int
    line: int
    fitness: int
    cost: float
    before: "_Node | None"


def _solve(paragraph: _Paragraph, cost: _Cost) -> list[int]:
    """Where the lines end on the cheapest path through all breaks; empty when there is none."""
    if not paragraph.boxes:
        return []
    active = [_Node(0, 0, 1, 0.0, None)]
    for position in range(1, len(paragraph.boxes) + 1):
        forced = paragraph.forced(position)
        found, active = _extend(paragraph, cost, active, position, forced)
        active = found if forced else active + found
        if not active:
            return []
    node: _Node | None = min(active, key=lambda node: node.cost)
    ends = []
    while node is not None and node.before is not None:
        ends.append(node.position)
        node = node.before
    return ends[::-1]


def _extend(
    paragraph: _Paragraph, cost: _Cost, active: list[_Node], position: int, last: bool
) -> tuple[list[_Node], list[_Node]]:
    """The best ways to break after `position` words, and the starts that may still grow."""
    found: dict[tuple[int, int], _Node] = {}
    growing: list[_Node] = []
    penalty = 0.0 if last else paragraph.boxes[position - 1].penalty
    width_end, space_end, char_end = paragraph.totals(position)
    before, blank, chars = paragraph.widths, paragraph.spaces, paragraph.chars
    scale, tracking, measures = paragraph.scale, paragraph.tracking, paragraph.measures
    for node in active:
        start = node.position
        natural = width_end - before[start]
        spaces = space_end - blank[start]
        letters = (natural - spaces) * scale + (char_end - chars[start]) * tracking
        measure = measures[node.line]
        price, fitness = cost(natural, spaces, letters, measure, last, position - start)
        if price == _INFINITE:
            continue
        growing.append(node)
        if fitness < 0:
            continue
        total = node.cost + price + penalty
        if abs(fitness - node.fitness) > 1:
            total += _CONTRAST
        line = min(node.line + 1, len(measures) - 1)
        best = found.get((line, fitness))
        if best is None or total < best.cost:
            found[line, fitness] = _Node(position, line, fitness, total, node)
    return [*found.values()], growing


def _greedy(paragraph: _Paragraph) -> list[int]:
    """When even single words do not fit: as many words to a line as go in, at least one."""
    ends: list[int] = []
    start, count = 0, len(paragraph.boxes)
    while start < count:
        end = start + 1
        measure = paragraph.measure(len(ends))
        while (
            end < count
            and not paragraph.forced(end)
            and paragraph.line(start, end + 1)[0] <= measure
        ):
            end += 1
        ends.append(end)
        start = end
    return ends


def _spans(ends: Sequence[int]) -> list[tuple[int, int, int]]:
    """(start, end, number) of each line."""
    starts = [0, *ends][: len(ends)]
    return [(start, end, line) for line, (start, end) in enumerate(zip(starts, ends, strict=True))]


def _adjust(paragraph: _Paragraph, start: int, end: int, line: int) -> Break:
    """How the words `start` to `end` fill the measure of `line`."""
    natural, spaces, gaps, letters = paragraph.line(start, end)
    difference = paragraph.measure(line) - natural
    if difference >= 0 and (paragraph.forced(end) or (not gaps and difference > letters)):
        return Break(start, end)
    if _space_factor(difference, spaces, letters) > _LOOSEST:
        return Break(start, end)
    easy = (_KNEE if difference >= 0 else _SHRINK) * spaces + letters
    share = max(-1.0, min(1.0, difference / easy)) if easy else 0.0
    return Break(
        start,
        end,
        word_space=(difference - share * letters) / gaps if gaps else 0.0,
        scale=1 + share * paragraph.scale,
        tracking=share * paragraph.tracking,
    )
