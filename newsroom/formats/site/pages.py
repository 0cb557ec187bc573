"""Names what lies beside a page of the site, by relative addresses: a stick will do."""

from dataclasses import dataclass, replace

from newsroom.domain.article import SectionPath
from newsroom.domain.document import Photo
from newsroom.domain.ids import ArticleId
from newsroom.domain.paper import PaperSettings
from newsroom.formats.html.address import SHARED_FOLDER, site_address
from newsroom.formats.html.assets import Assets, FeedLink
from newsroom.formats.html.blocks import WebImage
from newsroom.formats.html.folder import FOLDER_POLICY
from newsroom.formats.html.shelf import Shelf
from newsroom.formats.site.plan import SitePlan

STYLE = f"{SHARED_FOLDER}/style.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAssets:
    """The way from the page at `path` to everything else."""

    path: str
    plan: SitePlan
    shelf: Shelf
    paper: PaperSettings

    def of(self, section: SectionPath) -> Assets:
        """For a page of `section`, of the site for `()`; it offers the feeds of both."""
        site = site_address(self.paper)
        return Assets(
            policy=FOLDER_POLICY,
            image=self._image,
            thumbnail=self._thumbnail,
            article=self._article,
            section=self._section,
            style_href=self._up + STYLE,
            address=site + _as_called(self.path) if site else "",
            feeds=self._feeds(section) if site else (),
        )

    @property
    def _up(self) -> str:
        return "../" * self.path.count("/")

    def _image(self, block: Photo) -> WebImage | None:
        return self._from_here(self.shelf.image(block))

    def _thumbnail(self, block: Photo) -> WebImage | None:
        return self._from_here(self.shelf.thumbnail(block))

    def _from_here(self, image: WebImage | None) -> WebImage | None:
        if image is None:
            return None
        sources = (replace(source, src=self._up + source.src) for source in image.sources)
        return replace(image, src=self._up + image.src, sources=tuple(sources))

    def _article(self, article: ArticleId) -> str | None:
        path = self.plan.paths.get(article)
        return None if path is None else self._up + path

    def _section(self, section: SectionPath, page: int) -> str | None:
        path = self.plan.section_path(section, page)
        return None if path is None else self._up + path

    def _feeds(self, section: SectionPath) -> tuple[FeedLink, ...]:
        wanted = dict.fromkeys((section, ()))
        return tuple(
            FeedLink(title=feed_title(one, self.paper), href=self._up + self.plan.feed_path(one))
            for one in wanted
            if self.plan.news.get(one)
        )


def feed_title(section: SectionPath, paper: PaperSettings) -> str:
    """What readers of feeds call the section's, or the site's, news."""
    return " – ".join((*section[-1:], paper.name))


def _as_called(path: str) -> str:
    """The path as the web calls it: a folder stands for its `index.html`."""
    return path.removesuffix("index.html")


def public_path(path: str, paper: PaperSettings) -> str:
    """The public address of the page at `path`; the paper has an address."""
    return site_address(paper) + _as_called(path)
