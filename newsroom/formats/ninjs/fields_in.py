"""The fields of a news item: three generations of the standard, and what agencies add to them.

ninjs 1 has `headline`, `byline`, `body_html`, `description_text`; ninjs 2 and 3 have lists of
`headlines`, `bodies`, `descriptions` with roles. Superdesk adds `authors` and `keywords`.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from html import unescape

from newsroom.domain.article import SectionPath, Urgency
from newsroom.domain.document import block_texts, plain
from newsroom.domain.imported import Remark
from newsroom.domain.taxonomy import parse_path
from newsroom.formats.ninjs import roles
from newsroom.formats.ninjs.values import Item, entries, line, lines, whole_number
from newsroom.formats.page.moments import iso_moment
from newsroom.formats.page.names import byline_names

_KICKERS = frozenset({roles.KICKER, "overline", "vignette", "eyebrow"})
_NO_HEADLINES = _KICKERS | {"sub", "subheadline", "short", "seo"}
_NO_LEDES = frozenset({roles.CAPTION, roles.ALT, "ednote", "note"})
_MOST_TAGS = 30
_MOST_FORMS = 5
"""Forms of one line that are looked at; a desk has two or three."""
_LONGEST_LINE = 1000
"""Characters of HTML; what is longer is no line, and is not worth reading as a page."""
_TAG = re.compile(r"<[^<>]*>")
_FLASH_TO, _URGENT_TO = 2, 4


def headline_of(item: Item) -> str:
    """The main headline, else the first that is one, else the title."""
    found = [entry for entry in _forms(item, "headlines") if _role(entry) not in _NO_HEADLINES]
    main = sorted(found, key=lambda entry: _role(entry) != roles.MAIN)
    return _first((_words(entry) for entry in main), line(item.get("headline"))) or line(
        item.get("title")
    )


def kicker_of(item: Item) -> str:
    """The line above the headline."""
    found = (entry for entry in _forms(item, "headlines") if _role(entry) in _KICKERS)
    return _first(map(_words, found), "")


def lede_of(item: Item) -> str:
    """The lede, else the first description that may be one."""
    found = [entry for entry in _forms(item, "descriptions") if _role(entry) not in _NO_LEDES]
    ordered = sorted(found, key=lambda entry: _role(entry) != roles.LEDE)
    return _first((_words(entry) for entry in ordered), description_of(item))


def description_of(item: Item) -> str:
    """The description in the way of ninjs 1: `description_text`, `description_html` and others."""
    keys = sorted(key for key in item if key.startswith("description_"))
    texts = sorted(keys, key=lambda key: key != "description_text")
    return _first((_marked(item[key]) if "html" in key else line(item[key]) for key in texts), "")


def caption_of(item: Item) -> str:
    """The caption of a photo."""
    found = [entry for entry in _forms(item, "descriptions") if _role(entry) != roles.ALT]
    ordered = sorted(found, key=lambda entry: _role(entry) != roles.CAPTION)
    return _first((_words(entry) for entry in ordered), description_of(item))


def alt_of(item: Item) -> str:
    """The description of a photo for readers who cannot see it."""
    found = (entry for entry in _forms(item, "descriptions") if _role(entry) == roles.ALT)
    return _first(map(_words, found), line(item.get("alt_text")))


def byline_of(item: Item) -> tuple[str, ...]:
    """Who wrote it: named authors, else the names in the statement about them."""
    sources = (s for s in entries(item.get("infosources")) if _role(s) == roles.AUTHOR)
    people = [line(who.get("name")) for who in (*sources, *entries(item.get("authors")))]
    named = tuple(dict.fromkeys(filter(None, people)))
    stated = credit_of(item)
    return named or byline_names(stated) or ((stated,) if stated else ())


def credit_of(item: Item) -> str:
    """The statement about who made it."""
    return line(item.get("by")) or line(item.get("byline"))


def dateline_of(item: Item) -> str:
    """Where the article comes from."""
    return line(item.get("located")) or _first(
        (
            line(place.get("name"))
            for place in entries(item.get("places") or item.get("place"))
            if line(place.get("rel")) == roles.DATELINE
        ),
        "",
    )


def section_of(item: Item) -> SectionPath:
    """The section's path where the sender names one."""
    found = (s for s in _subjects(item) if line(s.get("rel")) == roles.SECTION)
    return parse_path(
        _first((line(entry.get("literal")) or line(entry.get("name")) for entry in found), "")
    )


def tags_of(item: Item) -> tuple[str, ...]:
    """The names of the subjects but the section, and keywords."""
    named = [
        line(entry.get("name")) for entry in _subjects(item) if entry.get("rel") != roles.SECTION
    ]
    keywords = item.get("keywords")
    words = [line(word) for word in keywords] if isinstance(keywords, list) else []
    return tuple(dict.fromkeys(filter(None, (*named, *words))))[:_MOST_TAGS]


def _subjects(item: Item) -> list[Item]:
    return entries(item.get("subjects") or item.get("subject"))


def moment_of(item: Item, *keys: str) -> datetime | None:
    """The first of the moments under `keys` that can be read; aware."""
    stamps = (line(item.get(key)) for key in keys)
    return next((found for stamp in stamps if stamp and (found := iso_moment(stamp))), None)


def language_of(item: Item) -> str:
    """The language without its country; Vietnamese where nothing is said."""
    name = line(item.get("language")).partition("-")[0].lower()
    return name if 2 <= len(name) <= 3 and name.isascii() and name.isalpha() else "vi"


def urgency_of(item: Item) -> Urgency:
    """The nine steps of the standard folded to the three of a desk."""
    number = whole_number(item.get("urgency"))
    if 0 < number <= _FLASH_TO:
        return Urgency.FLASH
    return Urgency.URGENT if 0 < number <= _URGENT_TO else Urgency.NORMAL


def note_of(item: Item) -> str:
    """What the sender tells the desk: the note, the terms of use and the rights."""
    keys = ("ednote", "usageterms", "copyrightnotice")
    return "\n".join(dict.fromkeys(filter(None, (lines(item.get(key)) for key in keys))))


def status_remarks(item: Item) -> tuple[Remark, ...]:
    """What the sender says of publishing."""
    match line(item.get("pubstatus")).lower():
        case "canceled" | "cancelled":
            return (Remark(template="The sender has withdrawn this article: do not publish it."),)
        case "withheld":
            return (Remark(template="The sender has not released this article yet."),)
        case _:
            return ()


def _forms(item: Item, key: str) -> list[Item]:
    return entries(item.get(key))[:_MOST_FORMS]


def _role(entry: Item) -> str:
    return line(entry.get("role")).lower()


def _words(entry: Item) -> str:
    marked = "html" in line(entry.get("contenttype")).lower()
    return _marked(entry.get("value")) if marked else line(entry.get("value"))


def _marked(value: object) -> str:
    """The words of HTML in one line."""
    from newsroom.formats.html.reader import read_fragment

    if not isinstance(value, str):
        return ""
    if len(value) > _LONGEST_LINE:
        return line(unescape(_TAG.sub(" ", value)))
    blocks = read_fragment(value)
    return line(" ".join(plain(text) for block in blocks for text in block_texts(block)))


def _first(found: Iterable[str], otherwise: str) -> str:
    return next(filter(None, found), otherwise)
