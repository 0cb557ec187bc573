"""What was said about an article and not answered is a warning before it goes out."""

from dataclasses import replace
from datetime import UTC, datetime

from newsroom.domain.article import Article
from newsroom.domain.comment import Comment, CommentId
from newsroom.domain.document import Document, Paragraph, Run, text_of
from newsroom.domain.ids import ArticleId
from newsroom.services.checking import Place, Severity, check_article

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
NOTE = Comment(id=CommentId("a"), text="Ai nói?", author="Thu Hà", at=NOW)
FIRST = Paragraph(text=text_of("Mở đầu."))
SECOND = Paragraph(text=(Run(text="Ba trăm", comment=NOTE.id), Run(text=" người.")))
ARTICLE = Article(
    id=ArticleId("x"),
    body=Document(blocks=(FIRST, SECOND)),
    comments=(NOTE,),
    created=NOW,
    updated=NOW,
)


def found(article):
    return [one for one in check_article(article) if one.rule == "comments-open"]


def test_open_comments_warn_and_lead_to_the_first_of_them():
    lost = replace(NOTE, id=CommentId("b"))
    (one,) = found(replace(ARTICLE, comments=(lost, NOTE)))
    assert (one.severity, one.place, one.block) == (Severity.WARNING, Place.BLOCK, SECOND.id)
    assert one.message.params == {"count": 2}


def test_without_words_the_warning_leads_to_the_body():
    (one,) = found(replace(ARTICLE, comments=(replace(NOTE, id=CommentId("b")),)))
    assert (one.place, one.block) == (Place.BODY, None)


def test_resolved_comments_are_no_matter():
    assert not found(replace(ARTICLE, comments=(replace(NOTE, resolved=True),)))
