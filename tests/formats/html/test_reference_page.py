"""The paper's own page beside ours, element by element: order and exact words.

The page is third-party text and not in the repository: skipped where it is not present.
"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import html as lxml_html

from newsroom.domain.article import Article
from newsroom.domain.ids import ArticleId
from newsroom.domain.taxonomy import Section, SectionTree
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.theme import load_theme, theme_names
from newsroom.formats.html.writer import render_page
from newsroom.formats.text.reader import read_text
from tests.site_sample import NOW, SECTION, rich_context, summary

PAGE = Path(__file__).parents[4] / "shared" / "reference" / "article-page.txt"
ELEMENTS = (
    "//nav[@class='breadcrumb']/ol",
    "//p[@class='section-title']",
    "//p[@class='updated']",
    "//h1",
    "//p[@class='lede']",
    "//div[@class='text']/*",
    "//p[@class='byline']",
    "//ul[@class='actions']/li",
    "//section[@class='related']/h2",
    "//p[@class='visits']",
)

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the reference page is not present")


def no_picture(use: object) -> None:
    del use


def reference() -> str:
    return PAGE.read_text("utf-8")


def imported() -> Article:
    child = Section(name=SECTION[1], slug="doan-vien")
    tree = SectionTree(roots=(Section(name=SECTION[0], slug="chuyen-de", children=(child,)),))
    found = read_text(reference(), sections=tree)
    assert found.updated is not None
    return Article(
        id=ArticleId("reference"),
        headline=found.headline,
        lede=found.lede,
        body=found.body,
        section=found.section,
        byline=found.byline,
        created=NOW,
        updated=found.updated,
    )


@pytest.fixture(params=theme_names())
def page(request: pytest.FixtureRequest) -> lxml_html.HtmlElement:
    related = (summary(1, "Tin liên quan", ago=timedelta(days=1), photo=None),)
    context = replace(rich_context(), related=related, latest=())
    assets = Assets(policy="default-src 'none'", image=no_picture)
    written = render_page(imported(), context, theme=load_theme(request.param), assets=assets)
    return lxml_html.fromstring(str(written))


def plain(words: str) -> str:
    return " ".join(words.replace("\u2060", "").replace("›", "").split())


def shown(page: lxml_html.HtmlElement) -> list[str]:
    """The words of each element in the order in which they stand on the page."""
    found = page.xpath("|".join(ELEMENTS))
    return [plain(element.text_content()) for element in found]


def without_gaps(words: str) -> str:
    return "".join(words.split())


def test_every_line_of_the_papers_page_stands_on_ours_in_its_place(
    page: lxml_html.HtmlElement,
) -> None:
    lines = [plain(line) for line in reference().splitlines() if plain(line)]
    assert lines[0].startswith("Trang chủ")
    ours = shown(page)
    assert without_gaps(ours[0]) == without_gaps(lines[0])
    assert ours[1:-1] == lines[1:-1]
    assert ours[-1] == f"{lines[-1]} 1.234.567"


def test_the_furniture_is_spelled_as_the_paper_spells_it(page: lxml_html.HtmlElement) -> None:
    ours = shown(page)
    assert ours[1:3] == [SECTION[1], "Cập nhật lúc 10:33 20/07/2020 (GMT+7)"]
    assert ours[-5:] == ["ĐẶNG LỢI", "In", "Về đầu", "Tin Công đoàn", "Lượt truy cập: 1.234.567"]


def test_it_is_built_of_the_right_elements(page: lxml_html.HtmlElement) -> None:
    kinds = [f"{part.tag}.{part.get('class')}" for part in page.xpath("//div[@class='text']/*")]
    assert set(kinds) == {"p.paragraph", "h2.heading"}
    assert kinds.count("h2.heading") == 2
    assert kinds[0] == "h2.heading"
    assert not page.xpath(
        "//div[@class='text']/*[not(normalize-space(translate(., '\u00a0', '')))]"
    )
