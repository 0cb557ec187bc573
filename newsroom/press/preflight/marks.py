"""What a page puts on the plate: text, paths, images, shadings, each with how it was painted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from pikepdf import Stream

from newsroom.press.preflight.colours import GRAY, Ink, Space, first_ink
from newsroom.press.preflight.embedded_fonts import PdfFont
from newsroom.press.preflight.matrices import IDENTITY, Matrix
from newsroom.press.preflight.report import Box

_BLACK = first_ink(GRAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The part of the graphics state that the rules ask about (ISO 32000-1, 8.4)."""

    matrix: Matrix = IDENTITY
    fill: Ink = _BLACK
    stroke: Ink = _BLACK
    line_width: float = 1.0
    overprints_fill: bool = False
    overprints_stroke: bool = False
    overprint_mode: int = 0
    alpha_fill: float = 1.0
    alpha_stroke: float = 1.0
    blend: str = "/Normal"
    soft_mask: bool = False
    font: PdfFont | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    clip: Box | None = None

    @property
    def is_transparent(self) -> bool:
        """Whether something below shines through what is painted now."""
        return (
            self.alpha_fill < 1
            or self.alpha_stroke < 1
            or self.blend not in {"/Normal", "/Compatible"}
            or self.soft_mask
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A shown string: its effective size in points, and how many of its characters are missing."""

    box: Box
    state: State
    size: float
    codes: int
    missing: int

    @property
    def inks(self) -> tuple[Ink, ...]:
        """What it is painted with: filled, stroked, both or nothing (`Tr`)."""
        painted: Mapping[int, tuple[Ink, ...]] = {
            0: (self.state.fill,),
            1: (self.state.stroke,),
            2: (self.state.fill, self.state.stroke),
        }
        return painted.get(self.state.mode % 4, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A painted path. `width` of the stroke in points on the page, 0 means the thinnest line."""

    box: Box
    state: State
    filled: bool
    stroked: bool
    width: float

    @property
    def inks(self) -> tuple[Ink, ...]:
        fill = (self.state.fill,) if self.filled else ()
        stroke = (self.state.stroke,) if self.stroked else ()
        return fill + stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A placed image. `ppi` is the lesser of its two resolutions on the page.

    `source` is None for inline images, whose pixels are not looked at.
    """

    box: Box
    state: State
    ppi: float
    pixels: tuple[int, int]
    bits: int
    space: Space
    filters: tuple[str, ...]
    is_mask: bool
    has_soft_mask: bool
    source: Stream | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shading:
    """A smooth gradient."""

    box: Box
    state: State
    space: Space


Mark = Text | Path | Image | Shading


class Fault(Enum):
    """What is wrong with a content stream itself."""

    UNREADABLE = "unreadable"
    UNBALANCED = "unbalanced"
    TOO_LARGE = "too large"
    TOO_DEEP = "too deep"
    TRANSFER = "transfer"
    POSTSCRIPT = "postscript"


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    """The boxes of a page as they are written; None where one is not."""

    media: Box
    crop: Box | None
    bleed: Box | None
    trim: Box | None
    art: Box | None

    @property
    def final(self) -> Box:
        """What the reader holds: trim, else art, else crop, else the whole sheet."""
        return self.trim or self.art or self.crop or self.media


@dataclass(kw_only=True)
class PageMarks:
    """A page as it was walked; `group_space` is that of its transparency group."""

    number: int
    boxes: Boxes
    marks: list[Mark] = field(default_factory=list)
    faults: set[Fault] = field(default_factory=set)
    fonts: dict[str, PdfFont] = field(default_factory=dict)
    user_unit: float = 1.0
    has_group: bool = False
    group_space: Space | None = None
