"""What the preview shows, worked out off the GUI thread: a whole page or the part that changed."""

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from urllib.parse import quote

from newsroom.domain.article import Article
from newsroom.domain.document import Crop, Photo
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.rendering import RenderContext
from newsroom.domain.style import StyleSheet
from newsroom.formats.html.blocks import WebImage
from newsroom.formats.html.theme import load_theme
from newsroom.formats.html.view import Assets
from newsroom.formats.html.web_photo import MAX_WIDTH, THUMBNAIL_WIDTH, web_size
from newsroom.formats.html.writer import all_faces, page_style, render_main, render_page
from newsroom.paths import resource
from newsroom.ui.preview.scheme import SCHEME

PRINT_LINK = f"{SCHEME}://print/"
ARTICLE_LINK = f"{SCHEME}://article/"
"""Links that are requests to the window; nothing is served there."""

POLICY = (
    f"default-src 'none'; base-uri 'none'; form-action 'none'; "
    f"style-src {SCHEME}:; font-src {SCHEME}:; img-src {SCHEME}:"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a loaded page stands in; while it stays the same, the page is patched."""

    paper: PaperSettings
    style: StyleSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page to be shown; `loaded` and `shown` tell of the page that is there."""

    article: Article
    context: RenderContext
    loaded: Setting | None
    shown: ArticleId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What to show: `page`, `style` and `fonts` for a full load, else `script` for a patch."""

    article: ArticleId
    setting: Setting
    script: str = ""
    page: str = ""
    style: str = ""
    fonts: tuple[tuple[str, str], ...] = ()


def make(wanted: Wanted) -> Made:
    """Render what is needed. Raises `UserError` for a mistake in the theme or the settings."""
    article, context = wanted.article, wanted.context
    setting = Setting(paper=context.paper, style=context.style)
    theme = load_theme(context.paper.site_theme)
    if setting == wanted.loaded:
        live = render_main(article, context, theme=theme, assets=_assets(context))
        script = _patch_script(live, to_top=article.id != wanted.shown)
        return Made(article=article.id, setting=setting, script=script)
    faces = all_faces(context)
    own = resource("preview/preview.css").read_text("utf-8")
    style = f"{page_style(context, theme=theme, faces=faces)}\n{own}"
    assets = _assets(context, style_href=f"style.css?{_version(style)}")
    return Made(
        article=article.id,
        setting=setting,
        page=render_page(article, context, theme=theme, assets=assets),
        style=style,
        fonts=tuple((face.path.name, str(face.path)) for face in faces),
    )


def _patch_script(live: str, *, to_top: bool) -> str:
    """The script that makes the page on screen equal to `live`."""
    return f"{_patch_function()}({json.dumps(live, ensure_ascii=False)}, {json.dumps(to_top)})"


@cache
def _patch_function() -> str:
    return resource("preview/patch.js").read_text("utf-8").strip()


def _assets(context: RenderContext, *, style_href: str = "") -> Assets:
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
        article=_article_link,
        print_href=PRINT_LINK,
        style_href=style_href,
    )


def photo_address(photo: PhotoId, crop: Crop | None, *, width: int = MAX_WIDTH) -> str:
    """Where the preview finds a photo, relative to the page."""
    part = f"&crop={crop.left},{crop.top},{crop.right},{crop.bottom}" if crop else ""
    return f"photos/{quote(photo, safe='')}?width={width}{part}"


def _thumbnail(photo: PhotoId) -> WebImage:
    address = photo_address(photo, None, width=THUMBNAIL_WIDTH)
    return WebImage(src=address, width=THUMBNAIL_WIDTH, height=THUMBNAIL_WIDTH * 2 // 3)


def _article_link(article: ArticleId) -> str:
    return ARTICLE_LINK + quote(article, safe="")


def _version(content: str) -> str:
    """Stands in the style sheet's address, so that a changed one is not taken from memory."""
    return sha256(content.encode()).hexdigest()[:12]
