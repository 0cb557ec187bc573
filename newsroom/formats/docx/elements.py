"""Building WordprocessingML by hand where python-docx has no words for it."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
else:
    Element = object

__all__ = [
    "NAMESPACES",
    "TWIPS_PER_POINT",
    "Element",
    "clark",
    "el",
    "legal",
    "twips",
    "val",
    "words",
]

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_WITH_ALL = frozenset({"w:document", "w:hyperlink", "w:headerReference", "w:footerReference"})
"""Elements that declare every namespace: the root, and those with attributes of another one."""
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

TWIPS_PER_POINT = 20
_MM_PER_INCH = 25.4


@cache
def clark(name: str) -> str:
    """`w:p` as lxml writes it: `{namespace}p`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if local else name


@cache
def _space(name: str) -> Mapping[str, str]:
    """The one namespace that `name` needs: lxml takes its time over each that is declared."""
    prefix = name.partition(":")[0]
    return {prefix: NAMESPACES[prefix]}


def el(
    name: str,
    attributes: Mapping[str, object] | None = None,
    children: Iterable[Element | None] = (),
) -> Element:
    """The element `name` with prefixed attributes; children that are None are left out."""
    from docx.oxml.parser import oxml_parser

    pairs = {clark(key): legal(str(value)) for key, value in (attributes or {}).items()}
    spaces = NAMESPACES if name in _WITH_ALL else _space(name)
    element: Element = oxml_parser.makeelement(clark(name), pairs, spaces)
    element.extend(child for child in children if child is not None)
    return element


def val(name: str, value: str | int) -> Element:
    """An element that says everything in its `w:val`."""
    return el(name, {"w:val": value})


def words(name: str, text: str) -> Element:
    """An element of text whose spaces are kept, as `w:t`."""
    element = el(name)
    element.text = legal(text)
    element.set(_XML_SPACE, "preserve")
    return element


def legal(text: str) -> str:
    """`text` without the characters that no XML file may hold."""
    return _ILLEGAL.sub("", text)


def twips(millimetres: float) -> int:
    """Millimetres as twentieths of a point, Word's unit of length."""
    return round(millimetres / _MM_PER_INCH * 72 * TWIPS_PER_POINT)
