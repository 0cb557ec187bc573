"""Plain text as lines: empty ones counted, hard-wrapped paragraphs joined again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsroom.language.normalise import single_spaced

_WIDEST = 110
_NARROWEST = 48
"""Narrower text is verse or a list: its lines end where they are meant to."""
_SHARE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not empty: its words, its raw form with tabs, the empty lines before it.

    `indent` is the number of columns it is set in.
    """

    words: str
    raw: str
    gap: int = 0
    indent: int = 0


def lines_of(text: str) -> list[Line]:
    r"""The lines of clean `text` (`\n` line ends), those of hard-wrapped text joined."""
    found: list[Line] = []
    gap = 0
    for raw in text.split("\n"):
        words = single_spaced(raw)
        if not words:
            gap += 1
            continue
        expanded = raw.expandtabs(4)
        indent = len(expanded) - len(expanded.lstrip())
        found.append(Line(words=words, raw=raw.strip(), gap=gap, indent=indent))
        gap = 0
    return _joined(found) if _is_wrapped(found) else found


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether most line ends are where the next word would not have fitted."""
    width = max((len(line.words) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    breaks = [_is_full(above, below, width) for above, below in _inner_breaks(lines)]
    return len(breaks) >= 2 and sum(breaks) >= len(breaks) * _SHARE


def _inner_breaks(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    return [(above, below) for above, below in pairwise(lines) if below.gap == 0]


def _is_full(above: Line, below: Line, width: int) -> bool:
    first, _, _ = below.words.partition(" ")
    return len(above.words) + 1 + len(first) > width - min(2, above.indent)


def _goes_on(above: Line, below: Line, width: int) -> bool:
    """In wrapped text a line that begins small goes on, even where the break came early."""
    return _is_full(above, below, width) or below.words[0].islower()


def _joined(lines: Sequence[Line]) -> list[Line]:
    width = max(len(line.words) for line in lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        last = paragraphs[-1][-1] if paragraphs else None
        if last is not None and line.gap == 0 and _goes_on(last, line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [
        replace(
            group[0],
            words=" ".join(line.words for line in group),
            raw=" ".join(line.raw for line in group),
        )
        for group in paragraphs
    ]
