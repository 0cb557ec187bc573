"""The pictures of a file's pages, and what has to be drawn next.

Each page has a picture of itself that is never larger than a screen holds well. Where the page is
shown larger than that, the part in view is drawn once more at its full size.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

from newsroom.ui.printing.drawer import Drawing, Source

MOST_PIXELS = 1_300_000
"""Of a page's own picture: 5 ms to make it opaque, 5 MB."""


@dataclass(frozen=True, slots=True)
class View:
    """A page in view: its number from 0, its size, and the part in sight, in screen pixels."""

    page: int
    size: QSize
    sight: QRect


class Shelf:
    """Keeps what is near, and the pictures of the file before until those of this one are there."""

    def __init__(self) -> None:
        self.source: Source | None = None
        self._whole: dict[int, tuple[Drawing, QImage]] = {}
        self._parts: dict[int, tuple[Drawing, QImage]] = {}

    def clear(self) -> None:
        """There is no file."""
        self.source = None
        self._whole.clear()
        self._parts.clear()

    def put(self, drawing: Drawing, image: QImage) -> bool:
        """Take a picture; whether it is of this file."""
        if drawing.source is self.source:
            shelf = self._whole if drawing.clip is None else self._parts
            shelf[drawing.page] = (drawing, image)
        return drawing.source is self.source

    def keep(self, pages: Iterable[int]) -> None:
        """Forget the pictures of all other pages."""
        near = set(pages)
        for shelf in (self._whole, self._parts):
            for page in [page for page in shelf if page not in near]:
                del shelf[page]

    def whole(self, page: int) -> QImage | None:
        """The picture of a page, perhaps in another size."""
        found = self._whole.get(page)
        return found[1] if found is not None else None

    def part(self, page: int, size: QSize) -> tuple[QRect, QImage] | None:
        """What there is of a page at its full `size`, and where."""
        found = self._parts.get(page)
        if found is None or found[0].clip is None or found[0].size != (size.width(), size.height()):
            return None
        return QRect(*found[0].clip), found[1]

    def wanted(self, in_view: Iterable[View], near: Iterable[View]) -> list[Drawing]:
        """What is missing, the most urgent first: parts in sight, their pages, then neighbours."""
        source = self.source
        if source is None:
            return []
        orders: list[Drawing] = []
        for view in in_view:
            if _is_large(view.size) and not view.sight.isEmpty():
                orders += self._missing_part(source, view)
            orders += self._missing_whole(source, view)
        for view in near:
            orders += self._missing_whole(source, view)
        return orders

    def _missing_whole(self, source: Source, view: View) -> list[Drawing]:
        wanted = Drawing(source=source, page=view.page, size=_bounded(view.size))
        found = self._whole.get(view.page)
        return [] if found is not None and found[0] == wanted else [wanted]

    def _missing_part(self, source: Source, view: View) -> list[Drawing]:
        found, there = self._parts.get(view.page), self.part(view.page, view.size)
        same = found is not None and found[0].source is source
        if same and there is not None and there[0].contains(view.sight):
            return []
        size, sight = (view.size.width(), view.size.height()), view.sight
        clip = (sight.x(), sight.y(), sight.width(), sight.height())
        return [Drawing(source=source, page=view.page, size=size, clip=clip)]


def _is_large(size: QSize) -> bool:
    return size.width() * size.height() > MOST_PIXELS


def _bounded(size: QSize) -> tuple[int, int]:
    """The size, or the largest of its shape that a page's own picture may have."""
    width, height = max(1, size.width()), max(1, size.height())
    share = min(1.0, sqrt(MOST_PIXELS / (width * height)))
    return max(1, round(width * share)), max(1, round(height * share))
