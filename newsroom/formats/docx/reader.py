"""Word files as articles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.domain.comment import Comment
from newsroom.domain.commented import quoted_words, with_texts
from newsroom.domain.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Text,
    normal,
    plain,
)
from newsroom.domain.imported import ImportedArticle, Remark
from newsroom.errors import UserError
from newsroom.formats.docx.archive import Archive, Relation, open_archive
from newsroom.formats.docx.comments_in import Found as FoundComment
from newsroom.formats.docx.comments_in import found_comment, in_order, mark_comments
from newsroom.formats.docx.elements import clark
from newsroom.formats.docx.fields_in import NOTHING_STATED, Stated, read_stated, with_stated
from newsroom.formats.docx.gather import Found, Gatherer
from newsroom.formats.docx.looks import Looks
from newsroom.formats.docx.names import NAMES, Style
from newsroom.formats.docx.nodes import Node, ParagraphNode
from newsroom.formats.docx.shelf import Shelf
from newsroom.formats.docx.tally import Tally
from newsroom.formats.docx.walk import Source, Walker
from newsroom.formats.page.pieces import Hint, Piece, piece
from newsroom.formats.page.structure import find_article

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MAIN = "officeDocument"
_OURS = frozenset(NAMES[style].name for style in (Style.LEDE, Style.QUOTE_SOURCE, Style.BOX_TITLE))
_HINTS = {
    Style.KICKER: Hint.KICKER,
    Style.TITLE: Hint.HEADLINE,
    Style.LEDE: Hint.LEDE,
    Style.BYLINE: Hint.BYLINE,
    Style.CAPTION: Hint.CAPTION,
}
_FIELD_STYLES = (Style.KICKER, Style.TITLE, Style.LEDE, Style.DATELINE)


def read_docx(data: bytes) -> ImportedArticle:
    """The article in the bytes of a .docx file.

    A file of our own writer gives back the same body, block ids included, and the same fields; in
    any other, headline, lede and byline are told by style, look and place. What was left out or
    changed on the way stands in `remarks`. Raises `UserError` when the file cannot be read.
    """
    archive = open_archive(data)
    try:
        return _read(archive)
    except RecursionError as error:
        raise UserError("The Word file is nested too deeply to be read.") from error


def _read(archive: Archive) -> ImportedArticle:
    name = _main_part(archive)
    root = archive.xml(name)
    body = None if root is None else root.find(clark("w:body"))
    if body is None:
        raise UserError("This is not a Word file: there is no document in it.")
    relations = archive.relations(name)
    parts = {relation.kind: relation.target for relation in relations.values()}
    looks = Looks(archive.xml(parts.get("styles", "")), archive.xml(parts.get("numbering", "")))
    tally = Tally()
    reader = _Reader(archive, parts, relations, looks, tally)
    return reader.article(body)


def _main_part(archive: Archive) -> str:
    relations = archive.relations("").values()
    return next((rel.target for rel in relations if rel.kind == _MAIN), "word/document.xml")


@dataclass(frozen=True, slots=True)
class _Reader:
    archive: Archive
    parts: Mapping[str, str]
    relations: Mapping[str, Relation]
    looks: Looks
    tally: Tally

    def article(self, body: "Element") -> ImportedArticle:
        stated = self._stated()
        mark_comments(body)
        nodes = self._walker(self.relations, self._notes()).nodes(body)
        shelf = Shelf(self.archive, self.tally)
        exact = stated is not None or bool(_OURS & self.looks.style_names())
        gatherer = Gatherer(shelf=shelf, tally=self.tally, exact=exact)
        if exact:
            article = _exact_article(nodes, gatherer, stated or NOTHING_STATED)
        else:
            article = find_article([_piece(found) for found in gatherer.blocks(nodes)])
        article = replace(article, photos=shelf.photos)
        article, loose = _anchored(article, self._comments(stated or NOTHING_STATED))
        remarks = (*article.remarks, *self.tally.remarks(), *self._macros(), *map(_remark, loose))
        return replace(article, remarks=remarks)

    def _walker(self, relations: Mapping[str, Relation], notes: Mapping[str, str]) -> Walker:
        return Walker(Source(looks=self.looks, relations=relations, notes=notes, tally=self.tally))

    def _notes(self) -> dict[str, str]:
        """The words of footnotes and endnotes by kind and id, as the reader of runs asks."""
        return {
            f"{kind} {note.get(clark('w:id'), '')}": self._words(note)
            for kind in ("footnote", "endnote")
            for note in self._elements(f"{kind}s", f"w:{kind}")
            if note.get(clark("w:type"), "normal") == "normal"
        }

    def _elements(self, part: str, tag: str) -> Iterator["Element"]:
        root = self.archive.xml(self.parts.get(part, ""))
        return iter(()) if root is None else root.iter(clark(tag))

    def _words(self, container: "Element") -> str:
        """The text of a note in one line, read like the text of the article."""
        return " ".join(" ".join(self._lines(container)).split())

    def _lines(self, container: "Element") -> Iterator[str]:
        nodes = self._walker({}, {}).nodes(container)
        return (plain(node.text) for node in nodes if isinstance(node, ParagraphNode))

    def _comments(self, stated: Stated) -> list[FoundComment]:
        """The comments that say something, those of our writer in the article's order."""
        said = (
            (element, "\n".join(line.rstrip() for line in self._lines(element)).strip())
            for element in self._elements("comments", "w:comment")
        )
        told = stated.comments
        return in_order((found_comment(one, words, told) for one, words in said if words), told)

    def _macros(self) -> Iterator[Remark]:
        if "vbaProject" in self.parts:
            yield Remark(template="The file holds macros; they were left out.")

    def _stated(self) -> Stated | None:
        """The fields that our writer put into a part of their own."""
        for relation in self.relations.values():
            if relation.kind == "customXml" and not relation.external:
                root = self.archive.xml(relation.target)
                stated = None if root is None else read_stated(root)
                if stated is not None:
                    return stated
        return None


def _anchored(
    article: ImportedArticle, comments: Sequence[FoundComment]
) -> tuple[ImportedArticle, list[Comment]]:
    """`article` with the comments whose words are in its body, and the comments that have none."""
    known: dict[str | None, Comment] = {
        found.number: found.comment for found in comments if not found.is_note
    }

    def named(text: Text) -> Text:
        return normal(
            replace(run, comment=known[run.comment].id if run.comment in known else None)
            for run in text
        )

    body = with_texts(article.body, named)
    there = quoted_words(body)
    kept = {found.comment.id: found.comment for found in comments if found.comment.id in there}
    loose = [found.comment for found in comments if found.comment.id not in kept]
    return replace(article, body=body, comments=tuple(kept.values())), loose


def _remark(comment: Comment) -> Remark:
    words = " ".join(comment.text.split())
    return Remark(
        template="Comment by {author}: {text}",
        params={"author": comment.author or "?", "text": words},
    )


def _exact_article(nodes: Sequence[Node], gatherer: Gatherer, stated: Stated) -> ImportedArticle:
    """An article from the styles of our writer; a second headline or lede stays in the body."""
    lines: dict[Style, list[str]] = {style: [] for style in _FIELD_STYLES}
    byline: list[str] = []
    body: list[Node] = []
    last: Style | None = None
    for node in nodes:
        style = _field_style(node)
        if style is Style.BYLINE:
            byline.append(_line(node))
        elif style is not None and (not lines[style] or last is style):
            lines[style].append(_line(node))
        else:
            body.append(node)
        last = style
    blocks = tuple(_in_body(found) for found in gatherer.blocks(body))
    kicker, headline, lede, dateline = (" ".join(filter(None, lines[s])) for s in _FIELD_STYLES)
    return replace(
        stated.fields,
        kicker=kicker,
        headline=headline,
        lede=lede,
        dateline=dateline,
        byline=tuple(filter(None, byline)),
        body=with_stated(Document(blocks=blocks), stated),
    )


def _field_style(node: Node) -> Style | None:
    """The style of a paragraph that is a field of the article, None for all else."""
    if not isinstance(node, ParagraphNode) or node.pictures or node.boxes:
        return None
    return node.style if node.style in (*_FIELD_STYLES, Style.BYLINE) else None


def _line(node: Node) -> str:
    return plain(node.text) if isinstance(node, ParagraphNode) else ""


def _in_body(found: Found) -> Block:
    if found.style is Style.TITLE and isinstance(found.block, Paragraph):
        return Heading(id=found.block.id, text=found.block.text)
    return found.block


def _piece(found: Found) -> Piece:
    hint = _HINTS.get(found.style) if found.style is not None else None
    made = piece(found.block, gap=found.gap, level=found.level, marked=True, hint=hint)
    return replace(made, bold=made.bold or found.bold)
