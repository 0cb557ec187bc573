"""Where pages lie on the paper's site: `section/subsection/article.html`, without diacritics."""

import re
from collections.abc import Iterable
from urllib.parse import urljoin

from newsroom.domain.article import Article, ArticleSummary, SectionPath
from newsroom.domain.paper import PaperSettings
from newsroom.domain.slug import DEVICE_NAMES, slugify
from newsroom.domain.taxonomy import Section, SectionTree
from newsroom.formats.html.markup import safe_link

SHARED_FOLDER = "assets"
"""The site's folder of fonts, photos and style; no section may be called so."""
_PAGES = re.compile(r"index|404|page-\d+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def site_address(paper: PaperSettings) -> str:
    """The address of the site's front page, ending in `/`; empty when the paper has none."""
    link = safe_link(paper.site_url) or ""
    if not link.lower().startswith(("http://", "https://")):
        return ""
    return link.partition("#")[0].partition("?")[0].rstrip("/") + "/"


def article_path(article: Article | ArticleSummary, sections: SectionTree) -> str:
    """The path of the article's page below the site's address.

    Two articles of one section whose slugs are alike get the same path (the library gives each
    article a slug of its own).
    """
    stem = slugify(article.slug) or slugify(article.headline) or article.id
    if stem in DEVICE_NAMES or _PAGES.fullmatch(stem):
        stem = f"{stem}-{article.id}"
    return f"{section_folder(article.section, sections)}{stem}.html"


def section_folder(path: SectionPath, sections: SectionTree) -> str:
    """The folder of a section's pages, ending in `/`; empty for the site's root."""
    level: tuple[Section, ...] = sections.roots
    parts: list[str] = []
    for name in path:
        found = _folder_names(level, top=not parts).get(name)
        parts.append(found or slugify(name) or "section")
        level = next((node.children for node in level if node.name == name), ())
    return "".join(f"{part}/" for part in parts)


def _folder_names(level: Iterable[Section], *, top: bool) -> dict[str, str]:
    """Section name → folder; what is taken or means something else gets a number."""
    taken = {SHARED_FOLDER} if top else set()
    names: dict[str, str] = {}
    for node in level:
        stem = slugify(node.slug) or slugify(node.name) or "section"
        folder, number = stem, 1
        while folder in taken or folder in DEVICE_NAMES:
            number += 1
            folder = f"{stem}-{number}"
        taken.add(folder)
        names[node.name] = folder
    return names


def public_address(address: str, page: str) -> str | None:
    """`address` as others may call it, seen from the public address `page` (empty: unknown).

    None for what has no address on the site, such as a picture that stands in the page itself.
    """
    if not page or not address or _SCHEME.match(address):
        return None
    return urljoin(page, address)
