"""The pages of the paper's site: pure functions of article or listing, context and theme."""

from dataclasses import dataclass

from newsroom.domain.article import Article
from newsroom.domain.commented import without_comments
from newsroom.domain.document import Document, Mark, block_texts
from newsroom.domain.listing import Listing
from newsroom.domain.rendering import RenderContext
from newsroom.domain.style import Family, Role, StyleSheet
from newsroom.errors import UserError
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.focus import focus_rules
from newsroom.formats.html.fonts import FontFace, Wanted, faces_for, font_face_rules, shipped_faces
from newsroom.formats.html.head import policy_meta
from newsroom.formats.html.listing_view import FrontView, SectionView, listing_view
from newsroom.formats.html.markup import Html
from newsroom.formats.html.templates import mistake
from newsroom.formats.html.theme import Theme
from newsroom.formats.html.variables import Scheme, colour_variables, role_rules, style_variables
from newsroom.formats.html.view import PageView, page_view


def render_page(article: Article, context: RenderContext, *, theme: Theme, assets: Assets) -> Html:
    """The whole HTML5 page. Raises `UserError` for a mistake in the theme, with its line."""
    return Page.of(article, context, theme=theme, assets=assets).whole()


def render_main(article: Article, context: RenderContext, *, theme: Theme, assets: Assets) -> Html:
    """The part of the page that follows every keystroke: what its element `#page` holds."""
    return Page.of(article, context, theme=theme, assets=assets).live()


def render_listing(
    listing: Listing, context: RenderContext, *, theme: Theme, assets: Assets
) -> Html:
    """The whole page of a front page or of a section; raises like `render_page`.

    `context.latest` stands beside a section's news, if there is any.
    """
    return Page(
        view=listing_view(listing, context, assets=assets), theme=theme, assets=assets
    ).whole()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page ready to be written, whole or in part."""

    view: PageView | FrontView | SectionView
    theme: Theme
    assets: Assets

    @classmethod
    def of(
        cls, article: Article, context: RenderContext, *, theme: Theme, assets: Assets
    ) -> "Page":
        """The page of `article`."""
        view = page_view(without_comments(article), context, assets=assets)
        return cls(view=view, theme=theme, assets=assets)

    def whole(self) -> Html:
        """The HTML5 page, from its doctype on."""
        templates = self.theme.templates
        page = templates.page(self.view)
        if policy_meta(self.assets.policy) not in page:
            lacking = UserError("{words} is missing", words="{{ page.head }}")
            raise mistake(templates.entry, 0, lacking)
        return Html(page)

    def live(self) -> Html:
        """What the element `#page` holds."""
        return Html(self.theme.templates.live(self.view))


def page_style(
    context: RenderContext,
    *,
    theme: Theme,
    faces: tuple[FontFace, ...],
    fonts: str = ".ttf",
    scheme: Scheme = Scheme.DEVICE,
) -> str:
    """The style sheet of the page: fonts, the house's variables and roles, then the theme's rules.

    Fonts lie in `fonts/` beside it, with the suffix `fonts`. Light or dark is the reader's device
    to say, unless `scheme` does. Raises `UserError` when the paper's colours are malformed.
    """
    sheet = theme.sheet(context.style)
    parts = (
        font_face_rules(faces, suffix=fonts),
        style_variables(sheet),
        colour_variables(context.paper, theme.colours, theme.dark, scheme=scheme),
        role_rules(),
        focus_rules(),
        theme.style,
    )
    return "\n".join(parts)


def all_faces(context: RenderContext) -> tuple[FontFace, ...]:
    """Every shipped face of the house's families, for a page whose text may change."""
    families = (context.style.fonts[family] for family in Family)
    return tuple(face for name in families for face in shipped_faces(name))


def used_faces(article: Article, context: RenderContext, *, theme: Theme) -> tuple[FontFace, ...]:
    """The faces that this article's page is set in, bold and italic only where it has them."""
    sheet = theme.sheet(context.style)
    chrome = (Wanted(sheet.fonts[face.family], face.weight, face.italic) for face in theme.chrome)
    return faces_for((*chrome, *_role_faces(sheet), *_marked_faces(article.body, sheet)))


def listing_faces(context: RenderContext, *, theme: Theme) -> tuple[FontFace, ...]:
    """The faces that the front page and the pages of sections are set in."""
    sheet = theme.sheet(context.style)
    chrome = (Wanted(sheet.fonts[face.family], face.weight, face.italic) for face in theme.chrome)
    kicker = sheet[Role.KICKER]
    return faces_for((*chrome, Wanted(sheet.fonts[kicker.family], kicker.weight, kicker.italic)))


def _role_faces(sheet: StyleSheet) -> list[Wanted]:
    styles = (sheet[role] for role in Role)
    return [Wanted(sheet.fonts[style.family], style.weight, style.italic) for style in styles]


def _marked_faces(document: Document, sheet: StyleSheet) -> set[Wanted]:
    styles = {(bool(Mark.BOLD in marks), bool(Mark.ITALIC in marks)) for marks in _marks(document)}
    families = {sheet.fonts[sheet[role].family] for role in Role}
    return {
        Wanted(family, 700 if bold else 400, italic)
        for family in families
        for bold, italic in styles
        if bold or italic
    }


def _marks(document: Document) -> set[frozenset[Mark]]:
    texts = (text for block in document.blocks for text in block_texts(block))
    return {run.marks for text in texts for run in text}
