"""What a Word file says of itself: nothing but what the article says."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsroom.domain.article import Article, text_part
from newsroom.domain.counting import article_words
from newsroom.domain.document import photos
from newsroom.domain.paper import PaperSettings
from newsroom.domain.taxonomy import show_path
from newsroom.formats.docx.draft import Note
from newsroom.formats.docx.elements import legal
from newsroom.formats.docx.names import FIELDS_NAMESPACE
from newsroom.formats.docx.stylesheet import language_tag

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties

_LONGEST = 255
"""Word takes no longer property."""
_APP_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_STORE_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_STORE_ID = "{7D1E0C0B-6C1B-4B7E-9A53-2E4A4C9D5F01}"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def fill_core(
    properties: "CoreProperties", articles: Sequence[Article], paper: PaperSettings
) -> None:
    """Title, author, keywords, category, language and times, as Word shows them."""
    first = articles[0]
    alone = len(articles) == 1
    properties.title = _short(first.headline if alone else paper.name)
    properties.author = _short("; ".join(_all_names(articles)))
    properties.keywords = _short(", ".join(_all_tags(articles)))
    properties.category = _short(show_path(first.section) if alone else "")
    properties.language = language_tag(first.language)
    properties.created = min(article.created for article in articles)
    properties.modified = max(article.updated for article in articles)


def _all_names(articles: Sequence[Article]) -> list[str]:
    return list(dict.fromkeys(name for article in articles for name in article.byline))


def _all_tags(articles: Sequence[Article]) -> list[str]:
    return list(dict.fromkeys(tag for article in articles for tag in article.tags))


def _short(words: str) -> str:
    return legal(words)[:_LONGEST]


def app_part(articles: Sequence[Article]) -> bytes:
    """`docProps/app.xml`: the program and the number of words."""
    from lxml import etree

    root = etree.fromstring(f'<Properties xmlns="{_APP_NAMESPACE}"/>')
    count = sum(article_words(text_part(article)) for article in articles)
    for name, value in (("Words", str(count)), ("Application", "Newsroom")):
        etree.SubElement(root, f"{{{_APP_NAMESPACE}}}{name}").text = value
    return _DECLARATION + etree.tostring(root)


def fields_part(article: Article, notes: Sequence[Note] = ()) -> bytes:
    """The fields that the page does not show or not exactly, for our own reader."""
    from lxml import etree

    root = etree.fromstring(f'<article xmlns="{FIELDS_NAMESPACE}"/>')
    lists = {"section": article.section, "tag": article.tags}
    for name, values in lists.items():
        for value in values:
            etree.SubElement(root, f"{{{FIELDS_NAMESPACE}}}{name}").text = legal(value)
    singles = {"updated": article.updated.isoformat(), "language": article.language}
    for name, value in singles.items():
        etree.SubElement(root, f"{{{FIELDS_NAMESPACE}}}{name}").text = legal(value)
    for use in photos(article.body):
        if use.focal is not None:
            point = {"block": legal(use.id), "x": str(use.focal.x), "y": str(use.focal.y)}
            etree.SubElement(root, f"{{{FIELDS_NAMESPACE}}}focal", point)
        if use.taken is not None:
            made = {"block": legal(use.id), "day": use.taken.isoformat()}
            etree.SubElement(root, f"{{{FIELDS_NAMESPACE}}}taken", made)
    for number, note in _in_order(article, notes):
        told = {"number": str(number), "author": legal(note.author), "at": note.at.isoformat()}
        told["id"] = legal(note.comment or "")
        etree.SubElement(root, f"{{{FIELDS_NAMESPACE}}}comment", told)
    return _DECLARATION + etree.tostring(root)


def _in_order(article: Article, notes: Sequence[Note]) -> list[tuple[int, Note]]:
    """The file's comments by their numbers, in the article's order; its note, without id, last."""
    places = {comment.id: place for place, comment in enumerate(article.comments)}
    last = len(places)
    return sorted(
        enumerate(notes),
        key=lambda entry: last if entry[1].comment is None else places[entry[1].comment],
    )


def store_part() -> bytes:
    """`itemProps1.xml`, by which Word knows the part with the fields again when it saves."""
    from lxml import etree

    name = f"{{{_STORE_NAMESPACE}}}"
    root = etree.Element(f"{name}datastoreItem", nsmap={"ds": _STORE_NAMESPACE})
    root.set(f"{name}itemID", _STORE_ID)
    references = etree.SubElement(root, f"{name}schemaRefs")
    etree.SubElement(references, f"{name}schemaRef").set(f"{name}uri", FIELDS_NAMESPACE)
    return _DECLARATION + etree.tostring(root)
