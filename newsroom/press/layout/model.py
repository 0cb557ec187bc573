"""What a laid-out page is made of. Lengths in points, x from the left, y downwards from the top.

Nothing here needs to be decided any more: drawing goes through the items in order, which is the
order of reading.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from newsroom.domain.document import Crop, FocalPoint
from newsroom.domain.ids import PhotoId
from newsroom.press.fonts import Face

Colour = tuple[float, ...]
"""Three values are red, green, blue; four are cyan, magenta, yellow, black; each 0…1."""


@dataclass(frozen=True, slots=True)
class Element:
    """A part of the article's structure, as a PDF names it (ISO 32000-1, 14.8.4).

    `tag` is a standard structure type; `key` tells the element from others with the same parent:
    for a block it is the block's id. `alt` describes a figure; `numbered` is a list with numbers;
    `cells` is how many cells a table's row has, empty ones included.
    """

    tag: str
    key: str
    alt: str = ""
    numbered: bool = False
    cells: int = 0


Path = tuple[Element, ...]
"""From the article down to the element that holds the text; empty for what is no part of it."""


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one face, starting `x` right of its line. `advances` in thousandths of an em.

    `actual` is what a reader gets who copies the text, where that is not `text` itself; `link` is
    the address it leads to.
    """

    x: float
    text: str
    face: Face
    size: float
    colour: Colour
    advances: tuple[float, ...]
    rise: float = 0.0
    actual: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text whose baseline is at `y`. `word_space`, `scale`, `tracking` as in `Break`.

    `width` is that of the ink, adjustments included. `body`: it stands on the baseline grid.
    `more`: the paragraph goes on in the next line, so that a space stands at the end.
    `path`: the part of the article that it belongs to, None when it repeats one.
    """

    x: float
    y: float
    width: float
    spans: tuple[Span, ...]
    role: str
    word_space: float = 0.0
    scale: float = 1.0
    tracking: float = 0.0
    body: bool = False
    more: bool = False
    path: Path | None = ()

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(span.text for span in self.spans)

    def moved(self, dx: float, dy: float) -> "Line":
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A straight line, drawn `thickness` wide around its middle."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float
    colour: Colour

    def moved(self, dx: float, dy: float) -> "Rule":
        return replace(self, x1=self.x1 + dx, x2=self.x2 + dx, y1=self.y1 + dy, y2=self.y2 + dy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour

    def moved(self, dx: float, dy: float) -> "Panel":
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A photo that fills its rectangle; what of it does not fit is cropped around `focal`."""

    x: float
    y: float
    width: float
    height: float
    photo: PhotoId
    crop: Crop = field(default_factory=Crop)
    focal: FocalPoint = field(default_factory=FocalPoint)
    path: Path = ()

    def moved(self, dx: float, dy: float) -> "Picture":
        return replace(self, x=self.x + dx, y=self.y + dy)


Item = Line | Rule | Panel | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle of the page."""

    x: float
    y: float
    width: float
    height: float

    def moved(self, dx: float, dy: float) -> "Area":
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: `text` is the area inside the margins, `columns` its columns, from left to right.

    `grid` is the step of the baselines, `first_baseline` the y of the first one. `opens` is the
    headline of the article that begins here, None when one goes on.
    """

    number: int
    width: float
    height: float
    text: Area
    columns: tuple[Area, ...]
    grid: float
    first_baseline: float
    items: tuple[Item, ...]
    opens: str | None = None


@dataclass(frozen=True, slots=True)
class Slug:
    """A piece that no column break divides, as the caster's line of metal: `rows` grid steps high.

    Its items are placed from its own top left corner. `space` rows stand before it, except at the
    top of a column. `keep`: no column may end after it. `waits`: it may stand later than the text
    after it, when a column has no room for it.
    """

    rows: int
    items: tuple[Item, ...]
    space: int = 0
    keep: bool = False
    waits: bool = False


def within(parents: Path, items: Iterable[Item]) -> tuple[Item, ...]:
    """The items with `parents` above what they already belong to; rules and grounds have none."""
    return tuple(_below(parents, item) for item in items)


def _below(parents: Path, item: Item) -> Item:
    if isinstance(item, Line | Picture) and item.path is not None:
        return replace(item, path=(*parents, *item.path))
    return item


def slugs_within(parents: Path, slugs: Iterable[Slug]) -> list[Slug]:
    """The slugs with all their items within `parents`."""
    return [replace(slug, items=within(parents, slug.items)) for slug in slugs]


def moved(items: tuple[Item, ...], dx: float, dy: float) -> tuple[Item, ...]:
    """The items, shifted."""
    return tuple(item.moved(dx, dy) for item in items)
