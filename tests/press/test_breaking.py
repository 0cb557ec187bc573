import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.press.layout.breaking import (
    Box,
    Tolerance,
    break_balanced,
    break_justified,
    break_ragged,
)

SPACE = 2.5
boxes = st.lists(
    st.builds(
        Box,
        width=st.floats(3, 45),
        chars=st.integers(1, 8),
        space=st.just(SPACE),
        inside=st.integers(0, 1),
        forced=st.sampled_from([False] * 9 + [True]),
    ),
    min_size=1,
    max_size=60,
)


def set_width(words, line):
    """The width of a line as it will be drawn."""
    gaps = sum(w.gap + w.inside for w in words) - words[-1].gap
    blank = sum(w.space * (w.gap + w.inside) for w in words) - words[-1].space * words[-1].gap
    natural = sum(w.width + w.space * w.gap for w in words) - words[-1].space * words[-1].gap
    chars = sum(w.chars + w.gap for w in words) - words[-1].gap - 1
    return (natural - blank) * line.scale + blank + gaps * line.word_space + chars * line.tracking


@settings(deadline=None)
@given(boxes, st.floats(50, 200))
def test_all_words_are_kept_in_order(words, measure):
    for lines in (
        break_justified(words, [measure], Tolerance(0.02, 0.09)),
        break_ragged(words, [measure]),
        break_balanced(words, measure),
    ):
        assert [line.start for line in lines] == [0, *(line.end for line in lines[:-1])]
        assert lines[-1].end == len(words)
        assert all(line.start < line.end for line in lines)


@settings(deadline=None)
@given(boxes, st.floats(50, 200))
def test_no_line_is_over_full_nor_letters_bent_beyond_the_tolerance(words, measure):
    for line in break_justified(words, [measure], Tolerance(0.02, 0.09)):
        assert set_width(words[line.start : line.end], line) <= measure + 1e-6
        assert abs(line.scale - 1) <= 0.02 + 1e-9
        assert abs(line.tracking) <= 0.09 + 1e-9
        assert line.word_space > -SPACE


@settings(deadline=None)
@given(boxes, st.floats(60, 200))
def test_justified_lines_fill_the_measure_unless_only_holes_could(words, measure):
    lines = break_justified(words, [measure])
    for line in lines[:-1]:
        if line.end - line.start > 1 and not words[line.end - 1].forced:
            full = set_width(words[line.start : line.end], line) == pytest.approx(measure)
            assert full or line.word_space == 0
            assert line.word_space <= 4 * SPACE + 1e-6


def test_before_a_word_as_wide_as_the_column_no_word_stands_alone_on_its_line():
    words = [Box(width=width, chars=4, space=SPACE) for width in (14, 16, 98, 12, 15, 11)]
    assert [line.end for line in break_justified(words, [100])] == [2, 3, 6]


def test_a_line_that_only_holes_could_fill_stays_short():
    words = [Box(width=width, chars=4, space=SPACE) for width in (14, 16, 98, 12, 15)]
    assert break_justified(words, [100])[0].word_space == 0


@settings(deadline=None)
@given(boxes, st.floats(50, 200))
def test_a_forced_break_ends_its_line(words, measure):
    ends = {line.end for line in break_justified(words, [measure])}
    assert {at + 1 for at, word in enumerate(words) if word.forced} <= ends


@settings(deadline=None)
@given(st.lists(st.floats(8, 16), min_size=25, max_size=60), st.floats(150, 250))
def test_the_last_line_has_two_words(widths, measure):
    words = [Box(width=width, chars=4, space=SPACE) for width in widths]
    for lines in (
        break_justified(words, [measure]),
        break_ragged(words, [measure]),
        break_balanced(words, measure),
    ):
        assert lines[-1].end - lines[-1].start >= 2


def test_measures_may_differ_from_line_to_line():
    words = [Box(width=10, chars=3, space=SPACE)] * 30
    lines = break_justified(words, [30, 30, 60])
    assert [line.end - line.start for line in lines[:2]] == [2, 2]
    assert lines[2].end - lines[2].start > 3


def test_a_headline_breaks_into_even_lines():
    words = [Box(width=20, chars=5, space=5)] * 8
    assert [line.end for line in break_balanced(words, 165)] == [4, 8]


def test_a_headline_avoids_the_price_of_a_clinging_word():
    words = [Box(width=20, chars=5, space=5, penalty=400.0 * (at == 3)) for at in range(8)]
    assert [line.end for line in break_balanced(words, 165)] in ([3, 8], [5, 8])


def test_no_words_give_no_lines():
    assert break_justified([], [100]) == []
    assert break_ragged([], [100]) == []
    assert break_balanced([], 100) == []
