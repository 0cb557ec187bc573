"""What the sheet edits of an article, as a JSON value: versions and the journal keep it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from newsroom.domain.article import ArticleText
from newsroom.domain.comment import Comment, CommentId
from newsroom.domain.json_document import Json, document_from_json, document_to_json
from newsroom.domain.malformed import malformed


def text_to_json(text: ArticleText) -> Json:
    """All fields of `text`."""
    return {
        "kicker": text.kicker,
        "headline": text.headline,
        "lede": text.lede,
        "byline": list(text.byline),
        "blocks": document_to_json(text.body),
        "comments": comments_to_json(text.comments),
    }


@malformed("A stored text cannot be read: {problem}.")
def text_from_json(value: Mapping[str, Any]) -> ArticleText:
    """The text that `text_to_json` wrote; raises `UserError` when it is malformed."""
    return ArticleText(
        kicker=value["kicker"],
        headline=value["headline"],
        lede=value["lede"],
        byline=tuple(value["byline"]),
        body=document_from_json(value["blocks"]),
        comments=comments_from_json(value["comments"]),
    )


def comments_to_json(comments: Sequence[Comment]) -> list[Json]:
    """Comments as JSON objects, in order; times in ISO 8601 with offset."""
    return [
        {
            "id": comment.id,
            "text": comment.text,
            "author": comment.author,
            "at": comment.at.isoformat(),
            "resolved": comment.resolved,
        }
        for comment in comments
    ]


@malformed("A comment cannot be read: {problem}.")
def comments_from_json(values: Sequence[Mapping[str, Any]]) -> tuple[Comment, ...]:
    """The comments that `comments_to_json` wrote; raises `UserError` when one is malformed."""
    return tuple(
        Comment(
            id=CommentId(value["id"]),
            text=value["text"],
            author=value["author"],
            at=datetime.fromisoformat(value["at"]),
            resolved=value["resolved"],
        )
        for value in values
    )
