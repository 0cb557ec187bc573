"""What the pages of a site share, and what it tells others of itself."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from newsroom.domain.article import Article
from newsroom.domain.document import Document, Mark, Paragraph, Run
from newsroom.domain.ids import ArticleId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.rendering import OutputFile, RenderContext
from newsroom.formats.html.address import SHARED_FOLDER, site_address
from newsroom.formats.html.folder import font_files
from newsroom.formats.html.theme import Theme
from newsroom.formats.html.writer import page_style, used_faces
from newsroom.formats.site.feed import NEWEST, rss
from newsroom.formats.site.pages import STYLE, feed_title, public_path
from newsroom.formats.site.plan import SitePlan
from newsroom.formats.site.sitemap import Entry, news_sitemap, robots, sitemaps


def style_files(
    context: RenderContext, *, theme: Theme, letters: set[str], marks: Iterable[frozenset[Mark]]
) -> Iterator[OutputFile]:
    """The style sheet, and the fonts for text of these `letters` and `marks`."""
    runs = tuple(Run(text="x", marks=each) for each in sorted(marks, key=sorted))
    sample = Article(
        id=ArticleId("sample"),
        created=context.now,
        updated=context.now,
        body=Document(blocks=(Paragraph(text=runs),)),
    )
    faces = used_faces(sample, context, theme=theme)
    style = page_style(context, theme=theme, faces=faces, fonts=".woff")
    yield OutputFile(path=STYLE, data=style.encode())
    for font in font_files(faces, letters | set(style)):
        yield replace(font, path=f"{SHARED_FOLDER}/{font.path}")


def announcements(plan: SitePlan, paper: PaperSettings, *, now: datetime) -> Iterator[OutputFile]:
    """Feeds, sitemaps and robots.txt; without a site address only the last, since all others
    consist of addresses.
    """
    site = site_address(paper)
    if site:
        yield from _feeds(plan, paper, site)
        yield from _maps(plan, paper, site, now)
    yield robots(site)


def _feeds(plan: SitePlan, paper: PaperSettings, site: str) -> Iterator[OutputFile]:
    for section in plan.folders:
        news = plan.news[section][:NEWEST]
        if news:
            path = plan.feed_path(section)
            feed = rss(
                feed_title(section, paper),
                news,
                paper,
                page=public_path(plan.section_path(section, 1) or "", paper),
                feed=site + path,
                addresses=[site + plan.paths[one.id] for one in news],
            )
            yield OutputFile(path=path, data=feed)


def _maps(plan: SitePlan, paper: PaperSettings, site: str, now: datetime) -> Iterator[OutputFile]:
    news = [(site + plan.paths[one.id], one) for one in plan.news[()]]
    folders = [
        Entry(address=site + folder, changed=max(one.updated for one in plan.news[section]))
        for section, folder in plan.folders.items()
        if plan.news[section]
    ]
    pages = [Entry(address=address, changed=one.updated) for address, one in news]
    yield from sitemaps([*folders, *pages], site, paper)
    yield news_sitemap(news, paper, now=now)
