"""Refusing expressions that could search for ever.

Python's matcher goes back over every way to divide a text and cannot be stopped meanwhile, not
even from another thread. The time grows beyond all bounds where a repeat of many turns holds
another repeat or a choice, as in `(a+)+b` or `(a|a)*b`; such expressions are refused before they
run. What is left grows as a power of a text's length, and texts are searched in pieces.
"""

import re
from dataclasses import dataclass
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
_MOST_LOOPS = 6


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
    """Whether a valid expression holds a loop around a loop or a choice, or too many loops."""
    groups, closed, loops = [_Group()], _Group(), 0
    after_group = False
    for part in _PART.findall(source):
        if part == ")" and len(groups) > 1:
            closed, after_group = groups.pop(), True
            groups[-1].ways |= closed.ways and not closed.atomic
            continue
        if part.startswith("(") and not part.endswith(")"):
            groups.append(_Group(atomic=part == _ATOMIC))
        elif part == "|":
            groups[-1].ways = True
        elif (turns := _turns(part)) is not None:
            least, most = turns
            possessive = part.endswith("+") and len(part) > 1
            if after_group and most > _FEW and closed.ways and not (closed.atomic or possessive):
                return True
            groups[-1].ways |= least != most and not possessive
            loops += most > _MANY and not possessive
        after_group = False
    return loops > _MOST_LOOPS


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
