"""The sample article has everything an output must show; samples are repeatable and realistic."""

import pytest

from newsroom.domain.article import text_part
from newsroom.domain.counting import article_words
from newsroom.domain.document import photos
from newsroom.errors import CancelledError, UsageError
from newsroom.services.articles import list_ids, read_article, read_counts
from newsroom.services.progress import Silent
from newsroom.services.samples import add_sample_article, add_samples
from tests.fakes.desk import make_desk


@pytest.fixture
def desk():
    return make_desk()


def test_the_sample_article_shows_every_kind_of_block(desk):
    article = add_sample_article(desk=desk).value
    kinds = {type(block).__name__ for block in article.body.blocks}
    assert kinds == {"Paragraph", "Heading", "Quote", "ListBlock", "Photo", "Table", "Box"}
    assert article.section[0] == "Chuyên đề"


def test_the_sample_photos_are_in_the_store(desk):
    article = add_sample_article(desk=desk).value
    uses = list(photos(article.body))
    assert len(uses) == 2
    assert all(use.credit and use.alt and desk.photos.info(use.photo).width > 1000 for use in uses)


def test_samples_have_sections_tags_and_length(desk):
    made = add_samples(desk=desk, count=40, seed=3).value
    articles = [read_article(desk=desk, article_id=each) for each in made]
    assert len(read_counts(desk=desk).by_section) > 2
    assert all(article.tags and article.byline for article in articles)
    assert all(80 < article_words(text_part(article)) < 1200 for article in articles)


def test_a_cancelled_run_keeps_whole_batches(desk):
    class After(Silent):
        def cancelled(self) -> bool:
            return len(list_ids(desk=desk)) >= 250

    with pytest.raises(CancelledError):
        add_samples(desk=desk, count=1000, progress=After())
    assert len(list_ids(desk=desk)) == 250


@pytest.mark.parametrize("count", [0, -3, 10_000_000])
def test_a_senseless_number_is_refused(desk, count):
    with pytest.raises(UsageError, match=str(count)):
        add_samples(desk=desk, count=count)
