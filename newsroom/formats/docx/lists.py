"""Multi-level lists, bulleted and counted."""

from collections.abc import Sequence

from newsroom.formats.docx.elements import Element, el, val

_LEVELS = 9
_STEP = 360
"""A quarter of an inch in twips: how far each level stands in, and its sign hangs out."""
_BULLETS = ("•", "–", "▪")
_NUMBERS = (("decimal", "%{n}."), ("lowerLetter", "%{n})"), ("lowerRoman", "%{n}."))
_FIRST_IDENTITY = 0x5E0A0001


def numbering_element(ordered_lists: Sequence[bool]) -> Element:
    """The root of `numbering.xml`: list n of the document is `numId` n, each starts at 1.

    Each list has a pattern of its own: where lists share one and start anew by an override, as Word
    itself writes them, LibreOffice takes the override for the first item and splits the list.
    """
    numbers = range(1, len(ordered_lists) + 1)
    patterns = (_pattern(n, ordered) for n, ordered in zip(numbers, ordered_lists, strict=True))
    lists = (el("w:num", {"w:numId": n}, [val("w:abstractNumId", n)]) for n in numbers)
    return el("w:numbering", None, [*patterns, *lists])


def _pattern(number: int, ordered: bool) -> Element:
    level_of = _number if ordered else _bullet
    return el(
        "w:abstractNum",
        {"w:abstractNumId": number},
        [
            val("w:nsid", f"{_FIRST_IDENTITY + number:08X}"),
            val("w:multiLevelType", "multilevel"),
            *(level_of(level) for level in range(_LEVELS)),
        ],
    )


def _bullet(level: int) -> Element:
    return _level(level, "bullet", _BULLETS[level % len(_BULLETS)])


def _number(level: int) -> Element:
    kind, form = _NUMBERS[level % len(_NUMBERS)]
    return _level(level, kind, form.format(n=level + 1))


def _level(level: int, kind: str, sign: str) -> Element:
    indent = el("w:ind", {"w:left": _STEP * (level + 2), "w:hanging": _STEP})
    return el(
        "w:lvl",
        {"w:ilvl": level},
        [
            val("w:start", 1),
            val("w:numFmt", kind),
            val("w:lvlText", sign),
            val("w:lvlJc", "left"),
            el("w:pPr", None, [indent]),
        ],
    )
