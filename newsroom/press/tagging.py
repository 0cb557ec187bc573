"""The article's structure in a PDF (ISO 32000-1, 14.7 and 14.8): what a screen reader reads.

Drawing notes which path each marked stretch of a page belongs to; finishing makes the structure
tree of it. The order of the tree is that in which its elements first occur on the pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from newsroom.press.layout.model import Element, Path

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Pdf


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """A link on a page: its address and its rectangle on the sheet, the words that carry it."""

    address: str
    rectangle: tuple[float, float, float, float]
    words: str
    path: Path


@dataclass
class Structure:
    """What was marked: by page, the paths of its stretches by their number, and its links."""

    marked: list[list[Path]] = field(default_factory=list)
    links: list[list[LinkPlace]] = field(default_factory=list)

    def begin_page(self) -> None:
        """What is marked from now on is on the next page."""
        self.marked.append([])
        self.links.append([])

    def mark(self, path: Path) -> int:
        """The number, within the page, of a stretch that belongs to `path`."""
        self.marked[-1].append(path)
        return len(self.marked[-1]) - 1

    @property
    def link_count(self) -> int:
        """How many links there are so far."""
        return sum(map(len, self.links))

    def link(self, place: LinkPlace) -> None:
        """Keep a link of the page."""
        self.links[-1].append(place)


@dataclass
class _Node:
    """An element on its way into the file. `kids`: nodes, (page, number), or an annotation."""

    element: Element
    page: int
    kids: "list[_Node | tuple[int, int] | Dictionary]" = field(default_factory=list)
    below: "dict[tuple[str, str], _Node]" = field(default_factory=dict)
    made: Any = None


def add_structure(pdf: "Pdf", structure: Structure) -> None:
    """Write the structure tree, the links, and the way back from pages to their elements."""
    from pikepdf import Array, Dictionary, Name

    document = _Node(Element("Document", ""), 0)
    owners = [
        [_noted(document, page, number, path) for number, path in enumerate(paths)]
        for page, paths in enumerate(structure.marked)
    ]
    sheets = [page.obj for page in pdf.pages]
    carriers = _add_links(pdf, sheets, structure, document)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    root.K = Array([_written(pdf, sheets, document, root)])
    numbers: list[Any] = []
    for page, nodes in enumerate(owners):
        sheets[page].StructParents = page
        sheets[page].Tabs = Name.S
        numbers += [page, pdf.make_indirect(Array([node.made for node in nodes]))]
    for at, node in enumerate(carriers, start=len(owners)):
        numbers += [at, node.made]
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    root.ParentTreeNextKey = len(owners) + len(carriers)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _noted(document: _Node, page: int, number: int, path: Path) -> _Node:
    """The node at `path`, which now owns the stretch `number` of the page."""
    node = _node_at(document, page, path)
    node.kids.append((page, number))
    return node


def _node_at(document: _Node, page: int, path: Path) -> _Node:
    node = document
    for element in path:
        key = (element.tag, element.key)
        if key not in node.below:
            node.below[key] = _Node(element, page)
            node.kids.append(node.below[key])
        node = node.below[key]
    return node


def _add_links(
    pdf: "Pdf", sheets: Sequence[Any], structure: Structure, document: _Node
) -> list[_Node]:
    """The annotations of all links, each with its number in the parent tree; their nodes."""
    from pikepdf import Array, Dictionary, Name

    carriers: list[_Node] = []
    for page, places in enumerate(structure.links):
        made = []
        for place in places:
            node = _node_at(document, page, place.path)
            link = pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array([Decimal(f"{value:.2f}") for value in place.rectangle]),
                    Border=[0, 0, 0],
                    F=4,
                    Contents=place.words,
                    A=Dictionary(S=Name.URI, URI=place.address.encode("ascii", "ignore")),
                    StructParent=len(structure.marked) + len(carriers),
                )
            )
            node.kids.append(Dictionary(Type=Name.OBJR, Obj=link, Pg=sheets[page]))
            carriers.append(node)
            made.append(link)
        if made:
            sheets[page].Annots = Array(made)
    return carriers


def _written(pdf: "Pdf", sheets: Sequence[Any], node: _Node, parent: "Object") -> "Object":
    """The element of a node and of all below it."""
    from pikepdf import Array, Dictionary, Name

    node.made = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem, S=Name("/" + node.element.tag), P=parent, Pg=sheets[node.page]
        )
    )
    _describe(node)
    kids: list[Any] = []
    for kid in _whole_row(node) if node.element.cells else node.kids:
        if isinstance(kid, _Node):
            kids.append(_written(pdf, sheets, kid, node.made))
        elif not isinstance(kid, tuple):
            kids.append(kid)
        elif kid[0] == node.page:
            kids.append(kid[1])
        else:
            kids.append(Dictionary(Type=Name.MCR, Pg=sheets[kid[0]], MCID=kid[1]))
    node.made.K = Array(kids)
    made: Object = node.made
    return made


def _describe(node: _Node) -> None:
    """What an element says of itself besides its kind."""
    from pikepdf import Dictionary, Name

    element = node.element
    if element.alt:
        node.made.Alt = element.alt
    match element.tag:
        case "TH":
            node.made.A = Dictionary(O=Name.Table, Scope=Name.Column)
        case "L":
            numbering = Name.Decimal if element.numbered else Name.Disc
            node.made.A = Dictionary(O=Name.List, ListNumbering=numbering)
        case _:
            pass


def _whole_row(row: _Node) -> list[_Node]:
    """The cells of a table's row, those without words included."""
    tag = next(tag for tag, _key in row.below)
    return [
        row.below.get((tag, str(at))) or _Node(Element(tag, str(at)), row.page)
        for at in range(row.element.cells)
    ]
