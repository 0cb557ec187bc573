"""The paper's clock and figures."""

from datetime import UTC, datetime

import pytest

from newsroom.domain.paper import PaperSettings, byline_line, gmt_label, grouped, local, update_line
from newsroom.errors import UsageError

MOMENT = datetime(2020, 7, 20, 3, 33, tzinfo=UTC)


def test_update_line_has_the_form_of_the_site():
    assert update_line(MOMENT, PaperSettings()) == "Cập nhật lúc 10:33 20/07/2020 (GMT+7)"


@pytest.mark.parametrize(
    ("offset", "label"),
    [("+07:00", "GMT+7"), ("-03:30", "GMT-3:30"), ("+00:00", "GMT"), ("+05:45", "GMT+5:45")],
)
def test_zone_is_written_as_on_the_site(offset, label):
    assert gmt_label(PaperSettings(utc_offset=offset)) == label


def test_time_is_shown_on_the_papers_clock():
    assert local(MOMENT, PaperSettings(utc_offset="+07:00")).hour == 10


@pytest.mark.parametrize("offset", ["7", "+7:00", "UTC", ""])
def test_malformed_offset_is_refused(offset):
    with pytest.raises(UsageError, match="not a UTC offset"):
        update_line(MOMENT, PaperSettings(utc_offset=offset))


@pytest.mark.parametrize(("number", "text"), [(1234567, "1.234.567"), (999, "999"), (0, "0")])
def test_figures_have_vietnamese_points(number, text):
    assert grouped(number) == text


def test_byline_is_in_capitals_where_the_house_says_so():
    names = ("Đặng Lợi", "Lê Lâm")
    assert byline_line(names, PaperSettings()) == "ĐẶNG LỢI - LÊ LÂM"
    assert byline_line(names, PaperSettings(uppercase_byline=False)) == "Đặng Lợi - Lê Lâm"
