from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.ui.widgets.moments import parse_moment

HANOI = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 22, 9, 42, tzinfo=HANOI)


def _parsed(words):
    return parse_moment(words, now=NOW, zone=HANOI)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("06:00 24/11/2026", (2026, 11, 24, 6, 0)),
        ("24/11/2026 06:00", (2026, 11, 24, 6, 0)),
        ("6h 24/11", (2026, 11, 24, 6, 0)),
        ("6 giờ ngày 24-11-2026", (2026, 11, 24, 6, 0)),
        ("18h30", (2026, 11, 22, 18, 30)),
        ("18g30, 25.11", (2026, 11, 25, 18, 30)),
        ("lúc 9:42", (2026, 11, 23, 9, 42)),
        ("24/11/2026", (2026, 11, 24, 0, 0)),
        ("1/2", (2027, 2, 1, 0, 0)),
        ("24/11/27", (2027, 11, 24, 0, 0)),
        ("29/2/2028 23:59", (2028, 2, 29, 23, 59)),
    ],
)
def test_as_people_write_it(words, expected):
    assert _parsed(words) == datetime(*expected, tzinfo=HANOI)


@pytest.mark.parametrize(
    "words",
    ["", "mai", "31/2/2026", "25:00", "10:75", "2026", "24/13/2026", "6h 24/11 nhé", "29/2"],
)
def test_what_is_no_time(words):
    assert _parsed(words) is None


@given(st.text(max_size=40))
def test_no_words_break_it(words):
    found = _parsed(words)
    assert found is None or found.tzinfo is HANOI
