"""Strangers' HTML made harmless: our own list of elements, no scripts, a limit to nesting.

What comes out is read once into blocks and thrown away; it is never shown or stored as HTML.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsroom.formats.html.naming import names
from newsroom.language.normalise import clean_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = names(
    """
    address article aside blockquote body button caption center dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol p pre
    section summary table tbody td tfoot th thead tr ul
    """
)
_INLINE = names(
    """
    a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd mark picture q
    s samp small source span strike strong sub sup time tt u var wbr
    """
)
_ATTRIBUTES = {
    "*": {"class", "id", "itemprop", "role", "style", "hidden", "align"},
    "a": {"href", "rel"},
    "img": {"src", "data-src", "data-original", "data-lazy-src", "alt", "title", "width", "height"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "time": {"datetime"},
}
_SCHEMES = {"http", "https", "mailto", "data", "file", "cid"}
_SWALLOWED = "script|style|title|textarea|select|iframe|noscript|template|svg|math|object|xmp"
_OPENING = re.compile(rf"<!--|<(?P<tag>{_SWALLOWED})\b", re.IGNORECASE)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*)(?P<rest>[^<>]*)>")
_ATTRIBUTE = r"""[\s/]*+(?:=?[^\s/>=]++|=)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_WHOLE_TAG = re.compile(
    rf"<(?P<long>[a-zA-Z][^\s/>]*+)(?:{_ATTRIBUTE}){{200,}}+[\s/]*+>?"
    rf"|<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE})*+[\s/]*+>"
)
"""A tag as a browser reads it, where a quotation mark opens a value only behind `=`."""
_HALF = re.compile("[\x00\ud800-\udfff]")
_DEPTHS = {
    "block": 60,
    "inline": 16,
    "table": 8,
    "list": 12,
}
_GROUPS = (
    dict.fromkeys(
        names(
            "address article aside blockquote center details div dl fieldset figcaption figure "
            "footer form header label legend main nav pre section summary"
        ),
        "block",
    )
    | dict.fromkeys(_INLINE - {"br", "img", "wbr", "source"}, "inline")
    | {"table": "table", "ul": "list", "ol": "list"}
)


def safe_tree(html: str) -> "_Element":
    """The tree of the page's text: only listed elements and attributes, in an outer `div`.

    Nesting deeper than 60 blocks, 16 marks, 12 lists or 8 tables is made flat, a tag with more than
    200 attributes loses them; no word of the visible text is lost.
    """
    import nh3
    from lxml import etree

    plain = "".join(_without_code(_HALF.sub("", html)))
    cleaned = nh3.clean(
        _WHOLE_TAG.sub(_without_many_attributes, _shallow(plain)),
        tags=set(_BLOCKS | _INLINE) - {"body"},
        clean_content_tags=set(),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", remove_pis=True)
    return etree.fromstring(f"<div>{clean_text(cleaned)}</div>".encode(), parser)


def _without_code(html: str) -> Iterator[str]:
    """The page without comments and elements whose content is no text.

    One that is never closed loses only its tag, as a browser that stopped there would show.
    """
    position = 0
    lower = html.lower()
    unclosed: set[str] = set()
    for opening in _OPENING.finditer(html):
        if opening.start() < position:
            continue
        tag = (opening["tag"] or "").lower()
        mark = f"</{tag}" if tag else "-->"
        end = -1 if mark in unclosed else lower.find(mark, opening.end())
        yield html[position : opening.start()]
        if end < 0:
            unclosed.add(mark)
            position = opening.end()
            continue
        close = html.find(">", end)
        position = len(html) if close < 0 else close + 1
        yield " "
    yield html[position:]


def _without_many_attributes(tag: re.Match[str]) -> str:
    """A tag with 200 attributes and more without them: what they cost grows with their square."""
    return f"<{tag['long']}>" if tag["long"] else tag.group()


_CELLS = names("tr td th")
"""Without a table around them the parser would drop them and fuse what they hold apart."""


def _shallow(html: str) -> str:
    """The page without tags that nest deeper than the limits; unknown elements become blocks."""
    open_now: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    strays = _CELLS if "<table" not in html.lower() else frozenset()

    def kept(match: re.Match[str]) -> str:
        name = match["name"].lower()
        tag = match.group()
        if name in strays or ("-" in name and ":" not in name):
            name, tag = "div", f"<{match['close']}div>"
        group = _GROUPS.get(name)
        if group is None:
            return tag
        if match["close"]:
            return closed(tag, name, group)
        if open_now[group] >= _DEPTHS[group]:
            left_out[name] += 1
            return "" if group == "inline" else "<br>"
        open_now[group] += 1
        return tag

    def closed(tag: str, name: str, group: str) -> str:
        if left_out[name]:
            left_out[name] -= 1
            return "" if group == "inline" else "<br>"
        open_now[group] = max(0, open_now[group] - 1)
        return tag

    return _TAG.sub(kept, html)
