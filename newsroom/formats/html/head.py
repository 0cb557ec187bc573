"""The head of the page: what it may load, and what search engines and other sites read of it."""

from newsroom.domain.article import Article
from newsroom.domain.paper import PaperSettings, local
from newsroom.formats.html.markup import Html, attributes, escaped, joined

_LOCALES = {"vi": "vi_VN", "en": "en_GB"}


def page_head(
    article: Article, paper: PaperSettings, *, policy: str, style_href: str, inline_style: str
) -> Html:
    """Everything a theme puts between `<head>` and `</head>`.

    Character set, Content-Security-Policy, viewport, title, description, OpenGraph
    (https://ogp.me), style sheet. An `inline_style` is trusted: it is made of our own rules and of
    a theme's that was checked when it was loaded.
    """
    title = " | ".join(part for part in (article.headline.strip(), paper.name) if part)
    style = (
        f"<style>{inline_style}</style>"
        if inline_style
        else f"<link{attributes(rel='stylesheet', href=style_href)}>"
    )
    return joined(
        f"{line}\n"
        for line in (
            '<meta charset="utf-8">',
            policy_meta(policy),
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{escaped(title)}</title>",
            *_described(article, paper),
            style,
        )
    )


def policy_meta(policy: str) -> Html:
    """The element that tells the browser what the page may load."""
    return Html(f'<meta http-equiv="Content-Security-Policy"{attributes(content=policy)}>')


def _described(article: Article, paper: PaperSettings) -> list[str]:
    published = local(article.published, paper).isoformat() if article.published else ""
    pairs = [
        ("og:type", "article"),
        ("og:site_name", paper.name),
        ("og:locale", _LOCALES.get(article.language, article.language)),
        ("og:title", article.headline),
        ("og:description", article.lede),
        ("article:section", article.section[-1] if article.section else ""),
        ("article:published_time", published),
        ("article:modified_time", local(article.updated, paper).isoformat()),
        *(("article:tag", tag) for tag in article.tags),
    ]
    metas = [f"<meta{attributes(property=name, content=value)}>" for name, value in pairs if value]
    named = (("description", article.lede), ("author", ", ".join(article.byline)))
    return [
        f"<meta{attributes(name=name, content=value)}>" for name, value in named if value
    ] + metas
