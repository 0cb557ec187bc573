"""What one rendering of a theme's template may use up: steps, characters, digits.

No loop, no doubling of texts and no huge number of a template stops the program.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

STEPS = 100_000
"""Turns of loops, calls of macros, included files; a front page takes about 300."""
LARGEST_PAGE = 64 * 1024 * 1024
"""Characters. A page may hold its photos in itself, and the window can still show it."""
_LARGEST_VALUE = 1024 * 1024
_LARGEST_NUMBER = 10**15


class SpentError(Exception):
    """The budget is used up: the rendering ends."""


class _Budget:
    """What is left of one rendering."""

    def __init__(self) -> None:
        self.steps = STEPS


_CURRENT: ContextVar[_Budget] = ContextVar("budget")


@contextmanager
def fresh_budget() -> Iterator[None]:
    """Around one rendering."""
    token = _CURRENT.set(_Budget())
    try:
        yield
    finally:
        _CURRENT.reset(token)


def step() -> str:
    """Count one turn of a loop or one call; raises `SpentError` after the last one."""
    budget = _CURRENT.get()
    budget.steps -= 1
    if budget.steps < 0:
        raise SpentError(f"it takes more than {STEPS} steps")
    return ""


def bounded(value: object) -> object:
    """A value that a template made; raises `SpentError` for one that grew too large."""
    if isinstance(value, str) and len(value) > _LARGEST_VALUE:
        raise SpentError(f"it makes a text of more than {_LARGEST_VALUE} characters")
    if isinstance(value, int | float) and abs(value) > _LARGEST_NUMBER:
        raise SpentError("it makes a number of more than 15 digits")
    if isinstance(value, list | tuple | dict) and any(map(_holds_more, _items(value))):
        raise SpentError("it makes a list of lists")
    return value


def _items(value: list[object] | tuple[object, ...] | dict[object, object]) -> Iterable[object]:
    return value.values() if isinstance(value, dict) else value


def _holds_more(item: object) -> bool:
    """Lists within lists double in size with each line that makes one of two."""
    return isinstance(item, list | tuple | dict)


def counted(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces of a page as they come; raises `SpentError` when they are too many."""
    left = LARGEST_PAGE
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise SpentError(f"it makes a page of more than {LARGEST_PAGE} characters")
        yield piece
