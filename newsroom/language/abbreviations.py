"""Short forms that become words when the word that was typed is over."""

import re
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from newsroom.domain.writing import Abbreviation
from newsroom.language.typography import Correction

_WORD = r"(?:^|[\s(\[{“‘\"'–—-])([^\W_]+)"
_BY_KEY = re.compile(_WORD + r"([.…]*\s|[,;:!?)\]}”’])$")
_BY_ENTER = re.compile(_WORD + r"([.…]*)$")
"""A mark that ended the word already is not met again: who undid the words wants the short form."""
_REACH = 80
"""How far back a short form may begin; longer ones are none."""
SHORT = re.compile(r"[^\W_]{2,24}")
"""What a short form looks like: letters and digits, no spaces."""


def by_short(abbreviations: Iterable[Abbreviation]) -> dict[str, str]:
    """The words by their short form, as `expansion` looks them up."""
    return {_key(entry.short): entry.words for entry in abbreviations}


def expansion(
    before: str, after: str, table: Mapping[str, str], *, ended: bool = False
) -> Correction | None:
    """The words for the short form that was just ended, None when there is none.

    `before` is the line up to the caret, whose last character (a space or a mark other than a
    full stop, which may be part of `ubnd.gov.vn`) ended the word; with `ended` Enter did. `Ldld`
    gives a capital at the start. `LDLD` stays: whoever types capitals wants the short form. đ and
    d are the same, because input methods turn one into the other.
    """
    found = (_BY_ENTER if ended else _BY_KEY).search(before[-_REACH:])
    if found is None or after[:1].isalnum():
        return None
    typed = found[1]
    words = table.get(_key(typed))
    if words is None or (len(typed) > 1 and typed.isupper()):
        return None
    if typed[0].isupper():
        words = words[0].upper() + words[1:]
    return Correction(len(typed) + len(found[2]), words + found[2])


def _key(short: str) -> str:
    return normalize("NFC", short).lower().replace("đ", "d")
