"""Paragraphs and tables of a Word file as the blocks of an article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from newsroom.domain.document import (
    Block,
    Box,
    Heading,
    InnerBlock,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    Text,
    normal,
    plain,
)
from newsroom.domain.ids import BlockId, new_block_id
from newsroom.formats.docx.captions_in import caption_and_credit, is_caption_of_photo, stripped
from newsroom.formats.docx.labels import MISSING_PHOTO
from newsroom.formats.docx.names import Style
from newsroom.formats.docx.nodes import Node, ParagraphNode, TableNode
from newsroom.formats.docx.shelf import Shelf
from newsroom.formats.docx.tally import Tally

_TITLE_WORDS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A block and what the file says of it besides: its style, heading level, empty lines above."""

    block: Block
    style: Style | None = None
    level: int = 0
    bold: bool = False
    gap: int = 0


@dataclass(slots=True, kw_only=True)
class Gatherer:
    """Makes blocks. `exact`: our own writer made the file, so that nothing is guessed."""

    shelf: Shelf
    tally: Tally
    exact: bool
    used: set[BlockId] = field(default_factory=set)

    def blocks(self, nodes: Sequence[Node]) -> Iterator[Found]:
        """The blocks that `nodes` make up, in order."""
        place, gap = 0, 0
        while place < len(nodes):
            node = nodes[place]
            if isinstance(node, ParagraphNode) and self._is_nothing(node):
                place, gap = place + 1, gap + 1
                continue
            if isinstance(node, TableNode):
                taken, found = 1, list(self._table(node))
            else:
                taken, found = self._from_paragraph(node, nodes, place)
            yield from (replace(each, gap=gap) for each in found)
            place, gap = place + taken, 0

    def _is_nothing(self, node: ParagraphNode) -> bool:
        """Empty lines: ours between tables, a stranger's anywhere."""
        if node.pictures or node.boxes:
            return False
        words = plain(node.text)
        if node.style is Style.PHOTO and words in MISSING_PHOTO:
            return True
        return not words.strip() and (node.style is Style.GAP or not self.exact)

    def _from_paragraph(
        self, node: ParagraphNode, nodes: Sequence[Node], place: int
    ) -> tuple[int, list[Found]]:
        """How many nodes were used up, and the blocks they make."""
        below = nodes[place + 1] if place + 1 < len(nodes) else None
        if node.pictures:
            taken, found = self._photos(node, below)
        elif node.numbering is not None and not node.level:
            taken, found = self._list(node, islice(nodes, place, None))
        elif node.style is Style.QUOTE:
            taken, found = self._quote(node, below)
        else:
            taken, found = 1, self._plain_paragraph(node)
        anchored = (
            part for part in nodes[place : place + taken] if isinstance(part, ParagraphNode)
        )
        boxes = [box for part in anchored for box in part.boxes]
        return taken, [*found, *(part for box in boxes for part in self._text_box(box))]

    def _plain_paragraph(self, node: ParagraphNode) -> list[Found]:
        text = self._text(node.text)
        if not self.exact and not plain(text).strip():
            return []
        is_heading = self.exact and (node.style is Style.HEADING or node.level > 0)
        block_id = self._id(node)
        block: Block = (
            Heading(id=block_id, text=text) if is_heading else Paragraph(id=block_id, text=text)
        )
        return [Found(block=block, style=node.style, level=node.level, bold=node.bold)]

    def _text(self, text: Text) -> Text:
        """A stranger's links are underlined by hand, and lines have spaces at their ends."""
        if self.exact:
            return text
        underline = frozenset({Mark.UNDERLINE})
        runs = (replace(run, marks=run.marks - underline) if run.link else run for run in text)
        return stripped(normal(runs))

    def _id(self, node: ParagraphNode | None, *, box: bool = False) -> BlockId:
        wanted = None if node is None else (node.box_id if box else node.block_id)
        block_id = wanted if wanted and wanted not in self.used else new_block_id()
        self.used.add(block_id)
        return block_id

    def _list(self, first: ParagraphNode, nodes: Iterable[Node]) -> tuple[int, list[Found]]:
        """The paragraphs that belong to the same list."""
        members = list(takewhile(lambda node: _same_list(first, node), nodes))
        items: list[ListItem] = []
        for node in members:
            if isinstance(node, ParagraphNode) and node.numbering is not None:
                deepest = items[-1].level + 1 if items else 0
                level = min(node.numbering.level, deepest)
                items.append(ListItem(text=self._text(node.text), level=level))
        block = ListBlock(
            id=self._id(first),
            ordered=first.numbering is not None and first.numbering.ordered,
            items=tuple(items),
        )
        return len(members), [Found(block=block)]

    def _quote(self, node: ParagraphNode, source: Node | None) -> tuple[int, list[Found]]:
        named = isinstance(source, ParagraphNode) and source.style is Style.QUOTE_SOURCE
        words = plain(source.text) if named and isinstance(source, ParagraphNode) else ""
        block = Quote(id=self._id(node), text=self._text(node.text), source=words)
        return 2 if named else 1, [Found(block=block)]

    def _photos(self, node: ParagraphNode, below: Node | None) -> tuple[int, list[Found]]:
        """The photos of a paragraph; the last of them has the caption, if one is below."""
        kept = [(self.shelf.take(picture.part), picture) for picture in node.pictures]
        uses = [
            Photo(photo=photo, id=self._id(node), alt=picture.alt, crop=picture.crop)
            for photo, picture in kept
            if photo is not None
        ]
        beside = replace_pictures(node)
        caption = self._caption_below(beside, below)
        if uses and caption is not None:
            text, credit = caption_and_credit(caption.spans)
            uses[-1] = replace(uses[-1], caption=self._text(text), credit=credit)
        found = [Found(block=use) for use in uses]
        is_inside = caption is beside
        if not is_inside and plain(beside.text).strip():
            found += self._plain_paragraph(beside)
        taken_below = caption is not None and not is_inside and bool(uses)
        return 2 if taken_below else 1, found

    def _caption_below(self, beside: ParagraphNode, below: Node | None) -> ParagraphNode | None:
        if isinstance(below, ParagraphNode) and not below.pictures and self._is_caption(below):
            return below
        if not self.exact and plain(beside.text).strip() and is_caption_of_photo(beside):
            return beside
        return None

    def _is_caption(self, node: ParagraphNode) -> bool:
        return node.style is Style.CAPTION if self.exact else is_caption_of_photo(node)

    def _table(self, table: TableNode) -> Iterator[Found]:
        cells = [cell for row in table.rows for cell in row.cells]
        if len(cells) == 1 and (table.box or not self.exact):
            yield from self._box(cells[0])
        elif any(_has_pictures(cell) for cell in cells):
            self.tally.unpacked += 1
            for cell in cells:
                yield from self.blocks(cell)
        elif cells and (self.exact or any(_cell_words(cell).strip() for cell in cells)):
            yield Found(block=self._plain_table(table))

    def _plain_table(self, table: TableNode) -> Table:
        rows = [[self._text(_cell_text(cell)) for cell in row.cells] for row in table.rows]
        width = max(len(row) for row in rows)
        padded = tuple((*row, *((),) * (width - len(row))) for row in rows)
        first = _first_paragraph([cell for row in table.rows for cell in row.cells])
        header = table.rows[0].header or (not self.exact and _is_bold_row(padded))
        return Table(id=self._id(first), rows=padded, header=header)

    def _text_box(self, nodes: Sequence[Node]) -> Iterator[Found]:
        if any(_has_content(node) for node in nodes):
            yield from self._box(nodes)

    def _box(self, nodes: Sequence[Node]) -> Iterator[Found]:
        """A box; its title is our title line, or a stranger's first line if that is bold."""
        block_id = self._id(_first_paragraph([nodes]), box=True)
        title, rest = self._box_title(nodes)
        inner = [part for found in self.blocks(rest) for part in _flat(_with_level(found))]
        if title or inner or self.exact:
            yield Found(block=Box(id=block_id, title=title, blocks=tuple(inner)))

    def _box_title(self, nodes: Sequence[Node]) -> tuple[Text, Sequence[Node]]:
        if not nodes or not isinstance(nodes[0], ParagraphNode):
            return (), nodes
        first = nodes[0]
        if first.style is Style.BOX_TITLE:
            return self._text(first.text), nodes[1:]
        short = 0 < len(plain(first.text).split()) <= _TITLE_WORDS
        if self.exact or not short or not _is_bold(first) or not any(map(_has_content, nodes[1:])):
            return (), nodes
        bold = frozenset({Mark.BOLD})
        words = normal(replace(run, marks=run.marks - bold) for run in first.text)
        return self._text(words), nodes[1:]


def replace_pictures(node: ParagraphNode) -> ParagraphNode:
    """The words beside the pictures of a paragraph, as a paragraph of their own."""
    return ParagraphNode(style=node.style, level=node.level, bold=node.bold, spans=list(node.spans))


def _same_list(first: ParagraphNode, node: Node) -> bool:
    if not isinstance(node, ParagraphNode) or node.numbering is None or first.numbering is None:
        return False
    return node.numbering.number == first.numbering.number and not node.pictures and not node.level


def _with_level(found: Found) -> Block:
    """Inside a box, where no headline is looked for, a heading is a heading."""
    block = found.block
    if isinstance(block, Paragraph) and found.level:
        return Heading(id=block.id, text=block.text)
    return block


def _flat(block: Block) -> Iterator[InnerBlock]:
    """A box in a box is its title and its blocks."""
    if not isinstance(block, Box):
        yield block
        return
    if block.title:
        yield Heading(text=block.title)
    yield from block.blocks


def _is_bold(node: ParagraphNode) -> bool:
    solid = [span for span in node.spans if span.text.strip()]
    return node.bold or all(Mark.BOLD in span.marks for span in solid)


def _is_bold_row(rows: Sequence[tuple[Text, ...]]) -> bool:
    runs = [run for cell in rows[0] for run in cell if run.text.strip()]
    return len(rows) > 1 and bool(runs) and all(Mark.BOLD in run.marks for run in runs)


def _has_content(node: Node) -> bool:
    if isinstance(node, TableNode):
        return any(_has_content(part) for row in node.rows for cell in row.cells for part in cell)
    return bool(plain(node.text).strip() or node.pictures or node.boxes)


def _has_pictures(nodes: Sequence[Node]) -> bool:
    return any(
        any(_has_pictures(cell) for row in node.rows for cell in row.cells)
        if isinstance(node, TableNode)
        else bool(node.pictures)
        for node in nodes
    )


def _first_paragraph(cells: Sequence[Sequence[Node]]) -> ParagraphNode | None:
    """The first paragraph in reading order, tables in the cells included."""
    for cell in cells:
        for node in cell:
            if isinstance(node, ParagraphNode):
                return node
            inner = _first_paragraph([part for row in node.rows for part in row.cells])
            if inner is not None:
                return inner
    return None


def _cell_words(nodes: Sequence[Node]) -> str:
    return plain(_cell_text(nodes))


def _cell_text(nodes: Sequence[Node]) -> Text:
    """The paragraphs of a cell as lines; the cells of a table in it apart by a middle dot."""
    lines = [node.text if isinstance(node, ParagraphNode) else _flat_rows(node) for node in nodes]
    return _joined(lines, "\n")


def _flat_rows(table: TableNode) -> Text:
    rows = [_joined([_cell_text(cell) for cell in row.cells], " · ") for row in table.rows]
    return _joined(rows, "\n")


def _joined(texts: Sequence[Text], between: str) -> Text:
    runs = [part for text in texts for part in (Run(text=between), *text)]
    return normal(runs[1:])
