"""What a page says of itself in its head: meta tags, OpenGraph, schema.org JSON-LD."""

import html as entities
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from newsroom.domain.article import SectionPath
from newsroom.formats.page.crumbs import ROOTS
from newsroom.formats.page.furniture import split_tags
from newsroom.formats.page.moments import iso_moment
from newsroom.formats.page.names import byline_names, natural_case
from newsroom.formats.page.pieces import Known, bare
from newsroom.language.normalise import clean_text, single_spaced

_META = re.compile(r"<meta\b([^<>]{0,4000})>", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{0,1000})</title", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b[^<>]*application/ld\+json[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle",
             "OpinionNewsArticle", "TechArticle", "WebPage")  # fmt: skip
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,50}$|\s*\|\s*[^|]{2,50}$")
_LARGEST_SCRIPT = 400_000
_SEARCHED = 400_000


def read_metadata(html: str) -> Known:
    """The article's fields as the page's head states them; empty where it is silent."""
    metas = _metas(html[:_SEARCHED])
    known = _from_metas(metas)
    for value in _linked_data(html):
        known = _merged(_from_linked_data(value), known)
    title = _TITLE.search(html[:_SEARCHED])
    headline = known.headline or (_text(title[1]) if title is not None else "")
    if known.headline or metas:
        return replace(known, headline=without_site(headline, known.site))
    return known


def without_site(headline: str, site: str) -> str:
    """`Tít bài | Báo Lao Động` → `Tít bài`: the name of the site is cut off."""
    match = _SITE_SUFFIX.search(headline)
    if match is None or len(headline[: match.start()].split()) < 4:
        return headline
    suffix = match.group().strip(" |–—-")
    named = bool(site) and bare(site) in bare(suffix)
    looks = re.search(
        r"báo|tạp chí|news|online|\.vn|\.com|tv\b|times|post|điện tử", suffix, re.IGNORECASE
    )
    return headline[: match.start()] if named or looks or "|" in match.group() else headline


def _text(words: object) -> str:
    return single_spaced(clean_text(entities.unescape(str(words)))).replace("\n", " ")


def _metas(html: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in _META.finditer(html):
        named = {
            name.lower(): double or single or bare_value
            for name, double, single, bare_value in _ATTRIBUTE.findall(tag[1])
        }
        key = named.get("property") or named.get("name") or named.get("itemprop")
        if key and named.get("content"):
            found.setdefault(key.lower(), []).append(_text(named["content"]))
    return found


def _from_metas(metas: dict[str, list[str]]) -> Known:
    def first(*keys: str) -> str:
        return next((metas[key][0] for key in keys if key in metas), "")

    stamp = first(
        "article:modified_time", "og:updated_time", "datemodified", "article:published_time",
        "pubdate", "datepublished", "date", "dc.date", "publish-date", "publishdate",
    )  # fmt: skip
    section = first("article:section", "dc.subject", "section")
    locale = first("og:locale", "language", "content-language", "dc.language").lower()
    tags = metas.get("article:tag") or metas.get("news_keywords") or metas.get("keywords") or []
    return Known(
        headline=first("og:title", "twitter:title", "dc.title"),
        lede=first("og:description", "description", "twitter:description"),
        section=(section,) if section and len(section.split()) <= 10 else (),
        updated=iso_moment(stamp) if stamp else None,
        byline=_people(metas.get("author", [])[:1] or metas.get("article:author", [])[:1]),
        tags=tuple(tag for words in tags for tag in split_tags(words))[:15],
        language=locale[:2] if locale[:2] in ("vi", "en") else "",
        site=first("og:site_name", "application-name"),
    )


def _people(names: list[str]) -> tuple[str, ...]:
    """Names of people; a site that names itself or a web address as the author names nobody."""
    kept = [name for name in names if name and "://" not in name and len(name) <= 80]
    found: list[str] = []
    for name in kept:
        found.extend(byline_names(name) or (natural_case(name),))
    return tuple(dict.fromkeys(found))


def _linked_data(html: str) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD scripts; scripts that are broken are passed over."""
    lower = html.lower()
    for count, opening in enumerate(_SCRIPT.finditer(html)):
        end = lower.find("</script", opening.end(), opening.end() + _LARGEST_SCRIPT)
        if end < 0 or count > 20:
            return
        try:
            value = json.loads(html[opening.end() : end].strip(" \r\n\t;"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(value, 0)


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for entry in value[:50]:
            yield from _objects(entry, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "breadcrumb"):
            if key in value:
                yield from _objects(value[key], depth + 1)


def _from_linked_data(value: dict[str, Any]) -> Known:
    kinds = value.get("@type")
    names = [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]
    if "BreadcrumbList" in names:
        return Known(section=_crumbs(value.get("itemListElement")))
    if not any(name in _ARTICLES for name in names):
        return Known()
    stamps = (value.get("dateModified"), value.get("datePublished"))
    moments = (iso_moment(str(stamp)) for stamp in stamps if stamp)
    section = value.get("articleSection")
    sections = section if isinstance(section, list) else [section]
    return Known(
        headline=_text(value.get("headline") or ""),
        lede=_text(value.get("description") or ""),
        section=tuple(_text(name) for name in sections[:1] if name and isinstance(name, str)),
        updated=next((moment for moment in moments if moment is not None), None),
        byline=_people(list(_author_names(value.get("author")))),
        tags=tuple(_keywords(value.get("keywords"))),
    )


def _author_names(value: object) -> Iterator[str]:
    for author in (value if isinstance(value, list) else [value])[:8]:
        if isinstance(author, str):
            yield _text(author)
        elif (
            isinstance(author, dict)
            and author.get("@type") != "Organization"
            and author.get("name")
        ):
            yield _text(author["name"])


def _keywords(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from split_tags(_text(value))
    elif isinstance(value, list):
        yield from (_text(word) for word in value[:15] if isinstance(word, str))


def _crumbs(entries: object) -> SectionPath:
    names: list[str] = []
    for entry in entries if isinstance(entries, list) else []:
        item = entry.get("item") if isinstance(entry, dict) else None
        named = item.get("name") if isinstance(item, dict) else None
        name = named or (entry.get("name") if isinstance(entry, dict) else None)
        if isinstance(name, str) and bare(_text(name)) not in ROOTS:
            names.append(_text(name))
    return tuple(name for name in names[:5] if name)


def _merged(better: Known, other: Known) -> Known:
    """What linked data says goes before meta tags; the longer section path wins."""
    section = max(better.section, other.section, key=len)
    return Known(
        headline=better.headline or other.headline,
        lede=better.lede or other.lede,
        section=section,
        updated=_latest(better.updated, other.updated),
        byline=better.byline or other.byline,
        tags=better.tags or other.tags,
        language=other.language or better.language,
        site=other.site or better.site,
    )


def _latest(better: datetime | None, other: datetime | None) -> datetime | None:
    return better or other
