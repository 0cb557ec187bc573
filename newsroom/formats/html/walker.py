"""From a sanitised tree to pieces: paragraphs, lists, tables, photos, in reading order."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom.domain.document import (
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Table,
    Text,
    block_texts,
    text_of,
)
from newsroom.formats.html.assembly import (
    CAPTION_WORDS,
    box,
    is_box,
    items_of,
    speaker,
    split_speaker,
    stepped,
    with_captions,
)
from newsroom.formats.html.cells import has_header, is_layout, squared
from newsroom.formats.html.css import is_hidden, styled
from newsroom.formats.html.images import Pictures
from newsroom.formats.html.naming import hint_of, is_named_box, is_quote, names, stands_apart
from newsroom.formats.html.runs import Style, TextBuilder, joined, words_of
from newsroom.formats.html.word_lists import is_word_item, take_marker, word_item
from newsroom.formats.page.pieces import Hint, Piece, piece

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = names(
    """
    address article aside body button center dd details div dl dt fieldset figcaption footer
    form header label legend li main nav p pre section summary caption tr td th tbody thead tfoot
    h1 h2 h3 h4 h5 h6
    """
)
_CONTAINERS = names("div aside section p")
_WHOLES = names("ul ol table figure blockquote hr")
_BOX_WORDS = 400
_LINK = re.compile(r"^(?:https?://|mailto:)\S+$", re.IGNORECASE)
_WORD_HEADING = re.compile(r"^(?:MsoHeading(\d)|MsoTitle|Heading(\d))$", re.IGNORECASE)

Skip = Callable[["_Element"], bool]
Context = tuple[int, Hint | None]
_PLAIN: Context = (0, None)


@dataclass(slots=True)
class Walker:
    """Reads one tree. `skip` says which elements to pass over; their words go to `passed`."""

    pictures: Pictures
    skip: Skip | None = None
    pieces: list[Piece] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    _text: TextBuilder = field(default_factory=TextBuilder)
    _word_list: list[tuple[bool, ListItem]] = field(default_factory=list)

    def read(self, root: "_Element") -> list[Piece]:
        """The pieces of `root` in order, captions joined to their photos."""
        return list(with_captions(self.read_inside(root)))

    def read_inside(self, root: "_Element") -> list[Piece]:
        """The pieces of `root` in order, captions still apart from their photos."""
        self._walk(root, Style(), _PLAIN)
        self._flush(_PLAIN)
        self._close_word_list()
        return self.pieces

    def _inner(self) -> "Walker":
        return Walker(pictures=self.pictures, skip=self.skip, passed=self.passed)

    def _walk(self, element: "_Element", style: Style, context: Context) -> None:
        self._text.add(element.text or "", style)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, style, context)
            self._text.add(child.tail or "", style)

    def _child(self, child: "_Element", style: Style, context: Context) -> None:
        css = child.get("style") or ""
        if self._is_passed(child, css):
            return
        tag = str(child.tag)
        named = len(child.attrib) > 0
        if named and tag in _CONTAINERS and (is_quote(child) or is_named_box(child)):
            self._flush(context)
            self._named(child)
        elif tag in _BLOCKS:
            self._block(child, styled(style, tag, css), context)
        elif tag in _WHOLES:
            self._flush(context)
            self._whole(child, style, context)
        elif tag == "br":
            self._text.line_break()
        elif tag == "img":
            self._image(child, style, context)
        elif named and stands_apart(child):
            self._apart(child, _linked(styled(style, tag, css), child), context)
        else:
            self._walk(child, _linked(styled(style, tag, css), child), context)

    def _apart(self, child: "_Element", style: Style, context: Context) -> None:
        """An inline element named as byline, time, place: a line of a page, a word of a paste."""
        if self.skip is not None and hint_of(child) not in (None, context[1]):
            self._flush(context)
            inner = (context[0], hint_of(child) or context[1])
            self._walk(child, style, inner)
            self._flush(inner)
            return
        self._text.add(" ", style)
        self._walk(child, style, context)
        self._text.add(" ", style)

    def _whole(self, child: "_Element", style: Style, context: Context) -> None:
        """An element that is read as one thing."""
        match child.tag:
            case "ul" | "ol":
                hint = hint_of(child) or context[1]
                if hint in (Hint.CRUMBS, Hint.TAGS):
                    self._row(child, hint)
                else:
                    self._list(child)
            case "table":
                self._table(child, style, context)
            case "figure":
                self._figure(child)
            case "blockquote":
                self._quote(child)

    def _is_passed(self, element: "_Element", css: str) -> bool:
        if element.tag in ("br", "img", "wbr", "hr"):
            return False
        hidden = (css != "" and is_hidden(css)) or element.get("hidden") is not None
        if not hidden and (self.skip is None or not self.skip(element)):
            return False
        words = " ".join(words_of(element, " ").split())
        if words:
            self.passed.append(words)
        self._text.add(" ", Style())
        return True

    def _block(self, element: "_Element", style: Style, context: Context) -> None:
        self._flush(context)
        tag = str(element.tag)
        if tag == "pre":
            style = replace(style, pre=True)
        if is_word_item(element):
            self._word_item(element, style)
            return
        inner = (_level(element) or context[0], hint_of(element) or context[1])
        self._walk(element, style, inner)
        self._flush(inner)

    def _flush(self, context: Context) -> None:
        """End the block: what was gathered becomes paragraphs."""
        level, hint = context
        for text in self._text.take():
            self._close_word_list()
            self.pieces.append(piece(Paragraph(text=text), level=level, hint=hint, marked=True))

    def _image(self, element: "_Element", style: Style, context: Context) -> None:
        alt = " ".join((element.get("alt") or "").split())
        if 0 < len(alt) <= 2 and not alt.isalnum():
            self._text.add(alt, style)
            return
        photo = self.pictures.take(element)
        if photo is not None:
            self._flush(context)
            self._close_word_list()
            self.pieces.append(piece(Photo(photo=photo, alt=alt), marked=True))

    def _figure(self, element: "_Element") -> None:
        self._close_word_list()
        found = self._inner().read(element)
        if len(found) == 2 and isinstance(found[0].block, Quote) and found[1].is_paragraph:
            quote = replace(found[0].block, source=found[1].words)
            self.pieces.append(piece(quote, marked=True))
            return
        for part in found:
            text = part.is_paragraph and not part.level and part.count <= CAPTION_WORDS
            self.pieces.append(replace(part, hint=Hint.CAPTION) if text else part)

    def _named(self, element: "_Element") -> None:
        """A container that its name makes a pull quote or an information box."""
        if is_quote(element) and element.find(".//blockquote") is None:
            self._quote(element)
            return
        self._close_word_list()
        found = self._inner().read(element)
        words = sum(part.count for part in found)
        boxed = is_named_box(element) and 0 < words <= _BOX_WORDS
        self.pieces.extend([piece(box(found), marked=True)] if boxed else found)

    def _quote(self, element: "_Element") -> None:
        self._close_word_list()
        found = self._inner().read(element)
        texts = [part for part in found if part.is_paragraph]
        source = speaker(texts, element)
        if source:
            found.remove(texts.pop())
        elif texts:
            shorter, source = split_speaker(texts[-1])
            found[found.index(texts[-1])] = shorter
            texts[-1] = shorter
        for part in found:
            if not isinstance(part.block, Paragraph):
                self.pieces.append(part)
                continue
            credited = source if part is texts[-1] else ""
            self.pieces.append(piece(Quote(text=part.block.text, source=credited), marked=True))

    def _row(self, element: "_Element", hint: Hint) -> None:
        """A list that a page shows as one line: its breadcrumb, its tags."""
        words = (" ".join(words_of(item, " ").split()) for item in element)
        between = " › " if hint is Hint.CRUMBS else ", "
        line = between.join(filter(None, (item.strip(" ›»>/|,•·") for item in words)))
        if line:
            self._close_word_list()
            self.pieces.append(piece(Paragraph(text=text_of(line)), hint=hint, marked=True))

    def _list(self, element: "_Element") -> None:
        self._close_word_list()
        others: list[Piece] = []
        items = list(self._items(element, 0, others))
        if items:
            block = ListBlock(ordered=element.tag == "ol", items=tuple(stepped(items)))
            self.pieces.append(piece(block, marked=True))
        self.pieces.extend(others)

    def _items(self, element: "_Element", level: int, others: list[Piece]) -> Iterator[ListItem]:
        """The items of a list; what is no text (photos, tables) goes to `others`."""
        for child in element:
            if not isinstance(child.tag, str) or self._is_passed(child, child.get("style") or ""):
                continue
            if child.tag in ("ul", "ol"):
                yield from self._items(child, level + 1, others)
                continue
            inner = self._inner()
            holder = inner.read(child)
            yield from items_of(holder, level, others)
            if child.tail and child.tail.strip():
                yield ListItem(text=text_of(" ".join(child.tail.split())), level=level)

    def _table(self, table: "_Element", style: Style, context: Context) -> None:
        self._close_word_list()
        grid = [] if is_layout(table) else squared(table)
        if not grid:
            self._layout(table)
            return
        caption = table.find("caption")
        if caption is not None:
            self._block(caption, style, context)
        others: list[Piece] = []
        rows = tuple(tuple(self._cell(cell, others) for cell in row) for row in grid)
        kept = tuple(row for row in rows if any(row))
        if kept:
            header = has_header(table) and len(kept) == len(rows)
            self.pieces.append(piece(Table(rows=kept, header=header), marked=True))
        self.pieces.extend(others)

    def _cell(self, cell: "_Element | None", others: list[Piece]) -> Text:
        if cell is None or self._is_passed(cell, cell.get("style") or ""):
            return ()
        if not len(cell):
            return text_of(" ".join((cell.text or "").split()))
        found = self._inner().read(cell)
        others.extend(part for part in found if isinstance(part.block, Photo))
        return joined(
            text
            for part in found
            if not isinstance(part.block, Photo)
            for text in block_texts(part.block)
        )

    def _layout(self, table: "_Element") -> None:
        """The content of a table that only places things: a photo with its caption, a box."""
        found = self._inner().read_inside(table)
        if table.find(".//img") is None:
            boxed = is_box(table, found)
            self.pieces.extend([piece(box(found), marked=True)] if boxed else found)
        elif sum(part.count for part in found) > CAPTION_WORDS:
            self.pieces.extend(found)
        else:
            self.pieces.extend(
                replace(part, hint=Hint.CAPTION) if part.is_paragraph else part for part in found
            )

    def _word_item(self, element: "_Element", style: Style) -> None:
        sign = take_marker(element)
        self._walk(element, style, _PLAIN)
        text = joined(self._text.take())
        if not text:
            return
        ordered, item = word_item(element, text, sign)
        if self._word_list and item.level == 0 and ordered != self._word_list[0][0]:
            self._close_word_list()
        self._word_list.append((ordered, item))

    def _close_word_list(self) -> None:
        if not self._word_list:
            return
        entries, self._word_list = self._word_list, []
        items = tuple(stepped([item for _, item in entries]))
        self.pieces.append(piece(ListBlock(ordered=entries[0][0], items=items), marked=True))


def _linked(style: Style, element: "_Element") -> Style:
    href = (element.get("href") or "").strip() if element.tag == "a" else ""
    if not _LINK.match(href):
        return style
    return replace(style, link=href, marks=style.marks - {Mark.UNDERLINE})


def _level(element: "_Element") -> int:
    level = _HEADINGS.get(str(element.tag), 0)
    if level:
        return level
    for name in (element.get("class") or "").split()[:4]:
        match = _WORD_HEADING.match(name)
        if match is not None:
            return int(match[1] or match[2] or 1)
    return 0
