"""Finding words in a text as a Vietnamese desk means them, and what to put in their place.

Hits are places in the original text: folding keeps its length. With `match_diacritics` off,
`duong` finds `Đường`; a space finds a no-break space too; a whole word is a tiếng, so `an` is found
in `an toàn` and not in `lan`. A hit never parts a letter from a mark that follows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from newsroom.errors import UserError
from newsroom.language.folding import bare, fold, nfc
from newsroom.language.regex_guard import compiled, piece

_MARKS = "[\u0300-\u036f]"
_BEFORE_WORD = rf"(?<![^\W_])(?<!{_MARKS})"
_AFTER_WORD = rf"(?![^\W_])(?!{_MARKS})"
_SPACE = "[ \u00a0\u2009\u202f]"
_ESCAPED = re.compile(r"\\.|.", re.DOTALL)
_PLACE_IN_TEMPLATE = re.compile(r"\\\\|\$\$|[\\$](\d)|\\n")
_LONGEST_PATTERN = 500


class Found(NamedTuple):
    """Characters `start` to `end` of a text; `groups[0]` is the whole, then those of the groups.

    A group that took no part is at -1.
    """

    start: int
    end: int
    groups: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """What to look for. Raises `UserError` when `regex` is set and `words` are no good expression.

    `match_diacritics` off: letters match whatever their marks, and đ matches d.
    """

    words: str
    regex: bool = False
    whole_word: bool = False
    match_case: bool = False
    match_diacritics: bool = False
    _compiled: re.Pattern[str] | None = field(init=False, repr=False, compare=False, default=None)

    def __post_init__(self) -> None:
        if len(self.words) > _LONGEST_PATTERN:
            raise UserError(
                "Looking for more than {most} characters at once is not possible.",
                most=_LONGEST_PATTERN,
            )
        object.__setattr__(self, "words", nfc(self.words))
        if self.words:
            object.__setattr__(self, "_compiled", self._made())

    def _made(self) -> re.Pattern[str]:
        flags = 0 if self.match_case or self._lowers else re.IGNORECASE
        source = self._expression() if self.regex else self._literal()
        whole = (
            rf"{_BEFORE_WORD}(?:{source}){_AFTER_WORD}"
            if self.whole_word
            else source
            if self.regex
            else source + rf"(?!{_MARKS})"
        )
        if self.regex:
            compiled(source, self.words, flags)
            return re.compile(whole, flags | re.MULTILINE)
        return re.compile(whole, flags)

    @property
    def _lowers(self) -> bool:
        """Folded text is in lower case already, and finding there as it stands is quickest."""
        return not (self.regex or self.match_case or self.match_diacritics)

    def _literal(self) -> str:
        parts = re.split(f"({_SPACE})", self._form(self.words))
        return "".join(_SPACE if re.fullmatch(_SPACE, part) else re.escape(part) for part in parts)

    def _expression(self) -> str:
        """The expression without diacritics; what is escaped stays as it is."""
        if self.match_diacritics:
            return self.words
        return "".join(
            part if part.startswith("\\") else bare(part) for part in _ESCAPED.findall(self.words)
        )

    def _form(self, text: str) -> str:
        """The form of a text in which is searched, of the same length."""
        if self._lowers:
            return fold(text)
        return text if self.match_diacritics else bare(text)

    @property
    def groups(self) -> int:
        """How many groups an expression has."""
        return self._compiled.groups if self._compiled is not None and self.regex else 0

    def find(self, text: str) -> list[Found]:
        """All hits in NFC `text`, in order; none is empty."""
        if self._compiled is None or not text:
            return []
        return [
            Found(hit.start(), hit.end(), hit.regs)
            for hit in self._hits(self._compiled, self._form(text))
            if hit.end() > hit.start()
        ]

    def _hits(self, made: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        step = piece(self.words) if self.regex else max(1, len(text))
        for start in range(0, len(text), step):
            yield from made.finditer(text, start, start + step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    r"""What to put in the place of a hit of `pattern`.

    With an expression, `$1` (or `\1`) stands for what its first group found, `$0` for all of it,
    `\n` for a line break; `$$` and `\\` for the sign itself. `keep_case`: THUẾ and Thuế are
    followed. Raises `UserError` when a group is named that the expression does not have.
    """

    pattern: Pattern
    words: str
    keep_case: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", nfc(self.words))
        if self.pattern.regex:
            for place in _PLACE_IN_TEMPLATE.finditer(self.words):
                if place[1] and int(place[1]) > self.pattern.groups:
                    raise UserError(
                        "“{words}” names group {number}, but the expression has {count}.",
                        words=self.words,
                        number=int(place[1]),
                        count=self.pattern.groups,
                    )

    def of(self, text: str, hit: Found) -> str:
        """The words that replace `hit` in `text`."""
        words = self.words
        if self.pattern.regex:
            words = _PLACE_IN_TEMPLATE.sub(lambda place: _filled(place, text, hit), words)
        return follow_case(text[hit.start : hit.end], words) if self.keep_case else words


def _filled(place: re.Match[str], text: str, hit: Found) -> str:
    if place[1]:
        start, end = hit.groups[int(place[1])]
        return text[start:end] if start >= 0 else ""
    return "\n" if place[0] == r"\n" else place[0][0]


def follow_case(old: str, new: str) -> str:
    """`new` in capitals, or with a capital at its beginning, where `old` is so."""
    letters = [char for char in old if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return new.upper()
    if letters and letters[0].isupper():
        return new[:1].upper() + new[1:]
    return new
