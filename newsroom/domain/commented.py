"""The commented words of an article: which they are, and the article without them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from newsroom.domain.article import Article
from newsroom.domain.comment import Comment, CommentId
from newsroom.domain.document import (
    Block,
    Box,
    Document,
    Heading,
    InnerBlock,
    ListBlock,
    Paragraph,
    Photo,
    Quote,
    Table,
    Text,
    block_texts,
    normal,
)
from newsroom.domain.ids import BlockId

Change = Callable[[Text], Text]


def with_texts(document: Document, change: Change) -> Document:
    """`document` with each of its texts replaced by what `change` makes of it."""
    return Document(blocks=tuple(_changed(block, change) for block in document.blocks))


def _changed(block: Block, change: Change) -> Block:
    if isinstance(block, Box):
        inner = tuple(_inner(part, change) for part in block.blocks)
        return replace(block, title=change(block.title), blocks=inner)
    return _inner(block, change)


def _inner(block: InnerBlock, change: Change) -> InnerBlock:
    match block:
        case Paragraph() | Heading() | Quote():
            return replace(block, text=change(block.text))
        case ListBlock():
            items = tuple(replace(item, text=change(item.text)) for item in block.items)
            return replace(block, items=items)
        case Photo():
            return replace(block, caption=change(block.caption))
        case Table():
            return replace(block, rows=tuple(tuple(map(change, row)) for row in block.rows))
        case _:
            assert_never(block)


def without_comments(article: Article) -> Article:
    """`article` as it leaves the desk; the same object when nothing in it is commented.

    Words that were parted only by a comment are one run again.
    """
    if not article.comments and not any(True for _part in _commented(article.body)):
        return article
    return replace(article, comments=(), body=with_texts(article.body, uncommented))


def uncommented(text: Text) -> Text:
    """`text` without anchors of comments, in normal form."""
    return normal(replace(run, comment=None) for run in text)


def _commented(document: Document) -> Iterator[tuple[Block, CommentId, str]]:
    for block in document.blocks:
        for text in block_texts(block):
            for run in text:
                if run.comment is not None:
                    yield block, run.comment, run.text


def quoted_words(document: Document) -> Mapping[CommentId, str]:
    """The words that each comment stands at, in the order of the page.

    Stretches in several texts are parted by a space.
    """
    found: dict[CommentId, str] = {}
    last: tuple[Block, CommentId] | None = None
    for block, comment, words in _commented(document):
        joint = " " if comment in found and last != (block, comment) else ""
        found[comment] = found.get(comment, "") + joint + words
        last = (block, comment)
    return found


def open_comments(article: Article) -> tuple[Comment, ...]:
    """The comments that are not resolved yet."""
    return tuple(comment for comment in article.comments if not comment.resolved)


def comment_blocks(document: Document) -> Mapping[CommentId, BlockId]:
    """The first top-level block with words of each comment."""
    found: dict[CommentId, BlockId] = {}
    for block, comment, _words in _commented(document):
        found.setdefault(comment, block.id)
    return found
