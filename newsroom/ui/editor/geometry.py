"""Where the page stands: how wide, how much padding, how far from the edges."""

from typing import NamedTuple

BLEED = 12
"""Room left and right of the text within the viewport, for the caret and list markers."""
COLUMN = 550
"""The measure at 100 %: 65 to 70 characters of the body."""
PAD, NARROW_PAD = 64, 48
PAGE_TOP = 24
PAGE_TOP_PAD = 40
PAGE_BOTTOM_PAD = 120
_GAP, _LEAST_GAP = 48, 12


class Geometry(NamedTuple):
    """Pixels: the column's width, the page's padding beside it, the space left of the page."""

    column: int
    pad: int
    left: int
    right: int


def fit_page(available: int, zoom: float) -> Geometry:
    """The page within `available` pixels: the full measure where there is room, else less of all.

    First the space around the page shrinks, then the padding, then the measure.
    """
    wanted = round(COLUMN * zoom)
    gap = max(_LEAST_GAP, min(_GAP, (available - wanted - 2 * NARROW_PAD) // 2))
    pad = max(NARROW_PAD, min(PAD, (available - 2 * gap - wanted) // 2))
    column = max(120, min(wanted, available - 2 * (pad + gap)))
    page = column + 2 * pad
    left = max(0, (available - page) // 2)
    return Geometry(column, pad, left, max(0, available - page - left))
