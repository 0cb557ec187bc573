"""The preview's addresses: what its pages ask for, and links that are requests to the window."""

from urllib.parse import quote, unquote

from newsroom.domain.article import SectionPath
from newsroom.domain.document import Crop, Photo
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.rendering import RenderContext
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.blocks import WebImage
from newsroom.formats.html.web_photo import MAX_WIDTH, THUMBNAIL_WIDTH, web_size
from newsroom.ui.preview.scheme import SCHEME

PRINT_LINK = f"{SCHEME}://print/"
_ARTICLE_LINK = f"{SCHEME}://article/"
_SECTION_LINK = f"{SCHEME}://section/"
"""Nothing is served at these."""

POLICY = (
    f"default-src 'none'; base-uri 'none'; form-action 'none'; "
    f"style-src {SCHEME}:; font-src {SCHEME}:; img-src {SCHEME}:"
)


def assets_for(context: RenderContext, *, style_href: str = "") -> Assets:
    """How the preview's pages name what lies beside them."""

    def image(block: Photo) -> WebImage | None:
        source = context.photos.get(block.photo)
        if source is None:
            return None
        width, height = web_size(source.file.width, source.file.height, crop=block.crop)
        return WebImage(src=photo_address(block.photo, block.crop), width=width, height=height)

    return Assets(
        policy=POLICY,
        image=image,
        thumbnail=_thumbnail,
        article=article_link,
        section=section_link,
        print_href=PRINT_LINK,
        style_href=style_href,
    )


def photo_address(photo: PhotoId, crop: Crop | None, *, width: int = MAX_WIDTH) -> str:
    """Where the preview finds a photo, relative to the page."""
    part = f"&crop={crop.left},{crop.top},{crop.right},{crop.bottom}" if crop else ""
    return f"photos/{quote(photo, safe='')}?width={width}{part}"


def _thumbnail(use: Photo) -> WebImage:
    address = photo_address(use.photo, use.crop, width=THUMBNAIL_WIDTH)
    return WebImage(src=address, width=THUMBNAIL_WIDTH, height=THUMBNAIL_WIDTH * 2 // 3)


def article_link(article: ArticleId) -> str:
    """The link that opens an article."""
    return _ARTICLE_LINK + quote(article, safe="")


def section_link(section: SectionPath, page: int = 1) -> str | None:
    """The link to the first page of a section, to the front page for `()`."""
    if page > 1:
        return None
    return _SECTION_LINK + "/".join(quote(name, safe="") for name in section)


def linked_article(address: str) -> ArticleId | None:
    """The article that a link opens."""
    if not address.startswith(_ARTICLE_LINK):
        return None
    return ArticleId(unquote(address.removeprefix(_ARTICLE_LINK)))


def linked_section(address: str) -> SectionPath | None:
    """The section that a link opens, `()` for the front page."""
    if not address.startswith(_SECTION_LINK):
        return None
    names = address.removeprefix(_SECTION_LINK).split("/")
    return tuple(unquote(name) for name in names if name)
