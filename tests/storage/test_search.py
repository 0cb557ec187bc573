"""Finding articles as a Vietnamese desk looks for them."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.domain.article import Status
from newsroom.domain.library import EVERYTHING, ArticleFilter
from newsroom.storage import search_hits
from newsroom.storage.library import Library
from tests.storage.samples import SAFETY_PATH, article, stored


def search(library: Library, query: str, limit: int = 50, offset: int = 0, **within):
    with library.unit_of_work(writes=False) as work:
        wanted = ArticleFilter(**within)
        return work.search.search(query, within=wanted, limit=limit, offset=offset)


def found(library: Library, query: str, **within) -> list[str]:
    results = search(library, query, **within)
    assert results.total == len(results.hits)
    return [hit.article.headline for hit in results.hits]


@pytest.fixture
def filled(library: Library) -> Library:
    stored(
        library.unit_of_work,
        article(
            "Tuyến đường sắt qua khu công nghiệp sẽ phục vụ công nhân.",
            headline="Mở đường sắt mới",
            lede="Khởi công ngày 20-7.",
            section=("Thời sự",),
            tags=("Giao thông",),
            byline=("Đặng Lợi",),
            minutes=1,
        ),
        article(
            "Công đoàn cơ sở thu đoàn phí qua ngân hàng; đương nhiên không ai phải chờ.",
            headline="Thu đoàn phí không dùng tiền mặt",
            section=("Công đoàn",),
            tags=("đoàn phí", "Covid-19"),
            byline=("Lê Lâm",),
            status=Status.PUBLISHED,
            minutes=2,
        ),
        article(
            "Sở NN&PTNT phòng, chống Covid-19 trong mùa thu hoạch; ăn uống hòa đồng.",
            headline="Nông dân vào vụ",
            lede="Không ai bị bỏ lại.",
            section=SAFETY_PATH,
            kicker="Chuyện làng",
            dateline="Cà Mau",
            minutes=3,
        ),
        article("Đã bỏ: đường sắt.", headline="Bản bỏ", status=Status.SPIKED, minutes=4),
    )
    return library


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("duong sat", ["Mở đường sắt mới"]),
        ("ĐƯỜNG SẮT", ["Mở đường sắt mới"]),
        ("doan phi", ["Thu đoàn phí không dùng tiền mặt"]),
        ('"đoàn phí"', ["Thu đoàn phí không dùng tiền mặt"]),
        ('"phí đoàn"', []),
        ("Covid-19 ", ["Nông dân vào vụ", "Thu đoàn phí không dùng tiền mặt"]),
        ("NN&PTNT ", ["Nông dân vào vụ"]),
        ("nn ptnt ", ["Nông dân vào vụ"]),
        ("hoà đồng ", ["Nông dân vào vụ"]),
        ("chuyện làng", ["Nông dân vào vụ"]),
        ("cà mau", ["Nông dân vào vụ"]),
        ("đặng lợi", ["Mở đường sắt mới"]),
        ("giao thông", ["Mở đường sắt mới"]),
        ("không có trong bài nào", []),
        ("duong NOT sat", []),
        ("AND", []),
        ('"', ["Nông dân vào vụ", "Thu đoàn phí không dùng tiền mặt", "Mở đường sắt mới"]),
        ("", ["Nông dân vào vụ", "Thu đoàn phí không dùng tiền mặt", "Mở đường sắt mới"]),
        ("***", []),
    ],
)
def test_queries(filled, query, expected):
    assert sorted(found(filled, query)) == sorted(expected)


@pytest.mark.parametrize("typed", ["đ", "đo", "đoà", "đoàn", "đoàn p", "đoàn phí"])
def test_every_keystroke_on_the_way_finds_it(filled, typed):
    assert "Thu đoàn phí không dùng tiền mặt" in found(filled, typed)


def test_a_finished_word_does_not_go_on(filled):
    assert found(filled, "côn ") == []
    assert found(filled, "côn*") != []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("section:cong-doan", []),
        ('section:"công đoàn"', ["Thu đoàn phí không dùng tiền mặt"]),
        ("muc:chuyen", ["Nông dân vào vụ"]),
        ('section:"an toan"', ["Nông dân vào vụ"]),
        ("section:không-có", []),
        ("tag:covid-19", ["Thu đoàn phí không dùng tiền mặt"]),
        ("thẻ:giao", ["Mở đường sắt mới"]),
        ('by:"le lam"', ["Thu đoàn phí không dùng tiền mặt"]),
        ("by:đặng sắt", ["Mở đường sắt mới"]),
        ("status:published", ["Thu đoàn phí không dùng tiền mặt"]),
        ("status:spiked", ["Bản bỏ"]),
        ("status:spiked đường", ["Bản bỏ"]),
        ("status:xyz", []),
        ("after:2026-05-20", []),
        ("after:19/5/2026 before:20/5/2026 duong sat", ["Mở đường sắt mới"]),
        ("before:2026", []),
        ("after:xyz", []),
    ],
)
def test_filters(filled, query, expected):
    assert found(filled, query) == expected


def test_filters_narrow_what_the_list_shows(filled):
    assert found(filled, "duong", status=Status.SPIKED) == ["Bản bỏ"]
    assert found(filled, "status:draft", status=Status.SPIKED) == []
    assert found(filled, "covid", section=SAFETY_PATH) == ["Nông dân vào vụ"]


def test_as_typed_comes_before_other_marks(library):
    stored(
        library.unit_of_work,
        article(headline="Đường đường đường", lede="đường"),
        article("Chuyện đương nhiên.", headline="Khác"),
        article(headline="Dương", lede="dương"),
    )
    assert found(library, "đương ")[0] == "Khác"
    assert len(found(library, "đương ")) == 3
    assert found(library, "dương ")[0] == "Dương"


def test_words_without_marks_prefer_themselves(library):
    stored(library.unit_of_work, article(headline="Tham"), article(headline="Thăm"))
    assert found(library, "tham ") == ["Tham", "Thăm"]


def test_headline_weighs_more_than_body(library):
    stored(
        library.unit_of_work,
        article("Chuyện khác.", headline="Tiền lương"),
        article("Lương tháng này.", headline="Khác"),
    )
    assert found(library, "lương") == ["Tiền lương", "Khác"]


def test_saved_words_are_found_and_old_ones_no_more(library):
    (first,) = stored(library.unit_of_work, article("Chữ cũ.", headline="Bài"))
    with library.unit_of_work() as work:
        work.articles.save(replace(first, lede="Chữ mới tinh."))
        work.commit()
    assert found(library, "tinh") == ["Bài"]
    with library.unit_of_work() as work:
        work.articles.save(replace(first, revision=2))
        work.commit()
    assert found(library, "tinh") == []
    with library.unit_of_work() as work:
        work.articles.remove(first.id)
        work.commit()
    assert found(library, "cũ") == []


def test_undone_work_is_not_found(library):
    with library.unit_of_work() as work:
        work.articles.add(article("Bỏ dở."))
    assert found(library, "dở") == []


def shown(text: str, spans) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_hits_are_marked_in_the_original(filled):
    (hit,) = search(filled, "duong sat cong ").hits
    assert shown(hit.article.headline, hit.headline_hits) == ["đường", "sắt"]
    assert "Tuyến đường sắt" in hit.snippet
    assert shown(hit.snippet, hit.snippet_hits) == ["đường", "sắt", "công", "công"]


def test_pages_follow_one_another_over_all_tiers(library, monkeypatch):
    monkeypatch.setattr(search_hits, "_RANKED", 3)
    stored(
        library.unit_of_work,
        *(article("Đoàn viên.", headline=f"thân {n}") for n in range(7)),
        *(article(headline=f"đoàn {n}") for n in range(4)),
        *(article(headline=f"doan {n}") for n in range(3)),
    )
    whole = [hit.article.headline for hit in search(library, "đoàn").hits]
    assert len(set(whole)) == 14
    assert whole[:4] == ["đoàn 3", "đoàn 2", "đoàn 1", "đoàn 0"]
    assert whole[4:11] == [f"thân {n}" for n in range(6, -1, -1)]
    for size in (1, 3, 5):
        pages = [search(library, "đoàn", limit=size, offset=n) for n in range(0, 16, size)]
        assert [hit.article.headline for page in pages for hit in page.hits] == whole
        assert {page.total for page in pages} == {14}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.text(max_size=12)
    | st.lists(
        st.sampled_from(['"', "*", "(", ")", ":", "^", "-", "+", "NEAR", "OR", "section:", "đo"])
    ).map("".join)
)
def test_nothing_typed_is_an_error(library, typed):
    results = search(library, typed)
    assert results.total >= len(results.hits)


def test_limits_below_nothing_are_nothing(filled):
    assert search(filled, "đường", limit=-1).hits == ()
    assert len(search(filled, "", limit=1, offset=-5).hits) == 1


def test_everything_is_the_default(filled):
    with filled.unit_of_work(writes=False) as work:
        assert work.search.search("", within=EVERYTHING, limit=2).total == 3


def test_limits_that_no_database_knows(library):
    stored(library.unit_of_work, article("Một."))
    with library.unit_of_work(writes=False) as work:
        for query in ("", "một"):
            found = work.search.search(query, within=EVERYTHING, limit=10**30)
            assert len(found.hits) == 1
            assert work.search.search(query, within=EVERYTHING, limit=1, offset=10**30).hits == ()
