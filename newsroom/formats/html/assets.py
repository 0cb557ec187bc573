"""How a page names what lies beside it: pictures, other pages, its style sheet."""

from collections.abc import Callable
from dataclasses import dataclass

from newsroom.domain.article import SectionPath
from newsroom.domain.document import Photo
from newsroom.domain.ids import ArticleId
from newsroom.formats.html.blocks import ImageOf, WebImage

PRINT_VIEW = "print-view"
"""Id of the body: a link to it shows the page as it will be printed (see the themes' `:target`)."""


def _no_picture(use: Photo) -> WebImage | None:
    del use
    return None


def _no_article(article: ArticleId) -> str | None:
    del article
    return None


def _no_section(section: SectionPath, page: int) -> str | None:
    del section, page
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed (RSS) that a page offers."""

    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """What has no address is shown without a link or a picture.

    `policy` is the Content-Security-Policy. `image` finds a photo at full size, `thumbnail` a small
    one for a list, both cut to the crop of its use. `section` is the address of a page (from 1) of
    a section, of the front page for `()`. With `inline_style` the style sheet stands in the page
    itself, else at `style_href`. `address` is the page's public address, empty when it has none.
    """

    policy: str
    image: ImageOf
    thumbnail: ImageOf = _no_picture
    article: Callable[[ArticleId], str | None] = _no_article
    section: Callable[[SectionPath, int], str | None] = _no_section
    print_href: str = f"#{PRINT_VIEW}"
    style_href: str = "style.css"
    inline_style: str = ""
    address: str = ""
    feeds: tuple[FeedLink, ...] = ()
