"""Multi-level lists: the two patterns, and one numbering for each list of the document."""

from collections.abc import Sequence

from newsroom.formats.docx.elements import Element, el, val

_LEVELS = 9
_STEP = 360
"""A quarter of an inch in twips: how far each level stands in, and its sign hangs out."""
_BULLETS = ("•", "–", "▪")
_NUMBERS = (("decimal", "%{n}."), ("lowerLetter", "%{n})"), ("lowerRoman", "%{n}."))
_BULLET_PATTERN, _NUMBER_PATTERN = 0, 1


def numbering_element(ordered_lists: Sequence[bool]) -> Element:
    """The root of `numbering.xml`: list n of the document is `numId` n, each starts at 1."""
    return el(
        "w:numbering",
        None,
        [
            _pattern(_BULLET_PATTERN, "5E0A1001", [_bullet(level) for level in range(_LEVELS)]),
            _pattern(_NUMBER_PATTERN, "5E0A1002", [_number(level) for level in range(_LEVELS)]),
            *(_list(number, ordered) for number, ordered in enumerate(ordered_lists, start=1)),
        ],
    )


def _pattern(number: int, identity: str, levels: list[Element]) -> Element:
    return el(
        "w:abstractNum",
        {"w:abstractNumId": number},
        [val("w:nsid", identity), val("w:multiLevelType", "multilevel"), *levels],
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


def _list(number: int, ordered: bool) -> Element:
    pattern = _NUMBER_PATTERN if ordered else _BULLET_PATTERN
    restarts = [
        el("w:lvlOverride", {"w:ilvl": level}, [val("w:startOverride", 1)])
        for level in range(_LEVELS)
        if ordered
    ]
    return el("w:num", {"w:numId": number}, [val("w:abstractNumId", pattern), *restarts])
