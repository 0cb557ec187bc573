"""Comments: notes to the editor that are anchored to a stretch of text. They stay in the desk."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from newsroom.domain.ids import new_block_id

CommentId = NewType("CommentId", str)
"""The id that the runs of the commented text carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What someone said about the runs that carry `id`; `at` is aware."""

    id: CommentId
    text: str
    author: str
    at: datetime
    resolved: bool = False


def new_comment_id() -> CommentId:
    """A new id, unique within one article."""
    return CommentId(new_block_id())
