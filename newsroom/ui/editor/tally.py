"""How much there is to read, kept in step block by block: an edit costs the blocks it touched."""

from collections.abc import Callable
from typing import NamedTuple


class Count(NamedTuple):
    """How much there is to read."""

    words: int
    characters: int

    def plus(self, other: "Count", sign: int = 1) -> "Count":
        """With `other` as well, or with `sign` -1 without it."""
        return Count(self.words + sign * other.words, self.characters + sign * other.characters)


class Tally:
    """The counts of blocks in their order; those replaced are counted when somebody asks."""

    def __init__(self) -> None:
        self._counts: list[Count | None] = []
        self._sum = Count(0, 0)
        self._uncounted: set[int] = set()

    def replace(self, low: int, high: int, made: int) -> None:
        """Blocks `low` up to `high` have become `made` others."""
        for known in self._counts[low:high]:
            if known is not None:
                self._sum = self._sum.plus(known, -1)
        by = made - (high - low)
        self._uncounted = {
            index + by if index >= high else index
            for index in self._uncounted
            if not low <= index < high
        }
        self._uncounted.update(range(low, low + made))
        self._counts[low:high] = [None] * made

    def total(self, count: Callable[[int], Count]) -> Count:
        """The sum of all; `count` counts the block of an index."""
        for index in tuple(self._uncounted):
            self.at(index, count)
        return self._sum

    def at(self, index: int, count: Callable[[int], Count]) -> Count:
        """The count of one block."""
        known = self._counts[index]
        if known is None:
            known = self._counts[index] = count(index)
            self._sum = self._sum.plus(known)
            self._uncounted.discard(index)
        return known
