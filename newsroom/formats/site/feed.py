"""RSS 2.0: the newest articles of a site or a section, for feed readers."""

from collections.abc import Iterable, Sequence

from newsroom.domain.article import ArticleSummary
from newsroom.domain.paper import PaperSettings, local
from newsroom.formats.html.markup import plain_words
from newsroom.formats.site.source import headline_of, moment_of

NEWEST = 30
"""How many articles a feed holds."""


def rss(
    title: str,
    news: Sequence[ArticleSummary],
    paper: PaperSettings,
    *,
    page: str,
    feed: str,
    addresses: Iterable[str],
) -> bytes:
    """The feed `title` of `news` (at least one, newest first) with their `addresses`.

    `page` and `feed` are the public addresses of the page that it goes with and of itself. The
    time of the feed is that of its newest article, so that the same news give the same bytes.
    """
    from feedgen.feed import FeedGenerator

    made = FeedGenerator()
    made.load_extension("dc")
    made.title(plain_words(title) or page)
    made.link(href=feed, rel="self", type="application/rss+xml")
    made.link(href=page)  # the last one is the channel's own
    made.description(plain_words(paper.tagline or paper.name) or page)
    made.language(paper.language)
    made.generator("Newsroom")
    made.lastBuildDate(local(max(map(moment_of, news)), paper))
    for one, address in zip(news[:NEWEST], addresses, strict=False):
        entry = made.add_entry(order="append")
        entry.title(headline_of(one, paper))
        entry.link(href=address)
        entry.guid(one.id, permalink=False)
        entry.description(plain_words(one.lede))
        entry.pubDate(local(moment_of(one), paper))
        entry.category([{"term": plain_words(term)} for term in (*one.section[-1:], *one.tags)])
        entry.dc.dc_creator([plain_words(name) for name in one.byline])
    return bytes(made.rss_str(pretty=True))
