"""Sitemaps and feeds beyond the ordinary: very many pages, odd letters, one moment."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newsroom.domain.paper import PaperSettings
from newsroom.formats.site.feed import rss
from newsroom.formats.site.sitemap import MOST_PAGES, Entry, news_sitemap, robots, sitemaps
from newsroom.formats.site.source import newest_first
from tests.site_sample import NOW, summary

SITE = "https://example.vn/"
PAPER = PaperSettings()
SPACES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def one(number: int = 1, headline: str = "Tin"):
    return summary(number, headline, ago=timedelta(hours=number), photo=None)


def test_very_many_pages_are_parted() -> None:
    entries = [Entry(address=f"{SITE}{n}.html", changed=NOW) for n in range(MOST_PAGES + 1)]
    index, first, second = sitemaps(entries, SITE, PAPER)
    root = etree.fromstring(index.data)
    places = root.xpath("map:sitemap/map:loc/text()", namespaces=SPACES)
    assert places == [f"{SITE}sitemap-1.xml", f"{SITE}sitemap-2.xml"]
    assert (first.path, second.path) == ("sitemap-1.xml", "sitemap-2.xml")
    assert first.data.count(b"<url>") == MOST_PAGES
    assert second.data.count(b"<url>") == 1


def test_old_news_is_no_news() -> None:
    pairs = [(f"{SITE}{n}.html", one(n)) for n in (1, 47, 49)]
    made = news_sitemap(pairs, PAPER, now=NOW)
    assert made.data.count(b"<url>") == 2


def test_robots_may_read_everything() -> None:
    assert robots("").data == b"User-agent: *\nAllow: /\n"


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=40, deadline=None)
def test_every_text_makes_a_feed_that_can_be_read(headline: str, lede: str) -> None:
    news = [replace(one(), headline=headline or "x", lede=lede or "x", tags=(lede or "x",))]
    made = rss(
        headline or "x", news, PAPER, page=SITE, feed=f"{SITE}rss.xml", addresses=[f"{SITE}a.html"]
    )
    root = etree.fromstring(made)
    assert root.tag == "rss"
    assert root.get("version") == "2.0"
    assert len(root.findall("channel/item")) == 1


def test_news_of_one_moment_has_an_order() -> None:
    both = [replace(one(n), published=NOW, updated=NOW) for n in (1, 2)]
    assert newest_first(both) == newest_first(both[::-1])


def test_an_article_without_words_is_in_the_feed() -> None:
    bare = replace(one(headline=""), lede="", section=(), byline=())
    made = rss("Báo", [bare], PAPER, page=SITE, feed=f"{SITE}rss.xml", addresses=[f"{SITE}a.html"])
    item = etree.fromstring(made).find("channel/item")
    assert item is not None
    assert item.findtext("link") == f"{SITE}a.html"
    assert item.findtext("title")
    assert b"<news:title></news:title>" not in news_sitemap([(SITE, bare)], PAPER, now=NOW).data
