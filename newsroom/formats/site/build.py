"""The files of a site one after the other: the same library gives the same bytes, on any day."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from itertools import chain, islice

from newsroom.domain.article import Article, ArticleSummary, SectionPath
from newsroom.domain.document import Mark, Photo, block_texts, photos
from newsroom.domain.ids import ArticleId
from newsroom.domain.listing import Listing
from newsroom.domain.rendering import OutputFile, RenderContext
from newsroom.formats.html.address import SHARED_FOLDER
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.shelf import Shelf
from newsroom.formats.html.theme import Theme
from newsroom.formats.html.writer import render_listing, render_page
from newsroom.formats.site.not_found import not_found_page
from newsroom.formats.site.pages import PageAssets
from newsroom.formats.site.plan import site_plan
from newsroom.formats.site.shared import announcements, style_files
from newsroom.formats.site.source import SiteSource, moment_of

Step = Callable[[int, int, str], None]
"""Told how many of how many articles are written and which is next; may raise to stop."""

_TOGETHER = 24
"""Articles read at once; the photos of the next ones are encoded while these are written."""
_LISTED = 12
"""How many of the newest of its section an article's page may list."""


class Site:
    """A site to be written from a `source` with at least one article.

    Take `files` once; after that `shelf` knows which photos are lost or broken. The day that the
    pages show is that of the newest article, since the day of writing would change the bytes.
    """

    def __init__(self, source: SiteSource, *, theme: Theme, step: Step) -> None:
        self.plan = site_plan(source)
        self.shelf = Shelf(find=source.photo, folder=f"{SHARED_FOLDER}/photos/", is_site=True)
        self._source = source
        self._theme = theme
        self._step = step
        self._now = max(max(one.updated, moment_of(one)) for one in source.summaries)
        self._known = {one.id: one for one in source.summaries}
        self._letters: set[str] = set()
        self._marks: set[frozenset[Mark]] = set()

    def files(self) -> Iterator[OutputFile]:
        """Every file of the site, each photo after the first page that shows it.

        Raises `UserError` for a mistake in the theme, and what `step` raises.
        """
        # Pillow lets go of the interpreter, so that photos are encoded beside the writing of pages
        pool = ThreadPoolExecutor()
        try:
            for file in chain(self._articles(pool), self._listings(), self._rest()):
                yield file
                yield from self.shelf.take_files()
        finally:
            pool.shutdown(cancel_futures=True)

    # ---- articles --------------------------------------------------------------------------
    def _articles(self, pool: Executor) -> Iterator[OutputFile]:
        order = [one.id for one in self.plan.news[()]]
        for done, article in enumerate(self._read_ahead(order, pool)):
            self._step(done, len(order), article.headline)
            self._marks |= _marks(article)
            yield self._article(article)

    def _read_ahead(self, order: Sequence[ArticleId], pool: Executor) -> Iterator[Article]:
        """The articles in groups: while one is written, the photos of the next are under way."""
        ready: list[Article] = []
        for at in range(0, len(order), _TOGETHER):
            coming = list(self._source.articles(order[at : at + _TOGETHER]))
            for article in coming:
                self.shelf.prepare(self._shown(article), pool)
            yield from ready
            ready = coming
        yield from ready

    def _shown(self, article: Article) -> Iterator[Photo]:
        """The photos of the article's page, those of its list of the newest last."""
        yield from photos(article.body)
        for one in self.plan.news[article.section][: _LISTED + 1]:
            lead = self._source.leads.get(one.id)
            if lead is not None:
                yield lead

    def _article(self, article: Article) -> OutputFile:
        related = (self._known.get(one) for one in article.related)
        others = (one for one in self.plan.news[article.section] if one.id != article.id)
        context = self._context(
            related=tuple(one for one in related if one is not None),
            latest=tuple(islice(others, _LISTED)),
        )
        path = self.plan.paths[article.id]
        assets = self._assets(path, ())
        return self._page(path, render_page(article, context, theme=self._theme, assets=assets))

    # ---- lists and the rest ----------------------------------------------------------------
    def _listings(self) -> Iterator[OutputFile]:
        yield self._listing("index.html", self.plan.front, (), self._context())
        beside = self._context(latest=tuple(self.plan.news[()][:_LISTED]))
        for page in self.plan.listings:
            path = self.plan.section_path(page.section, page.page)
            if path is not None:
                yield self._listing(path, page, page.section, beside)
        yield not_found_page(self.plan, beside, theme=self._theme)

    def _listing(
        self, path: str, listing: Listing, section: SectionPath, context: RenderContext
    ) -> OutputFile:
        self._step(len(self._known), len(self._known), section[-1] if section else "")
        assets = self._assets(path, section)
        return self._page(path, render_listing(listing, context, theme=self._theme, assets=assets))

    def _rest(self) -> Iterator[OutputFile]:
        context = self._context()
        yield from style_files(context, theme=self._theme, letters=self._letters, marks=self._marks)
        yield from announcements(self.plan, self._source.paper, now=self._now)

    # ---- what every page needs -------------------------------------------------------------
    def _page(self, path: str, page: str) -> OutputFile:
        self._letters.update(page)
        return OutputFile(path=path, data=page.encode())

    def _assets(self, path: str, section: SectionPath) -> Assets:
        found = PageAssets(path=path, plan=self.plan, shelf=self.shelf, paper=self._source.paper)
        return found.of(section)

    def _context(
        self,
        related: tuple[ArticleSummary, ...] = (),
        latest: tuple[ArticleSummary, ...] = (),
    ) -> RenderContext:
        return RenderContext(
            paper=self._source.paper,
            style=self._source.style,
            now=self._now,
            sections=self._source.sections,
            related=related,
            latest=latest,
            leads=self._source.leads,
        )


def _marks(article: Article) -> set[frozenset[Mark]]:
    texts = (text for block in article.body.blocks for text in block_texts(block))
    return {run.marks for text in texts for run in text}
