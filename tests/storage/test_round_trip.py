"""Whatever an article holds comes back from the disk as it went in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.domain.article import Article
from newsroom.domain.document import Document, Quote, plain, text_of
from newsroom.domain.ids import new_article_id
from newsroom.storage.library import Library
from tests.storage.samples import article, stored
from tests.strategies import articles

SECTIONS = ((), ("Thời sự",), ("Chuyên đề", "An toàn lao động"))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=articles(), section=st.sampled_from(SECTIONS))
def test_article_comes_back_equal(library: Library, drawn: Article, section) -> None:
    wanted = replace(drawn, id=new_article_id(), section=section, revision=0)
    with library.unit_of_work() as work:
        added = work.articles.add(wanted)
        work.commit()
    assert added == replace(wanted, revision=1, tags=added.tags)
    with library.unit_of_work(writes=False) as work:
        assert work.articles.get(wanted.id) == added


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
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


def test_what_enters_is_composed(library: Library) -> None:
    """Also a mark that follows a line break, which in JSON would join the `n` of its escape."""
    apart = dict.fromkeys(("headline", "kicker", "lede", "dateline", "note"), "ấ")
    names = {"tags": ("\u0111o\u0300i",), "byline": ("Le\u0302",)}
    body = Document(blocks=(Quote(text=text_of("a\u0302\n\u0303b"), source="o\u031b"),))
    with library.unit_of_work() as work:
        added = work.articles.add(article(**apart, **names, body=body))
        stored = work.articles.get(added.id)
    assert stored == added
    assert {getattr(stored, name) for name in apart} == {"ấ"}
    assert (stored.tags, stored.byline) == (("đòi",), ("Lê",))
    (quote,) = stored.body.blocks
    assert isinstance(quote, Quote)
    assert (plain(quote.text), quote.source) == ("â\n\u0303b", "ơ")


@pytest.mark.parametrize(
    "end", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)]
)
def test_the_ends_of_the_calendar_have_a_time_in_every_zone(library: Library, end: datetime):
    drawn = replace(article("Một."), updated=end)
    (kept,) = stored(library.unit_of_work, drawn)
    with library.unit_of_work(writes=False) as work:
        found = work.articles.get(kept.id).updated
    assert abs(found - drawn.updated) <= timedelta(days=2)
    for hours in (-12, 14):
        assert found.astimezone(timezone(timedelta(hours=hours)))


def test_halves_of_characters_are_replaced(library: Library) -> None:
    with library.unit_of_work() as work:
        added = work.articles.add(article("a\ud800b", headline="\udfff"))
    assert (added.headline, plain(added.body.blocks[0].text)) == ("\ufffd", "a\ufffdb")
