"""The part of a Word file in which our writer keeps what the page does not show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from newsroom.domain.comment import CommentId
from newsroom.domain.document import Block, Box, Document, FocalPoint, InnerBlock, Photo
from newsroom.domain.ids import BlockId
from newsroom.domain.imported import ImportedArticle
from newsroom.formats.docx.comments_in import Told
from newsroom.formats.docx.names import FIELDS_NAMESPACE
from newsroom.formats.page.moments import aware_moment, iso_day

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAME = f"{{{FIELDS_NAMESPACE}}}"


@dataclass(frozen=True, slots=True)
class Stated:
    """The fields as an article without text; focal points and days of photos by their block.

    `comments` are the file's comments by their numbers, in the order of the article.
    """

    fields: ImportedArticle
    focal: Mapping[BlockId, FocalPoint]
    taken: Mapping[BlockId, date]
    comments: Mapping[str, Told]


NOTHING_STATED = Stated(ImportedArticle(), {}, {}, {})


def read_stated(root: "Element") -> Stated | None:
    """What the part says; None when it is another program's part."""
    if root.tag != f"{_NAME}article":
        return None
    language = next(iter(_values(root, "language")), "")
    fields = ImportedArticle(
        section=_values(root, "section"),
        tags=_values(root, "tag"),
        updated=next(map(aware_moment, _values(root, "updated")), None),
        language=language or ImportedArticle().language,
    )
    points = ((part.get("block", ""), _point(part)) for part in root.iter(f"{_NAME}focal"))
    focal = {BlockId(name): point for name, point in points if point}
    days = ((part.get("block", ""), iso_day(part.get("day", ""))) for part in _days(root))
    taken = {BlockId(name): day for name, day in days if day}
    return Stated(fields, focal, taken, dict(_told(root)))


def _days(root: "Element") -> "Iterator[Element]":
    return root.iter(f"{_NAME}taken")


def _told(root: "Element") -> Iterator[tuple[str, Told]]:
    for part in root.iter(f"{_NAME}comment"):
        at = aware_moment(part.get("at", ""))
        if at is not None:
            told = Told(CommentId(part.get("id", "")), part.get("author", ""), at)
            yield part.get("number", ""), told


def with_stated(document: Document, stated: Stated) -> Document:
    """`document` with the focal points and the days of its photos."""
    if not stated.focal and not stated.taken:
        return document

    def inner(block: InnerBlock) -> InnerBlock:
        if not isinstance(block, Photo):
            return block
        return replace(block, focal=stated.focal.get(block.id), taken=stated.taken.get(block.id))

    def outer(block: Block) -> Block:
        if isinstance(block, Box):
            return replace(block, blocks=tuple(map(inner, block.blocks)))
        return inner(block)

    return Document(blocks=tuple(map(outer, document.blocks)))


def _values(root: "Element", name: str) -> tuple[str, ...]:
    return tuple(part.text or "" for part in root.iter(f"{_NAME}{name}"))


def _point(part: "Element") -> FocalPoint | None:
    try:
        x, y = float(part.get("x", "")), float(part.get("y", ""))
    except ValueError:
        return None
    return FocalPoint(x=x, y=y) if 0 <= x <= 1 and 0 <= y <= 1 else None
