"""Refusing expressions that could search for ever.

Python's matcher goes back over every way to divide a text and cannot be stopped meanwhile, not
even from another thread. The time grows beyond all bounds where a repeat of many turns holds
another repeat or a choice, as in `(a+)+b` or `(a|a)*b`, or where several stand in a row, as in
`.*a.*a.*b`; such expressions are refused before they run. What is left grows with the square of a
text's length or its cube, and long texts are searched in pieces.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from newsroom.errors import UserError

_PART = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\\\]])*\]"
    r"|\(\?P=\w+\)|\(\?#[^)]*\)|\(\?[a-zA-Z]+\)"
    r"|\((?:\?(?:P<\w+>|<[=!]|[:=!>]|[a-zA-Z-]+:|\(\w+\)))?"
    r"|\)|\{\d*,?\d*\}[+?]?|[*+?][+?]?|\||.",
    re.DOTALL,
)
_TURNS: dict[str, tuple[int, float]] = {"*": (0, inf), "+": (1, inf), "?": (0, 1)}
_BRACES = re.compile(r"\{(\d*)(,?)(\d*)\}")
_ATOMIC = "(?>"
_FEW = 3
"""Turns of a repeat that are still harmless around another repeat."""
_MANY = 30
_MOST_JOINED = 2
"""Loops that can hand characters to each other: each multiplies the time by a text's length."""
_AROUND = frozenset(("(?=", "(?!", "(?<"))
_NO_WIDTH = frozenset(("^", "$", r"\b", r"\B", r"\A", r"\Z"))
_SAMPLE = "".join(map(chr, range(32, 127))) + "\n\t\u00a0đĐạế–“”"
_PIECES = {0: 10_000, 1: 10_000, 2: 2_000}


@dataclass(slots=True)
class _Group:
    """What a group has shown so far; `ways` says that it can match one text in several ways."""

    atomic: bool = False
    ways: bool = False


def compiled(source: str, words: str, flags: int = 0) -> re.Pattern[str]:
    """`source`, made of what was typed as `words`, ready to search.

    Raises `UserError` when it is no regular expression or one that may take for ever.
    """
    try:
        made = re.compile(source, flags)
    except (re.error, OverflowError, RecursionError) as error:
        raise UserError(
            "“{words}” is not a complete regular expression: look at character {place}.",
            words=words,
            place=min((getattr(error, "pos", 0) or 0) + 1, max(1, len(words))),
        ) from error
    if may_run_away(source):
        raise UserError(
            "“{words}” repeats what already repeats and could search for ever; make it simpler.",
            words=words,
        )
    return made


def may_run_away(source: str) -> bool:
    """Whether a valid expression has a loop around a loop or a choice, or too many joined loops."""
    walk = _Walk(source)
    return walk.nested or walk.joined > _MOST_JOINED


def piece(source: str) -> int:
    """How many characters of a text a valid expression is run over at once; more loops, fewer."""
    return _PIECES[min(_Walk(source).joined, _MOST_JOINED)]


class _Walk:
    r"""Goes through an expression part by part; see `may_run_away`.

    `joined` counts the loops in the longest row in which no part that must be there keeps them
    apart, as the space does in `\w+ \w+`. Choices and looking around make no part certain.
    """

    def __init__(self, source: str) -> None:
        parts = _PART.findall(source)
        self._certain = not any(part == "|" or part[:3] in _AROUND for part in parts)
        self._groups = [_Group()]
        self._row: list[str] = []
        self._last = ""
        self._loops = 0
        self.nested = False
        self.joined = 0
        for part, following in zip(parts, [*parts[1:], ""], strict=True):
            turns = (_turns(following) if following else None) or (1, 1)
            self._take(part, turns, possessive=len(following) > 1 and following.endswith("+"))

    def _take(self, part: str, turns: tuple[float, float], *, possessive: bool) -> None:
        least, most = turns
        if part == ")" and len(self._groups) > 1:
            closed = self._groups.pop()
            free = closed.ways and not (closed.atomic or possessive)
            self.nested |= free and most > _FEW
            self._groups[-1].ways |= free or (least != most and not possessive)
        elif part.startswith("(") and not part.endswith(")"):
            self._groups.append(_Group(atomic=part == _ATOMIC))
        elif part == "|":
            self._groups[-1].ways = True
        elif _turns(part) is None and part not in _NO_WIDTH:
            self._groups[-1].ways |= least != most and not possessive
            self._follow(part, least, most > _MANY and not possessive)

    def _follow(self, part: str, least: float, loops: bool) -> None:
        """One more part of the row, or the one that ends it."""
        if self._certain and least >= 1 and not any(_share(part, other) for other in self._row):
            self._row, self._loops = [], 0
        if loops:
            twice = part == self._last  # as in `.*.*`: every place divides the text
            self._row.append(part)
            self._loops += 2 if twice else 1
            self.joined = max(self.joined, self._loops)
        self._last = part if loops else ""


def _share(one: str, other: str) -> bool:
    """Whether two parts can match the same character."""
    return bool(_matched(one) & _matched(other))


@lru_cache(maxsize=256)
def _matched(part: str) -> frozenset[str]:
    try:
        made = re.compile(part, re.IGNORECASE)
    except re.error:  # a reference to a group, which may be anything
        return frozenset(_SAMPLE)
    found = frozenset(char for char in _SAMPLE if made.fullmatch(char))
    return found or frozenset(_SAMPLE if len(part) > 1 else part)


def _turns(part: str) -> tuple[int, float] | None:
    """The least and the most turns of a repeat, None for what is no repeat."""
    if part[0] in _TURNS:
        return _TURNS[part[0]]
    braces = _BRACES.match(part)
    if braces is None:
        return None
    least, comma, most = braces.groups()
    if not comma:
        return (int(least), int(least)) if least else None
    return int(least or 0), int(most) if most else inf
