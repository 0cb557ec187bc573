"""Text without its marks, for finding `Đường` by `duong`; every function keeps NFC text's length.

Keeping the length means that an offset into the folded text is an offset into the original, so a
hit found in one can be shown in the other.
"""

import re
import unicodedata

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_NEW_STYLE = re.compile(r"(?<!q)(?:o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])")
_OLD_STYLE = {
    **dict(zip(("oà", "oá", "oả", "oã", "oạ"), ("òa", "óa", "ỏa", "õa", "ọa"), strict=True)),
    **dict(zip(("oè", "oé", "oẻ", "oẽ", "oẹ"), ("òe", "óe", "ỏe", "õe", "ọe"), strict=True)),
    **dict(zip(("uỳ", "uý", "uỷ", "uỹ", "uỵ"), ("ùy", "úy", "ủy", "ũy", "ụy"), strict=True)),
}


class _CharTable(dict[int, str]):
    """A table for `str.translate` that works out each character at its first use."""

    def __init__(self, convert: "_Converter") -> None:
        super().__init__()
        self._convert = convert

    def __missing__(self, code: int) -> str:
        self[code] = converted = self._convert(chr(code))
        return converted


class _Converter:
    """One character to one character: in lower case or as it is, with its diacritics or bare."""

    def __init__(self, *, bare: bool, lower: bool = True) -> None:
        self._bare = bare
        self._lower = lower

    def __call__(self, char: str) -> str:
        base = _without_marks(char) if self._bare else char
        lower = base.lower() if self._lower else base
        if len(lower) != 1:
            lower = base
        return _BARRED.get(lower, lower) if self._bare else lower


def _without_marks(char: str) -> str:
    base, *marks = tuple(unicodedata.normalize("NFD", char))
    return base if all(unicodedata.combining(mark) for mark in marks) else char


_BARRED = {"đ": "d", "Đ": "D"}
_BARE = _CharTable(_Converter(bare=True))
_BARE_CASED = _CharTable(_Converter(bare=True, lower=False))
_LOWER = _CharTable(_Converter(bare=False))


_SLICE = 16_384
"""Characters that are converted in one call, about a millisecond: no other thread runs meanwhile,
not even the one that a person types into."""


def _translated(text: str, table: _CharTable) -> str:
    if len(text) <= _SLICE:
        return text.translate(table)
    slices = (text[at : at + _SLICE] for at in range(0, len(text), _SLICE))
    return "".join(part.translate(table) for part in slices)


def nfc(text: str) -> str:
    """`text` as it is stored: NFC, with U+FFFD for halves of characters that no file can hold."""
    if not text.isascii():
        text = _LONE_SURROGATE.sub("\ufffd", unicodedata.normalize("NFC", text))
    return text


def fold(text: str) -> str:
    """NFC `text` in lower case without diacritics, đ → d; character by character."""
    return _translated(text, _BARE)


def bare(text: str) -> str:
    """NFC `text` without diacritics in the case it has, đ → d, Đ → D; character by character."""
    return _translated(text, _BARE_CASED)


def exact(text: str) -> str:
    """NFC `text` in lower case with its diacritics, in the old tone style (`hoà` → `hòa`).

    Only open oa, oe and uy that do not follow q carry their tone in two ways.
    """
    return _NEW_STYLE.sub(lambda found: _OLD_STYLE[found.group()], _translated(text, _LOWER))


def key(text: str) -> str:
    """What makes two names the same name: NFC, whatever their case, without outer spaces."""
    return nfc(nfc(" ".join(text.split())).casefold())
