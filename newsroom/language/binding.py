"""Words that a line must not part: a number and its unit, Ông or Bà and a name, a day and a month.

A spaced dash stays with the word before it. A spaced hyphen (`chính trị - xã hội`) stays with both:
at the end of a line it would look like a hyphenated word, and programs that extract text drop it.

Print and web output bind them with no-break spaces; the stored text keeps plain ones.
"""

import re
from collections.abc import Iterator

from newsroom.language.pieces import PIECE

NO_BREAK_SPACE = "\u00a0"

_UNITS = (
    *(
        "mm",
        "cm",
        "m",
        "m2",
        "m3",
        "m²",
        "m³",
        "km",
        "km2",
        "km²",
        "ha",
        "g",
        "kg",
        "tạ",
        "tấn",
        "ml",
        "lít",
        "kWh",
    ),
    *("%", "‰", "°C", "đ", "đồng", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "USD", "euro"),
    *("giây", "phút", "giờ", "ngày", "tuần", "tháng", "năm", "tuổi", "người"),
)
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_BOUND = re.compile(
    rf" (?:(?<=\d )(?=(?:{_UNIT})(?!\w))(?!năm \d)"
    r"|(?<=\b[Nn]gày )(?=\d)|(?<=\b[Tt]háng )(?=\d)"
    r"|(?<=\S )(?=[-–—] )|(?<= - )(?=\w)|(?<=\u00a0- )(?=\w)"
    r"|(?<=\b[Ôô]ng )(?=(?P<man>\w))|(?<=\b[Bb]à )(?=(?P<woman>\w)))"
)
"""Begins with the space itself: so the search leaps from space to space."""
_AHEAD = 16
"""More characters than it looks at behind the space."""


def bind(words: str) -> str:
    """`words` with no-break spaces where a line must not end; as long as before.

    Idempotent. Only a single plain space is replaced.
    """
    if len(words) <= PIECE:
        return _BOUND.sub(_bound, words)
    return "".join(part for start in range(0, len(words), PIECE) for part in _piece(words, start))


def _piece(words: str, start: int) -> Iterator[str]:
    """A piece of long `words` from `start`; what stands around it is looked at, too."""
    end = min(start + PIECE, len(words))
    for match in _BOUND.finditer(words, start, end + _AHEAD):
        if match.start() >= end:
            break
        yield words[start : match.start()]
        yield _bound(match)
        start = match.end()
    yield words[start:end]


def _bound(match: re.Match[str]) -> str:
    name = match["man"] or match["woman"]
    return " " if name is not None and not name.isupper() else NO_BREAK_SPACE
