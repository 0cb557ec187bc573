"""How an article looks where it is only named: in a list, a search result, a shared link.

The limits are those that others keep, as measured by people who watch them; none is promised.
"""

from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.article import Article
from newsroom.domain.cropping import WHOLE, around
from newsroom.domain.document import Crop, Photo, photos
from newsroom.domain.rendering import RenderContext
from newsroom.formats.html.address import article_path, site_address
from newsroom.language.text_width import text_width

SEARCH_TITLE_WIDTH, SEARCH_TITLE_SIZE = 580.0, 20.0
"""CSS pixels of Google's column for results on a desk, and of its title's type (Arial)."""
SEARCH_DESCRIPTION = 155
SOCIAL_TITLE, SOCIAL_DESCRIPTION = 88, 110
"""Characters in two lines of Facebook's and Zalo's cards."""
LIST_LEDE = 160
SOCIAL_SIZE = (1200, 630)
"""Pixels of the picture of a card (https://ogp.me leaves it open; this is what sites ask for)."""

_ELLIPSIS = "…"


class Fit(StrEnum):
    """Whether a text has room where it is shown."""

    MISSING = "missing"
    FITS = "fits"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A text as it is shown elsewhere: `shown` ends with `…` when it is cut.

    `cut` is where, as an offset into `words`; `size` and `limit` are characters, or CSS pixels
    where the place measures so.
    """

    words: str
    shown: str
    fit: Fit
    cut: int
    size: float
    limit: float
    in_pixels: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchCard:
    """A result of a search engine: `trail` is the address as it is shown there."""

    site: str
    trail: str
    title: Extract
    description: Extract


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialCard:
    """A shared link: `crop` is the part of `photo` that is shown, in the shape of `SOCIAL_SIZE`.

    `photo` is None when the article has none, or the library has lost it.
    """

    site: str
    title: Extract
    description: Extract
    photo: Photo | None
    crop: Crop | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCard:
    """An article where it is only named."""

    headline: Extract
    lede: Extract
    search: SearchCard
    social: SocialCard


def card_of(article: Article, context: RenderContext) -> ArticleCard:
    """How `article` looks in a list of the site, in a search result and as a shared link; pure."""
    headline, lede = _line(article.headline), _line(article.lede)
    return ArticleCard(
        headline=by_characters(headline, len(headline)),
        lede=by_characters(lede, LIST_LEDE),
        search=_search(article, context, headline, lede),
        social=_social(article, context, headline, lede),
    )


def _search(article: Article, context: RenderContext, headline: str, lede: str) -> SearchCard:
    site = site_address(context.paper)
    path = article_path(article, context.sections)
    host = site.partition("://")[2].rstrip("/")
    return SearchCard(
        site=context.paper.name,
        trail=" › ".join([part for part in (host, *path.split("/")[:-1]) if part]),
        title=by_width(headline, SEARCH_TITLE_WIDTH, SEARCH_TITLE_SIZE),
        description=by_characters(lede, SEARCH_DESCRIPTION),
    )


def _social(article: Article, context: RenderContext, headline: str, lede: str) -> SocialCard:
    photo = next((use for use in photos(article.body) if use.photo in context.photos), None)
    return SocialCard(
        site=context.paper.name,
        title=by_characters(headline, SOCIAL_TITLE),
        description=by_characters(lede, SOCIAL_DESCRIPTION),
        photo=photo,
        crop=social_crop(photo, context) if photo else None,
    )


def social_crop(photo: Photo, context: RenderContext) -> Crop:
    """The part of the original that a social card shows: around the focal point, in its crop."""
    file = context.photos[photo.photo].file
    width, height = SOCIAL_SIZE
    shape = width / height * file.height / file.width
    return around(photo.focal, photo.crop or WHOLE, shape)


def by_characters(words: str, limit: int) -> Extract:
    """`words` in a place that has room for so many characters; cut between words."""
    cut = len(words) if len(words) <= limit else _cut(words, limit - 1)
    return _extract(words, cut, size=len(words), limit=limit)


def by_width(words: str, limit: float, size: float) -> Extract:
    """`words` in one line of `limit` CSS pixels, set in Arial of `size` pixels."""
    width = text_width(words) * size
    if width <= limit:
        cut = len(words)
    else:
        room = limit - text_width(_ELLIPSIS) * size
        fitting = (at for at in range(len(words), 0, -1) if text_width(words[:at]) * size <= room)
        cut = _cut(words, next(fitting, 0))
    return _extract(words, cut, size=width, limit=limit, in_pixels=True)


def _extract(
    words: str, cut: int, *, size: float, limit: float, in_pixels: bool = False
) -> Extract:
    fits = cut == len(words)
    shown = words if fits else words[:cut].rstrip(" ,;:–—-") + _ELLIPSIS
    fit = Fit.MISSING if not words else Fit.FITS if fits else Fit.TOO_LONG
    return Extract(
        words=words, shown=shown, fit=fit, cut=cut, size=size, limit=limit, in_pixels=in_pixels
    )


def _cut(words: str, room: int) -> int:
    """The last end of a word within the first `room` characters; the middle of one too long."""
    if words[room : room + 1].isspace():
        return room
    space = words.rfind(" ", 0, room)
    return space if space > room // 2 else room


def _line(words: str) -> str:
    return " ".join(words.split())
