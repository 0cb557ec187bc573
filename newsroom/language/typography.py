"""Typographic characters for what was just typed: quotation marks, dashes, the ellipsis.

Quotation marks are chosen by what stands before them, as Vietnamese papers set them: “…” and ‘…’
within. Only the character just completed is looked at, and never one that stands within a word.
"""

import re
from typing import NamedTuple

from newsroom.domain.writing import Typography

_OPENERS = frozenset("([{“‘«–—-/")
_LONE_DOTS = re.compile(r"(?:^|[^.])\.\.\.$")
_SPACED_HYPHEN = re.compile(r"\S[ \u00a0]- $")


class Correction(NamedTuple):
    """The last `back` characters before the caret become `words`."""

    back: int
    words: str


def correction(before: str, after: str, rules: Typography) -> Correction | None:
    """What to set in place of what was just typed, None when it stays as it is.

    `before` is the line up to the caret with the character just typed at its end, `after` the line
    from the caret on. Nothing is corrected in the middle of a word.
    """
    if not before or _within_word(before, after):
        return None
    match before[-1]:
        case '"' | "'" if rules.quotes:
            return _quote(before)
        case "." if rules.ellipsis and _LONE_DOTS.search(before):
            return Correction(3, "…")
        case " " if rules.dashes and _SPACED_HYPHEN.search(before):
            return Correction(2, "– ")
        case _:
            return None


def _within_word(before: str, after: str) -> bool:
    return before[-2:-1].isalnum() and after[:1].isalnum()


def _quote(before: str) -> Correction | None:
    rest = before[:-1]
    opens = not rest or rest[-1].isspace() or rest[-1] in _OPENERS
    if before[-1] == '"':
        return Correction(1, "“" if opens else "”")
    if opens:
        return Correction(1, "‘")
    # After a letter it may be an apostrophe (`H'Mông`, `don't`): it closes only what is open.
    return Correction(1, "’") if rest.count("‘") > rest.count("’") else None
