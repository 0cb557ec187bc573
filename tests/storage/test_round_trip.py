"""Whatever an article holds comes back from the disk as it went in."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.domain.article import Article
from newsroom.domain.ids import new_article_id
from newsroom.storage.library import Library
from tests.strategies import articles

SECTIONS = ((), ("Thời sự",), ("Chuyên đề", "An toàn lao động"))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=articles(), section=st.sampled_from(SECTIONS))
def test_article_comes_back_equal(library: Library, drawn: Article, section) -> None:
    article = replace(drawn, id=new_article_id(), section=section, revision=0)
    with library.unit_of_work() as work:
        added = work.articles.add(article)
        work.commit()
    assert added == replace(article, revision=1, tags=added.tags)
    with library.unit_of_work(writes=False) as work:
        assert work.articles.get(article.id) == added


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=articles(), second=articles())
def test_saved_article_comes_back_equal(library: Library, first: Article, second: Article) -> None:
    uid = new_article_id()
    with library.unit_of_work() as work:
        work.articles.add(replace(first, id=uid, section=()))
        saved = work.articles.save(replace(second, id=uid, section=(), revision=1))
        work.commit()
    assert saved == replace(second, id=uid, section=(), revision=2, tags=saved.tags)
    with library.unit_of_work(writes=False) as work:
        assert work.articles.get(uid) == saved
