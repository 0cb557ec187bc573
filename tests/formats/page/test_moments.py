from datetime import datetime

import pytest

from newsroom.formats.page.moments import is_relative_time, iso_moment, time_line


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("Cập nhật lúc 10:33 20/07/2020 (GMT+7)", "2020-07-20T10:33:00+07:00"),
        ("20/7/2020 10:33", "2020-07-20T10:33:00+07:00"),
        ("Thứ hai, 20/07/2020, 10:33 (GMT+7)", "2020-07-20T10:33:00+07:00"),
        ("Thứ Hai, ngày 20/07/2020 - 10:33", "2020-07-20T10:33:00+07:00"),
        ("Thứ 2, 20/07/2020 | 10:33:15 [GMT +7]", "2020-07-20T10:33:15+07:00"),
        ("Updated: July 20, 2020 10:33 AM", "2020-07-20T10:33:00+07:00"),
        ("Posted on Jul 20, 2020 at 5 p.m.", "2020-07-20T17:00:00+07:00"),
        ("Mon, 20 Jul 2020 10:33:00 +0900", "2020-07-20T10:33:00+09:00"),
        ("20 July 2020, 15:04 GMT", "2020-07-20T15:04:00+00:00"),
        ("Published 3:04 PM EDT, Mon July 20, 2020", "2020-07-20T15:04:00-04:00"),
        ("2020-07-20T03:33:00Z", "2020-07-20T03:33:00+00:00"),
        ("10h33 ngày 20/7/2020", "2020-07-20T10:33:00+07:00"),
        ("10 giờ 33 ngày 20 tháng 7 năm 2020", "2020-07-20T10:33:00+07:00"),
        ("20.07.2020, 10:33 CH", "2020-07-20T22:33:00+07:00"),
        ("07/20/2020 08:15 PM", "2020-07-20T20:15:00+07:00"),
        ("20/07/2020", "2020-07-20T00:00:00+07:00"),
        (
            "Đăng lúc: 20/07/2020 09:00 - Cập nhật: 21/07/2020 10:33",
            "2020-07-21T10:33:00+07:00",
        ),
    ],
)
def test_times_are_read_with_their_zone(words: str, moment: str) -> None:
    line = time_line(words)
    assert line is not None
    assert line.moment == datetime.fromisoformat(moment)
    assert line.moment.utcoffset() == datetime.fromisoformat(moment).utcoffset()
    assert line.rest == ""


@pytest.mark.parametrize(
    "words",
    [
        "Ngày 20/7, tại Hà Nội, hội nghị đã khai mạc",
        "Hà Nội, ngày 20 tháng 7 năm 2020",
        "Kế hoạch giai đoạn 2016-2020",
        "Ngày 30/2/2020 10:00",
        "32/13/2020",
        "Đến 17h ngày 20/7/2020 cả nước có thêm 12 ca mắc mới",
        "Năm 2020 có 365 ngày",
        "",
    ],
)
def test_other_lines_are_no_times(words: str) -> None:
    assert time_line(words) is None


def test_a_name_or_a_section_may_stand_beside_the_time() -> None:
    line = time_line("Minh Tú - 10:33 20/07/2020")
    assert line is not None
    assert line.rest == "Minh Tú"
    line = time_line("Thời sự | 20-07-2020 10:33")
    assert line is not None
    assert line.rest == "Thời sự"


def test_relative_times_are_told() -> None:
    assert is_relative_time("3 giờ trước")
    assert is_relative_time("Updated 2 hours ago")
    assert not is_relative_time("Ba giờ trước trận đấu")


def test_meta_times_may_lack_a_zone_or_be_nonsense() -> None:
    assert iso_moment("2020-07-20T10:33:00") == datetime.fromisoformat("2020-07-20T10:33:00+07:00")
    assert iso_moment("7/20/2020 10:33:00 AM") == datetime.fromisoformat(
        "2020-07-20T10:33:00+07:00"
    )
    assert iso_moment("hôm nay") is None
