"""What a line must not part."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.language.binding import bind


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("dài 28 km, 30 tháng", "dài 28~km, 30~tháng"),
        ("2.000 tỷ đồng và 3,5 %", "2.000~tỷ đồng và 3,5~%"),
        ("rộng 12.000 m2 hay 12.000 m²", "rộng 12.000~m2 hay 12.000~m²"),
        ("ngày 20 tháng 7 năm 2020", "ngày~20~tháng~7 năm 2020"),
        ("Ông Lê Lâm và bà Mai", "Ông~Lê Lâm và bà~Mai"),
        ("ông và bà cùng Đặng Lợi; Bà Đặng", "ông và bà cùng Đặng Lợi; Bà~Đặng"),
        ("4 mét vải, 5 mớ rau", "4 mét vải, 5 mớ rau"),
        ("không  km 1  km", "không  km 1  km"),
        ("Trông Lan, bồng Mai", "Trông Lan, bồng Mai"),
        ("chính trị - xã hội – và -5", "chính trị~-~xã hội~– và -5"),
        ("", ""),
    ],
)
def test_pairs_are_bound_and_others_are_not(words: str, bound: str) -> None:
    assert bind(words) == bound.replace("~", "\u00a0")


@given(st.text(st.sampled_from("19 %kmôngbàÔLtháỷ\n.,"), max_size=40))
def test_length_and_words_stay(words: str) -> None:
    once = bind(words)
    assert once.replace("\u00a0", " ") == words
    assert bind(once) == once


_PIECES = ("5 km", "ngày 3", "tháng 10", "năm 2026", "Ông Bảo", "bà Hạnh", "xã - phường", "a – b")


@given(st.lists(st.sampled_from((*_PIECES, " ", "- ", "x" * 9)), max_size=40).map(" ".join))
def test_long_words_are_bound_piece_by_piece_as_at_once(words: str) -> None:
    at_once = bind(words)
    for size in (1, 2, 5, 16):
        with patch("newsroom.language.binding.PIECE", size):
            assert bind(words) == at_once
