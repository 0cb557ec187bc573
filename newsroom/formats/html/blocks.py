"""The body of an article as HTML; classes are the roles of the house's style sheet."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from newsroom.domain.document import (
    Block,
    Box,
    Document,
    Heading,
    InnerBlock,
    ListBlock,
    ListItem,
    Paragraph,
    Photo,
    Quote,
    Table,
    Text,
    photos,
    plain,
)
from newsroom.domain.ids import BlockId
from newsroom.domain.paper import PaperSettings, credit_line
from newsroom.formats.html.markup import Html, attributes, escaped, joined, render_text
from newsroom.formats.html.words import words_for

_FIGURE = re.compile(r"\s*[-+−–]?\d[\d.,\s]*\s*(?:%|‰|tỷ|triệu|nghìn|đồng|đ)?\s*")


SIZES = "(min-width: 800px) 740px, 100vw"
"""How wide photos stand: the column of the text, or all of a narrow screen."""
_LONG_CELL = 24
"""Characters; a cell with more would be set a syllable a line where the screen is narrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSource:
    """One size of a picture: its address and width in pixels."""

    src: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WebImage:
    """A picture as a page names it: its address and its size in pixels.

    `sources` are the widths that the browser may choose from; empty where there is but one.
    """

    src: str
    width: int
    height: int
    sources: tuple[WebSource, ...] = ()


ImageOf = Callable[[Photo], WebImage | None]
"""Finds the picture of a photo block; None when the library no longer has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What the blocks need to know of the page they stand on."""

    image: ImageOf
    paper: PaperSettings
    first: BlockId | None = None
    in_box: bool = False
    below_title: bool = False


def render_blocks(document: Document, *, image: ImageOf, paper: PaperSettings) -> Html:
    """The blocks of `document` in order, one element a line; blocks without words are left out.

    Each element carries the id of its block as `data-block`. A photo that `image` does not find
    leaves its caption and a grey field; all but the first are loaded when a reader comes near.
    Cross-heads are `h2`, those in a titled box `h3`.
    """
    first = next((photo.id for photo in photos(document)), None)
    page = _Page(image=image, paper=paper, first=first)
    return joined(f"{_block(block, page)}\n" for block in document.blocks if _shows(block))


def _shows(block: Block) -> bool:
    match block:
        case Paragraph() | Heading():
            return bool(plain(block.text).strip())
        case Quote():
            return bool(plain(block.text).strip() or block.source.strip())
        case ListBlock():
            return any(plain(item.text).strip() for item in block.items)
        case Table():
            return any(plain(cell).strip() for row in block.rows for cell in row)
        case Photo():
            return True
        case Box():
            return bool(plain(block.title).strip()) or any(map(_shows, block.blocks))
        case _:
            assert_never(block)


def _block(block: Block, page: _Page) -> Html:
    if isinstance(block, Box):
        return _box(block, page)
    return _inner(block, page)


def _inner(block: InnerBlock, page: _Page) -> Html:
    match block:
        case Paragraph():
            role = "box" if page.in_box else "paragraph"
            return _element("p", role, block, render_text(block.text))
        case Heading():
            level = "h3" if page.below_title else "h2"
            return _element(level, "heading", block, render_text(block.text))
        case Quote():
            return _quote(block)
        case ListBlock():
            return _list(block, page)
        case Photo():
            return _photo(block, page)
        case Table():
            return _table(block, page)
        case _:
            assert_never(block)


def _element(name: str, role: str, block: Block, inner: str) -> Html:
    return Html(f"<{name}{attributes(class_=role, data_block=block.id)}>{inner}</{name}>")


def _quote(block: Quote) -> Html:
    said = f'<blockquote class="quote">{render_text(block.text)}</blockquote>'
    source = block.source.strip()
    by = f'<figcaption class="quote-source">{escaped(source)}</figcaption>' if source else ""
    return _element("figure", "pull-quote", block, said + by)


def _list(block: ListBlock, page: _Page) -> Html:
    element = "ol" if block.ordered else "ul"
    role = "list box" if page.in_box else "list"
    return _element(element, "items", block, _items(block.items, element, role))


def _items(items: Iterable[ListItem], element: str, role: str) -> Html:
    """Nested lists; an entry is at most one level deeper than the one before, whatever it says."""
    parts: list[str] = []
    depth = -1
    for item in items:
        level = max(0, min(item.level, depth + 1))
        if level > depth:
            parts.append(f'<{element} class="items">' if depth >= 0 else "")
        else:
            parts.append("</li>" + f"</{element}></li>" * (depth - level))
        parts.append(f'<li class="{role}">{render_text(item.text)}')
        depth = level
    parts.append("</li>" + f"</{element}></li>" * depth if depth >= 0 else "")
    return joined(parts)


def _photo(block: Photo, page: _Page) -> Html:
    alt = alt_words(block)
    image = page.image(block)
    if image is None:
        label = alt or words_for(page.paper.language).missing_photo
        shown = f'<div class="missing"{attributes(role="img", aria_label=label)}></div>'
    else:
        shown = _picture(image, alt, lazy=block.id != page.first)
    return _element("figure", "photo", block, shown + _caption(block, page.paper))


def alt_words(block: Photo) -> str:
    """What is read out in place of the photo: its description, else its caption."""
    return " ".join((block.alt.strip() or plain(block.caption).strip()).split())


def _picture(image: WebImage, alt: str, *, lazy: bool) -> str:
    """Width and height keep the place; the first photo is wanted at once."""
    choice = ", ".join(f"{source.src} {source.width}w" for source in image.sources)
    named = attributes(
        src=image.src,
        srcset=choice or None,
        sizes=SIZES if choice else None,
        width=image.width,
        height=image.height,
        alt=alt,
        loading="lazy" if lazy else None,
        fetchpriority=None if lazy else "high",
    )
    return f'<img{named} decoding="async">'


def _caption(block: Photo, paper: PaperSettings) -> str:
    words = render_text(block.caption)
    credit = credit_line(block.credit, paper)
    by = f'<span class="credit">{escaped(credit)}</span>' if credit else ""
    inner = " ".join(part for part in (words, by) if part.strip())
    return f'<figcaption class="caption">{inner}</figcaption>' if inner else ""


def _table(block: Table, page: _Page) -> Html:
    head, body = (block.rows[:1], block.rows[1:]) if block.header else ((), block.rows)
    kinds = _column_kinds(body)
    top = joined(_row(row, "th", kinds) for row in head)
    rest = joined(_row(row, "td", kinds) for row in body)
    inner = (f"<thead>{top}</thead>" if top else "") + (f"<tbody>{rest}</tbody>" if rest else "")
    label = _label(words_for(page.paper.language).table, _header_words(head))
    scroll = attributes(tabindex=0, data_block=block.id)
    return Html(
        f'<div{_group("table-scroll", label)}{scroll}><table class="table">{inner}</table></div>'
    )


def _header_words(head: tuple[tuple[Text, ...], ...]) -> str:
    return ", ".join(words for row in head for cell in row if (words := plain(cell).strip()))


def _label(kind: str, words: str) -> str:
    """What a screen reader calls a part of the page that one can go to."""
    return ": ".join(part for part in (kind, " ".join(words.split())) if part)


def _row(row: tuple[Text, ...], element: str, kinds: Sequence[str]) -> Html:
    role = "table-header" if element == "th" else None
    cells = (
        f"<{element}"
        + attributes(
            class_=" ".join(filter(None, (role, *kinds[column : column + 1]))) or None,
            scope="col" if element == "th" else None,
        )
        + f">{render_text(cell)}</{element}>"
        for column, cell in enumerate(row)
    )
    return Html(f"<tr>{joined(cells)}</tr>")


def _column_kinds(rows: tuple[tuple[Text, ...], ...]) -> tuple[str, ...]:
    """For each column `figures`, which are set flush right, `words` that need room, or nothing."""
    width = max(map(len, rows), default=0)
    return tuple(
        _column_kind([words for row in rows if (words := _cell(row, column))])
        for column in range(width)
    )


def _column_kind(cells: Sequence[str]) -> str:
    if cells and all(_FIGURE.fullmatch(words) for words in cells):
        return "figures"
    return "words" if any(len(words) > _LONG_CELL for words in cells) else ""


def _cell(row: tuple[Text, ...], column: int) -> str:
    return plain(row[column]).strip() if column < len(row) else ""


def _box(block: Box, page: _Page) -> Html:
    titled = bool(plain(block.title).strip())
    inside = replace(page, in_box=True, below_title=titled)
    title = f'<h2 class="box-title">{render_text(block.title)}</h2>' if titled else ""
    inner = joined(_inner(part, inside) for part in block.blocks if _shows(part))
    label = _label(words_for(page.paper.language).box, plain(block.title))
    named = _group("info-box", label) + attributes(data_block=block.id)
    return Html(f"<div{named}>{title}{inner}</div>")


def _group(role: str, label: str) -> str:
    """A named part of the text. No `section`: two tables may have one name, two landmarks not."""
    return attributes(class_=role, role="group", aria_label=label)
