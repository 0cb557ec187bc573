"""What grows while a Word file is written: links, pictures, lists, bookmarks, comments."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, cast
from urllib.parse import quote, urlsplit

from newsroom.domain.comment import Comment, CommentId
from newsroom.domain.ids import BlockId
from newsroom.domain.rendering import RenderContext
from newsroom.formats.docx.elements import Element, clark, el, legal
from newsroom.formats.docx.labels import Labels, labels_for
from newsroom.formats.docx.names import bookmark
from newsroom.formats.docx.presets import WordPreset

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.parts.document import DocumentPart

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NOT_IN_ADDRESSES = re.compile(r"""[\s<>"{}|\\^`]""")


@dataclass(frozen=True, slots=True)
class Note:
    """A comment of the file: one of the article's (`comment`), or its note to the editor."""

    author: str
    text: str
    at: datetime
    comment: CommentId | None = None


@dataclass(slots=True)
class Draft:
    """The document part being written and the numbers given out so far.

    `comments` are those of the article being written that go into the file.
    """

    part: "DocumentPart"
    preset: WordPreset
    context: RenderContext
    language: str
    ordered_lists: list[bool] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    comments: Mapping[CommentId, Comment] = field(default_factory=dict)
    figures: int = 0
    pictures: int = 0
    bookmarks: int = 0

    @property
    def labels(self) -> Labels:
        """The words of the article's language."""
        return labels_for(self.language)

    def new_list(self, *, ordered: bool) -> int:
        """The number of a new list, counted from 1 (Word's `numId`)."""
        self.ordered_lists.append(ordered)
        return len(self.ordered_lists)

    def note(self, note: Note) -> int:
        """The number of a comment of the file, counted from 0."""
        self.notes.append(note)
        return len(self.notes) - 1

    def link(self, address: str) -> str | None:
        """The relationship to an address, None when Word would refuse the file for it."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        target = _NOT_IN_ADDRESSES.sub(lambda match: quote(match[0]), legal(address))
        try:
            scheme = urlsplit(target).scheme
        except ValueError:
            return None
        if scheme not in ("http", "https", "mailto"):
            return None
        return self.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def add_xml(self, name: str, kind: str, root: Element) -> str:
        """Add `/word/<name>.xml` and relate the document to it; returns the relationship.

        Word names part, content type and relationship alike: `kind` is `styles`, `header`…
        """
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart

        part = XmlPart(
            PackURI(f"/word/{name}.xml"),
            f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml",
            cast("BaseOxmlElement", root),
            self.part.package,
        )
        return self.part.relate_to(part, f"{_RELATIONS}/{kind}")

    def anchor(self, block: Element, prefix: str, block_id: BlockId) -> None:
        """Keep a block's id in a hidden bookmark at the start of its first paragraph."""
        name = bookmark(prefix, block_id)
        if name is None:
            return
        paragraph = next(block.iter(clark("w:p")))
        after = 1 if paragraph.find(clark("w:pPr")) is not None else 0
        start = el("w:bookmarkStart", {"w:id": self.bookmarks, "w:name": name})
        paragraph[after:after] = [start, el("w:bookmarkEnd", {"w:id": self.bookmarks})]
        self.bookmarks += 1
