"""Which versions stay as time passes."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.versions import Version, VersionId, superfluous

NOW = datetime(2026, 11, 22, 9, 0, 30, tzinfo=UTC)


def version(number: int, age: timedelta, name: str = "") -> Version:
    return Version(
        id=VersionId(number), at=NOW - age, by="Lê Lâm", name=name, words=1, sha256="0" * 64
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
    remaining = left(every(timedelta(seconds=20), timedelta(hours=5)))
    assert 10 <= kept(timedelta(minutes=10), timedelta(-1)) <= 12
    assert 11 <= kept(2 * hour, timedelta(minutes=10)) <= 13
    assert 3 <= kept(5 * hour, 2 * hour) <= 4
    remaining = left(every(timedelta(minutes=30), 400 * day))
    assert 22 <= kept(day, 2 * hour) <= 24
    assert 29 <= kept(30 * day, day) <= 31
    assert 52 <= kept(400 * day, 30 * day) <= 54


def test_of_a_span_the_last_one_stays():
    early, late = version(1, timedelta(days=3, hours=2)), version(2, timedelta(days=3, hours=1))
    assert left([early, late, version(3, timedelta())]) == [late, version(3, timedelta())]


def test_a_clock_that_was_set_back_does_not_lose_versions():
    ahead = version(1, timedelta(hours=-3))
    assert left([ahead, version(2, timedelta())]) == [ahead, version(2, timedelta())]
