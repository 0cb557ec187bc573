"""Which versions stay as time passes."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.versions import Version, VersionId, superfluous

NOW = datetime(2026, 11, 22, 9, 0, 30, tzinfo=UTC)


def version(number: int, age: timedelta, name: str = "", words: int = 1) -> Version:
    return Version(
        id=VersionId(number), at=NOW - age, by="Lê Lâm", name=name, words=words, sha256="0" * 64
    )


def every(step: timedelta, span: timedelta) -> list[Version]:
    """One version at each step of `span`, the newest last."""
    count = span // step
    return [version(count - n, step * n) for n in range(count)]


def left(versions: list[Version], now: datetime = NOW) -> list[Version]:
    gone = superfluous(versions, now)
    return [each for each in versions if each.id not in gone]


ages = st.lists(
    st.tuples(
        st.timedeltas(min_value=timedelta(minutes=-5), max_value=timedelta(days=900)),
        st.sampled_from(("", "", "", "Bản gửi duyệt")),
    ),
    max_size=40,
)


@given(ages)
def test_named_and_newest_versions_always_stay(parts):
    ordered = sorted(parts, key=lambda part: part[0], reverse=True)
    versions = [version(n, age, name) for n, (age, name) in enumerate(ordered)]
    kept = left(versions)
    assert [each for each in versions if each.name] == [each for each in kept if each.name]
    assert versions[-1:] == kept[-1:]


@given(ages, st.timedeltas(min_value=timedelta(), max_value=timedelta(days=60)))
def test_thinning_often_leaves_what_thinning_once_leaves(parts, later):
    ordered = sorted(parts, key=lambda part: part[0], reverse=True)
    versions = [version(n, age, name) for n, (age, name) in enumerate(ordered)]
    assert left(left(versions)) == left(versions)
    assert left(left(versions), NOW + later) == left(versions, NOW + later)


def test_one_a_minute_then_ten_minutes_then_an_hour_then_a_day_then_a_week():
    def kept(older: timedelta, younger: timedelta) -> int:
        return sum(older >= NOW - each.at > younger for each in remaining)

    hour, day = timedelta(hours=1), timedelta(days=1)
    *remaining, _first = left(every(timedelta(seconds=20), timedelta(hours=5)))
    assert 10 <= kept(timedelta(minutes=10), timedelta(-1)) <= 12
    assert 11 <= kept(2 * hour, timedelta(minutes=10)) <= 13
    assert 3 <= kept(5 * hour, 2 * hour) <= 4
    *remaining, _first = left(every(timedelta(minutes=30), 400 * day))
    assert 22 <= kept(day, 2 * hour) <= 24
    assert 29 <= kept(30 * day, day) <= 31
    assert 52 <= kept(400 * day, 30 * day) <= 54


def test_of_a_span_the_last_one_stays():
    first, last = version(1, timedelta(days=9)), version(4, timedelta())
    early, late = version(2, timedelta(days=3, hours=2)), version(3, timedelta(days=3, hours=1))
    assert left([first, early, late, last]) == [first, late, last]


def test_the_text_as_it_was_first_filed_always_stays():
    """Opened, changed and kept within a minute; the empty sheet it began on may go."""
    second = timedelta(seconds=1)
    empty, filed = version(1, 4 * second, words=0), version(2, 3 * second)
    typed, last = version(3, 2 * second), version(4, second)
    assert left([empty, filed, typed, last]) == [filed, last]
    assert left([empty, filed, last], NOW + timedelta(days=800)) == [filed, last]


def test_a_name_given_now_does_not_cost_what_was_kept_a_moment_ago():
    first, typed = version(1, timedelta(days=2)), version(2, timedelta(seconds=9))
    named = version(3, timedelta(seconds=1), "Bản gửi duyệt")
    assert left([first, typed, named]) == [first, typed, named]


def test_a_clock_that_was_set_back_does_not_lose_versions():
    ahead = version(1, timedelta(hours=-3))
    assert left([ahead, version(2, timedelta())]) == [ahead, version(2, timedelta())]
