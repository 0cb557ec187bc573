"""Article → Word → article gives the same article."""

import pytest
from hypothesis import HealthCheck, given, settings

from newsroom.domain.article import Article
from newsroom.formats.docx.presets import docx_preset_names
from newsroom.formats.docx.reader import read_docx
from newsroom.formats.docx.writer import write_docx
from tests.formats.docx.samples import context, photo_files, sample_article
from tests.strategies import articles

PHOTOS = tuple(photo_files())


@pytest.mark.parametrize("preset", docx_preset_names())
def test_sample(preset: str) -> None:
    article = sample_article()
    imported = read_docx(write_docx(article, context(), preset=preset))
    assert imported.body == article.body
    assert set(imported.photos) == set(PHOTOS[:2])
    assert imported.photos[PHOTOS[0]].data == photo_files()[PHOTOS[0]]


@given(articles(photos=PHOTOS))
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_article(article: Article) -> None:
    imported = read_docx(write_docx(article, context()))
    assert imported.body == article.body
    for name in ("kicker", "headline", "lede", "section", "tags", "byline", "dateline"):
        assert getattr(imported, name) == getattr(article, name)
    assert (imported.updated, imported.language) == (article.updated, article.language)
