"""Markdown's tree as blocks."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

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
    text_of,
)
from newsroom.domain.ids import PhotoId
from newsroom.domain.imported import ImportedPhoto, Remark
from newsroom.formats.markdown.inline_in import inline_text
from newsroom.formats.page.captions import split_credit

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

LoadPhoto = Callable[[str], bytes | None]
SOURCE_SIGN = "— "


def parse(text: str) -> "SyntaxTreeNode":
    """The tree of a text: CommonMark with tables and `~~`; HTML is told from words, no more."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"]).disable(["html_block"])
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = bool  # type: ignore[method-assign,assignment]
    tokens = parser.parse(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        # what stands deeper is left out by the parser: the signs are taken for words instead
        tokens = parser.disable(["blockquote", "list"]).parse(text)
    return SyntaxTreeNode(tokens)


_DEEPEST = 60
"""Levels of lists and quotations within each other; nobody means that many."""


@dataclass(slots=True)
class BlockReader:
    """Makes blocks and gathers the photos that they show.

    `days`: when photos were taken, by their addresses.
    `own`: our writer made the file, in which a credit has its place and is not looked for.
    """

    load_photo: LoadPhoto | None
    own: bool = False
    days: Mapping[str, date] = field(default_factory=dict)
    photos: dict[PhotoId, ImportedPhoto] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def blocks(self, node: "SyntaxTreeNode") -> Iterator[Block]:
        """The blocks that a node of the tree stands for."""
        match node.type:
            case "paragraph":
                yield from self._paragraph(_tokens(node))
            case "heading":
                yield Heading(text=inline_text(_tokens(node)))
            case "bullet_list" | "ordered_list":
                items = tuple(_items(node, 0))
                yield ListBlock(ordered=node.type == "ordered_list", items=items)
            case "blockquote":
                yield from self._blockquote(node)
            case "table":
                yield _table(node)
            case "hr":
                pass
            case _:
                words = node.content.strip("\n")
                if words:
                    yield Paragraph(text=text_of(words))

    def _paragraph(self, tokens: Sequence["Token"]) -> Iterator[Block]:
        use = self._photo(tokens) if tokens and tokens[0].type == "image" else None
        if use is not None:
            yield use
            return
        text = inline_text(tokens)
        if text:
            yield Paragraph(text=text)

    def _photo(self, tokens: Sequence["Token"]) -> Photo | None:
        """A paragraph that begins with a picture; the lines below it are its caption."""
        image, below = tokens[0], tokens[1:]
        path = str(image.attrGet("src") or "")
        photo = self._taken(path)
        if photo is None:
            return None
        skipped = 1 if below and below[0].type in ("hardbreak", "softbreak") else 0
        shown = inline_text(below[skipped:])
        named = str(image.attrGet("title") or "")
        caption, credit = _without_credit(shown, named) if named else (shown, "")
        if not named and not self.own:
            caption, credit = _split(shown)
        alt = plain(inline_text(image.children or ()))
        day = self.days.get(path)
        return Photo(photo=photo, alt=alt, caption=caption, credit=credit, taken=day)

    def _taken(self, path: str) -> PhotoId | None:
        data = self.load_photo(path) if self.load_photo is not None else None
        if not data:
            self.remarks.append(
                Remark(
                    template="The picture “{name}” was not found; its description stays as text.",
                    params={"name": path},
                )
            )
            return None
        photo = PhotoId(hashlib.sha256(data).hexdigest())
        name = PurePosixPath(path).name
        self.photos.setdefault(photo, ImportedPhoto(name=name, data=data))
        return photo

    def _blockquote(self, node: "SyntaxTreeNode") -> Iterator[Block]:
        """A box when it begins with a heading or holds more than paragraphs, else a quote."""
        children = node.children
        if children and children[0].type == "heading":
            title = inline_text(_tokens(children[0]))
            yield Box(title=title, blocks=tuple(self._inner(children[1:])))
        elif all(child.type == "paragraph" for child in children):
            yield _quote([inline_text(_tokens(child)) for child in children])
        else:
            yield Box(blocks=tuple(self._inner(children)))

    def _inner(self, nodes: Sequence["SyntaxTreeNode"]) -> Iterator[InnerBlock]:
        """Blocks of a box; a box in it is its title and its blocks."""
        for node in nodes:
            for block in self.blocks(node):
                if isinstance(block, Box):
                    yield from [Heading(text=block.title)] if block.title else []
                    yield from block.blocks
                else:
                    yield block


def _tokens(node: "SyntaxTreeNode") -> Sequence["Token"]:
    """The tokens inside a paragraph, heading or cell."""
    inner = node.children[0] if node.children else None
    return (inner.token.children or ()) if inner is not None and inner.token else ()


def _quote(paragraphs: Sequence[Text]) -> Quote:
    last = plain(paragraphs[-1]) if paragraphs else ""
    if len(paragraphs) > 1 and last.startswith(SOURCE_SIGN):
        return Quote(text=_lines(paragraphs[:-1]), source=last.removeprefix(SOURCE_SIGN))
    return Quote(text=_lines(paragraphs))


def _lines(texts: Sequence[Text]) -> Text:
    runs = [run for text in texts for run in (Run(text="\n"), *text)]
    return normal(runs[1:])


def _items(node: "SyntaxTreeNode", level: int) -> Iterator[ListItem]:
    for entry in node.children:
        lists = [part for part in entry.children if part.type.endswith("_list")]
        words = [_words(part) for part in entry.children if part not in lists]
        yield ListItem(text=_lines(words), level=level)
        for part in lists:
            yield from _items(part, level + 1)


def _words(node: "SyntaxTreeNode") -> Text:
    """The text of anything that stands in a list item."""
    if node.type in ("paragraph", "heading"):
        return inline_text(_tokens(node))
    if node.children:
        return _lines([_words(child) for child in node.children])
    return (
        text_of(node.content.strip("\n")) if node.type != "inline" else inline_text(_inline(node))
    )


def _inline(node: "SyntaxTreeNode") -> Sequence["Token"]:
    return (node.token.children or ()) if node.token else ()


def _table(node: "SyntaxTreeNode") -> Table:
    """A table; an empty header row stands for none."""
    rows = tuple(
        tuple(inline_text(_tokens(cell)) for cell in row.children)
        for part in node.children
        for row in part.children
    )
    header = any(rows[0]) or len(rows) == 1
    return Table(rows=rows if header else rows[1:], header=header)


def _without_credit(caption: Text, credit: str) -> tuple[Text, str]:
    """The caption without the credit that our writer shows behind it."""
    last = caption[-1] if caption else None
    if last is None or Mark.ITALIC not in last.marks or not last.text.endswith(credit):
        return caption, credit
    rest = caption[:-1]
    if rest and rest[-1].text.endswith(" "):
        rest = (*rest[:-1], replace(rest[-1], text=rest[-1].text[:-1]))
    return normal(rest), credit


def _split(caption: Text) -> tuple[Text, str]:
    """A caption whose credit stands in its words."""
    words = plain(caption)
    kept, credit = split_credit(words)
    if not credit:
        return caption, ""
    length = len(kept)
    runs: list[Run] = []
    for run in caption:
        runs.append(replace(run, text=run.text[: max(length, 0)]))
        length -= len(run.text)
    return normal(runs), credit
