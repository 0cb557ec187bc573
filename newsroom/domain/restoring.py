"""Bringing single parts of an old text back into the present one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import assert_never

from newsroom.domain.article import ArticleText
from newsroom.domain.comment import Comment
from newsroom.domain.document import Block, Document, block_texts
from newsroom.domain.ids import BlockId


class Field(StrEnum):
    """The parts of a text that are no blocks."""

    KICKER = "kicker"
    HEADLINE = "headline"
    LEDE = "lede"
    BYLINE = "byline"


def with_field(present: ArticleText, old: ArticleText, field: Field) -> ArticleText:
    """`present` with one field as it was in `old`."""
    match field:
        case Field.KICKER:
            return replace(present, kicker=old.kicker)
        case Field.HEADLINE:
            return replace(present, headline=old.headline)
        case Field.LEDE:
            return replace(present, lede=old.lede)
        case Field.BYLINE:
            return replace(present, byline=old.byline)
        case _:
            assert_never(field)


def with_block(
    present: ArticleText, past: ArticleText, *, old: BlockId | None, new: BlockId | None
) -> ArticleText:
    """`present` with the block `old` of `past` in the place of its block `new`.

    Without `new` the block goes after the nearest one that it followed, without `old` the block
    `new` is taken out. A block that is not there (any more) counts as none; one that is
    back already is replaced.
    """
    back = _find(past.body.blocks, old)
    there = _find(present.body.blocks, old if new is None else new)
    blocks = list(present.body.blocks)
    if there is not None:
        place = blocks.index(there)
        blocks[place : place + 1] = [] if back is None else [back]
    elif back is not None:
        blocks.insert(_place(blocks, past.body.blocks, back), back)
    comments = (*present.comments, *_comments_of(back, past, present))
    return replace(present, body=Document(blocks=tuple(blocks)), comments=comments)


def _find(blocks: Iterable[Block], wanted: BlockId | None) -> Block | None:
    return next((block for block in blocks if block.id == wanted), None)


def _place(blocks: Sequence[Block], past: Sequence[Block], back: Block) -> int:
    places = {block.id: place for place, block in enumerate(blocks)}
    before = past[: past.index(back)]
    return next((places[b.id] + 1 for b in reversed(before) if b.id in places), 0)


def _comments_of(
    back: Block | None, past: ArticleText, present: ArticleText
) -> tuple[Comment, ...]:
    """The comments that the block's runs carry, as far as they were deleted since."""
    texts = () if back is None else block_texts(back)
    carried = {run.comment for text in texts for run in text}
    known = {comment.id for comment in present.comments}
    return tuple(c for c in past.comments if c.id in carried and c.id not in known)
