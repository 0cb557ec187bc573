"""What the class names of a page say: which element is the lede, which is furniture."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsroom.formats.page.pieces import Hint

if TYPE_CHECKING:
    from lxml.etree import _Element

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def names(listing: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(listing.split())


_HINTS: tuple[tuple[Hint, frozenset[str], tuple[str, ...]], ...] = (
    (Hint.CRUMBS, names("breadcrumb breadcrumbs crumbs crumb"), ("bread-crumb",)),
    (
        Hint.LEDE,
        names("sapo lede standfirst chapeau sapeau"),
        ("lead-detail", "article-lead", "article-summary", "article-description", "entry-summary",
         "short-intro", "detail-summary", "post-excerpt", "article-excerpt"),
    ),
    (Hint.CAPTION, names("caption chuthich figcaption imagecaption imgcaption"), ("image-title",)),
    (Hint.KICKER, names("kicker supertitle eyebrow overline"), ("sub-cate", "pre-title")),
    (
        Hint.BYLINE,
        names("byline author tacgia authors"),
        ("tac-gia", "author-name"),
    ),
    (Hint.TIME, names("dateline pubdate datetime publishdate"),
     ("publish-date", "date-time", "post-date", "entry-date", "article-date")),
    (Hint.TAGS, names("tags taglist tagcloud keywords"), ("tag-list", "list-tag", "box-tag")),
    (Hint.HEADLINE, names("headline"),
     ("article-title", "title-detail", "detail-title", "entry-title", "post-title")),
)  # fmt: skip
_PROPERTIES = {
    "headline": Hint.HEADLINE,
    "author": Hint.BYLINE,
    "datepublished": Hint.TIME,
    "datemodified": Hint.TIME,
    "keywords": Hint.TAGS,
}
_FURNITURE_TAGS = frozenset({"nav", "aside", "footer", "button", "label", "legend"})
_FURNITURE_ROLES = frozenset(
    {"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu", "toolbar"}
)
_FURNITURE = names(
    "nav navbar navigation menu sidebar footer comment comments binhluan share sharing sharebar "
    "social socials related relate relatednews lienquan tinlienquan advert advertisement ads adv "
    "adsbygoogle quangcao banner promo sponsor sponsored popup modal newsletter subscribe widget "
    "recommend recommended recommendations trending toolbar pagination copyright cookie login "
    "searchbox rating tooltip mostread readmore toptop totop noprint printonly donate paywall "
    "outbrain taboola disqus addthis facebook zalo hidden invisible"
)
_FURNITURE_PARTS = (
    "tin-lien-quan", "bai-lien-quan", "box-tin", "tin-khac", "most-read", "read-more", "read-also",
    "see-also", "back-to-top", "scroll-top", "xem-nhieu", "doc-nhieu", "tin-moi", "tin-cung",
    "cung-chuyen-muc", "google-news", "top-bar", "site-header", "page-header", "skip-link",
    "author-box", "author-bio", "related-news", "list-news-relate", "visually-hidden", "sr-only",
)  # fmt: skip
_BODY_NAMES = (
    "articlebody", "article-body", "article-content", "article-detail", "detail-content",
    "content-detail", "main-detail-body", "fck-detail", "entry-content", "post-content",
    "post-body", "story-body", "cms-body", "news-content", "content-news", "body-content",
    "noi-dung", "noidung", "detail-content-body", "singular-content", "story-content",
    "afcbc-body", "the-article-body", "news-detail-content", "detail-cmain",
)  # fmt: skip


@lru_cache(maxsize=4096)
def _slug(named: str) -> str:
    """Class names and id as `-a-b-c-`: camel case, underscores and case are one."""
    return "-" + "-".join(_TOKEN.findall(named)).lower() + "-"


def _named(element: "_Element") -> str:
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _slug(named[:300]) if named != " " else "-"


def hint_of(element: "_Element") -> Hint | None:
    """What the element's names say it is, None when they say nothing."""
    if not element.attrib:
        return Hint.TIME if element.tag == "time" else None
    stated = _PROPERTIES.get((element.get("itemprop") or "").lower())
    if stated is not None:
        return stated
    if element.tag == "time":
        return Hint.TIME
    if element.get("rel") == "author":
        return Hint.BYLINE
    return _hint(_named(element))


@lru_cache(maxsize=4096)
def _hint(slug: str) -> Hint | None:
    tokens = set(slug.split("-"))
    for hint, words, parts in _HINTS:
        if tokens & words or any(f"-{part}-" in slug for part in parts):
            return hint
    return None


def is_furniture(element: "_Element") -> bool:
    """Whether tag, role or names say that the element is not part of the article."""
    if not element.attrib:
        return element.tag in _FURNITURE_TAGS
    if is_quote(element) or is_named_box(element):
        return False
    if element.tag in _FURNITURE_TAGS or element.get("role") in _FURNITURE_ROLES:
        return True
    return _is_furniture_name(_named(element))


@lru_cache(maxsize=4096)
def _is_furniture_name(slug: str) -> bool:
    return bool(set(slug.split("-")) & _FURNITURE) or any(
        f"-{part}-" in slug for part in _FURNITURE_PARTS
    )


_QUOTES = names("quote pullquote blockquote trichdan")
_BOXES = names("factbox infobox hopthongtin boxinfo")
_BOX_PARTS = ("box-info", "info-box", "fact-box", "hop-thong-tin", "box-thong-tin", "note-box")


def is_quote(element: "_Element") -> bool:
    """Whether the element is named as a pull quote."""
    return bool(_tokens(element) & _QUOTES)


def is_named_box(element: "_Element") -> bool:
    """Whether the element is named as an information box."""
    slug = _named(element)
    return bool(_tokens(element) & _BOXES) or any(f"-{part}-" in slug for part in _BOX_PARTS)


def stands_apart(element: "_Element") -> bool:
    """Whether an inline element is shown apart from the words beside it, by its name."""
    return hint_of(element) in _APART or bool(_tokens(element) & _PLACES)


_APART = frozenset({Hint.BYLINE, Hint.TIME, Hint.KICKER, Hint.HEADLINE, Hint.LEDE})
_PLACES = names("location stamp")


def _tokens(element: "_Element") -> frozenset[str]:
    return _split(_named(element))


@lru_cache(maxsize=4096)
def _split(slug: str) -> frozenset[str]:
    return frozenset(slug.split("-"))


def is_body(element: "_Element") -> bool:
    """Whether the page itself names the element as the text of its article."""
    if (element.get("itemprop") or "").lower() == "articlebody":
        return True
    slug = _named(element)
    return slug != "-" and any(f"-{name}-" in slug for name in _BODY_SLUGS)


_BODY_SLUGS = tuple("-".join(_TOKEN.findall(name)) for name in _BODY_NAMES)
