"""What the styles and lists of a Word file mean to us."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom.domain.document import Mark
from newsroom.formats.docx.elements import clark
from newsroom.formats.docx.names import NAMES, Style
from newsroom.formats.docx.nodes import Numbering

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"(?:heading|tiêu đề|đầu đề) ([1-9])")
_DEEPEST = 20
"""Styles based on styles; a file in which they run in a circle is read all the same."""
_OFF = ("0", "false", "off", "none")
_SWITCHES = {
    "w:b": Mark.BOLD,
    "w:i": Mark.ITALIC,
    "w:strike": Mark.STRIKE,
    "w:dstrike": Mark.STRIKE,
}
_RAISED = {"superscript": Mark.SUPERSCRIPT, "subscript": Mark.SUBSCRIPT}
_FOREIGN = {
    "subtitle": Style.LEDE,
    "phụ đề": Style.LEDE,
    "lead": Style.LEDE,
    "sapo": Style.LEDE,
    "sapô": Style.LEDE,
    "sa pô": Style.LEDE,
    "headline": Style.TITLE,
    "tiêu đề": Style.TITLE,
    "tít chính": Style.TITLE,
    "author": Style.BYLINE,
    "signature": Style.BYLINE,
    "bút danh": Style.BYLINE,
    "intense quote": Style.QUOTE,
    "block text": Style.QUOTE,
    "quotations": Style.QUOTE,
    "chú thích": Style.CAPTION,
    "image caption": Style.CAPTION,
    "text body": Style.BODY,
}
_BY_NAME = (
    _FOREIGN
    | {name.alias.casefold(): style for style, name in NAMES.items() if name.alias}
    | {name.name.casefold(): style for style, name in NAMES.items()}
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a style, or direct formatting on top of one, says. None: it says nothing."""

    style: Style | None = None
    level: int | None = None
    marks: Mapping[Mark, bool] = field(default_factory=dict)
    font: str | None = None
    hidden: bool | None = None
    numbering: tuple[str, int] | None = None

    def under(self, other: "Look") -> "Look":
        """The sum of both: this look where `other`, which is nearer to the text, says nothing."""
        return Look(
            style=other.style or self.style,
            level=self.level if other.level is None else other.level,
            marks={**self.marks, **other.marks},
            font=other.font or self.font,
            hidden=self.hidden if other.hidden is None else other.hidden,
            numbering=other.numbering or self.numbering,
        )


PLAIN = Look()


def is_on(element: "Element") -> bool:
    """Whether a switch such as `w:b` is on."""
    return element.get(clark("w:val"), "1") not in _OFF


def text_look(properties: "Element | None") -> Look:
    """What a `w:rPr` says."""
    if properties is None:
        return PLAIN
    marks: dict[Mark, bool] = {}
    hidden = None
    for name, mark in _SWITCHES.items():
        switch = properties.find(clark(name))
        if switch is not None:
            marks[mark] = is_on(switch) or marks.get(mark, False)
    line = properties.find(clark("w:u"))
    if line is not None:
        marks[Mark.UNDERLINE] = is_on(line)
    raised = properties.find(clark("w:vertAlign"))
    if raised is not None:
        place = _RAISED.get(raised.get(clark("w:val"), ""))
        marks |= {mark: mark is place for mark in _RAISED.values()}
    vanish = properties.find(clark("w:vanish"))
    if vanish is not None:
        hidden = is_on(vanish)
    return Look(marks=marks, font=_font(properties), hidden=hidden)


def _font(properties: "Element") -> str | None:
    fonts = properties.find(clark("w:rFonts"))
    if fonts is None:
        return None
    return fonts.get(clark("w:ascii")) or fonts.get(clark("w:hAnsi"))


def paragraph_look(properties: "Element | None") -> Look:
    """What a `w:pPr` says about level and list (not its style)."""
    if properties is None:
        return PLAIN
    outline = properties.find(clark("w:outlineLvl"))
    level = None if outline is None else _whole(outline, 9) + 1
    numbers = properties.find(clark("w:numPr"))
    numbering = None
    if numbers is not None:
        number, depth = numbers.find(clark("w:numId")), numbers.find(clark("w:ilvl"))
        name = "" if number is None else number.get(clark("w:val"), "")
        numbering = (name, 0 if depth is None else _whole(depth, 0))
    return Look(level=level if level != 10 else 0, numbering=numbering)


def _whole(element: "Element", default: int) -> int:
    value = element.get(clark("w:val"), "")
    return int(value) if value.isdecimal() and len(value) < 3 else default


class Looks:
    """The styles and lists of one file."""

    def __init__(self, styles: "Element | None", numbering: "Element | None") -> None:
        self._elements = _by_id(styles, "w:style", "w:styleId")
        self._lists = _by_id(numbering, "w:num", "w:numId")
        self._patterns = _by_id(numbering, "w:abstractNum", "w:abstractNumId")
        self._found: dict[str, Look] = {}
        self.base = text_look(_default_text(styles))
        self.body = next((key for key, e in self._elements.items() if _is_body(e)), "")

    def of(self, style_id: str) -> Look:
        """What the style with this id says, what it is based on included."""
        if style_id not in self._found:
            self._found[style_id] = self._resolved(style_id, 0)
        return self._found[style_id]

    def style_names(self) -> frozenset[str]:
        """The names of all styles, as Word shows them."""
        return frozenset(_name(element) for element in self._elements.values())

    def _resolved(self, style_id: str, depth: int) -> Look:
        element = self._elements.get(style_id)
        if element is None or depth > _DEEPEST:
            return PLAIN
        based = element.find(clark("w:basedOn"))
        below = PLAIN if based is None else self._resolved(based.get(clark("w:val"), ""), depth + 1)
        properties = element.find(clark("w:pPr"))
        own = paragraph_look(properties).under(text_look(element.find(clark("w:rPr"))))
        return below.under(_named(_name(element), own))

    def numbering(self, place: tuple[str, int] | None) -> Numbering | None:
        """The list that a `numId` and level mean; None for no list (`numId` 0)."""
        if place is None or place[0] in ("", "0"):
            return None
        number, level = place
        return Numbering(number=number, level=level, ordered=self._is_ordered(number, level))

    def _is_ordered(self, number: str, level: int) -> bool:
        entry = self._lists.get(number)
        pattern = None if entry is None else entry.find(clark("w:abstractNumId"))
        if pattern is None:
            return False
        levels = self._patterns.get(pattern.get(clark("w:val"), ""))
        if levels is None:
            return False
        for form in levels.iter(clark("w:lvl")):
            kind = form.find(clark("w:numFmt"))
            if form.get(clark("w:ilvl")) == str(level) and kind is not None:
                return kind.get(clark("w:val")) not in ("bullet", "none")
        return False


def _named(name: str, look: Look) -> Look:
    """A style's name says more than its formatting: `heading 3` is a heading whatever it is."""
    parts = [part.strip().casefold() for part in name.split(",")]
    style = next((_BY_NAME[part] for part in parts if part in _BY_NAME), None)
    heading = next((match for part in parts if (match := _HEADING.fullmatch(part))), None)
    if style in (Style.TITLE, Style.LEDE, Style.BYLINE, Style.BODY):
        return replace(look, style=style, level=0)
    if heading is not None:
        return replace(look, style=Style.HEADING, level=int(heading[1]))
    return replace(look, style=style) if style is not None else look


def _name(element: "Element") -> str:
    name = element.find(clark("w:name"))
    return "" if name is None else name.get(clark("w:val"), "")


def _by_id(root: "Element | None", tag: str, key: str) -> dict[str, "Element"]:
    if root is None:
        return {}
    return {element.get(clark(key), ""): element for element in root.iter(clark(tag))}


def _default_text(styles: "Element | None") -> "Element | None":
    if styles is None:
        return None
    path = "/".join(clark(name) for name in ("w:docDefaults", "w:rPrDefault", "w:rPr"))
    return styles.find(path)


def _is_body(element: "Element") -> bool:
    """Whether a style is what paragraphs without a style are in."""
    is_default = element.get(clark("w:default"), "0") not in _OFF
    return is_default and element.get(clark("w:type")) == "paragraph"
