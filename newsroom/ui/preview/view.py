"""What of the site the preview shows, and how large."""

from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.article import SectionPath

SCREENS = {"phone": 390, "tablet": 768, "desktop": 1280}
"""CSS pixels of the screens that the site is made for."""

PRINTED_WIDTH = 794
"""CSS pixels of a sheet of A4."""

ZOOMS = (50, 75, 100, 125, 150, 200)
"""Per cent; 0 stands for as large as there is room, at most 100."""


class Kind(StrEnum):
    """A page on which the article stands; `CARD` is how lists, search and messages show it."""

    ARTICLE = "article"
    SECTION = "section"
    FRONT = "front"
    CARD = "card"

    @property
    def lists_news(self) -> bool:
        """Whether the page names other articles besides the one that is open."""
        return self in (Kind.SECTION, Kind.FRONT)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """`section` is that of the section page, the article's own for None; `theme` the name of the
    site theme, the paper's for an empty one.
    """

    kind: Kind = Kind.ARTICLE
    section: SectionPath | None = None
    screen: str = "phone"
    zoom: int = 0
    dark: bool = False
    printed: bool = False
    theme: str = ""

    @property
    def width(self) -> int:
        """The width that the page is laid out for, in CSS pixels."""
        return PRINTED_WIDTH if self.printed else SCREENS[self.screen]
