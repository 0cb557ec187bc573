"""What a person types, taken apart."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import Status
from newsroom.storage.search_query import Term, day_named, parse_query, status_named

HANOI = timezone(timedelta(hours=7))


def terms(typed: str) -> list[tuple[str, bool]]:
    return [(term.words, term.prefix) for term in parse_query(typed).terms]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("công đoàn", [("công", False), ("đoàn", True)]),
        ("công đoàn ", [("công", False), ("đoàn", False)]),
        ('"công đoàn" phí', [("công đoàn", False), ("phí", True)]),
        ("“công đoàn”", [("công đoàn", False)]),
        ('"công đo', [("công đo", True)]),
        ("lao* tết ", [("lao", True), ("tết", False)]),
        ("Covid-19 ", [("Covid-19", False)]),
        ("NN&PTNT ", [("NN&PTNT", False)]),
        ("https://a.vn/b ", [("https://a.vn/b", False)]),
        ("- & tết ", [("tết", False)]),
        ("la\u0300m ", [("làm", False)]),
    ],
)
def test_words_and_phrases(typed, expected):
    assert terms(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('section:"An toàn lao động"', {"section": "An toàn lao động"}),
        ('chuyên mục:"An toàn" ', {"section": "An toàn"}),
        ("chuyên-mục:Tết", {"section": "Tết"}),
        ("muc:Tết", {"section": "Tết"}),
        ("thẻ:Covid-19", {"tag": "Covid-19"}),
        ("TAG:Tết", {"tag": "Tết"}),
        ("trạng thái:nháp", {"status": "nháp"}),
        ('tác giả:"Lê Lâm"', {"by": "Lê Lâm"}),
        ("by:lê after:2020 before:2021", {"by": "lê", "after": "2020", "before": "2021"}),
        ("sau:20/7/2020 trước:2021", {"after": "20/7/2020", "before": "2021"}),
        ("tag:a tag:b", {"tag": "b"}),
        ("section:", {}),
        ('section:""', {}),
    ],
)
def test_filters(typed, expected):
    query = parse_query(typed)
    assert query.filters == expected
    assert query.terms == ()
    assert not query.nonsense


def test_unknown_filter_is_a_word():
    assert terms("màu:đỏ ") == [("màu:đỏ", False)]


def test_filter_must_begin_a_word():
    assert terms("metatag:a ") == [("metatag:a", False)]


@pytest.mark.parametrize("typed", ["", "  ", '"', '""', "section: "])
def test_nothing_typed_is_no_nonsense(typed):
    query = parse_query(typed)
    assert (query.terms, query.filters, query.nonsense) == ((), {}, False)


@pytest.mark.parametrize("typed", ["&&&", "* ?", "…"])
def test_signs_alone_are_nonsense(typed):
    assert parse_query(typed).nonsense


@given(st.text(max_size=40))
def test_any_text_can_be_taken_apart(typed):
    for term in parse_query(typed).terms:
        assert '"' not in term.words
        assert "\0" not in term.words


@pytest.mark.parametrize(
    ("words", "marked"), [("duong", False), ("Duong", False), ("đuong", True), ("hòa", True)]
)
def test_marked_words(words, marked):
    assert Term(words=words).marked is marked


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("draft", Status.DRAFT),
        ("Nháp", Status.DRAFT),
        ("chờ duyệt", Status.AWAITING_APPROVAL),
        ("chờ-biên-tập", Status.AWAITING_EDIT),
        ("pub", Status.PUBLISHED),
        ("đã duyệt", Status.APPROVED),
        ("Đã loại", Status.SPIKED),
        ("xyz", None),
    ],
)
def test_names_of_statuses(words, status):
    assert status_named(words) is status


def test_the_example_of_the_search_field_is_understood():
    filters = parse_query("trạng thái:nháp từ ngày:1/11/2026").filters
    assert filters == {"status": "nháp", "after": "1/11/2026"}
    assert status_named(filters["status"]) is Status.DRAFT


@pytest.mark.parametrize("status", Status)
def test_every_status_can_be_named(status):
    assert status_named(status.value) is status


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2020", (2020, 1, 1)),
        ("2020-07", (2020, 7, 1)),
        ("2020-07-20", (2020, 7, 20)),
        ("7/2020", (2020, 7, 1)),
        ("20/7/2020", (2020, 7, 20)),
        ("20-07-2020", (2020, 7, 20)),
        ("31/2/2020", None),
        ("0000", None),
        ("hôm qua", None),
    ],
)
def test_names_of_days(words, day):
    assert day_named(words, HANOI) == (datetime(*day, tzinfo=HANOI) if day else None)


@pytest.mark.parametrize(
    "typed", ["một hai " * 10_000, '"' + "một hai " * 10_000, "tag:a " * 20_000]
)
def test_only_the_beginning_of_a_pasted_article_is_looked_for(typed):
    query = parse_query(typed)
    assert sum(len(term.words) for term in query.terms) <= 1000
