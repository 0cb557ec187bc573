"""Searches that are kept: one of each name, in order, following their sections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import Status
from newsroom.domain.library import ArticleFilter
from newsroom.domain.saved_search import SavedSearch, search_from_json, search_to_json
from newsroom.errors import NotFoundError, UserError
from newsroom.services.saved_searches import (
    delete_search,
    keep_search,
    read_searches,
    rename_search,
)
from newsroom.services.sections import rename_section
from tests.fakes.desk import SAFETY, SPECIAL, make_desk

FEES = SavedSearch(name="Đoàn phí", words="đoàn phí")
SAFE = SavedSearch(name="An toàn", words='"tai nạn" after:2026', section=(SPECIAL, SAFETY))

words = st.text(min_size=1, max_size=8)


@pytest.fixture
def desk():
    made = make_desk()
    for search in (FEES, SAFE):
        keep_search(desk=made, search=search)
    return made


def names(desk):
    return [search.name for search in read_searches(desk=desk)]


@given(
    st.builds(
        SavedSearch,
        name=words,
        words=words,
        section=st.none() | st.lists(words, min_size=1, max_size=3).map(tuple),
        tag=st.none() | words,
        status=st.none() | st.sampled_from(Status),
        mine=st.booleans(),
    )
)
def test_json_gives_the_same_search_back(search):
    assert search_from_json(search_to_json(search)) == search


@pytest.mark.parametrize("value", [{}, {"name": "x"}, [], {"name": "x", "words": "y", "status": 3}])
def test_damaged_json_is_told(value):
    with pytest.raises(UserError, match="saved search cannot be read"):
        search_from_json(value)


def test_where_it_looks():
    mine = ArticleFilter(maker="Lê Lâm")
    assert SAFE.within(mine) == ArticleFilter(section=(SPECIAL, SAFETY))
    today = SavedSearch(name="x", words="y", status=Status.DRAFT, mine=True)
    assert today.within(mine) == ArticleFilter(maker="Lê Lâm", status=Status.DRAFT)


def test_they_stand_in_vietnamese_order(desk):
    keep_search(desk=desk, search=SavedSearch(name="Dân", words="dân"))
    assert names(desk) == ["An toàn", "Dân", "Đoàn phí"]


def test_one_of_the_same_name_is_replaced(desk):
    outcome = keep_search(desk=desk, search=SavedSearch(name=" đoàn  PHÍ ", words=" phí "))
    assert outcome.value == FEES
    assert outcome.changes.settings
    assert read_searches(desk=desk)[1] == SavedSearch(name="đoàn PHÍ", words="phí")
    assert len(names(desk)) == 2


@pytest.mark.parametrize(
    ("name", "wanted", "said"), [(" ", "x", "a name"), ("x" * 61, "x", "60"), ("x", " ", "words")]
)
def test_what_cannot_be_kept_is_told(desk, name, wanted, said):
    with pytest.raises(UserError, match=said):
        keep_search(desk=desk, search=SavedSearch(name=name, words=wanted))


def test_renaming(desk):
    assert rename_search(desk=desk, name="Đoàn phí", new="Phí").value.words == "đoàn phí"
    assert names(desk) == ["An toàn", "Phí"]
    rename_search(desk=desk, name="Phí", new="phí")
    with pytest.raises(UserError, match="already"):
        rename_search(desk=desk, name="phí", new="an toàn")
    with pytest.raises(NotFoundError):
        rename_search(desk=desk, name="Lương", new="x")


def test_deleting_gives_it_back(desk):
    assert delete_search(desk=desk, name="đoàn phí").value == FEES
    assert names(desk) == ["An toàn"]
    with pytest.raises(NotFoundError):
        delete_search(desk=desk, name="Đoàn phí")


def test_a_search_follows_its_section(desk):
    rename_section(desk=desk, path=(SPECIAL,), name="Hồ sơ")
    assert [search.section for search in read_searches(desk=desk)] == [("Hồ sơ", SAFETY), None]
