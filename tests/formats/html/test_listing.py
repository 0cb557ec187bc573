"""The front page and the pages of sections, in every theme."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from lxml import html as lxml_html

from newsroom.domain.article import ArticleSummary, SectionPath
from newsroom.domain.document import Crop, FocalPoint, Photo
from newsroom.domain.listing import FrontPage, Listing, SectionNews, SectionPage, front_page
from newsroom.domain.paper import PaperSettings
from newsroom.domain.rendering import RenderContext
from newsroom.domain.taxonomy import Section, SectionTree
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.blocks import WebImage, WebSource
from newsroom.formats.html.theme import load_theme, theme_names
from newsroom.formats.html.writer import listing_faces, render_listing
from tests.site_sample import SECTION, photo_sources, rich_context, summary

PHOTO = photo_sources()[0].file.id
TREE = SectionTree(
    roots=(
        Section(
            name=SECTION[0],
            slug="chuyen-de",
            children=(Section(name=SECTION[1], slug="phat-trien"),),
        ),
        Section(name="Đời sống", slug="doi-song"),
    )
)


def picture(use: Photo) -> WebImage:
    sources = (WebSource(src="l-1600.jpg", width=1600), WebSource(src="l-480.jpg", width=480))
    return WebImage(src="l-1600.jpg", width=1600, height=900, sources=sources)


def thumbnail(use: Photo) -> WebImage:
    return WebImage(src=f"{use.photo[:6]}.jpg", width=320, height=200)


def section_address(section: SectionPath, page: int) -> str:
    return "/".join((*section, str(page)))


ASSETS = Assets(
    policy="default-src 'none'",
    image=picture,
    thumbnail=thumbnail,
    article=lambda article: f"bai:{article}",
    section=section_address,
)


def news(count: int, section: SectionPath = SECTION) -> list[ArticleSummary]:
    return [
        replace(
            summary(n, f"Tin {n}", ago=timedelta(hours=n), photo=PHOTO),
            section=section,
            lede=f"Sa pô {n}",
        )
        for n in range(count)
    ]


def context(**changes: object) -> RenderContext:
    return replace(rich_context(), sections=TREE, related=(), latest=(), **changes)  # type: ignore[arg-type]


def front() -> FrontPage:
    life = tuple(replace(one, id=f"d{n}") for n, one in enumerate(news(4, ("Đời sống",))))  # type: ignore[arg-type]
    return front_page(news(10), (SectionNews(section=("Đời sống",), news=life),))


def section(page: int = 2, pages: int = 3, count: int = 3) -> SectionPage:
    return SectionPage(section=SECTION[:1], news=tuple(news(count)), page=page, pages=pages)


def tree(
    listing: Listing, theme: str = "paper", where: RenderContext | None = None
) -> lxml_html.HtmlElement:
    written = render_listing(listing, where or context(), theme=load_theme(theme), assets=ASSETS)
    return lxml_html.fromstring(str(written))


themes = pytest.mark.parametrize("theme", theme_names())


@themes
def test_the_front_page_shows_lead_seconds_newest_and_sections(theme: str) -> None:
    page = tree(front(), theme)
    assert page.xpath("//section[@class='top']/article//h2/a/text()") == ["Tin 0"]
    assert page.xpath("//section[@class='top']/article//p[@class='teaser']/text()") == ["Sa pô 0"]
    assert page.xpath("//ul[@class='seconds']//h2/a/@href") == [
        f"bai:neighbour{n:03}" for n in (1, 2, 3)
    ]
    assert page.xpath("//aside//h3/a/text()") == [f"Tin {n}" for n in range(4, 10)]
    assert page.xpath("//div[@class='groups']//h2/a/@href") == ["Đời sống/1"]
    assert page.xpath("count(//div[@class='groups']//h3)") == 4
    assert page.xpath("//nav[@class='menu']//a[@aria-current]/text()") == ["Trang chủ"]


@themes
def test_the_lead_is_offered_in_several_widths(theme: str) -> None:
    (lead,) = tree(front(), theme).xpath("//section[@class='top']/article/img")
    assert lead.get("srcset") == "l-1600.jpg 1600w, l-480.jpg 480w"
    assert lead.get("sizes")


@themes
def test_a_section_page_says_where_it_is_and_leads_on(theme: str) -> None:
    page = tree(section(), theme)
    assert page.findtext(".//title") == "Chuyên đề – Trang 2/3 | Báo Công Đoàn"
    assert page.xpath("//h1/text()") == ["Chuyên đề"]
    assert page.xpath("//nav[@class='breadcrumb']//*[@aria-current='page']/text()") == ["Chuyên đề"]
    assert page.xpath("//nav[@class='menu']//a[@aria-current='true']/text()") == ["Chuyên đề"]
    assert page.xpath("//nav[@class='subsections']//a/@href") == [f"Chuyên đề/{SECTION[1]}/1"]
    assert page.xpath("//a[@rel='prev']/@href") == ["Chuyên đề/1"]
    assert page.xpath("//a[@rel='next']/@href") == ["Chuyên đề/3"]
    assert page.xpath("//ul[@class='stories']//h2/a/text()") == ["Tin 0", "Tin 1", "Tin 2"]
    assert page.xpath("//ul[@class='stories']/li[1]//time/text()") == ["09:42"]
    assert page.xpath("//ul[@class='stories']/li[1]//p[@class='where']/a/text()") == [SECTION[1]]


def test_the_first_and_the_last_page_lead_no_further() -> None:
    assert not tree(section(page=1)).xpath("//a[@rel='prev']")
    assert not tree(section(page=3)).xpath("//a[@rel='next']")
    only = tree(section(page=1, pages=1))
    assert not only.xpath("//nav[@class='pages']")
    assert only.findtext(".//title") == "Chuyên đề | Báo Công Đoàn"


@themes
def test_where_there_is_nothing_the_page_says_so(theme: str) -> None:
    for listing in (FrontPage(), SectionPage(section=("Đời sống",))):
        assert tree(listing, theme).xpath("//p[@class='empty']/text()") == ["Chưa có bài nào."]
    root = tree(SectionPage(section=()), theme)
    assert root.xpath("//h1/text()") == ["Trang chủ"]


@themes
@pytest.mark.parametrize("listing", [front(), section()], ids=["front", "section"])
def test_landmarks_and_headings_are_in_order(theme: str, listing: Listing) -> None:
    page = tree(listing, theme)
    levels = [int(node.tag[1]) for node in page.xpath("//h1|//h2|//h3|//h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [len(page.xpath(f"//{name}")) for name in ("main", "h1")] == [1, 1]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_photo_is_cut_around_its_focal_point_within_its_crop() -> None:
    first = news(1)[0]
    use = Photo(
        photo=PHOTO,
        crop=Crop(left=0.0, top=0.0, right=0.5, bottom=1.0),
        focal=FocalPoint(x=0.1, y=0.83),
    )
    page = tree(FrontPage(lead=first), where=context(leads={first.id: use}))
    assert page.xpath("//section[@class='top']//img/@class") == ["cut fx-20 fy-85"]


def test_hostile_words_stay_words() -> None:
    evil = '"><script>alert(1)</script>{{ 7*7 }}'
    one = replace(news(1)[0], headline=evil, lede=evil, kicker=evil, section=(evil,))
    listing = SectionPage(section=(evil,), news=(one,))
    for made in (front_page((one,), ()), listing):
        page = tree(made, where=context(paper=PaperSettings(name=evil, tagline=evil)))
        assert not page.xpath("//body//script")
        assert "{{ 7*7 }}" in page.text_content()


def test_news_without_a_headline_can_still_be_opened() -> None:
    page = tree(SectionPage(section=SECTION, news=(replace(news(1)[0], headline=" "),)))
    assert page.xpath("//ul[@class='stories']//h2/a/text()") == ["(Chưa có tít)"]


def test_fonts_are_those_of_the_furniture() -> None:
    names = {face.path.name for face in listing_faces(context(), theme=load_theme("paper"))}
    assert "SourceSerif4_700Bold.ttf" in names
    assert not [name for name in names if "Italic" in name]
