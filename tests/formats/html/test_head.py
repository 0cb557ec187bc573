"""The head: complete where things are known, silent where they are not, safe whatever they are."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from newsroom.domain.article import Article
from newsroom.domain.document import Document, photos, plain
from newsroom.domain.paper import PaperSettings
from newsroom.domain.rendering import RenderContext
from newsroom.formats.html.assets import FeedLink
from newsroom.formats.html.folder import html_folder
from newsroom.formats.html.head import listing_lines
from newsroom.formats.html.linked_data import data_script
from newsroom.formats.html.reader import read_html
from newsroom.formats.html.remarks import page_remarks
from newsroom.formats.html.theme import load_theme
from tests.site_sample import rich_article, rich_context

GOLDEN = Path(__file__).parents[2] / "golden" / "html" / "head.html"
SITE = "https://congdoan.example.vn"


def with_address() -> RenderContext:
    context = rich_context()
    return replace(context, paper=replace(context.paper, site_url=SITE))


def page(article: Article, context: RenderContext) -> str:
    made = html_folder(article, replace(context, latest=()), theme=load_theme("paper"))
    return next(one.data for one in made if one.path == "index.html").decode()


def linked_data(page: str) -> dict[str, Any]:
    (script,) = lxml_html.fromstring(page).xpath("//script[@type='application/ld+json']")
    return json.loads(script.text)


def test_the_head_is_the_one_that_was_approved() -> None:
    """After a wanted change, run it with UPDATE_GOLDEN=1 and read the difference."""
    whole = page(rich_article(), with_address())
    head = whole[whole.index("<head>") : whole.index("</head>")].replace('","', '",\n"') + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(head, "utf-8")
    assert head == GOLDEN.read_text("utf-8")


def test_linked_data_says_who_what_and_when_on_the_papers_clock() -> None:
    data = linked_data(page(rich_article(), with_address()))
    address = f"{SITE}/chuyen-de/phat-trien-doan-vien-xay-dung-to-chuc-cong-doan/"
    assert data["@type"] == "NewsArticle"
    assert data["mainEntityOfPage"]["@id"] == data["url"]
    assert data["url"] == f"{address}cong-nhan-xuong-may-gop-doan-phi-bang-dien-thoai.html"
    assert data["datePublished"] == data["dateModified"] == "2026-11-22T09:42:00+07:00"
    assert data["author"] == [{"@type": "Person", "name": "Minh Tú"}]
    assert data["publisher"]["name"] == "Báo Công Đoàn"
    (image,) = data["image"]
    assert image["url"].startswith(f"{address}photos/")
    assert (image["width"], image["height"]) == (1600, 880)
    shown = next(photos(rich_article().body))
    assert (image["caption"], image["creditText"]) == (plain(shown.caption), shown.credit)
    assert data["keywords"] == ["đoàn phí", "chuyển đổi số", "công đoàn cơ sở"]
    assert data["inLanguage"] == "vi"
    assert data["isAccessibleForFree"] is True


def test_nothing_is_made_up() -> None:
    bare = replace(
        rich_article(), kicker="", lede="", byline=(), tags=(), published=None, section=(),
        body=Document(),
    )  # fmt: skip
    written = page(bare, rich_context())
    assert linked_data(written).keys() == {
        "@context", "@type", "headline", "dateModified", "publisher", "inLanguage",
        "isAccessibleForFree",
    }  # fmt: skip
    tree = lxml_html.fromstring(written)
    assert not tree.xpath("//link[@rel='canonical']|//meta[@property='og:url' or @name='author']")
    assert not tree.xpath("//meta[@property='og:image' or @name='description']|//meta[@content='']")


def test_our_own_reader_understands_it() -> None:
    article = rich_article()
    found = read_html(page(article, with_address()))
    assert (found.headline, found.lede, found.byline) == (
        article.headline, article.lede, article.byline,
    )  # fmt: skip
    assert found.tags == article.tags
    assert found.updated == article.updated


@given(
    st.recursive(
        st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,  # what matters is which letters there are, not how many
    )
)
@settings(max_examples=200)
def test_no_text_can_end_the_script(value: object) -> None:
    script = data_script({"value": value, "evil": "</script><!--<script>\u2028"})
    inner = script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in inner
    assert json.loads(inner)["value"] == value


def test_half_a_surrogate_pair_does_no_harm() -> None:
    assert "\ud800" not in data_script({"a": "x\ud800y"})


def test_a_listing_names_its_feeds() -> None:
    feed = FeedLink(title="Báo & Đời", href="rss.xml")
    lines = "\n".join(
        listing_lines(
            "Thời sự", "", PaperSettings(), address=f"{SITE}/thoi-su/", feeds=(feed,),
            trail=(("Trang chủ", f"{SITE}/"), ("Thời sự", f"{SITE}/thoi-su/")),
        )
    )  # fmt: skip
    assert f'<link rel="canonical" href="{SITE}/thoi-su/">' in lines
    assert 'type="application/rss+xml" title="Báo &amp; Đời" href="rss.xml"' in lines
    assert '"@type":"BreadcrumbList"' in lines
    assert "description" not in lines


def test_remarks_tell_what_the_page_lacks() -> None:
    article = replace(rich_article(), headline="Dài " * 40, lede="dài " * 100)
    assert len(page_remarks(article, PaperSettings())) == 3
    assert page_remarks(rich_article(), with_address().paper) == ()
