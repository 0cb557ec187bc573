"""Vietnamese dictionary order, as bytes that sort by plain comparison.

The order is CLDR's for Vietnamese, which QCollator uses too: spaces, punctuation, symbols, digits,
then letters with ă, â, đ, ê, ô, ơ, ư as letters of their own. Among words of the same letters the
tones decide (level, huyền, hỏi, ngã, sắc, nặng), then small letters before capitals.
"""

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PUNCTUATION = "_-‐‑‒–—―,;:!¡?¿.…‘’‚‹›“”„«»()[]{}§¶@*/\\&#%‰"
_TONES = {"\u0300": 2, "\u0309": 3, "\u0303": 4, "\u0301": 5, "\u0323": 6}
_SHAPES = frozenset("\u0302\u0306\u031b")

_SPACE, _MARK, _SYMBOL, _DIGIT, _LETTER, _OTHER = range(1, 7)
_END = b"\x00"


def sort_key(text: str) -> bytes:
    """The key of `text`; compare keys to compare texts as a Vietnamese dictionary would."""
    weights = [_weights(char) for char in unicodedata.normalize("NFC", text)]
    letters = b"".join(letter for letter, _tone, _case in weights)
    tones = bytes(tone for _letter, tone, _case in weights)
    cases = bytes(case for _letter, _tone, case in weights)
    return _END.join((letters, tones, cases, text.encode("utf-8", "replace")))


def _weights(char: str) -> tuple[bytes, int, int]:
    """The letter's place, its tone (1 level … 6 nặng, 7 foreign) and its case (1 small)."""
    lower = char.lower() if len(char.lower()) == 1 else char
    case = 1 if lower == char else 2
    base, tone = _split(lower)
    return _place(base), tone, case


def _split(char: str) -> tuple[str, int]:
    """`ấ` as `â` and the tone of sắc; marks that are no part of Vietnamese count as a tone of 7."""
    if char == "đ":
        return char, 1
    base, *marks = tuple(unicodedata.normalize("NFD", char))
    shapes = "".join(mark for mark in marks if mark in _SHAPES)
    letter = unicodedata.normalize("NFC", base + shapes)
    tones = [_TONES.get(mark, 7) for mark in marks if mark not in _SHAPES]
    if len(letter) == 1 and letter in _LETTERS:
        return letter, max(tones, default=1)
    return (base, 7) if base in _LETTERS else (char, 1)


def _place(char: str) -> bytes:
    if char in _LETTERS:
        return bytes((_LETTER, _LETTERS.index(char) + 1))
    if char.isspace():
        return bytes((_SPACE, 1))
    if char in _PUNCTUATION:
        return bytes((_MARK, _PUNCTUATION.index(char) + 1))
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return bytes((_DIGIT, digit + 1))
    group = _OTHER if char.isalpha() else _SYMBOL
    return bytes((group,)) + ord(char).to_bytes(3, "big")
