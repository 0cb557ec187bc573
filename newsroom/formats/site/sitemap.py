"""What a site tells search engines: sitemap.xml (https://sitemaps.org), robots.txt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from newsroom.domain.article import ArticleSummary
from newsroom.domain.paper import PaperSettings, local
from newsroom.domain.rendering import OutputFile
from newsroom.formats.html.markup import escaped
from newsroom.formats.site.source import headline_of, moment_of

MOST_PAGES = 50_000
"""The protocol's limit for one file."""
NEWS_AGE = timedelta(days=2)
MOST_NEWS = 1_000
"""Both are Google's limits for a news sitemap."""
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page: its public address and when it was changed last."""

    address: str
    changed: datetime


def sitemaps(entries: Sequence[Entry], site: str, paper: PaperSettings) -> list[OutputFile]:
    """`sitemap.xml`; beyond 50,000 pages an index of `sitemap-1.xml`, `sitemap-2.xml` …"""
    parts = [entries[at : at + MOST_PAGES] for at in range(0, len(entries), MOST_PAGES)]
    if len(parts) <= 1:
        return [_file("sitemap.xml", _page_list(entries, paper))]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    places = [f"<sitemap><loc>{escaped(site + name)}</loc></sitemap>" for name in names]
    index = _document("sitemapindex", f'xmlns="{_SITEMAP}"', places)
    files = [_file(name, _page_list(part, paper)) for name, part in zip(names, parts, strict=True)]
    return [_file("sitemap.xml", index), *files]


def news_sitemap(
    news: Iterable[tuple[str, ArticleSummary]], paper: PaperSettings, *, now: datetime
) -> OutputFile:
    """`news-sitemap.xml`: addresses and articles (newest first) of the two days before `now`."""
    fresh = [pair for pair in news if now - moment_of(pair[1]) <= NEWS_AGE][:MOST_NEWS]
    lines = [_news_line(address, one, paper) for address, one in fresh]
    spaces = f'xmlns="{_SITEMAP}" xmlns:news="{_NEWS}"'
    return _file("news-sitemap.xml", _document("urlset", spaces, lines))


def robots(site: str) -> OutputFile:
    """`robots.txt`: all may be read; where the sitemaps are, when the site has an address."""
    lines = ["User-agent: *", "Allow: /"]
    if site:
        lines += [f"Sitemap: {site}{name}" for name in ("sitemap.xml", "news-sitemap.xml")]
    return _file("robots.txt", "\n".join(lines) + "\n")


def _page_list(entries: Iterable[Entry], paper: PaperSettings) -> str:
    lines = [
        f"<url><loc>{escaped(entry.address)}</loc>"
        f"<lastmod>{_moment(entry.changed, paper)}</lastmod></url>"
        for entry in entries
    ]
    return _document("urlset", f'xmlns="{_SITEMAP}"', lines)


def _news_line(address: str, one: ArticleSummary, paper: PaperSettings) -> str:
    return (
        f"<url><loc>{escaped(address)}</loc><news:news><news:publication>"
        f"<news:name>{escaped(paper.name)}</news:name>"
        f"<news:language>{escaped(one.language)}</news:language></news:publication>"
        f"<news:publication_date>{_moment(moment_of(one), paper)}</news:publication_date>"
        f"<news:title>{escaped(headline_of(one, paper))}</news:title></news:news></url>"
    )


def _moment(moment: datetime, paper: PaperSettings) -> str:
    return local(moment, paper).isoformat(timespec="seconds")


def _document(root: str, spaces: str, lines: Iterable[str]) -> str:
    inner = "".join(f"{line}\n" for line in lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} {spaces}>\n{inner}</{root}>\n'


def _file(path: str, text: str) -> OutputFile:
    return OutputFile(path=path, data=text.encode())
