"""The outline of a PDF: headlines, and under them the cross-heads."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.press.layout.model import Line, Page, Path

if TYPE_CHECKING:
    from pikepdf import Pdf


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place to go to: `page` counts from 0, `y` points down from the top of the page."""

    title: str
    page: int
    y: float
    level: int = 0


def bookmarks_of(pages: Sequence[Page]) -> list[Bookmark]:
    """Where each article begins, by its headline or else its page number, and its cross-heads."""
    found: list[Bookmark] = []
    for at, page in enumerate(pages):
        if page.opens is not None:
            found.append(Bookmark(page.opens.strip() or str(page.number), at, 0.0))
        path: Path | None = None
        for line in (item for item in page.items if isinstance(item, Line)):
            if not line.path or line.path[-1].tag != "H2":
                continue
            if line.path == path:
                found[-1] = replace(found[-1], title=f"{found[-1].title} {line.text}".strip())
            else:
                found.append(Bookmark(line.text, at, line.y - 2 * line.spans[0].size, level=1))
            path = line.path
    return found


def add_bookmarks(pdf: "Pdf", pages: Sequence[Page], bottom: float) -> None:
    """Write the outline; `bottom` is how far the pages lie above the foot of their sheets."""
    from pikepdf import OutlineItem

    with pdf.open_outline() as outline:
        above: list[OutlineItem] = outline.root
        for mark in bookmarks_of(pages):
            top = round(bottom + pages[mark.page].height - mark.y, 2)
            item = OutlineItem(mark.title, mark.page, "XYZ", left=0, top=top)
            if mark.level == 0 or not outline.root:
                outline.root.append(item)
                above = item.children
            else:
                above.append(item)
