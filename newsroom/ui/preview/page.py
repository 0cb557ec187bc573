"""What the preview shows, worked out off the GUI thread: a whole page or the part that changed."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from newsroom.domain.article import Article
from newsroom.domain.paper import PaperSettings
from newsroom.domain.rendering import RenderContext
from newsroom.domain.style import StyleSheet
from newsroom.formats.html.theme import Theme, load_theme
from newsroom.formats.html.variables import Scheme
from newsroom.formats.html.writer import all_faces, page_style, render_main, render_page
from newsroom.paths import resource
from newsroom.ui.preview.addresses import assets_for
from newsroom.ui.preview.live import Live, frame_script, live, patch_script
from newsroom.ui.preview.view import View

_PRINT_RULES = re.compile(r"@media\s+print\b")
_SCREEN_RULES = re.compile(r"@media\s+screen\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a loaded page stands in; while it stays the same, the page is patched."""

    paper: PaperSettings
    style: StyleSheet
    theme: Theme
    dark: bool = False
    printed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is on screen: which page, in which setting, and its blocks when they are known."""

    name: str
    setting: Setting | None
    live: Live | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page to be shown where `shown` stands now."""

    article: Article
    context: RenderContext
    view: View
    shown: Shown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How to show `shown`: load `page` with `style` and `fonts`, run `script`, or do nothing.

    `files` are those that the theme is made of.
    """

    shown: Shown
    script: str = ""
    page: str = ""
    style: str = ""
    fonts: tuple[tuple[str, str], ...] = ()
    files: tuple[Path, ...] = ()


def make(wanted: Wanted) -> Made:
    """Render what is needed. Raises `UserError` for a mistake in the theme or the settings."""
    context, before = wanted.context, wanted.shown
    setting = _setting(wanted)
    if before is None or before.setting != setting:
        return _load(wanted, setting)
    assets = assets_for(context)
    name = wanted.article.id
    to_top = name != before.name
    after = live(wanted.article, context, theme=setting.theme, assets=assets, before=before.live)
    if after is None:
        html = render_main(wanted.article, context, theme=setting.theme, assets=assets)
        script = frame_script(html, to_top=to_top)
    else:
        script = patch_script(before.live, after, to_top=to_top)
    return Made(shown=Shown(name=name, setting=setting, live=after), script=script)


def _setting(wanted: Wanted) -> Setting:
    paper, view = wanted.context.paper, wanted.view
    return Setting(
        paper=paper,
        style=wanted.context.style,
        theme=load_theme(view.theme or paper.site_theme, own=wanted.context.themes),
        dark=view.dark and not view.printed,
        printed=view.printed,
    )


def _load(wanted: Wanted, setting: Setting) -> Made:
    article, context, theme = wanted.article, wanted.context, setting.theme
    faces = all_faces(context)
    style = _style(context, setting)
    assets = assets_for(context, style_href=f"style.css?{_version(style)}")
    page = render_page(article, context, theme=theme, assets=assets)
    held = live(article, context, theme=theme, assets=assets, before=None)
    return Made(
        shown=Shown(name=article.id, setting=setting, live=held),
        page=page,
        style=style,
        fonts=tuple((face.path.name, str(face.path)) for face in faces),
        files=tuple(file.path for file in theme.files),
    )


def _style(context: RenderContext, setting: Setting) -> str:
    """The site's style sheet and the preview's own few rules.

    WebEngine cannot show a page as it is printed, so the rules for paper are made to hold here.
    """
    scheme = Scheme.DARK if setting.dark else Scheme.LIGHT
    faces = all_faces(context)
    site = page_style(context, theme=setting.theme, faces=faces, scheme=scheme)
    own = [resource("preview/preview.css").read_text("utf-8")]
    if setting.printed:
        site = _PRINT_RULES.sub("@media all", _SCREEN_RULES.sub("@media not all", site))
        own.append(resource("preview/printed.css").read_text("utf-8"))
    return "\n".join((site, *own))


def _version(content: str) -> str:
    """Stands in the style sheet's address, so that a changed one is not taken from memory."""
    return sha256(content.encode()).hexdigest()[:12]
