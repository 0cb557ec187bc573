"""The XMP packet of a photo (ISO 16684-1): RDF, read without entities and within limits."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LONGEST = 2_000_000
"""Bytes of a packet; real ones have a few thousand."""
_MOST_VALUES = 20
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DC = "http://purl.org/dc/elements/1.1/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_IPTC = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_FIELDS = {
    "caption": (f"{{{_DC}}}description",),
    "headline": (f"{{{_PHOTOSHOP}}}Headline",),
    "creators": (f"{{{_DC}}}creator",),
    "credit": (f"{{{_PHOTOSHOP}}}Credit",),
    "copyright": (f"{{{_DC}}}rights",),
    "city": (f"{{{_PHOTOSHOP}}}City",),
    "alt": (f"{{{_IPTC}}}AltTextAccessibility",),
    "taken": (
        f"{{{_PHOTOSHOP}}}DateCreated",
        "{http://ns.adobe.com/exif/1.0/}DateTimeOriginal",
        "{http://ns.adobe.com/xap/1.0/}CreateDate",
    ),
}
"""The properties of the IPTC Photo Metadata Standard 2023.1 that hold each fact."""
_WANTED_LANGUAGES = ("vi", "vi-vn", "x-default")


def read_xmp(packet: bytes) -> dict[str, tuple[str, ...]]:
    """The facts in a packet, by the names of `PhotoMetadata`; raises lxml's errors for bad XML."""
    if not packet or len(packet) > _LONGEST or b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return {}
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    root = etree.fromstring(packet.strip(b"\x00 \r\n\t"), parser)
    found: dict[str, tuple[str, ...]] = {}
    for description in root.iter(f"{{{_RDF}}}Description"):
        for fact, names in _FIELDS.items():
            for name in names:
                values = _values(description, name)
                if values:
                    found.setdefault(fact, values)
    return found


def _values(description: "Element", name: str) -> tuple[str, ...]:
    """A property as attribute, text, list or alternatives by language."""
    attribute = description.get(name)
    if attribute:
        return (attribute,)
    element = description.find(name)
    if element is None:
        return ()
    items = list(element.iter(f"{{{_RDF}}}li"))[:_MOST_VALUES]
    if element.find(f"{{{_RDF}}}Alt") is not None:
        items = sorted(items, key=_language_rank)[:1]
    texts = [item.text or "" for item in items] or [element.text or ""]
    return tuple(text for text in texts if text.strip())


def _language_rank(item: "Element") -> int:
    language = (item.get(_LANGUAGE) or "").lower()
    known = _WANTED_LANGUAGES
    return known.index(language) if language in known else len(known)
