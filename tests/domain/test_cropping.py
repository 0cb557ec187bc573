"""The frame that cuts a photo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.cropping import SMALLEST, WHOLE, Edge, moved, pulled, shaped, within
from newsroom.domain.document import Crop, FocalPoint

HALF = Crop(left=0.25, top=0.25, right=0.75, bottom=0.75)
_SLACK = 0.001


def test_a_frame_moves_as_far_as_the_photo_reaches() -> None:
    assert moved(HALF, 0.1, -0.1) == Crop(left=0.35, top=0.15, right=0.85, bottom=0.65)
    assert moved(HALF, 9, -9) == Crop(left=0.5, top=0.0, right=1.0, bottom=0.5)


def test_a_free_frame_follows_the_edge_alone() -> None:
    assert pulled(HALF, Edge.RIGHT, 0.1, 0.4, None) == Crop(
        left=0.25, top=0.25, right=0.85, bottom=0.75
    )
    assert pulled(HALF, Edge.TOP_LEFT, -0.1, 0.1, None) == Crop(
        left=0.15, top=0.35, right=0.75, bottom=0.75
    )


def test_a_shape_is_kept_from_the_opposite_corner() -> None:
    made = pulled(HALF, Edge.BOTTOM_RIGHT, 0.2, 0.0, 1.0)
    assert made == Crop(left=0.25, top=0.25, right=0.95, bottom=0.95)


def test_a_shape_is_taken_around_the_middle() -> None:
    assert shaped(HALF, 1.0) == HALF
    wide = shaped(WHOLE, 2.0)
    assert wide == Crop(left=0.0, top=0.25, right=1.0, bottom=0.75)


def test_a_focal_point_stays_within_the_frame() -> None:
    assert within(FocalPoint(x=0.9, y=0.5), HALF) == FocalPoint(x=0.75, y=0.5)


_STEPS = st.floats(-2, 2, allow_nan=False)


@st.composite
def frames(draw: st.DrawFn) -> Crop:
    left, top = draw(st.floats(0, 0.9)), draw(st.floats(0, 0.9))
    right = draw(st.floats(left + SMALLEST, 1))
    return Crop(left=left, top=top, right=right, bottom=draw(st.floats(top + SMALLEST, 1)))


@given(frames(), st.sampled_from(Edge), _STEPS, _STEPS, st.none() | st.floats(0.3, 3))
def test_no_pull_leaves_the_photo_or_turns_the_frame(
    crop: Crop, edge: Edge, across: float, down: float, shape: float | None
) -> None:
    made = pulled(crop, edge, across, down, shape)
    assert 0 <= made.left < made.right <= 1
    assert 0 <= made.top < made.bottom <= 1


@given(frames(), st.floats(0.2, 5))
def test_a_shape_is_exact_and_within_the_photo(crop: Crop, shape: float) -> None:
    made = shaped(crop, shape)
    assert 0 <= made.left < made.right <= 1
    height = made.bottom - made.top
    assert made.right - made.left == pytest.approx(height * shape, abs=_SLACK * (1 + shape))
