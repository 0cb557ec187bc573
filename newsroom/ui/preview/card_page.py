"""The article where it is only named: in a list of the site, a search result, a shared link."""

from collections.abc import Iterable
from dataclasses import dataclass

from newsroom.domain.article import Article
from newsroom.domain.rendering import RenderContext
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.cards import ArticleCard, Extract, Fit, SocialCard, card_of
from newsroom.formats.html.head import policy_meta
from newsroom.formats.html.markup import Html, attributes, escaped, joined
from newsroom.i18n import _
from newsroom.paths import resource
from newsroom.ui.preview.addresses import photo_address
from newsroom.ui.wording import number

_PICTURE_WIDTH = 960


def card_style(*, dark: bool) -> str:
    """The style sheet of the page."""
    name = "cards-dark" if dark else "cards-light"
    colours = resource(f"preview/{name}.css").read_text("utf-8")
    rest = (resource(f"preview/{part}.css").read_text("utf-8") for part in ("cards", "preview"))
    return "\n".join((colours, *rest))


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPage:
    """Each card as it is shown there, cut where it is cut, and below it what has no room."""

    article: Article
    context: RenderContext
    assets: Assets

    def whole(self) -> Html:
        """The HTML5 page."""
        head = policy_meta(self.assets.policy)
        sheet = attributes(rel="stylesheet", href=self.assets.style_href)
        language = attributes(lang=self.article.language)
        return Html(
            f"<!doctype html><html{language}><head>{head}<link{sheet}></head>"
            f'<body><main id="page">{self.live()}</main></body></html>'
        )

    def live(self) -> Html:
        """What the element `#page` holds."""
        card = card_of(self.article, self.context)
        return joined((self._listed(card), self._found(card), self._shared(card.social)))

    def _listed(self, card: ArticleCard) -> Html:
        photo = card.social.photo
        picture = self.assets.thumbnail(photo) if photo is not None else None
        image = f"<img{attributes(src=picture.src, alt='')}>" if picture else ""
        inner = (
            f"{image}<div>{_line('p', 'title', card.headline)}"
            f"{_line('p', 'words', card.lede)}</div>"
        )
        notes = (_note(_("Headline"), card.headline, limited=False), _note(_("Lede"), card.lede))
        return _section("listed", _("In a list"), inner, notes)

    def _found(self, card: ArticleCard) -> Html:
        found = card.search
        inner = (
            f'<p class="site">{escaped(found.site)}</p><p class="trail">{escaped(found.trail)}</p>'
            f"{_line('p', 'title', found.title)}{_line('p', 'words', found.description)}"
        )
        notes = (_note(_("Title"), found.title), _note(_("Description"), found.description))
        return _section("found", _("Search result"), inner, notes)

    def _shared(self, card: SocialCard) -> Html:
        if card.photo is not None:
            source = photo_address(card.photo.photo, card.crop, width=_PICTURE_WIDTH)
            picture = f'<div class="picture"><img{attributes(src=source, alt="")}></div>'
        else:
            picture = f'<div class="picture none">{escaped(_("No photo"))}</div>'
        inner = (
            f'{picture}<div class="below"><p class="site">{escaped(card.site)}</p>'
            f"{_line('p', 'title', card.title)}{_line('p', 'words', card.description)}</div>"
        )
        notes = (_note(_("Title"), card.title), _note(_("Description"), card.description))
        return _section("shared", _("Shared link"), inner, notes)


def _section(name: str, title: str, inner: str, notes: Iterable[Html]) -> Html:
    return Html(
        f'<section{attributes(id=name)}><h2>{escaped(title)}</h2><div class="card">{inner}</div>'
        f'<ul class="notes">{joined(notes)}</ul></section>'
    )


def _line(element: str, role: str, extract: Extract) -> Html:
    missing = extract.fit is Fit.MISSING
    words = _("Missing") if missing else extract.shown
    kind = f"{role} missing" if missing else role
    return Html(f"<{element}{attributes(class_=kind)}>{escaped(words)}</{element}>")


def _note(name: str, extract: Extract, *, limited: bool = True) -> Html:
    """How long a text is, and whether it has room."""
    size, limit = number(round(extract.size)), number(round(extract.limit))
    if extract.fit is Fit.MISSING:
        words = _("{name}: missing").format(name=name)
    elif not limited:
        words = _("{name}: {size} characters").format(name=name, size=size)
    elif extract.in_pixels:
        words = _("{name}: {size} of {limit} pixels").format(name=name, size=size, limit=limit)
    else:
        words = _("{name}: {size} of {limit} characters").format(name=name, size=size, limit=limit)
    if extract.fit is Fit.TOO_LONG:
        words = _("{note} – cut").format(note=words)
    return Html(f"<li{attributes(class_=extract.fit)}>{escaped(words)}</li>")
