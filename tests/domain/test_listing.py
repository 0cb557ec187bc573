"""The front page and the pages of sections, dealt from the newest articles."""

from dataclasses import replace
from datetime import timedelta

from newsroom.domain.article import ArticleSummary, Urgency
from newsroom.domain.ids import PhotoId
from newsroom.domain.listing import FrontPage, SectionNews, front_page, section_pages
from tests.site_sample import summary

PHOTO = PhotoId("a" * 64)


def news(count: int, *, photo: PhotoId | None = None) -> list[ArticleSummary]:
    return [summary(n, f"Tin {n}", ago=timedelta(hours=n), photo=photo) for n in range(count)]


def test_the_lead_is_a_flash_then_the_newest_with_a_photo_then_the_newest() -> None:
    plain = news(4)
    assert front_page(plain, ()).lead == plain[0]
    pictured = [*plain[:2], replace(plain[2], lead_photo=PHOTO), plain[3]]
    assert front_page(pictured, ()).lead == pictured[2]
    flash = [*pictured[:3], replace(plain[3], urgency=Urgency.FLASH)]
    front = front_page(flash, ())
    assert front.lead == flash[3]
    assert front.seconds == tuple(flash[:3])


def test_each_article_stands_at_one_place() -> None:
    all_news = news(20)
    groups = [
        SectionNews(section=("A",), news=tuple(all_news[:8])),
        SectionNews(section=("B",), news=tuple(all_news[1:3])),
    ]
    front = front_page([*all_news, all_news[0]], groups)
    assert front.lead is not None
    above = [front.lead, *front.seconds]
    assert len({one.id for one in above}) == 4
    assert not {one.id for one in above} & {one.id for one in front.latest}
    (group,) = front.sections
    assert [one.headline for one in group.news] == ["Tin 4", "Tin 5", "Tin 6", "Tin 7"]


def test_an_empty_library_has_an_empty_front_page() -> None:
    assert front_page((), (SectionNews(section=("A",)),)) == FrontPage()


def test_a_section_has_pages_of_twenty_and_one_even_when_empty() -> None:
    pages = section_pages(("A",), news(41))
    assert [(one.page, one.pages, len(one.news)) for one in pages] == [
        (1, 3, 20), (2, 3, 20), (3, 3, 1),
    ]  # fmt: skip
    (empty,) = section_pages(("A",), ())
    assert (empty.page, empty.pages, empty.news) == (1, 1, ())
