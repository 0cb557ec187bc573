"""The sheet around a page: trim, bleed and the room for marks. Lengths in points."""

from dataclasses import dataclass, replace

from newsroom.press.layout.model import Item, Page, Panel, Picture
from newsroom.press.preset import MM, Output

_GAP = 1 * MM
"""Between the bleed and the marks: ink of a mark must never get into the trimmed page."""
_MARK = 5 * MM
_LEAST_DISTANCE = 3 * MM
_AT_EDGE = 0.01

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, from the sheet's lower left corner."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of a page (ISO 32000-1, 14.11.2): each lies within the one before."""

    media: Box
    bleed: Box
    trim: Box

    @property
    def corner(self) -> tuple[float, float]:
        """The lower left corner of the trimmed page."""
        return self.trim[0], self.trim[1]


def boxes_of(page: Page, output: Output) -> Boxes:
    """The boxes of a page on its sheet; without bleed and marks all are the page itself."""
    bleed = output.bleed * MM
    margin = mark_start(output) + _MARK + _GAP if output.marks else bleed
    trim = (margin, margin, margin + page.width, margin + page.height)
    return Boxes(
        media=(0.0, 0.0, page.width + 2 * margin, page.height + 2 * margin),
        bleed=(trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed),
        trim=trim,
    )


def mark_start(output: Output) -> float:
    """How far from the trimmed page its marks begin."""
    return max(output.bleed * MM, _LEAST_DISTANCE - _GAP) + _GAP


def mark_end(output: Output) -> float:
    """How far from the trimmed page its marks end."""
    return mark_start(output) + _MARK


def with_bleed(page: Page, output: Output) -> Page:
    """The page whose photos and grounds that touch its edge go on into the bleed."""
    bleed = output.bleed * MM
    if not bleed:
        return page
    return replace(page, items=tuple(_bled(item, page, bleed) for item in page.items))


def _bled(item: Item, page: Page, bleed: float) -> Item:
    if not isinstance(item, Panel | Picture):
        return item
    left = bleed if item.x <= _AT_EDGE else 0.0
    top = bleed if item.y <= _AT_EDGE else 0.0
    right = bleed if item.x + item.width >= page.width - _AT_EDGE else 0.0
    bottom = bleed if item.y + item.height >= page.height - _AT_EDGE else 0.0
    if not (left or top or right or bottom):
        return item
    return replace(
        item,
        x=item.x - left,
        y=item.y - top,
        width=item.width + left + right,
        height=item.height + top + bottom,
    )
