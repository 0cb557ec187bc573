"""The body as the library stores it, carried beside the HTML so that nothing of it is lost.

ninjs 3.1 has no place for block ids, focal points or the part of a photo that is shown, and allows
no properties of one's own; but `bodies` takes any number of representations. This one names the
HTML it belongs to by its SHA-256: when somebody changed the HTML, it says nothing any more.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from newsroom.domain.commented import with_texts
from newsroom.domain.document import (
    Block,
    Box,
    Crop,
    Document,
    FocalPoint,
    ListBlock,
    Photo,
    Quote,
    Run,
    Table,
    Text,
    normal,
)
from newsroom.domain.json_document import document_from_json, document_to_json
from newsroom.errors import UserError
from newsroom.formats.addresses import safe_address
from newsroom.language.normalise import clean_text

_VERSION = 1
_ID = re.compile(r"[0-9a-z]{1,32}")
_PHOTO = re.compile(r"[0-9a-f]{64}")
_DEEPEST = 20
"""Levels of a list; a desk uses three."""


def write_own(document: Document, html: str) -> str:
    """`document` as JSON text that belongs to `html`."""
    value = {"version": _VERSION, "html": _digest(html), "blocks": document_to_json(document)}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read_own(words: str, html: str) -> Document | None:
    """What `write_own` wrote; None when it is not ours, or not of this HTML, or out of order.

    A stranger can write one too: whatever a reader of HTML would not let in is refused.
    """
    try:
        value = json.loads(words)
        if value["version"] != _VERSION or value["html"] != _digest(html):
            return None
        document = with_texts(document_from_json(value["blocks"]), _clean)
        return document if _is_in_order(document) else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, UserError):
        return None


def _digest(html: str) -> str:
    return hashlib.sha256(html.encode("utf-8", "replace")).hexdigest()


def _clean(text: Text) -> Text:
    return normal(_clean_run(run) for run in text)


def _clean_run(run: Run) -> Run:
    link = safe_address(run.link) if run.link else None
    return Run(text=clean_text(run.text), marks=run.marks, link=link)


def _is_in_order(document: Document) -> bool:
    blocks = list(_all_blocks(document))
    ids = [block.id for block in blocks]
    named = all(_ID.fullmatch(name) for name in ids) and len(set(ids)) == len(ids)
    return named and all(map(_is_sound, blocks))


def _all_blocks(document: Document) -> Iterator[Block]:
    for block in document.blocks:
        yield block
        if isinstance(block, Box):
            yield from block.blocks


def _is_sound(block: Block) -> bool:
    """Whether the fields of a block that hold no marked text are what they promise to be."""
    match block:
        case Quote():
            return _is_line(block.source)
        case Photo():
            return _is_sound_photo(block)
        case Table():
            return len({len(row) for row in block.rows}) <= 1
        case ListBlock():
            return _is_stepped([item.level for item in block.items])
        case _:
            return True


def _is_stepped(levels: list[int]) -> bool:
    below = [-1, *levels]
    steps = zip(below, levels, strict=False)
    return all(0 <= level <= min(before + 1, _DEEPEST) for before, level in steps)


def _is_sound_photo(use: Photo) -> bool:
    named = _PHOTO.fullmatch(use.photo) is not None
    taken = use.taken is None or isinstance(use.taken, date)
    return (
        named
        and taken
        and _is_line(use.credit)
        and _is_line(use.alt)
        and (use.crop is None or _is_frame(use.crop))
        and (use.focal is None or _is_point(use.focal))
    )


def _is_line(words: Any) -> bool:
    return isinstance(words, str) and clean_text(words) == words


def _is_frame(crop: Crop) -> bool:
    return 0 <= crop.left < crop.right <= 1 and 0 <= crop.top < crop.bottom <= 1


def _is_point(focal: FocalPoint) -> bool:
    return 0 <= focal.x <= 1 and 0 <= focal.y <= 1
