"""Named layouts of the Word file, as data: pages, fonts, and what differs from the house style."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from newsroom.domain.style import Family, Ink, StyleSheet, adjusted
from newsroom.errors import UsageError


class Furniture(StrEnum):
    """What stands in the margins."""

    RUNNING = "running"
    """Section and slug on top, words and time below, page of pages."""
    NUMBER = "number"
    """The page number alone, on top in the middle, from page 2 on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and its margins, in millimetres."""

    width: float = 210.0
    height: float = 297.0
    top: float = 25.0
    bottom: float = 25.0
    left: float = 25.0
    right: float = 25.0
    header: float = 12.5
    footer: float = 12.5

    @property
    def measure(self) -> float:
        """The width between the margins, in millimetres."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPreset:
    """One layout. `roles` changes properties of the house's roles, as a site theme does.

    `body` is in points, `first_line` and `photo_height` (no photo is taller) in millimetres.
    `rule` colours the lines of tables and boxes, `box_fill` the ground of boxes (empty: none);
    `closed_tables` have lines at their sides too. `fonts` replaces the house's fonts by ones that
    every Word has. Inks that are not named take the paper's accent.
    """

    name: str
    page: Page
    body: float
    first_line: float
    photo_height: float
    furniture: Furniture
    fonts: Mapping[Family, str]
    inks: Mapping[Ink, str]
    rule: str
    box_fill: str = ""
    closed_tables: bool = False
    roles: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def sheet(self, house: StyleSheet) -> StyleSheet:
        """The house style as this layout sets it."""
        return adjusted(house, self.roles)


_EVERYWHERE = {
    Family.TEXT: "Times New Roman",
    Family.DISPLAY: "Times New Roman",
    Family.SANS: "Arial",
    Family.CONDENSED: "Arial",
}
_BLACK = "000000"
_SERIF: dict[str, Any] = {"family": "text", "leading": 1.38}
_DECREE: dict[str, Any] = _SERIF | {"size": 1.0}

_DOUBLE = {"leading": 2.3, "space_after": 0.0}
"""Word's double line: 2 × the 1.15 em that a line of Times New Roman takes."""

MANUSCRIPT = WordPreset(
    name="manuscript",
    page=Page(),
    body=13.0,
    first_line=12.7,
    photo_height=90.0,
    furniture=Furniture.RUNNING,
    fonts=_EVERYWHERE,
    inks={Ink.PRIMARY: _BLACK, Ink.SECONDARY: "5E5A52", Ink.TERTIARY: "6B665C"},
    rule="BFB9AC",
    box_fill="F6F4EF",
    roles={
        "paragraph": _DOUBLE,
        "list": _DOUBLE,
        "quote": {"leading": 2.3},
        "heading": {"space_before": 1.2, "space_after": 0.2},
        "lede": {"leading": 1.725},
    },
)

OFFICE = WordPreset(
    # Decree 30/2020/NĐ-CP, annex I: A4, margins 20 20 30 15 mm (top, bottom, left, right), Times
    # New Roman 13-14 pt in black, justified, first line 1.27 cm, at least 6 pt between paragraphs,
    # one to one and a half lines, page number on top in the middle, none on page 1.
    name="office",
    page=Page(top=20.0, bottom=20.0, left=30.0, right=15.0, header=10.0, footer=10.0),
    body=14.0,
    first_line=12.7,
    photo_height=110.0,
    furniture=Furniture.NUMBER,
    fonts=dict.fromkeys(Family, "Times New Roman"),
    inks=dict.fromkeys(Ink, _BLACK),
    rule=_BLACK,
    closed_tables=True,
    roles={
        "kicker": _DECREE | {"align": "centre", "caps": True, "weight": 400, "space_after": 0.43},
        "headline": _DECREE | {"align": "centre", "weight": 700, "space_after": 0.86},
        "lede": _DECREE | {"align": "justify", "weight": 700, "space_after": 0.86},
        "paragraph": _DECREE | {"align": "justify", "space_after": 0.43},
        "heading": _DECREE | {"weight": 700, "space_before": 0.43, "space_after": 0.43},
        "quote": _DECREE | {"align": "justify", "italic": True},
        "quote-source": _SERIF | {"size": 13 / 14, "align": "right"},
        "list": _DECREE | {"align": "justify", "space_after": 0.43},
        "caption": _SERIF | {"size": 13 / 14, "italic": True, "align": "centre"},
        "credit": _SERIF | {"size": 13 / 14, "italic": True},
        "table": _SERIF | {"size": 13 / 14, "leading": 1.15},
        "table-header": _SERIF | {"size": 13 / 14, "leading": 1.15, "align": "centre"},
        "box-title": _DECREE | {"weight": 700},
        "box": _SERIF | {"size": 13 / 14},
        "byline": _DECREE | {"align": "right", "weight": 700},
    },
)

PRESETS = {preset.name: preset for preset in (MANUSCRIPT, OFFICE)}


def docx_preset_names() -> tuple[str, ...]:
    """The names that `write_docx` takes as `preset`."""
    return tuple(PRESETS)


def preset_named(name: str) -> WordPreset:
    """The preset; raises `UsageError` with the list of those there are."""
    if name not in PRESETS:
        raise UsageError(
            "There is no Word preset “{name}”; there are: {known}.",
            name=name,
            known=", ".join(PRESETS),
        )
    return PRESETS[name]
