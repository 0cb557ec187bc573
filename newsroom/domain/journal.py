"""An edit of an article's text as data: what the journal keeps between two saves of the article.

An edit holds the fields that changed and one stretch of the body: where it begins, the ids of the
blocks that it takes out, the blocks that it puts in. A key in a paragraph is that paragraph. Ids
are checked when an edit is applied, so that edits are never laid over a text they do not fit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Block, Document
from newsroom.domain.ids import BlockId
from newsroom.domain.json_article import comments_from_json, comments_to_json
from newsroom.domain.json_document import Json, block_from_json, block_to_json
from newsroom.domain.malformed import malformed
from newsroom.errors import UserError

_FIELDS = ("kicker", "headline", "lede", "byline", "comments")


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """From block number `at` on, the blocks `removed` (their ids) are replaced by `blocks`."""

    at: int
    removed: tuple[BlockId, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """`fields` are those of `ArticleText` (but for the body) that changed, with their new value."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    splice: Splice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One edit as it was kept: made over the article's `revision`; `edit` is its JSON value."""

    id: int
    revision: int
    at: datetime
    edit: Json


def edit_between(before: ArticleText, after: ArticleText) -> Edit | None:
    """What makes `after` of `before`; None when they are the same.

    Costs little when unchanged blocks are the same objects in both, whatever their length.
    """
    fields = {
        name: value for name in _FIELDS if (value := getattr(after, name)) != getattr(before, name)
    }
    splice = _splice(before.body.blocks, after.body.blocks)
    return Edit(fields=fields, splice=splice) if fields or splice else None


def _splice(before: Sequence[Block], after: Sequence[Block]) -> Splice | None:
    shortest = min(len(before), len(after))
    start = 0
    while start < shortest and _same(before[start], after[start]):
        start += 1
    end = 0
    while end < shortest - start and _same(before[-1 - end], after[-1 - end]):
        end += 1
    removed, blocks = before[start : len(before) - end], after[start : len(after) - end]
    if not removed and not blocks:
        return None
    return Splice(at=start, removed=tuple(old.id for old in removed), blocks=tuple(blocks))


def _same(one: Block, other: Block) -> bool:
    return one is other or one == other


def apply_edit(text: ArticleText, edit: Edit) -> ArticleText:
    """`text` after `edit`; raises `UserError` when the edit was not made over this text."""
    body = text.body
    if edit.splice is not None:
        splice, blocks = edit.splice, body.blocks
        end = splice.at + len(splice.removed)
        if splice.at > len(blocks) or splice.removed != tuple(
            b.id for b in blocks[splice.at : end]
        ):
            raise UserError("An edit in the journal does not fit its article.")
        body = Document(blocks=(*blocks[: splice.at], *splice.blocks, *blocks[end:]))
    return replace(text, body=body, **edit.fields)


def apply_loosely(text: ArticleText, edit: Edit) -> ArticleText:
    """`edit` laid over a text that it was not made for: its words are in the result, somewhere.

    Blocks are replaced where their ids are found, else put in where the edit was made.
    """
    body = text.body
    if edit.splice is not None:
        gone = {*edit.splice.removed, *(block.id for block in edit.splice.blocks)}
        places = [number for number, block in enumerate(body.blocks) if block.id in gone]
        at = places[0] if places else min(edit.splice.at, len(body.blocks))
        kept = [tuple(b for b in part if b.id not in gone) for part in _halves(body.blocks, at)]
        body = Document(blocks=(*kept[0], *edit.splice.blocks, *kept[1]))
    return replace(text, body=body, **edit.fields)


def _halves(blocks: tuple[Block, ...], at: int) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    return blocks[:at], blocks[at:]


def replay(text: ArticleText, edits: Sequence[Json]) -> tuple[ArticleText, int]:
    """`text` after as many of `edits` (JSON values) as can be applied in turn, and their number."""
    for number, value in enumerate(edits):
        try:
            text = apply_edit(text, edit_from_json(value))
        except UserError:
            return text, number
    return text, len(edits)


def replay_loosely(text: ArticleText, edits: Sequence[Json]) -> tuple[ArticleText, int]:
    """`text` after those of `edits` that can be read, and their number (see `apply_loosely`)."""
    applied = 0
    for value in edits:
        try:
            text = apply_loosely(text, edit_from_json(value))
        except UserError:
            continue
        applied += 1
    return text, applied


def edit_to_json(edit: Edit) -> Json:
    """`edit` as a JSON value."""
    value: Json = {
        name: comments_to_json(words) if name == "comments" else words
        for name, words in edit.fields.items()
    }
    if edit.splice is not None:
        value["at"] = edit.splice.at
        value["removed"] = list(edit.splice.removed)
        value["blocks"] = [block_to_json(block) for block in edit.splice.blocks]
    return value


@malformed("An edit in the journal cannot be read: {problem}.")
def edit_from_json(value: Json) -> Edit:
    """The edit that `edit_to_json` wrote; raises `UserError` when it is malformed or unknown."""
    splice = _splice_from_json(value) if "blocks" in value else None
    fields = {name: _field(name, value[name]) for name in value if name not in _SPLICE}
    return Edit(fields=fields, splice=splice)


_SPLICE = ("at", "removed", "blocks")


def _splice_from_json(value: Json) -> Splice:
    at = value["at"]
    if type(at) is not int or at < 0:
        raise ValueError(f"no place: {at!r}")
    return Splice(
        at=at,
        removed=tuple(BlockId(_words(old)) for old in value["removed"]),
        blocks=tuple(block_from_json(block) for block in value["blocks"]),
    )


def _field(name: str, value: Any) -> Any:
    match name:
        case "kicker" | "headline" | "lede":
            return _words(value)
        case "byline":
            return tuple(_words(each) for each in value)
        case "comments":
            return comments_from_json(value)
        case _:
            raise ValueError(f"unknown field {name!r}")


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"no text: {value!r}")
    return value
