"""Articles as JSON objects: what a script may count on."""

from datetime import UTC, datetime, timedelta, timezone

from newsroom.cli.shapes import article_json
from newsroom.domain.article import Article
from newsroom.domain.comment import Comment, CommentId
from newsroom.domain.ids import ArticleId

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_show_lists_what_was_said_about_the_article():
    note = Comment(id=CommentId("a"), text="Ai nói?", author="Thu Hà", at=NOW, resolved=True)
    article = Article(id=ArticleId("x"), comments=(note,), created=NOW, updated=NOW)
    assert article_json(article, timezone(timedelta(hours=7)))["comments"] == [
        {
            "id": "a",
            "text": "Ai nói?",
            "author": "Thu Hà",
            "at": "2026-03-02T16:30:00+07:00",
            "resolved": True,
        }
    ]
