"""Markdown files as articles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from newsroom.domain.document import Block, Document, Heading, Paragraph
from newsroom.domain.imported import ImportedArticle
from newsroom.domain.taxonomy import parse_path
from newsroom.formats.markdown.blocks_in import BlockReader, LoadPhoto, parse
from newsroom.formats.markdown.front_matter import (
    TAKEN,
    Value,
    as_line,
    as_names,
    split_front_matter,
)
from newsroom.formats.page.moments import aware_moment, iso_day
from newsroom.formats.page.pieces import Known, Piece, piece
from newsroom.formats.page.structure import find_article
from newsroom.language.normalise import clean_text

_HEADLINE, _TITLE = "headline", "title"


def read_markdown(text: str, *, load_photo: LoadPhoto | None = None) -> ImportedArticle:
    """The article in the text of a Markdown file.

    Fields come from the front matter; a file without our own is told apart by its headings and its
    look. `load_photo` gives the bytes of a picture by its address in the file; without it, or when
    it gives None, a remark names the picture and its description stays as text.
    """
    fields, body = split_front_matter(clean_text(text))
    days = dict(_days(as_names(fields.get(TAKEN, ()))))
    reader = BlockReader(load_photo, own=_HEADLINE in fields, days=days)
    found = [
        (block, _level(node.tag)) for node in parse(body).children for block in reader.blocks(node)
    ]
    if _HEADLINE in fields:
        article = _stated(fields, Document(blocks=tuple(block for block, _ in found)))
    else:
        article = find_article([_piece(*each) for each in found], known=_known(fields))
    remarks = (*article.remarks, *reader.remarks)
    return replace(article, photos=reader.photos, remarks=remarks)


def _days(entries: Iterable[str]) -> Iterator[tuple[str, date]]:
    """The days of photos by their addresses; what says no day is passed over."""
    for entry in entries:
        path, _space, words = entry.rpartition(" ")
        day = iso_day(words)
        if path and day is not None:
            yield path, day


def _level(tag: str) -> int:
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal() else 0


def _piece(block: Block, level: int) -> Piece:
    """Which heading is the headline is found out later: till then it is a paragraph."""
    shown = Paragraph(id=block.id, text=block.text) if isinstance(block, Heading) else block
    return piece(shown, level=level, marked=True)


def _stated(fields: Mapping[str, Value], body: Document) -> ImportedArticle:
    known = _known(fields)
    return ImportedArticle(
        section=known.section,
        kicker=as_line(fields.get("kicker", "")),
        headline=known.headline,
        lede=known.lede,
        body=body,
        byline=known.byline,
        dateline=as_line(fields.get("dateline", "")),
        tags=known.tags,
        updated=known.updated,
        language=known.language or "vi",
    )


def _known(fields: Mapping[str, Value]) -> Known:
    """What a front matter says, ours or that of a site generator."""

    def first(*keys: str) -> Value:
        return next((fields[key] for key in keys if fields.get(key)), "")

    section = first("section", "categories", "category")
    return Known(
        headline=as_line(first(_HEADLINE, _TITLE)),
        lede=as_line(first("lede", "description", "summary")),
        section=section if isinstance(section, tuple) else parse_path(section),
        updated=aware_moment(as_line(first("updated", "lastmod", "date"))),
        byline=as_names(first("byline", "author", "authors")),
        tags=as_names(first("tags", "keywords")),
        language=as_line(first("language", "lang")),
    )
