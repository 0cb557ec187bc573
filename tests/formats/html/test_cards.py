"""Cards: what of an article is shown in lists, search results and shared links."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.document import Crop, Document, FocalPoint, Photo
from newsroom.domain.ids import PhotoId
from newsroom.formats.html.cards import Fit, by_characters, by_width, card_of, social_crop
from newsroom.language.text_width import text_width
from tests.site_sample import photo_sources, rich_article, rich_context

LONG = "Công nhân xưởng may khu chế xuất góp đoàn phí bằng điện thoại, sổ sách khớp đến từng đồng"


def test_a_headline_that_fits_is_shown_whole() -> None:
    card = card_of(rich_article(), rich_context())
    assert card.search.title.fit is Fit.FITS
    assert card.search.title.shown == rich_article().headline
    assert 400 < card.search.title.size < 580
    assert card.headline.fit is Fit.FITS


def test_a_long_headline_is_cut_between_words_where_the_line_ends() -> None:
    card = card_of(replace(rich_article(), headline=LONG), rich_context())
    title = card.search.title
    assert title.fit is Fit.TOO_LONG
    assert title.shown == "Công nhân xưởng may khu chế xuất góp đoàn phí bằng điện…"
    assert LONG[title.cut :].startswith(" thoại,")
    assert text_width(title.shown) * 20 <= 580 < title.size
    assert card.social.title.fit is Fit.TOO_LONG


def test_what_is_missing_is_told() -> None:
    bare = replace(rich_article(), headline="  ", lede="", body=Document())
    card = card_of(bare, rich_context())
    fits = (card.headline.fit, card.lede.fit, card.search.title.fit, card.search.description.fit)
    assert set(fits) == {Fit.MISSING}
    assert (card.social.photo, card.social.crop) == (None, None)


def test_a_lede_of_155_characters_fits_one_of_156_does_not() -> None:
    words = "sa pô " * 25
    for length, fit in ((155, Fit.FITS), (156, Fit.TOO_LONG)):
        lede = words.ljust(length, "x")
        found = card_of(replace(rich_article(), lede=lede), rich_context()).search.description
        assert (found.fit, len(found.shown) <= 155) == (fit, True)


def test_the_trail_is_that_of_the_site() -> None:
    context = rich_context()
    context = replace(context, paper=replace(context.paper, site_url="https://congdoan.example.vn"))
    assert card_of(rich_article(), context).search.trail == (
        "congdoan.example.vn › chuyen-de › phat-trien-doan-vien-xay-dung-to-chuc-cong-doan"
    )


@pytest.mark.parametrize(
    ("crop", "focal", "expected"),
    [
        (None, None, (0.0, 0.0704, 1.0, 0.9296)),
        (None, FocalPoint(x=0.5, y=0.9), (0.0, 0.1409, 1.0, 1.0)),
        (Crop(left=0.5, top=0.0, right=1.0, bottom=1.0), FocalPoint(x=0.9, y=0.3), None),
    ],
)
def test_the_picture_is_cut_around_the_focal_point_within_the_crop(
    crop: Crop | None, focal: FocalPoint | None, expected: tuple[float, ...] | None
) -> None:
    source = photo_sources()[0]
    use = Photo(photo=source.file.id, crop=crop, focal=focal)
    found = social_crop(use, rich_context())
    width = (found.right - found.left) * source.file.width
    height = (found.bottom - found.top) * source.file.height
    assert width / height == pytest.approx(1200 / 630, rel=0.002)
    if expected is not None:
        assert (found.left, found.top, found.right, found.bottom) == pytest.approx(
            expected, abs=0.001
        )
    whole = crop or Crop()
    assert whole.left <= found.left < found.right <= whole.right
    assert found.top <= (focal or FocalPoint()).y <= found.bottom


def test_a_photo_that_is_lost_is_not_offered() -> None:
    lost = Document(blocks=(Photo(photo=PhotoId("0" * 64)),))
    assert card_of(replace(rich_article(), body=lost), rich_context()).social.photo is None


@given(st.text(), st.integers(1, 80))
def test_no_extract_is_longer_than_its_place(words: str, limit: int) -> None:
    found = by_characters(words, limit)
    assert len(found.shown) <= limit
    assert found.words[: found.cut].startswith(found.shown.removesuffix("…")[:1])
    wide = by_width(words, limit * 10.0, 20)
    assert text_width(wide.shown) * 20 <= max(limit * 10.0, 20)


def test_widths_are_near_those_of_arial() -> None:
    # measured with the metrics of Arial
    assert text_width("Công đoàn") == pytest.approx(4.893, abs=0.01)
    assert text_width("Ưu") - text_width("Uu") == pytest.approx(0.132, abs=0.01)
    assert text_width("illi") == pytest.approx(0.888, abs=0.01)
    assert text_width("WWW") == pytest.approx(2.832, abs=0.01)
