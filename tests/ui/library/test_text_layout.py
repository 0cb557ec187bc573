"""Lines are broken and elided within their width, and hits are marked where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont

from newsroom.ui.library.text_layout import lay_out

LEDE = "Từ đầu tháng, tổ công đoàn số 4 thử thu đoàn phí qua ứng dụng, mỗi người nửa phút."


@pytest.fixture(autouse=True)
def _window(qapp):
    del qapp


def lay(text, hits=(), most=2, width=200):
    font = QFont("Be Vietnam Pro")
    font.setPixelSize(13)
    return lay_out(text, hits, font=font, width=width, line_height=18, most=most)


def test_a_short_text_takes_one_line():
    assert lay("Tin vắn").count == 1


def test_a_long_text_is_elided_in_its_last_line():
    laid = lay(LEDE)
    assert laid.count == 2
    assert laid.layout.text().endswith("…")
    assert laid.layout.lineCount() == 2


def test_a_hit_is_marked_where_it_stands():
    start = LEDE.index("đầu")
    (mark,) = lay(LEDE, ((start, start + 3),)).marks
    assert mark.top() == 1
    assert 10 < mark.left() < mark.right() < 60


def test_a_hit_over_a_line_end_has_two_marks():
    assert len(lay(LEDE, ((10, 40),)).marks) == 2


def test_a_hit_that_is_elided_has_none():
    assert lay(LEDE, ((len(LEDE) - 3, len(LEDE)),)).marks == ()


def test_hits_after_an_emoji_are_marked_where_they_stand():
    (plain,) = lay("ab cd", ((3, 5),)).marks
    (after,) = lay("😀 cd", ((2, 4),)).marks
    assert abs(after.width() - plain.width()) < 1


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.integers(1, 4), st.integers(20, 400))
def test_any_text_fits(text, most, width):
    laid = lay(text, ((0, len(text)),), most, width)
    assert laid.count <= most
    assert all(mark.bottom() <= most * 18 for mark in laid.marks)
