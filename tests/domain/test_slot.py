"""A slot is written as it is typed and read back as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.slot import DepthUnit, Slot, parse_slot
from newsroom.errors import UsageError


@given(
    preset=st.sampled_from(["newspaper", "tabloid", "Trang 4"]),
    columns=st.integers(1, 9),
    depth=st.integers(1, 1200),
    unit=st.sampled_from(DepthUnit),
)
def test_round_trip(preset, columns, depth, unit):
    slot = Slot(preset=preset, columns=columns, depth=depth, unit=unit)
    assert parse_slot(str(slot)) == slot


@pytest.mark.parametrize(
    "words", ["newspaper:2x120MM", " newspaper : 2 × 120 mm ", "newspaper:2*120mm"]
)
def test_it_may_be_typed_loosely(words):
    slot = Slot(preset="newspaper", columns=2, depth=120, unit=DepthUnit.MILLIMETRES)
    assert parse_slot(words) == slot


@pytest.mark.parametrize(
    "words", ["newspaper", "newspaper:0×3", "newspaper:2×0", ":2×3", "a:2×9999mm"]
)
def test_nonsense_is_told(words):
    with pytest.raises(UsageError, match="is no slot"):
        parse_slot(words)


def test_no_words_are_no_slot():
    assert parse_slot("  ") is None
