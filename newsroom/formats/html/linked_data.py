"""schema.org in JSON-LD: what a page says of itself to search engines (https://schema.org)."""

import json
from collections.abc import Sequence
from typing import Any

from newsroom.domain.article import Article
from newsroom.domain.paper import PaperSettings, local
from newsroom.formats.html.address import public_address, site_address
from newsroom.formats.html.markup import UNWANTED, Html
from newsroom.formats.html.pictures import PagePicture

_CONTEXT = "https://schema.org"
_UNSAFE = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
"""Characters that could end the script element, or that older parsers take for line ends."""


def news_article(
    article: Article, paper: PaperSettings, *, address: str, pictures: Sequence[PagePicture]
) -> Html:
    """The script element with the NewsArticle; fields that are not known are not there.

    Pictures are named by public addresses, so there are none while `address` is empty.
    """
    published = local(article.published, paper).isoformat() if article.published else ""
    found = {
        "@context": _CONTEXT,
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": address} if address else None,
        "url": address,
        "headline": article.headline,
        "alternativeHeadline": article.kicker,
        "description": article.lede,
        "image": [_image(one, address) for one in pictures if public_address(one.src, address)],
        "datePublished": published,
        "dateModified": local(article.updated, paper).isoformat(),
        "author": [{"@type": "Person", "name": name} for name in article.byline],
        "publisher": _publisher(paper),
        "articleSection": article.section[-1] if article.section else "",
        "keywords": list(article.tags),
        "inLanguage": article.language,
        "isAccessibleForFree": True,
    }
    return data_script({name: value for name, value in found.items() if value})


def section_trail(steps: Sequence[tuple[str, str]]) -> Html:
    """The script element with a BreadcrumbList; each step is a name and its public address."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": address}
        for place, (name, address) in enumerate(steps, start=1)
    ]
    return data_script({"@context": _CONTEXT, "@type": "BreadcrumbList", "itemListElement": items})


def data_script(value: dict[str, Any]) -> Html:
    """`value` in a script element that browsers do not run and that nothing in it can end."""
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    whole = words.encode("utf-8", "replace").decode()  # half a surrogate pair is no character
    whole = UNWANTED.sub(lambda found: json.dumps(found[0])[1:-1], whole)
    for character, escape in _UNSAFE.items():
        whole = whole.replace(character, escape)
    return Html(f'<script type="application/ld+json">{whole}</script>')


def _image(picture: PagePicture, address: str) -> dict[str, Any]:
    found = {
        "@type": "ImageObject",
        "url": public_address(picture.src, address),
        "width": picture.width,
        "height": picture.height,
        "caption": picture.caption or picture.alt,
        "creditText": picture.credit,
    }
    return {name: value for name, value in found.items() if value}


def _publisher(paper: PaperSettings) -> dict[str, Any] | None:
    if not paper.name:
        return None
    found = {"@type": "NewsMediaOrganization", "name": paper.name, "url": site_address(paper)}
    return {name: value for name, value in found.items() if value}
