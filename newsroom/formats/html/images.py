"""The pictures of a page: bytes that came with it, never fetched from a network."""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from newsroom.domain.ids import PhotoId
from newsroom.domain.imported import ImportedPhoto

if TYPE_CHECKING:
    from lxml.etree import _Element

LoadImage = Callable[[str], bytes | None]
_SOURCES = ("data-src", "data-original", "data-lazy-src", "src")
_DATA = re.compile(
    r"data:image/(?P<kind>[\w.+-]+)(?:;[\w=.-]+)*?(?P<coded>;base64)?,", re.IGNORECASE
)
_SPACER = 200
"""Bytes; a GIF that is smaller is a spacer that stands in until a script loads the picture."""
_SMALLEST = 50
_ICON = 40
"""Pixels; what is declared smaller is an icon or a counter."""


@dataclass(slots=True)
class Pictures:
    """Gathers the pictures of one page; `missing` counts those whose bytes are not at hand."""

    load_image: LoadImage | None = None
    found: dict[PhotoId, ImportedPhoto] = field(default_factory=dict)
    missing: int = 0

    def take(self, element: "_Element") -> PhotoId | None:
        """The picture that an `img` shows, None when it cannot be had or is only an icon."""
        if _is_icon(element):
            return None
        for source in filter(None, (element.get(name) for name in _SOURCES)):
            data = self._bytes(source)
            if data is not None and not _is_spacer(data):
                return self._keep(data, source)
        self.missing += 1
        return None

    def _bytes(self, source: str) -> bytes | None:
        match = _DATA.match(source)
        if match is not None:
            return _decoded(source[match.end() :], coded=match["coded"] is not None)
        return self.load_image(source) if self.load_image is not None else None

    def _keep(self, data: bytes, source: str) -> PhotoId:
        photo = PhotoId(hashlib.sha256(data).hexdigest())
        name = _name(source) or f"photo-{len(self.found) + 1}.{_kind(source)}"
        self.found.setdefault(photo, ImportedPhoto(name=name, data=data))
        return photo


def _is_icon(element: "_Element") -> bool:
    sizes = (element.get("width") or "", element.get("height") or "")
    pixels = [int(size.removesuffix("px")) for size in sizes if size.removesuffix("px").isdecimal()]
    return bool(pixels) and min(pixels) < _ICON


def _is_spacer(data: bytes) -> bool:
    return len(data) < (_SPACER if data.startswith(b"GIF") else _SMALLEST)


def _decoded(payload: str, *, coded: bool) -> bytes | None:
    if not coded:
        return unquote_to_bytes(payload)
    try:
        return base64.b64decode(unquote(payload) if "%" in payload[:100] else payload)
    except (binascii.Error, ValueError):
        return None


def _name(source: str) -> str:
    if source[:5].lower() == "data:":
        return ""
    try:
        return PurePosixPath(unquote(urlsplit(source).path)).name[:120]
    except ValueError:
        return ""


def _kind(source: str) -> str:
    match = _DATA.match(source)
    return (match["kind"].lower() if match is not None else "jpeg").replace("jpeg", "jpg")
