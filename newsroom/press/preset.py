"""A print preset: everything that a printed form decides besides the house's type styles."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from newsroom.domain.style import Family, Role, StyleSheet

MM = 72 / 25.4
"""Points in a millimetre."""
_SCREEN_PPI = 96


class Format(StrEnum):
    """Sheet formats by their trade names."""

    A3 = "A3"
    A4 = "A4"
    TABLOID = "tabloid"
    BERLINER = "berliner"


SIZES_MM: Mapping[Format, tuple[float, float]] = {
    Format.A3: (297, 420),
    Format.A4: (210, 297),
    Format.TABLOID: (290, 400),
    Format.BERLINER: (315, 470),
}
"""Width and height; tabloid is the sheet of the Vietnamese dailies."""


class ColourSpace(StrEnum):
    """What the inks of the page are written in; black text is black alone in both."""

    RGB = "rgb"
    CMYK = "cmyk"


class Standard(StrEnum):
    """What a printing house may rely on: PDF/X-4 (ISO 15930-7), PDF/X-1a:2003 (15930-4) or none."""

    X4 = "x4"
    X1A = "x1a"
    NONE = "none"


class Header(StrEnum):
    """What stands above the text of a page."""

    MASTHEAD = "masthead"
    SITE = "site"
    PAGE_NUMBER = "page-number"
    NONE = "none"


class Footer(StrEnum):
    """What stands below the text of a page."""

    SOURCE = "source"
    DEPTH = "depth"
    NONE = "none"


def _between(least: float, most: float, default: Any) -> Any:
    return field(default=default, metadata={"least": least, "most": most})


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShape:
    """The sheet and its margins, in millimetres; `width` and `height` of 0 are the format's."""

    format: Format = Format.A4
    width: float = _between(0, 1200, 0.0)
    height: float = _between(0, 1200, 0.0)
    top: float = _between(5, 80, 20.0)
    right: float = _between(5, 80, 15.0)
    bottom: float = _between(5, 80, 20.0)
    left: float = _between(5, 80, 30.0)
    first_number: int = _between(1, 9999, 1)

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height of the sheet."""
        width, height = SIZES_MM[self.format]
        return self.width or width, self.height or height

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        width, height = self.millimetres
        return width * MM, height * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """`count` columns with a `gutter` in millimetres; `rule`: a hairline stands in the gutter."""

    count: int = _between(1, 6, 1)
    gutter: float = _between(1, 30, 5.0)
    rule: bool = False
    balance: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The running text. Sizes in points, indent in millimetres.

    `grid` is the step that every height is a multiple of; with `grid` equal to `leading` all body
    lines of all columns share their baselines. `gap` is the space between paragraphs in points.
    `tightness` multiplies the leading that the house's styles give to all other roles.
    """

    size: float = _between(5, 30, 14.0)
    leading: float = _between(6, 60, 21.0)
    grid: float = _between(0.5, 60, 1.0)
    gap: float = _between(0, 40, 0.0)
    indent: float = _between(0, 40, 0.0)
    first_indent: bool = True
    justify: bool = True
    letter_width: float = _between(0, 0.05, 0.0)
    letter_space: float = _between(0, 0.05, 0.0)
    drop_cap: int = _between(0, 5, 0)
    tightness: float = _between(0.6, 1.2, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineFit:
    """The headline's size in points is the largest that needs at most `lines` lines."""

    largest: float = _between(6, 160, 16.0)
    smallest: float = _between(6, 160, 16.0)
    lines: int = _between(1, 8, 4)
    lede_columns: int = _between(0, 6, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """`ppi` that photos are brought down to, and their most height as a share of the text area.

    `lead_columns` is how many columns the first photo takes, 0 for all of them. `cut` is the share
    of a photo's height that may be cut away so that it fills its width.
    """

    ppi: int = _between(72, 600, 220)
    height: float = _between(0.1, 0.9, 0.45)
    lead_columns: int = _between(0, 6, 0)
    cut: float = _between(0, 0.6, 0.0)
    float_columns: int = _between(1, 6, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """The file itself.

    `icc` is the profile that the press prints by: the name of a shipped one, or a file beside the
    preset; once loaded, its path. `condition` is its name in the ICC's registry, empty when it has
    none there. `bleed` in millimetres; `ink_limit` is the most of all inks together, in per cent.
    `tagged`: the file holds the article's structure, for screen readers, and its links.
    """

    standard: Standard = Standard.NONE
    icc: str = "ISOcoated_v2_300_bas.icc"
    condition: str = ""
    bleed: float = _between(0, 20, 0.0)
    marks: bool = False
    ink_limit: int = _between(150, 400, 300)
    tagged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The few words that the page itself says, in the language of the paper."""

    jump: str = "Xem tiếp trang {page}"
    continued: str = "Tiếp theo trang {page}"
    source: str = "Nguồn: {source}"
    number: str = "Trang {page}/{pages}"
    depth: str = "{lines} dòng, {mm} mm"
    date: str = "{weekday}, {day}-{month}-{year}"
    weekdays: tuple[str, ...] = (
        "Thứ hai",
        "Thứ ba",
        "Thứ tư",
        "Thứ năm",
        "Thứ sáu",
        "Thứ bảy",
        "Chủ nhật",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """One form of the printed page. `roles` overrides single properties of the house's styles."""

    name: str
    colour: ColourSpace = ColourSpace.RGB
    header: Header = Header.NONE
    footer: Footer = Footer.NONE
    page: PageShape = field(default_factory=PageShape)
    columns: Columns = field(default_factory=Columns)
    body: Body = field(default_factory=Body)
    headline: HeadlineFit = field(default_factory=HeadlineFit)
    photos: Pictures = field(default_factory=Pictures)
    output: Output = field(default_factory=Output)
    words: Words = field(default_factory=Words)
    fonts: Mapping[Family, str] = field(default_factory=dict)
    roles: Mapping[Role, Mapping[str, Any]] = field(default_factory=dict)


def style_for(preset: Preset, style: StyleSheet) -> StyleSheet:
    """The house's sheet with what the preset overrides."""
    roles = {role: replace(style[role], **preset.roles.get(role, {})) for role in Role}
    return replace(style, fonts={**style.fonts, **preset.fonts}, roles=roles)


def on_screen(preset: Preset, *, trimmed: bool = False) -> Preset:
    """The same page to be looked at: in a screen's colours and no sharper than it can show.

    `trimmed`: without what is cut off.
    """
    output = replace(preset.output, standard=Standard.NONE, tagged=False)
    return replace(
        preset,
        colour=ColourSpace.RGB,
        photos=replace(preset.photos, ppi=_SCREEN_PPI),
        output=replace(output, bleed=0.0, marks=False) if trimmed else output,
    )
