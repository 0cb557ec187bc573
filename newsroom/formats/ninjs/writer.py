"""Articles as ninjs 3.1 (https://iptc.org/standards/ninjs/): one JSON object and its photos.

The text goes out as HTML, as plain words, and in our own form (see `own_body`). Every property is
one that the standard knows; those that would be empty are left out.
"""

import json
from datetime import datetime
from typing import Any

from newsroom.domain.article import Article, Status
from newsroom.domain.commented import without_comments
from newsroom.domain.counting import count_words
from newsroom.domain.document import Block, Box, Document, Photo, document_plain, photos
from newsroom.domain.paper import local
from newsroom.domain.rendering import OutputFile, RenderContext
from newsroom.domain.taxonomy import show_path
from newsroom.formats.html.blocks import render_blocks
from newsroom.formats.ninjs import roles
from newsroom.formats.ninjs.addresses import article_uri
from newsroom.formats.ninjs.own_body import write_own
from newsroom.formats.ninjs.photos_out import PhotoShelf, photo_objects

_FILE = "article.json"
_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}
_READY = (Status.APPROVED, Status.PUBLISHED)

Json = dict[str, Any]


def write_ninjs(article: Article, context: RenderContext) -> str:
    """`article` as the text of one file; its photos leave their captions and credits."""
    return _text(article, context, PhotoShelf({}))


def ninjs_folder(article: Article, context: RenderContext) -> list[OutputFile]:
    """`article.json` and the photos it shows, without metadata, under `photos/`.

    Addresses of photos are relative to the JSON file. Raises `UserError` for a photo of which a
    part is shown and which cannot be read.
    """
    shelf = PhotoShelf(context.photos)
    text = _text(article, context, shelf)
    return [OutputFile(path=_FILE, data=text.encode()), *shelf.files]


def _text(article: Article, context: RenderContext, shelf: PhotoShelf) -> str:
    value = _item(without_comments(article), context, shelf)
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _item(article: Article, context: RenderContext, shelf: PhotoShelf) -> Json:
    paper = context.paper
    said = {
        "uri": article_uri(article, paper),
        "type": "text",
        "standard": _STANDARD,
        "representationType": "full",
        "profile": "text-photo" if any(True for _use in photos(article.body)) else "text-only",
        "version": str(article.revision),
        "firstCreated": _moment(article.created, context),
        "versionCreated": _moment(article.updated, context),
        "contentCreated": _moment(article.created, context),
        "embargoedUntil": article.embargo and _moment(article.embargo, context),
        "pubStatus": _pub_status(article.status),
        "urgency": int(article.urgency),
        "language": article.language,
        "edNote": article.note,
        "slugline": article.slug,
        "title": article.headline,
        "by": ", ".join(article.byline),
        "located": article.dateline,
        "copyrightHolder": paper.name,
        "headlines": _with_roles((roles.MAIN, article.headline), (roles.KICKER, article.kicker)),
        "descriptions": _with_roles((roles.LEDE, article.lede)),
        "bodies": _bodies(article, context, shelf),
        "infoSources": _sources(article, paper.name),
        "places": _named(roles.DATELINE, article.dateline),
        "subjects": _subjects(article),
        "associations": photo_objects(article, context, shelf),
        "altIds": [{"role": "newsroom", "value": article.id}],
    }
    return {key: value for key, value in said.items() if value}


def _moment(moment: datetime, context: RenderContext) -> str:
    return local(moment, context.paper).isoformat()


def _pub_status(status: Status) -> str:
    if status is Status.SPIKED:
        return "canceled"
    return "usable" if status in _READY else "withheld"


def _with_roles(*parts: tuple[str, str]) -> list[Json]:
    return [
        {"role": role, "contentType": roles.PLAIN, "value": words} for role, words in parts if words
    ]


def _named(relation: str, *names: str) -> list[Json]:
    return [{"name": name, "rel": relation} for name in names if name]


def _sources(article: Article, paper: str) -> list[Json]:
    authors = [{"name": name, "role": roles.AUTHOR} for name in article.byline]
    return [*authors, *([{"name": paper, "role": "publisher"}] if paper else [])]


def _subjects(article: Article) -> list[Json]:
    """The section by its name and its path, then the tags."""
    path = article.section
    section = {"name": path[-1], "rel": roles.SECTION, "literal": show_path(path)} if path else None
    return [*([section] if section else []), *_named(roles.TAG, *article.tags)]


def _bodies(article: Article, context: RenderContext, shelf: PhotoShelf) -> list[Json]:
    """The text three times over; counts leave captions out, as the standard says."""
    html = str(render_blocks(article.body, image=shelf.image, paper=context.paper))
    words = document_plain(_without_photos(article.body))
    counts = {"charCount": len(words), "wordCount": count_words(words)}
    forms = ((roles.HTML, html), (roles.PLAIN, words), (roles.OWN, write_own(article.body, html)))
    return [
        {"role": roles.MAIN, "contentType": kind} | counts | {"value": value}
        for kind, value in forms
    ]


def _without_photos(document: Document) -> Document:
    return Document(blocks=tuple(_words_only(b) for b in document.blocks if not _is_photo(b)))


def _words_only(block: Block) -> Block:
    if not isinstance(block, Box):
        return block
    return Box(
        id=block.id,
        title=block.title,
        blocks=tuple(part for part in block.blocks if not _is_photo(part)),
    )


def _is_photo(block: Block) -> bool:
    return isinstance(block, Photo)
