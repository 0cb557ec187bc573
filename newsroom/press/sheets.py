"""The sheets of a PDF file as a viewer shows them, and where places of the file lie on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.press.layout.model import Area

if TYPE_CHECKING:
    from newsroom.press.layout.model import Page
    from newsroom.press.preflight.marks import Boxes
    from newsroom.press.preflight.report import Box
    from newsroom.press.preset import Output


_LEAST, _UNUSABLE = 1.0, (612.0, 792.0)
"""What a page without room is shown as, by viewers too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """What our own layout stood on: the text area, its columns and the baselines within it."""

    text: Area
    columns: tuple[Area, ...]
    first_baseline: float
    step: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page. Lengths in points; areas from the left and the top of what is shown.

    `shown` is the part of the page that viewers show, in the page's own coordinates, `turn` how
    far they turn it clockwise. `trim` and `bleed` are None where the file names none.
    """

    shown: "Box"
    turn: int = 0
    trim: Area | None = None
    bleed: Area | None = None
    grid: Grid | None = None

    @property
    def width(self) -> float:
        """How wide the page is shown."""
        return self.shown.height if self.turn % 180 else self.shown.width

    @property
    def height(self) -> float:
        """How high the page is shown."""
        return self.shown.width if self.turn % 180 else self.shown.height

    def area(self, box: "Box") -> Area:
        """Where `box`, in the page's own coordinates, is shown."""
        left, right = box.left - self.shown.left, box.right - self.shown.left
        top, bottom = self.shown.top - box.top, self.shown.top - box.bottom
        wide, high = self.shown.width, self.shown.height
        match self.turn:
            case 90:
                left, top, right, bottom = high - bottom, left, high - top, right
            case 180:
                left, top, right, bottom = wide - right, high - bottom, wide - left, high - top
            case 270:
                left, top, right, bottom = top, wide - right, bottom, wide - left
        return Area(x=left, y=top, width=right - left, height=bottom - top)


def laid_sheets(pages: Sequence["Page"], output: "Output") -> tuple[Sheet, ...]:
    """The sheets that pages of our own layout are drawn on."""
    return tuple(_laid(page, output) for page in pages)


def _laid(page: "Page", output: "Output") -> Sheet:
    from newsroom.press.boxes import boxes_of
    from newsroom.press.preflight.report import Box

    boxes = boxes_of(page, output)
    bare = Sheet(shown=Box(*boxes.media))
    trim = bare.area(Box(*boxes.trim))
    return Sheet(
        shown=bare.shown,
        trim=trim,
        bleed=bare.area(Box(*boxes.bleed)),
        grid=Grid(
            text=page.text.moved(trim.x, trim.y),
            columns=tuple(column.moved(trim.x, trim.y) for column in page.columns),
            first_baseline=page.first_baseline + trim.y,
            step=page.grid,
        ),
    )


def file_sheets(data: bytes, *, name: str) -> tuple[Sheet, ...]:
    """The sheets of any PDF file; `name` is the file's in messages.

    Raises `UserError` when it is no PDF, is locked or has no page.
    """
    from newsroom.errors import UserError
    from newsroom.press.preflight.file import open_file
    from newsroom.press.preflight.pages import boxes_and_turn

    file = open_file(data, name)
    sheets = tuple(_filed(*boxes_and_turn(page)) for page in file.pdf.pages)
    if not sheets:
        raise UserError("The file {file} has no pages.", file=name)
    return sheets


def _filed(boxes: "Boxes", turn: int) -> Sheet:
    bare = Sheet(shown=_visible(boxes), turn=turn)
    return Sheet(
        shown=bare.shown,
        turn=turn,
        trim=bare.area(boxes.trim) if boxes.trim is not None else None,
        bleed=bare.area(boxes.bleed) if boxes.bleed is not None else None,
    )


def _visible(boxes: "Boxes") -> "Box":
    """The crop box, as far as it lies on the sheet (ISO 32000-1, 14.11.2)."""
    from newsroom.press.preflight.report import Box

    media, crop = boxes.media, boxes.crop
    if min(media.width, media.height) < _LEAST:
        return Box(0, 0, *_UNUSABLE)
    if crop is None or not crop.meets(media) or min(crop.width, crop.height) < _LEAST:
        return media
    return Box(
        max(media.left, crop.left),
        max(media.bottom, crop.bottom),
        min(media.right, crop.right),
        min(media.top, crop.top),
    )
