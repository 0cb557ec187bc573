"""How wide a line is in Arial, near enough to tell where other sites cut it."""

import unicodedata

_CLASSES = (
    (0.191, "'"),
    (0.222, "ijl‘’|"),
    (0.278, "It.,:;!/\\[]·  f"),
    (0.333, "r-`“”(){}"),
    (0.355, '"*'),
    (0.5, "ckvxyzsJ"),
    (0.556, "abdđeghnopquL0123456789$?_–#"),
    (0.611, "FTZ"),
    (0.667, "ABEKPSVXY&"),
    (0.722, "CDHNRUw"),
    (0.778, "GOQ"),
    (0.833, "mM"),
    (0.889, "%"),
    (0.944, "W"),
    (1.0, "…—@"),
)
_WIDTHS = {letter: width for width, letters in _CLASSES for letter in letters}
_HORN = {"ơ": 0.656, "ư": 0.669, "Ơ": 0.857, "Ư": 0.854, "Đ": 0.722}
_OTHERS = 0.6


def text_width(words: str) -> float:
    """The width of `words` in ems. Marks over and under letters take no room, horns do."""
    return sum(map(_width, words))


def _width(character: str) -> float:
    known = _WIDTHS.get(character) or _HORN.get(character)
    if known is not None:
        return known
    parts = unicodedata.normalize("NFD", character)
    if "\u031b" in parts:
        base = unicodedata.normalize("NFC", parts[0] + "\u031b")
        return _HORN.get(base, _OTHERS)
    return _WIDTHS.get(parts[0], _OTHERS)
