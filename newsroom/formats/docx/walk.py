"""The XML of a Word file as paragraphs and tables.

The XML is walked here rather than handed to mammoth: mammoth's HTML has no bookmarks (our block
ids), no fonts of runs (old encodings), no crops and no text boxes of DrawingML, so that a pre-pass
and a post-pass would have to carry all of that around it, and a round trip would not be exact.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.formats.docx.archive import Relation
from newsroom.formats.docx.elements import clark
from newsroom.formats.docx.looks import Look, Looks, paragraph_look
from newsroom.formats.docx.names import BLOCK_MARK, BOX_MARK, Style, bookmarked_id
from newsroom.formats.docx.nodes import Node, ParagraphNode, Row, TableNode
from newsroom.formats.docx.old_fonts import cleaned, old_fonts
from newsroom.formats.docx.runs_in import RunReader
from newsroom.formats.docx.tally import Tally

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _TBL, _SDT = clark("w:p"), clark("w:tbl"), clark("w:sdt")
_THROUGH = frozenset(
    clark(f"w:{name}") for name in ("ins", "moveTo", "customXml", "sdtContent", "smartTag")
)
_BOOKMARK = clark("w:bookmarkStart")


@dataclass(slots=True, kw_only=True)
class Source:
    """What the paragraphs of one part need: styles, relationships, the text of footnotes."""

    looks: Looks
    relations: Mapping[str, Relation]
    notes: Mapping[str, str]
    tally: Tally


@dataclass(slots=True)
class Walker:
    """Walks one part of a file; fields may reach over several paragraphs."""

    source: Source
    runs: RunReader = field(init=False)
    bookmarks: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        source = self.source
        self.runs = RunReader(source.looks, source.relations, source.notes, source.tally)

    def nodes(self, container: "Element") -> list[Node]:
        """The paragraphs and tables of a body, a cell or a text box."""
        return list(_merged(self._nodes(container)))

    def _nodes(self, container: "Element") -> Iterator[Node]:
        for child in container:
            if child.tag == _P:
                yield self._paragraph(child)
            elif child.tag == _TBL:
                yield self._table(child)
            elif child.tag == _SDT:
                yield from self._control(child)
            elif child.tag in _THROUGH:
                yield from self._nodes(child)
            else:
                yield from self._other(child)

    def _other(self, child: "Element") -> Iterator[Node]:
        if child.tag == _BOOKMARK:
            self.bookmarks.append(child.get(clark("w:name"), ""))
        elif child.tag == clark("w:altChunk"):
            self.source.tally.foreign += 1
        elif child.tag == f"{_COMPATIBILITY}AlternateContent":
            chosen = child.find(f"{_COMPATIBILITY}Choice")
            if chosen is not None:
                yield from self._nodes(chosen)

    def _control(self, control: "Element") -> Iterator[Node]:
        """A content control counts as what is in it; Word's own table of contents as nothing."""
        gallery = next(control.iter(clark("w:docPartGallery")), None)
        if gallery is not None and gallery.get(clark("w:val")) == "Table of Contents":
            self.source.tally.contents += 1
            return
        content = control.find(clark("w:sdtContent"))
        if content is not None:
            yield from self._nodes(content)

    def _paragraph(self, element: "Element") -> ParagraphNode:
        properties = element.find(clark("w:pPr"))
        look, mark_look = self._looks(properties)
        content = self.runs.read(element, mark_look)
        self.source.tally.fonts |= old_fonts(content.spans)
        node = ParagraphNode(
            style=look.style,
            level=look.level or 0,
            bold=any(mark.value == "bold" and on for mark, on in look.marks.items()),
            numbering=self.source.looks.numbering(look.numbering),
            spans=cleaned(content.spans),
            pictures=content.pictures,
            runs_on=_mark_is_deleted(properties),
        )
        names = [*self.bookmarks, *content.bookmarks]
        self.bookmarks.clear()
        node.block_id = next((i for n in names if (i := bookmarked_id(BLOCK_MARK, n))), None)
        node.box_id = next((i for n in names if (i := bookmarked_id(BOX_MARK, n))), None)
        node.boxes = [self.nodes(box) for box in content.boxes]
        return node

    def _looks(self, properties: "Element | None") -> tuple[Look, Look]:
        """The paragraph's look, and that of its text under all run formatting."""
        looks = self.source.looks
        name = None if properties is None else properties.find(clark("w:pStyle"))
        style = looks.of(looks.body if name is None else name.get(clark("w:val"), ""))
        text = looks.base.under(style)
        under_text = Look(font=text.font, hidden=text.hidden)
        return style.under(paragraph_look(properties)), under_text

    def _table(self, element: "Element") -> TableNode:
        style = element.find(f"{clark('w:tblPr')}/{clark('w:tblStyle')}")
        name = "" if style is None else style.get(clark("w:val"), "")
        is_box = self.source.looks.of(name).style is Style.BOX
        return TableNode(rows=list(self._rows(element)), box=is_box)

    def _rows(self, container: "Element") -> Iterator[Row]:
        for child in container:
            if child.tag == clark("w:tr"):
                yield from self._row(child)
            elif child.tag in _THROUGH:
                yield from self._rows(child)
            elif child.tag == _SDT:
                yield from (row for part in child for row in self._rows(part))

    def _row(self, element: "Element") -> Iterator[Row]:
        properties = element.find(clark("w:trPr"))
        if properties is not None and properties.find(clark("w:del")) is not None:
            self.source.tally.deleted += 1
            return
        head = None if properties is None else properties.find(clark("w:tblHeader"))
        yield Row(cells=list(self._cells(element)), header=head is not None)

    def _cells(self, container: "Element") -> Iterator[list[Node]]:
        """The cells; one that spans columns is followed by empty ones, one merged upwards empty."""
        for child in container:
            if child.tag == clark("w:tc"):
                merged = child.find(f"{clark('w:tcPr')}/{clark('w:vMerge')}")
                goes_on = merged is not None and merged.get(clark("w:val")) != "restart"
                nodes = self.nodes(child)
                yield [] if goes_on and not _has_words(nodes) else nodes
                yield from ([] for _ in range(_span(child) - 1))
            elif child.tag in _THROUGH:
                yield from self._cells(child)
            elif child.tag == _SDT:
                yield from (cell for part in child for cell in self._cells(part))


def _merged(nodes: Iterable[Node]) -> Iterator[Node]:
    """Paragraphs whose end is deleted, joined to what follows."""
    open_node: ParagraphNode | None = None
    for node in nodes:
        if open_node is not None and isinstance(node, ParagraphNode):
            node.spans = [*open_node.spans, *node.spans]
            node.pictures = [*open_node.pictures, *node.pictures]
            node.boxes = [*open_node.boxes, *node.boxes]
        elif open_node is not None:
            yield open_node
        open_node = node if isinstance(node, ParagraphNode) and node.runs_on else None
        if open_node is None:
            yield node
    if open_node is not None:
        yield open_node


def _mark_is_deleted(properties: "Element | None") -> bool:
    if properties is None:
        return False
    return properties.find(f"{clark('w:rPr')}/{clark('w:del')}") is not None


def _span(cell: "Element") -> int:
    span = cell.find(f"{clark('w:tcPr')}/{clark('w:gridSpan')}")
    value = "" if span is None else span.get(clark("w:val"), "")
    return min(int(value), 63) if value.isdecimal() and len(value) < 4 and int(value) else 1


def _has_words(nodes: Iterable[Node]) -> bool:
    return any(isinstance(node, TableNode) or node.spans or node.pictures for node in nodes)
