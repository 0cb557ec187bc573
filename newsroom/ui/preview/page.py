"""What the preview shows, worked out off the GUI thread: a whole page or the part that changed."""

from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from newsroom.domain.article import Article
from newsroom.domain.document import Crop, Photo
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.rendering import RenderContext
from newsroom.domain.style import StyleSheet
from newsroom.formats.html.blocks import WebImage
from newsroom.formats.html.theme import Theme, load_theme
from newsroom.formats.html.view import Assets
from newsroom.formats.html.web_photo import MAX_WIDTH, THUMBNAIL_WIDTH, web_size
from newsroom.formats.html.writer import all_faces, page_style, render_main, render_page
from newsroom.paths import resource
from newsroom.ui.preview.live import Live, frame_script, live, patch_script
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
class Shown:
    """What is on screen: which article, in which setting, and its blocks when they are known."""

    article: ArticleId
    setting: Setting
    live: Live | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page to be shown where `shown` stands now."""

    article: Article
    context: RenderContext
    shown: Shown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How to show `shown`: load `page` with `style` and `fonts`, run `script`, or do nothing."""

    shown: Shown
    script: str = ""
    page: str = ""
    style: str = ""
    fonts: tuple[tuple[str, str], ...] = ()


def make(wanted: Wanted) -> Made:
    """Render what is needed. Raises `UserError` for a mistake in the theme or the settings."""
    article, context, before = wanted.article, wanted.context, wanted.shown
    setting = Setting(paper=context.paper, style=context.style)
    theme = load_theme(context.paper.site_theme)
    if before is None or before.setting != setting:
        return _load(article, context, theme, setting)
    assets = _assets(context)
    after = live(article, context, theme=theme, assets=assets, before=before.live)
    to_top = article.id != before.article
    if after is None:
        html = render_main(article, context, theme=theme, assets=assets)
        script = frame_script(html, to_top=to_top)
    else:
        script = patch_script(before.live, after, to_top=to_top)
    shown = Shown(article=article.id, setting=setting, live=after)
    return Made(shown=shown, script=script)


def _load(article: Article, context: RenderContext, theme: Theme, setting: Setting) -> Made:
    faces = all_faces(context)
    own = resource("preview/preview.css").read_text("utf-8")
    style = f"{page_style(context, theme=theme, faces=faces)}\n{own}"
    assets = _assets(context, style_href=f"style.css?{_version(style)}")
    page = render_page(article, context, theme=theme, assets=assets)
    held = live(article, context, theme=theme, assets=_assets(context), before=None)
    return Made(
        shown=Shown(article=article.id, setting=setting, live=held),
        page=page,
        style=style,
        fonts=tuple((face.path.name, str(face.path)) for face in faces),
    )


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
