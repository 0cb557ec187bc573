"""Lists as Word puts them on the clipboard: paragraphs, each with its marker in a span."""

import re
from typing import TYPE_CHECKING

from newsroom.domain.document import ListItem, Text, plain
from newsroom.formats.html.css import properties
from newsroom.formats.html.runs import without_first, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVEL = re.compile(r"level(\d)")
_MARKER = re.compile(
    r"^\s*(?:\(?[0-9]{1,3}[.)]|\(?[a-zA-Z][.)]|[ivxIVX]{1,5}[.)]|[·•o§Ø–▪●○■\uf0b7-]\s)\s*"
)
_LETTERS_FOR_BULLETS = frozenset({"o", "Ø", "§"})


def is_word_item(element: "_Element") -> bool:
    """Whether a paragraph is an item of a list in Word's own way."""
    if element.tag != "p":
        return False
    if "mso-list" in properties(element.get("style") or ""):
        return True
    listed = (element.get("class") or "").startswith("MsoListParagraph")
    return listed and _MARKER.match(words_of(element)) is not None


def take_marker(element: "_Element") -> str:
    """Remove the span that holds the item's number or bullet, and return what it held."""
    for span in element.iter("span"):
        if "ignore" in properties(span.get("style") or "").get("mso-list", ""):
            sign = words_of(span)
            span.text = None
            for inner in list(span):
                span.remove(inner)
            return sign.strip()
    return ""


def word_item(element: "_Element", text: Text, sign: str) -> tuple[bool, ListItem]:
    """Whether the item is numbered, and the item; `sign` is what `take_marker` returned."""
    if not sign:
        found = _MARKER.match(plain(text))
        sign = found.group().strip() if found is not None else ""
        text = without_first(text, found.end()) if found is not None else text
    level = _LEVEL.search(properties(element.get("style") or "").get("mso-list", ""))
    depth = max(0, int(level[1]) - 1) if level is not None else 0
    ordered = any(ch.isalnum() for ch in sign) and sign not in _LETTERS_FOR_BULLETS
    return ordered, ListItem(text=text, level=depth)
