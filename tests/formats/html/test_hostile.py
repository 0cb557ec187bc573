"""HTML that wants to do more than be read: brought in, pasted, and shown, it only has words."""

import re
import time
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from newsroom.domain.article import Article
from newsroom.domain.document import (
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    block_texts,
    document_plain,
    text_of,
)
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.blocks import WebImage
from newsroom.formats.html.reader import read_fragment_with_photos, read_html
from newsroom.formats.html.theme import load_theme
from newsroom.formats.html.writer import render_page
from newsroom.language.normalise import clean_text
from tests.formats.docx.samples import context, photo_files, sample_article
from tests.formats.html.hostile import LINKS, SAFE, hostile_pages, huge_pages

PAGES = hostile_pages()
HUGE = huge_pages()
SECONDS = 5.0
ASSETS = Assets(
    policy="default-src 'none'",
    image=lambda use: WebImage(src=f"photos/{use.photo[:8]}.jpg", width=320, height=214),
)
ACTIVE = frozenset(
    """
    iframe object embed applet frame frameset portal base form input select textarea svg math
    template noscript audio video source track dialog map area xmp plaintext listing
    """.split()  # noqa: SIM905 - a table of names
)
DANGEROUS = re.compile(r"url\(|expression|@import|binding", re.IGNORECASE)


class Watch(HTMLParser):
    """Notes everything on a page that acts or asks for something from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in ACTIVE or ":" in tag or "-" in tag:
            self.found.append(tag)
        if tag == "script" and values.get("type") != "application/ld+json":
            self.found.append(tag)
        if tag == "meta" and values.get("http-equiv", "").lower() not in (
            "",
            "content-security-policy",
        ):
            self.found.append(str(values))
        for name, value in values.items():
            self._attribute(tag, name, value)

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on") or name in ("srcdoc", "formaction", "ping", "background"):
            self.found.append(f"{tag} {name}")
        if name == "style" and DANGEROUS.search(value):
            self.found.append(f"{tag} style={value}")
        if name in ("href", "src", "action", "cite", "xlink:href", "srcset"):
            self._address(tag, name, value)

    def _address(self, tag: str, name: str, value: str) -> None:
        scheme = urlsplit(value).scheme.lower()
        links = tag in ("a", "link") and name == "href"
        allowed = ("", "http", "https", "mailto") if links else ("", "data")
        foreign = value.startswith("//") or (tag != "a" and scheme in ("http", "https"))
        picture = scheme != "data" or value.startswith(("data:image/jpeg", "data:image/png"))
        canonical = tag == "link" and scheme in ("http", "https")
        if scheme not in allowed or (foreign and not canonical) or not picture:
            self.found.append(f"{tag} {name}={value[:60]}")


def active_parts(page: str) -> list[str]:
    """What a browser would run, fetch or submit."""
    watch = Watch()
    watch.feed(page)
    watch.close()
    return watch.found


def shown(article: Article) -> str:
    """The page as it is exported; the preview shows the same."""
    return str(render_page(article, context(), theme=load_theme("paper"), assets=ASSETS))


def article_of(html: str) -> Article:
    """What an import of the page makes of it."""
    found = read_html(html)
    return replace(
        sample_article(),
        kicker=found.kicker,
        headline=found.headline,
        lede=found.lede,
        body=found.body,
        byline=found.byline,
        tags=found.tags,
    )


def all_words(article: Article) -> str:
    return f"{article.headline}\n{article.lede}\n{document_plain(article.body)}"


def links(document: Document) -> list[str]:
    runs = (run for block in document.blocks for text in block_texts(block) for run in text)
    return [run.link for run in runs if run.link]


def test_the_watch_sees_what_acts() -> None:
    """Most pages of the corpus, put on a page as they are, would act: so the watch is awake."""
    seen = [name for name, html in PAGES.items() if active_parts(html)]
    assert len(seen) > 90


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES.keys())
def test_an_import_is_shown_as_words(html: str) -> None:
    article = article_of(html)
    page = shown(article)
    assert active_parts(page) == []
    assert "\u202e" not in page
    assert all(re.match(r"(?:https?://|mailto:)", link) for link in links(article.body))


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES.keys())
def test_a_paste_has_clean_words(html: str) -> None:
    body = read_fragment_with_photos(html).body
    words = document_plain(body)
    assert clean_text(words) == words
    assert all(re.match(r"(?:https?://|mailto:)", link) for link in links(body))


@pytest.mark.parametrize("words", PAGES.values(), ids=PAGES.keys())
def test_the_same_written_into_every_field_stays_words(words: str) -> None:
    """Somebody may type it, or another format may bring it, as plain words and as a link."""
    line = clean_text(words).replace("\n", " ")
    text = text_of(line)
    linked = tuple(replace(run, link=line) for run in text)
    body = Document(
        blocks=(
            Paragraph(text=linked),
            Heading(text=text),
            Quote(text=text, source=line),
            ListBlock(items=(ListItem(text=text),)),
            Table(rows=((text, text), (text, text)), header=True),
            Photo(photo=next(iter(photo_files())), caption=text, credit=line, alt=line),
        )
    )
    fields = {"kicker": line, "headline": line, "lede": line, "dateline": line, "note": line}
    article = replace(
        sample_article(), body=body, byline=(line,), tags=(line,), section=(line,), **fields
    )
    page = shown(article)
    assert active_parts(page) == []
    assert SAFE in page


@pytest.mark.parametrize("address", LINKS)
def test_a_link_that_a_document_holds_is_followed_only_where_it_is_harmless(address: str) -> None:
    """As another format, or a library that somebody wrote into, may bring it."""
    for link in (address, unescape(address)):
        run = Run(text=SAFE, link=link)
        page = shown(replace(sample_article(), body=Document(blocks=(Paragraph(text=(run,)),))))
        assert active_parts(page) == []
        assert SAFE in page


@pytest.mark.parametrize("html", HUGE.values(), ids=HUGE.keys())
def test_size_and_depth_cost_no_more_than_seconds(html: str) -> None:
    began = time.process_time()
    article = article_of(html)
    imported = time.process_time()
    pasted = read_fragment_with_photos(html)
    done = time.process_time()
    assert imported - began < SECONDS
    assert done - imported < SECONDS
    assert SAFE in all_words(article)
    assert SAFE in document_plain(pasted.body)


@pytest.mark.parametrize("name", ["one paragraph of 5 MB", "nested lists", "nested tables"])
def test_what_was_huge_is_shown_within_seconds(name: str) -> None:
    article = article_of(HUGE[name])
    began = time.process_time()
    page = shown(article)
    assert time.process_time() - began < SECONDS
    assert active_parts(page) == []
