"""Which pages a site has and where they lie, before any of them is written. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsroom.domain.article import ArticleSummary, SectionPath
from newsroom.domain.ids import ArticleId
from newsroom.domain.listing import (
    FrontPage,
    SectionNews,
    SectionPage,
    front_page,
    section_pages,
)
from newsroom.domain.taxonomy import SectionTree
from newsroom.formats.html.address import article_path, section_folder
from newsroom.formats.site.source import SiteSource, newest_first

FEED = "rss.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """`news` are all articles of each section (its subsections included), newest first.

    `paths` and `folders` are relative to the site's root; `news[()]` are all articles.
    """

    news: Mapping[SectionPath, Sequence[ArticleSummary]]
    paths: Mapping[ArticleId, str]
    folders: Mapping[SectionPath, str]
    front: FrontPage
    listings: Sequence[SectionPage]

    def section_path(self, section: SectionPath, page: int) -> str | None:
        """The path of a section's page, of the front page for `()`; None when there is none."""
        folder = self.folders.get(section)
        if folder is None:
            return None
        return f"{folder}{'index' if page == 1 else f'page-{page}'}.html"

    def feed_path(self, section: SectionPath) -> str:
        """The path of a section's feed, of the site's for `()`."""
        return f"{self.folders[section]}{FEED}"


def site_plan(source: SiteSource) -> SitePlan:
    """The plan for `source`: the same for the same articles, in whatever order they come."""
    everything = newest_first(source.summaries)
    news = _by_section(everything)
    for path in source.sections.paths():
        if _is_near(path, source.within):
            news.setdefault(path, [])
    sections = _in_order(news, source.sections)
    groups = (SectionNews(section=path, news=tuple(news[path])) for path in sections)
    top = [group for group in groups if len(group.section) == len(source.within) + 1]
    return SitePlan(
        news=news,
        paths=_paths(everything, source.sections),
        folders={path: section_folder(path, source.sections) for path in ((), *sections)},
        front=front_page(everything, top),
        listings=[page for path in sections for page in section_pages(path, news[path])],
    )


def _by_section(summaries: Iterable[ArticleSummary]) -> dict[SectionPath, list[ArticleSummary]]:
    news: dict[SectionPath, list[ArticleSummary]] = {(): []}
    for one in summaries:
        for depth in range(len(one.section) + 1):
            news.setdefault(one.section[:depth], []).append(one)
    return news


def _is_near(path: SectionPath, within: SectionPath) -> bool:
    """Whether `path` lies in `within` or leads to it."""
    shared = min(len(path), len(within))
    return path[:shared] == within[:shared]


def _in_order(found: Iterable[SectionPath], tree: SectionTree) -> list[SectionPath]:
    """The sections in the order of the menu; those the tree does not know come last, by name."""
    known = {path: place for place, path in enumerate(tree.paths())}
    return sorted(filter(None, found), key=lambda path: (known.get(path, len(known)), path))


def _paths(summaries: Iterable[ArticleSummary], tree: SectionTree) -> dict[ArticleId, str]:
    """A path for each article. Of those whose slugs are alike the first written has the name."""
    paths: dict[ArticleId, str] = {}
    taken: set[str] = set()
    for one in sorted(summaries, key=lambda one: (one.created, one.id)):
        path = article_path(one, tree)
        if path in taken:
            path = f"{path.removesuffix('.html')}-{one.id}.html"
        taken.add(path)
        paths[one.id] = path
    return paths
