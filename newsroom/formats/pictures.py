"""The bytes of a picture as they may leave the house: upright, and with nothing but the picture.

JPEG and PNG are not compressed again: their metadata (EXIF with GPS, XMP, IPTC, comments, embedded
thumbnails) is cut out of the file. Other kinds, and photos that a camera laid on their side, are
written anew, since Word shows neither WebP nor every orientation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from newsroom.grey_scans import eight_bit

if TYPE_CHECKING:
    from PIL.Image import Image

_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_JFIF_BEGINS = b"\xff\xe0\x00\x10JFIF\x00"
_PNG = b"\x89PNG\r\n\x1a\n"
_KEPT_CHUNKS = (
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM"),
    *(b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"),
)
_ORIENTATION = 0x0112
_UPRIGHT = 1
_QUALITY = 92
_ICC, _ADOBE = 0xE2, 0xEE
_SCAN, _END = 0xDA, 0xD9
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""The next marker after picture data, in which 0xFF is followed by 0 or a restart number."""
_ANY_MARKER = re.compile(rb"\xff")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for Word with its size in pixels."""

    data: bytes
    width: int
    height: int


def clean_picture(data: bytes) -> Picture | None:
    """The picture without metadata; None when the bytes are no picture that can be read."""
    from PIL import Image

    try:
        with Image.open(BytesIO(data)) as image:
            upright = image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
            if upright and image.format in ("JPEG", "PNG"):
                strip = _stripped_jpeg if image.format == "JPEG" else _stripped_png
                return Picture(strip(data), image.width, image.height)
            return _written_anew(image)
    except (OSError, ValueError, SyntaxError, IndexError):
        return None


def _written_anew(image: "Image") -> Picture:
    from PIL import ImageOps

    turned = eight_bit(ImageOps.exif_transpose(image))
    profile = image.info.get("icc_profile")
    see_through = turned.mode in ("RGBA", "LA", "P", "PA")
    whole = turned.convert("RGBA" if see_through else "RGB") if turned.mode != "L" else turned
    whole.info.clear()
    output = BytesIO()
    if see_through or image.format == "PNG":
        whole.save(output, "PNG", icc_profile=profile)
    else:
        whole.save(output, "JPEG", quality=_QUALITY, subsampling=0, icc_profile=profile)
    return Picture(output.getvalue(), whole.width, whole.height)


def _stripped_jpeg(data: bytes) -> bytes:
    """Every segment up to the scan but application data other than colour, and comments."""
    segments = list(_kept_segments(data))
    head = [] if segments[0].startswith(_JFIF_BEGINS) else [_JFIF]
    return b"".join((data[:2], *head, *segments))


def _kept_segments(data: bytes) -> Iterator[bytes]:
    place = 2
    while data[place] == 0xFF:
        kind = data[place + 1]
        if kind == 0xFF:
            place += 1
            continue
        if kind == _SCAN:
            yield data[place : _picture_end(data, place)]
            return
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        segment = data[place:end]
        if _is_picture_or_colour(kind) or _is_plain_jfif(segment):
            yield segment
        place = end
    raise ValueError("not a JPEG segment")


def _is_plain_jfif(segment: bytes) -> bool:
    """The header that readers expect first, if it has no thumbnail in it."""
    return segment.startswith(_JFIF_BEGINS) and len(segment) == len(_JFIF)


def _is_picture_or_colour(kind: int) -> bool:
    application = 0xE0 <= kind <= 0xEF
    comment = kind == 0xFE
    return kind in (_ICC, _ADOBE) or not (application or comment)


def _picture_end(data: bytes, place: int) -> int:
    """Where the picture that is scanned from `place` ends; cameras append more pictures to it."""
    while data[place + 1] != _END:
        kind = data[place + 1]
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        marker = _MARKER.search(data, place) if kind == _SCAN else _ANY_MARKER.match(data, place)
        if marker is None:
            return len(data)
        place = marker.start()
    return place + 2


def _stripped_png(data: bytes) -> bytes:
    return _PNG + b"".join(_kept_chunks(data))


def _kept_chunks(data: bytes) -> Iterator[bytes]:
    place = len(_PNG)
    while place < len(data):
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        kind = data[place + 4 : place + 8]
        if kind in _KEPT_CHUNKS:
            yield data[place:end]
        if kind == b"IEND":
            return
        place = end
