"""What the preview shows, worked out off the GUI thread: a whole page or the part that changed."""

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from newsroom.domain.article import Article
from newsroom.domain.document import Photo, photos
from newsroom.domain.ids import ArticleId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.rendering import RenderContext
from newsroom.domain.style import StyleSheet
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.listing_view import listing_view
from newsroom.formats.html.theme import Theme, load_theme
from newsroom.formats.html.variables import Scheme
from newsroom.formats.html.writer import Page, all_faces, page_style
from newsroom.language.pieces import pieces
from newsroom.paths import resource
from newsroom.services.newsstand import Newsstand
from newsroom.ui.preview.addresses import assets_for
from newsroom.ui.preview.card_page import CardPage, card_style
from newsroom.ui.preview.live import Live, frame_scripts, live, patch_scripts
from newsroom.ui.preview.view import Kind, View

_PRINT_RULES = re.compile(r"@media\s+print\b")
_SCREEN_RULES = re.compile(r"@media\s+screen\b")
_AT_ONCE = 1_000_000
"""Characters of blocks; more of them come after the page was loaded. Chromium lays a paragraph out
again with each part of it that arrives: 5 MB took it 14 s, and 3 s as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a loaded page stands in; while it stays the same, the page is patched."""

    paper: PaperSettings
    style: StyleSheet
    theme: Theme
    cards: bool = False
    dark: bool = False
    printed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is on screen: which page, in which setting, and what it holds.

    That is `live` for an article whose blocks can be told apart, `frame` for other pages.
    """

    name: str
    setting: Setting | None
    live: Live | None = None
    frame: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page to be shown where `shown` stands now; pages that list news need a newsstand."""

    article: Article
    context: RenderContext
    view: View
    stand: Newsstand | None = None
    shown: Shown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How to show `shown`: load `page` with `style` and `fonts`, run `scripts`, or do nothing.

    `files` are those that the theme is made of. What is `partial` lacks the blocks: the page is to
    be made once more.
    """

    shown: Shown
    scripts: tuple[str, ...] = ()
    page: bytes = b""
    style: bytes = b""
    partial: bool = False
    fonts: tuple[tuple[str, str], ...] = ()
    files: tuple[Path, ...] = ()


def make(wanted: Wanted) -> Made:
    """Render what is needed. Raises `UserError` for a mistake in the theme or the settings."""
    setting, before = _setting(wanted), wanted.shown
    if before is None or before.setting != setting:
        return _load(wanted, setting)
    held = before.live if before.name == _name(wanted) else None
    after = _live(wanted, setting, held)
    to_top = _name(wanted) != before.name
    if after is not None:
        shown = Shown(name=_name(wanted), setting=setting, live=after)
        return Made(shown=shown, scripts=patch_scripts(before.live, after, to_top=to_top))
    page = _page(wanted, setting, assets_for(wanted.context))
    shown = Shown(name=_name(wanted), setting=setting, frame=page.live())
    same = shown.frame == before.frame
    return Made(shown=shown, scripts=() if same else frame_scripts(shown.frame, to_top=to_top))


def _name(wanted: Wanted) -> str:
    """What the page is about: while it stays the same, the reader's place does too."""
    kind, section = wanted.view.kind, wanted.stand.section if wanted.stand else ()
    about = wanted.article.id if not kind.lists_news else "/".join(section)
    return f"{kind}:{about}"


def _live(wanted: Wanted, setting: Setting, before: Live | None) -> Live | None:
    if wanted.view.kind is not Kind.ARTICLE:
        return None
    assets = assets_for(wanted.context)
    return live(wanted.article, wanted.context, theme=setting.theme, assets=assets, before=before)


def _page(wanted: Wanted, setting: Setting, assets: Assets) -> Page | CardPage:
    article, context, view, stand = wanted.article, wanted.context, wanted.view, wanted.stand
    if view.kind is Kind.CARD:
        return CardPage(article=article, context=context, assets=assets)
    if view.kind is Kind.ARTICLE or stand is None:
        return Page.of(article, context, theme=setting.theme, assets=assets)
    front = view.kind is Kind.FRONT
    listing = stand.front(article) if front else stand.section_page(article)
    around = replace(
        context, photos={**stand.photos, **context.photos}, leads={**stand.leads, **_leads(article)}
    )
    listed = listing_view(listing, around, assets=assets)
    return Page(view=listed, theme=setting.theme, assets=assets)


def _leads(article: Article) -> dict[ArticleId, Photo]:
    """How the article as it is written now uses its first photo."""
    first = next(photos(article.body), None)
    return {article.id: first} if first is not None else {}


def _setting(wanted: Wanted) -> Setting:
    paper, view = wanted.context.paper, wanted.view
    return Setting(
        paper=paper,
        style=wanted.context.style,
        theme=load_theme(view.theme or paper.site_theme, own=wanted.context.themes),
        cards=view.kind is Kind.CARD,
        dark=view.dark and not view.printed,
        printed=view.printed,
    )


def _load(wanted: Wanted, setting: Setting) -> Made:
    context, theme = wanted.context, setting.theme
    style = card_style(dark=setting.dark) if setting.cards else _style(context, setting)
    assets = assets_for(context, style_href=f"style.css?{_version(style)}")
    held = _live(wanted, setting, None)
    partial = held is not None and held.length > _AT_ONCE
    if held is not None:
        frame = ""
        held = replace(held, blocks={}) if partial else held
        whole = Page.of(held.around, context, theme=theme, assets=assets).whole()
        page = held.filled(whole)
    else:
        made = _page(wanted, setting, assets)
        frame, page = made.live(), made.whole()
    return Made(
        shown=Shown(name=_name(wanted), setting=setting, live=held, frame=frame),
        page=b"".join(piece.encode() for piece in pieces(page)),
        style=style.encode(),
        partial=partial,
        fonts=tuple((face.path.name, str(face.path)) for face in all_faces(context)),
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
