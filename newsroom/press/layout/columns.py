"""Filling columns with slugs, and ending them at the same depth. Counts in rows of the grid."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.press.layout.model import Slug

_TRIES = 4
"""How many depths beyond the least are tried for columns that end more evenly."""
_SETTLED = 1
"""Columns that end within this many rows of each other are even enough."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A slug in a column, its first row counted from the top of the text area."""

    column: int
    row: int
    slug: Slug


@dataclass(frozen=True, slots=True)
class Filled:
    """What went into the columns, the slugs that did not (by number), each column's end."""

    placed: tuple[Placed, ...]
    rest: tuple[int, ...]
    ends: tuple[int, ...]


def fill(
    slugs: Sequence[Slug],
    queue: Sequence[int],
    tops: Sequence[int],
    bottoms: Sequence[int],
    *,
    force: bool = True,
) -> Filled:
    """Fill the columns from `tops` down to `bottoms`, from left to right, with the queued slugs.

    A slug that may wait and does not fit goes to the head of the next column, and the text after
    it moves up. With `force` a column that starts at the page's highest top takes at least one
    slug, however deep it is and whatever must stay together: so that every page makes headway.
    """
    placed: list[Placed] = []
    ends: list[int] = []
    rest = [*queue]
    for column, (top, bottom) in enumerate(zip(tops, bottoms, strict=True)):
        rows, rest = _column(slugs, rest, bottom - top, force=force and top == min(tops))
        placed.extend(Placed(column, top + row, slugs[at]) for at, row in rows)
        ends.append(top + (rows[-1][1] + slugs[rows[-1][0]].rows if rows else 0))
    return Filled(tuple(placed), tuple(rest), tuple(ends))


def _column(
    slugs: Sequence[Slug], queue: list[int], depth: int, *, force: bool
) -> tuple[list[tuple[int, int]], list[int]]:
    """(number, row) of the slugs that fit into `depth` rows, and the queue that is left."""
    rows: list[tuple[int, int]] = []
    waiting: list[int] = []
    used = 0
    allowed, left = 0, queue
    for at, number in enumerate(queue):
        slug = slugs[number]
        row = used + (slug.space if rows else 0)
        if row + slug.rows > depth:
            if not (slug.waits and (rows or not force)):
                break
            waiting.append(number)
            continue
        rows.append((number, row))
        used = row + slug.rows
        if not slug.keep or at == len(queue) - 1:
            allowed, left = len(rows), waiting + queue[at + 1 :]
    if not allowed and force and queue:
        rows = rows or [(queue[0], 0)]
        allowed, left = len(rows), waiting + queue[len(rows) + len(waiting) :]
    return rows[:allowed], left


def balanced(
    slugs: Sequence[Slug], queue: Sequence[int], tops: Sequence[int], bottom: int
) -> Filled | None:
    """The queued slugs in columns of even depth; None when they need more than `bottom`."""
    rows = sum(slugs[number].rows for number in queue)
    if rows > sum(max(0, bottom - top) for top in tops):
        return None
    found: list[Filled] = []
    for depth in range(_first_depth(rows, tops), bottom + 1):
        fits = _at_depth(slugs, queue, tops, depth)
        found.extend(fits)
        if len(found) >= _TRIES * len(tops) or any(
            _unevenness(filled, tops) <= _SETTLED for filled in fits
        ):
            break
    return min(
        found, key=lambda filled: (_unevenness(filled, tops), max(filled.ends)), default=None
    )


def _at_depth(
    slugs: Sequence[Slug], queue: Sequence[int], tops: Sequence[int], depth: int
) -> list[Filled]:
    """The ways to end in columns `depth` deep, some but the last of them a row less."""
    count = len(tops)
    ways = []
    for deep in range(count - 1, -1, -1):
        bottoms = [depth - (deep <= at < count - 1) for at in range(count)]
        filled = fill(slugs, queue, tops, bottoms)
        if filled.rest or max(filled.ends) > depth:
            break
        ways.append(filled)
    return ways


def _first_depth(rows: int, tops: Sequence[int]) -> int:
    """The least depth at which the columns have as many rows as the slugs."""
    depth = min(tops) + 1
    while sum(max(0, depth - top) for top in tops) < rows:
        depth += 1
    return depth


def _unevenness(filled: Filled, tops: Sequence[int]) -> int:
    ends = [max(end, top) for end, top in zip(filled.ends, tops, strict=True)]
    return max(ends) - min(ends)
