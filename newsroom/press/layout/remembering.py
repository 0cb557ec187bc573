"""Lines of paragraphs that did not change, kept from one layout of an article to the next."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.press.layout.lines import SetLine

Lines = tuple["Sequence[SetLine]", Iterable[str]]
"""A paragraph's lines, and the characters in it that no font has."""


class Remembered:
    """Used while one article is laid out again and again; from one thread at a time."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Lines] = {}
        self._used: dict[Hashable, Lines] = {}

    def lines(self, key: Hashable, make: Callable[[], Lines]) -> Lines:
        """What was made for `key` in this layout or the last one, else what `make` makes."""
        found = self._used.get(key) or self._known.get(key)
        self._used[key] = found = make() if found is None else found
        return found

    @property
    def paragraphs(self) -> int:
        """How many are remembered."""
        return len(self._known)

    def forget_unused(self) -> None:
        """The layout is done: keep what it used and nothing else."""
        self._known, self._used = self._used, {}

    def keep_all(self) -> None:
        """The layout was stopped: what it used is kept besides what there was."""
        self._known.update(self._used)
        self._used = {}
