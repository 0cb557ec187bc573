"""Where pages lie below each other: sizes, places, and what a window onto them shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize

from newsroom.press.layout.model import Area
from newsroom.press.preflight.report import Box
from newsroom.press.sheets import Sheet
from newsroom.ui.printing.look import LEAST_ZOOM, MOST_ZOOM, PAGE, WIDTH
from newsroom.ui.printing.pile import GAP, MARGIN, SCREEN, Pile, scale_for

TALL = Sheet(shown=Box(0, 0, 300, 400))
WIDE = Sheet(shown=Box(0, 0, 600, 200))
PILE = Pile((TALL, WIDE, TALL), 2.0)
WINDOW = QSize(700, 500)


def sight(left: int, top: int, size: QSize = WINDOW) -> QRect:
    return QRect(QPoint(left, top), size)


def test_pages_lie_below_each_other_with_gaps():
    assert PILE.tops == (MARGIN, MARGIN + 800 + GAP, MARGIN + 800 + GAP + 400 + GAP)
    assert PILE.size == (1200 + 2 * MARGIN, PILE.tops[2] + 800 + MARGIN)


def test_without_pages_there_is_nothing():
    empty = Pile()
    assert empty.size == (2 * MARGIN, 0)
    assert empty.pages(sight(0, 0)) == range(0)
    assert empty.place_in(sight(0, 0)) == (0, 0.0)
    assert empty.under(QPointF(5, 5), sight(0, 0)) == (-1, QPointF())


@pytest.mark.parametrize(
    ("top", "pages"),
    [(0, range(1)), (400, range(2)), (830, range(1, 3)), (5000, range(2, 3))],
)
def test_the_pages_in_a_window(top, pages):
    assert PILE.pages(sight(0, top)) == pages


def test_neighbours_end_with_the_pages():
    assert PILE.near(range(1, 2), 1) == range(3)
    assert PILE.near(range(1), 2) == range(3)
    assert Pile((TALL,) * 9).near(range(4, 6), 2) == range(2, 8)


@given(st.integers(1, 1700), st.integers(100, 900), st.floats(0.2, 5))
def test_a_place_is_found_again_at_another_size(top, height, scale):
    """What was in the middle is there again, to a pixel, when the pages are larger or smaller."""
    window = QSize(700, height)
    page, share = PILE.place_in(sight(0, top, window))
    other = Pile(PILE.sheets, scale)
    middle = other.top_for((page, share), height) + height / 2
    down = (middle - other.tops[page]) / (other.sheets[page].height * scale)
    assert down * other.sheets[page].height * scale == pytest.approx(
        share * other.sheets[page].height * scale, abs=1
    )


def test_the_top_stays_the_top_and_what_is_gone_is_the_end():
    assert PILE.place_in(sight(0, 0)) == (0, -1.0)
    assert PILE.top_for((0, -1.0), 500) == 0
    assert PILE.top_for((7, 0.5), 500) == round(PILE.size[1])


def test_a_page_stands_in_the_middle_of_a_wider_window():
    wide = sight(0, 0, QSize(1000, 500))
    assert PILE.rect(0, wide) == QRectF(200, MARGIN, 600, 800)
    assert PILE.rect(1, sight(100, 900)) == QRectF(MARGIN - 100, PILE.tops[1] - 900, 1200, 400)


def test_an_area_comes_to_the_middle():
    corner = PILE.corner_for(1, Area(x=100, y=50, width=20, height=10), WINDOW)
    middle = corner + QPoint(350, 250)
    assert middle == QPoint(MARGIN + 220, round(PILE.tops[1]) + 110)


def test_a_view_is_sharp_on_a_fine_screen_and_its_sight_lies_on_the_page():
    view = PILE.view(1, sight(100, 900), 1.5)
    assert view.size == QSize(1800, 600)
    left, top = 100 - MARGIN, 900 - round(PILE.tops[1])
    assert view.sight == QRect(round(left * 1.5), round(top * 1.5), 1050, (400 - top) * 3 // 2)
    assert QRect(QPoint(), view.size).contains(view.sight)


def test_what_is_out_of_sight_is_no_part_of_the_view():
    assert PILE.view(0, sight(0, 1500), 1.0).sight.isEmpty()


@pytest.mark.parametrize(
    ("point", "found"),
    [
        (QPointF(70, 34), (0, QPointF(10, 10))),
        (QPointF(20, 34), (-1, QPointF())),
        (QPointF(300, 5), (-1, QPointF())),
    ],
)
def test_the_page_under_a_point(point, found):
    page, place = PILE.under(point, sight(0, 0, QSize(700, 500)))
    assert (page, place) == found


def test_a_size_in_per_cent_is_that_of_the_screen():
    assert scale_for(100, (TALL,), WINDOW) == SCREEN
    assert scale_for(1, (TALL,), WINDOW) == LEAST_ZOOM / 100 * SCREEN
    assert Pile((TALL,), scale_for(150, (TALL,), WINDOW)).per_cent == 150


def test_the_largest_page_fits_the_window():
    room = QSize(628, 428)
    assert scale_for(WIDTH, (TALL, WIDE), room) == 1.0
    assert scale_for(PAGE, (TALL, WIDE), room) == 1.0
    assert scale_for(PAGE, (TALL,), room) == 1.0
    assert scale_for(WIDTH, (TALL,), room) == 2.0


def test_in_no_window_is_a_page_without_size_or_beyond_the_largest():
    assert scale_for(WIDTH, (TALL,), QSize(1, 1)) > 0.1
    assert scale_for(WIDTH, (TALL,), QSize(90_000, 1)) == MOST_ZOOM / 100 * SCREEN
