"""The running sum is that of counting all anew, whatever was replaced and asked in between."""

from hypothesis import given
from hypothesis import strategies as st

from newsroom.ui.editor.tally import Count, Tally

STEPS = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.integers(0, 5),
        st.lists(st.integers(0, 50), max_size=5),
        st.sampled_from(("", "total", "at")),
    ),
    max_size=12,
)


@given(STEPS)
def test_the_sum_is_that_of_all_blocks(steps) -> None:
    blocks: list[int] = []
    tally = Tally()

    def count(index: int) -> Count:
        return Count(blocks[index], 3 * blocks[index])

    for place, length, made, ask in steps:
        low = min(place, len(blocks))
        high = min(low + length, len(blocks))
        blocks[low:high] = made
        tally.replace(low, high, len(made))
        if ask == "total":
            assert tally.total(count) == Count(sum(blocks), 3 * sum(blocks))
        if ask == "at" and blocks:
            assert tally.at(len(blocks) - 1, count) == count(len(blocks) - 1)
    assert tally.total(count) == Count(sum(blocks), 3 * sum(blocks))


def test_what_was_counted_is_not_counted_again() -> None:
    asked: list[int] = []

    def count(index: int) -> Count:
        asked.append(index)
        return Count(1, 1)

    tally = Tally()
    tally.replace(0, 0, 100)
    tally.total(count)
    asked.clear()
    tally.replace(40, 41, 2)
    assert tally.total(count) == Count(101, 101)
    assert sorted(asked) == [40, 41]
