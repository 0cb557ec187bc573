"""Lines of paragraphs that did not change, kept from one layout of an article to the next."""

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.press.layout.lines import SetLine


class Remembered:
    """Used while one article is laid out again and again; from one thread at a time."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Sequence[SetLine]] = {}
        self._used: dict[Hashable, Sequence[SetLine]] = {}

    def lines(self, key: Hashable, make: "Callable[[], Sequence[SetLine]]") -> "Sequence[SetLine]":
        """What was made for `key` in this layout or the last one, else what `make` makes."""
        found = self._used.get(key) or self._known.get(key)
        self._used[key] = found = make() if found is None else found
        return found

    def forget_unused(self) -> None:
        """The layout is done: keep what it used and nothing else."""
        self._known, self._used = self._used, {}
