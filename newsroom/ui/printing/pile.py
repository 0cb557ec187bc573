"""Where the pages of a file lie below each other, and what a window onto them shows. No widget.

Lengths are in pixels. `sight` is the part that the window shows, counted from the upper left
corner of the whole; a page that is narrower than the window stands in its middle.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize

from newsroom.press.layout.model import Area
from newsroom.press.sheets import Sheet
from newsroom.ui.printing.look import LEAST_ZOOM, MOST_ZOOM, PAGE
from newsroom.ui.printing.shelf import View

MARGIN, GAP = 14, 14
SCREEN = 96 / 72
"""Pixels a point at 100 %."""
_LEAST = 40
"""So many pixels a page takes in the smallest window."""
Place = tuple[int, float]
"""A page, from 0, and how far down on it, 0…1; below 0: the very top of the first."""


def scale_for(zoom: int, sheets: Sequence[Sheet], room: QSize) -> float:
    """Pixels a point: `zoom` per cent, or as large as fits into `room`, the largest sheet whole."""
    if zoom > 0 or not sheets:
        return max(zoom, LEAST_ZOOM) / 100 * SCREEN
    widest = max(sheet.width for sheet in sheets)
    highest = max(sheet.height for sheet in sheets)
    scale = max(_LEAST, room.width() - 2 * MARGIN) / widest
    if zoom == PAGE:
        scale = min(scale, max(_LEAST, room.height() - 2 * MARGIN) / highest)
    return min(scale, MOST_ZOOM / 100 * SCREEN)


@dataclass(frozen=True)
class Pile:
    """The pages at `scale` pixels a point."""

    sheets: tuple[Sheet, ...] = ()
    scale: float = 1.0

    @cached_property
    def tops(self) -> tuple[float, ...]:
        """Where each page begins."""
        steps = (sheet.height * self.scale + GAP for sheet in self.sheets)
        return tuple(accumulate(steps, initial=float(MARGIN)))[:-1]

    @cached_property
    def size(self) -> tuple[float, float]:
        """Width and height of the whole, its margins included; no height without pages."""
        across = max((sheet.width for sheet in self.sheets), default=0.0) * self.scale
        if not self.sheets:
            return across + 2 * MARGIN, 0.0
        return across + 2 * MARGIN, self.tops[-1] + self.sheets[-1].height * self.scale + MARGIN

    @property
    def per_cent(self) -> int:
        """How large the pages are."""
        return round(self.scale / SCREEN * 100)

    # ---- up and down -------------------------------------------------------------------------
    def page_at(self, y: float) -> int:
        """The page at `y`, or the one above the gap there."""
        return max(0, bisect_right(self.tops, y) - 1)

    def pages(self, sight: QRect) -> range:
        """Those of which something may be seen."""
        if not self.sheets:
            return range(0)
        return range(self.page_at(sight.top()), self.page_at(sight.top() + sight.height()) + 1)

    def near(self, seen: range, pages: int) -> range:
        """What is seen with so many pages on either side."""
        return range(max(0, seen.start - pages), min(len(self.sheets), seen.stop + pages))

    def place_in(self, sight: QRect) -> Place:
        """What lies in the middle."""
        if not self.sheets:
            return 0, 0.0
        if sight.top() == 0:
            return 0, -1.0
        middle = sight.top() + sight.height() / 2
        page = self.page_at(middle)
        return page, (middle - self.tops[page]) / (self.sheets[page].height * self.scale)

    def top_for(self, place: Place, height: int) -> int:
        """Where a window so high begins that has `place` in its middle; the end for no page."""
        page, share = place
        if share < 0:
            return 0
        if page >= len(self.sheets):
            return round(self.size[1])
        middle = self.tops[page] + share * self.sheets[page].height * self.scale
        return round(middle - height / 2)

    def corner_for(self, page: int, area: Area, window: QSize) -> QPoint:
        """Where a window begins that has an area of a page in its middle."""
        across = MARGIN + (area.x + area.width / 2) * self.scale
        down = self.tops[page] + (area.y + area.height / 2) * self.scale
        return QPoint(round(across - window.width() / 2), round(down - window.height() / 2))

    # ---- on the window -----------------------------------------------------------------------
    def rect(self, page: int, sight: QRect) -> QRectF:
        """Where a page lies in the window, on whole pixels."""
        sheet = self.sheets[page]
        width, height = sheet.width * self.scale, sheet.height * self.scale
        spare = max(0.0, (sight.width() - width) / 2 - MARGIN)
        return QRectF(
            round(MARGIN + spare - sight.left()),
            round(self.tops[page]) - sight.top(),
            round(width),
            round(height),
        )

    def view(self, page: int, sight: QRect, ratio: float) -> View:
        """A page as it has to be drawn on a screen of `ratio` dots a pixel."""
        rect = self.rect(page, sight)
        whole = rect.toRect()
        seen = whole.intersected(QRect(QPoint(), sight.size())).translated(-whole.topLeft())
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        sides = (seen.x(), seen.y(), seen.width(), seen.height())
        sharp = QRect(*(round(side * ratio) for side in sides))
        return View(page, size, sharp.intersected(QRect(QPoint(), size)))

    def under(self, point: QPointF, sight: QRect) -> tuple[int, QPointF]:
        """The page at a point of the window, and the place on it in points; -1 beside them."""
        for page in self.pages(sight):
            rect = self.rect(page, sight)
            if rect.contains(point):
                return page, (point - rect.topLeft()) / self.scale
        return -1, QPointF()
