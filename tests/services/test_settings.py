import pytest

from newsroom.domain.paper import PaperSettings
from newsroom.errors import UserError
from newsroom.services.settings import checked_paper, read_paper, save_paper
from tests.fakes.desk import make_desk


def test_settings_are_trimmed_and_kept():
    desk = make_desk()
    outcome = save_paper(desk=desk, settings=PaperSettings(name="  Báo Lao Động  ", visits=7))
    assert outcome.changes.settings
    assert read_paper(desk=desk) == outcome.value == PaperSettings(name="Báo Lao Động", visits=7)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "  "},
        {"visits": -1},
        {"brand_colour": "red"},
        {"accent_colour": "#12345"},
        {"accent_colour": "#1234567"},
        {"utc_offset": "7"},
        {"utc_offset": "+07:75"},
        {"utc_offset": "+15:00"},
        {"utc_offset": "+99:00"},
        {"site_url": "javascript:alert(1)"},
        {"site_url": "example.vn"},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_kept(wrong):
    desk = make_desk()
    with pytest.raises(UserError):
        save_paper(desk=desk, settings=PaperSettings(**wrong))
    assert read_paper(desk=desk) == PaperSettings()


@pytest.mark.parametrize("offset", ["+07:00", "-03:30", "+00:00", "+14:00", "+05:45"])
def test_zones_on_earth(offset):
    assert checked_paper(PaperSettings(utc_offset=offset)).utc_offset == offset


def test_an_address_of_the_site():
    assert checked_paper(PaperSettings(site_url=" https://bao.vn ")).site_url == "https://bao.vn"
