"""Article → Word → article gives the same article."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from newsroom.domain.article import Article
from newsroom.domain.commented import open_comments, quoted_words, with_texts
from newsroom.domain.document import Text, normal
from newsroom.formats.docx.presets import docx_preset_names
from newsroom.formats.docx.reader import read_docx
from newsroom.formats.docx.writer import write_docx
from tests.formats.docx.samples import context, photo_files, sample_article
from tests.strategies import articles, commented

PHOTOS = tuple(photo_files())


@pytest.mark.parametrize("preset", docx_preset_names())
def test_sample(preset: str) -> None:
    article = sample_article()
    imported = read_docx(write_docx(article, context(), preset=preset))
    assert imported.body == article.body
    assert set(imported.photos) == set(PHOTOS[:2])
    assert imported.photos[PHOTOS[0]].data == photo_files()[PHOTOS[0]]


def as_handed_over(article: Article) -> Article:
    """What a Word file holds of it: open comments that stand at words, no others."""
    waiting = {comment.id for comment in open_comments(article)}

    def kept(text: Text) -> Text:
        return normal(
            replace(run, comment=run.comment if run.comment in waiting else None) for run in text
        )

    body = with_texts(article.body, kept)
    there = quoted_words(body)
    comments = tuple(comment for comment in article.comments if comment.id in there)
    return replace(article, body=body, comments=comments)


@given(commented(articles(photos=PHOTOS)))
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_article(article: Article) -> None:
    imported = read_docx(write_docx(article, context()))
    article = as_handed_over(article)
    assert imported.body == article.body
    assert imported.comments == article.comments
    for name in ("kicker", "headline", "lede", "section", "tags", "byline", "dateline"):
        assert getattr(imported, name) == getattr(article, name)
    assert (imported.updated, imported.language) == (article.updated, article.language)
