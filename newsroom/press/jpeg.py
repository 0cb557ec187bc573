"""JPEG files without loss: the image alone, freed of what its maker wrote around it."""

import re
from collections.abc import Iterator

_MARKER = re.compile(b"\xff[^\x00\xd0-\xd7\xff]")
"""What ends a stretch of image data: any marker but stuffing, restarts and fill (ITU T.81, B.1)."""
_START, _END, _SCAN, _FILL = b"\xff\xd8", 0xD9, 0xDA, 0xFF
_ADOBE, _COMMENT = 0xEE, 0xFE
"""Adobe's segment names the colour transform: the image is wrong without it."""
_FOREIGN = frozenset({0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
"""Lossless, hierarchical, arithmetic: what PDF's DCTDecode does not read (ISO 32000-1, 7.4.8)."""


def bare(data: bytes) -> bytes | None:
    """The JPEG file `data` with its pixels as they are and nothing besides them.

    EXIF, XMP, IPTC, profiles, comments, thumbnails and whatever follows the image are left out.
    None when `data` is not a sound JPEG file of the kinds that PDF reads.
    """
    segments = [*_segments(data)] if data.startswith(_START) else []
    kinds = {kind for kind, _part in segments}
    if _END not in kinds or kinds & _FOREIGN:
        return None
    return _START + b"".join(part for kind, part in segments if not _is_told(kind))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(kind, bytes) of each segment up to the end of the image, image data with its scan."""
    at = len(_START)
    while data[at : at + 1] == b"\xff" and at + 1 < len(data):
        kind = data[at + 1]
        if kind == _END:
            yield kind, data[at : at + 2]
            return
        if kind == _FILL:
            at += 1
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if kind == _SCAN:
            found = _MARKER.search(data, end)
            end = found.start() if found else len(data)
        yield kind, data[at:end]
        at = end


def _is_told(kind: int) -> bool:
    """Whether a segment tells of the image and is no part of it."""
    return kind == _COMMENT or (0xE0 <= kind <= 0xEF and kind != _ADOBE)
