"""The head of a page: what it may load, and what search engines and other sites read of it."""

from collections.abc import Iterable, Sequence

from newsroom.domain.article import Article, SectionPath
from newsroom.domain.paper import PaperSettings, local
from newsroom.domain.rendering import RenderContext
from newsroom.formats.html.address import public_address, section_folder, site_address
from newsroom.formats.html.assets import Assets, FeedLink
from newsroom.formats.html.linked_data import news_article, section_trail
from newsroom.formats.html.markup import Html, attributes, escaped, joined
from newsroom.formats.html.pictures import PagePicture, page_pictures

_LOCALES = {"vi": "vi_VN", "en": "en_GB"}

_Pairs = Iterable[tuple[str, str | None]]


def article_head(article: Article, context: RenderContext, *, assets: Assets) -> Html:
    """Everything a theme puts between `<head>` and `</head>` of an article's page.

    Character set, Content-Security-Policy, viewport, title, description, OpenGraph
    (https://ogp.me), schema.org, style sheet. An `inline_style` is trusted: it is made of our own
    rules and of a theme's that was checked when it was loaded.
    """
    paper = context.paper
    title = " | ".join(part for part in (article.headline.strip(), paper.name) if part)
    pictures = page_pictures(article.body, assets.image)
    described = (
        *_named(
            (
                ("description", article.lede),
                ("author", ", ".join(article.byline)),
                ("twitter:card", _card(pictures, assets.address)),
            )
        ),
        *_open_graph(_article_pairs(article, paper)),
        *_open_graph(_picture_pairs(pictures[:1], assets.address)),
        *map(_feed, assets.feeds),
        news_article(article, paper, address=assets.address, pictures=pictures),
    )
    return _head(title, (*_addressed(assets.address), *described), assets)


def listing_head(
    title: str, context: RenderContext, *, assets: Assets, section: SectionPath = ()
) -> Html:
    """The same for a page that lists news, `title` as the browser's tab shows it."""
    paper = context.paper
    lines = listing_lines(
        title,
        paper.tagline,
        paper,
        address=assets.address,
        feeds=assets.feeds,
        trail=_trail(section, context),
    )
    return _head(title, lines, assets)


def listing_lines(
    title: str,
    description: str,
    paper: PaperSettings,
    *,
    address: str,
    feeds: Iterable[FeedLink] = (),
    trail: Sequence[tuple[str, str]] = (),
) -> list[str]:
    """What a listing says of itself; `trail` are names and public addresses from the root on."""
    pairs = (
        ("og:type", "website"),
        ("og:site_name", paper.name),
        ("og:locale", _LOCALES.get(paper.language, paper.language)),
        ("og:title", title),
        ("og:description", description),
    )
    return [
        *_addressed(address),
        *_named((("description", description), ("twitter:card", "summary"))),
        *_open_graph(pairs),
        *map(_feed, feeds),
        *([section_trail(trail)] if trail else []),
    ]


def _feed(feed: FeedLink) -> Html:
    kind = "application/rss+xml"
    return Html(f"<link{attributes(rel='alternate', type=kind, title=feed.title, href=feed.href)}>")


def _addressed(address: str) -> list[str]:
    """The page's one public address, when it has one."""
    if not address:
        return []
    return [
        f"<link{attributes(rel='canonical', href=address)}>",
        *_open_graph([("og:url", address)]),
    ]


def policy_meta(policy: str) -> Html:
    """The element that tells the browser what the page may load."""
    return Html(f'<meta http-equiv="Content-Security-Policy"{attributes(content=policy)}>')


def _head(title: str, described: Iterable[str], assets: Assets) -> Html:
    style = (
        f"<style>{assets.inline_style}</style>"
        if assets.inline_style
        else f"<link{attributes(rel='stylesheet', href=assets.style_href)}>"
    )
    lines = (
        '<meta charset="utf-8">',
        policy_meta(assets.policy),
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escaped(title)}</title>",
        *described,
        style,
    )
    return joined(f"{line}\n" for line in lines)


def _article_pairs(article: Article, paper: PaperSettings) -> _Pairs:
    published = local(article.published, paper).isoformat() if article.published else ""
    return (
        ("og:type", "article"),
        ("og:site_name", paper.name),
        ("og:locale", _LOCALES.get(article.language, article.language)),
        ("og:title", article.headline),
        ("og:description", article.lede),
        ("article:section", article.section[-1] if article.section else ""),
        ("article:published_time", published),
        ("article:modified_time", local(article.updated, paper).isoformat()),
        *(("article:tag", tag) for tag in article.tags),
    )


def _card(pictures: Iterable[PagePicture], address: str) -> str:
    """The form of a Twitter card (https://developer.x.com/en/docs/x-for-websites/cards)."""
    shown = any(public_address(one.src, address) for one in pictures)
    return "summary_large_image" if shown else "summary"


def _picture_pairs(pictures: Iterable[PagePicture], address: str) -> _Pairs:
    """Pictures by their public addresses; none without one."""
    return tuple(
        pair
        for one in pictures
        if (src := public_address(one.src, address))
        for pair in (
            ("og:image", src),
            ("og:image:width", str(one.width)),
            ("og:image:height", str(one.height)),
            ("og:image:alt", one.alt),
        )
    )


def _trail(section: SectionPath, context: RenderContext) -> list[tuple[str, str]]:
    """The breadcrumb for search engines, of a site that has an address."""
    site = site_address(context.paper)
    if not site or not section:
        return []
    steps = (
        (name, site + section_folder(section[:depth], context.sections))
        for depth, name in enumerate(section, start=1)
    )
    return [(context.paper.home_label, site), *steps]


def _named(pairs: _Pairs) -> list[str]:
    return [f"<meta{attributes(name=name, content=value)}>" for name, value in pairs if value]


def _open_graph(pairs: _Pairs) -> list[str]:
    return [f"<meta{attributes(property=name, content=value)}>" for name, value in pairs if value]
