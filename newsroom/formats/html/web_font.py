"""Fonts as they leave for the web: the letters that are needed, packed as WOFF 1.0.

The form is that of https://www.w3.org/TR/WOFF/: the tables of the font, each compressed by itself.
"""

import struct
import zlib
from collections.abc import Iterable

_TABLE = struct.Struct(">4s3L")
_ENTRY = struct.Struct(">4s4L")
_HEADER = struct.Struct(">4s4sLHHLHHLLLLL")
_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0–—‘’“”…•₫"
"""In every font that leaves, so that a corrected figure or a new list does not look patched."""
_FEATURES = ("lnum", "tnum", "onum", "pnum")
"""Forms of figures that themes ask for; HarfBuzz keeps what each text needs by itself."""

_LICENCE_NAMES = (0, 13, 14)
"""Of the font's name table: whose it is and under which licence; the OFL wants both to stay."""


def web_font(font: bytes, characters: Iterable[str]) -> bytes:
    """The TrueType `font` cut down to `characters`, both their cases, as WOFF; always the same."""
    return _woff(_subset(font, _with_cases(characters)))


def _with_cases(characters: Iterable[str]) -> set[int]:
    """The code points, with the letters that `text-transform` may turn them into."""
    plain = set(characters) | set(_ALWAYS)
    cased = (form for one in plain for form in (one, one.upper(), one.lower()))
    return {ord(one) for form in cased for one in form}


def _subset(font: bytes, codes: set[int]) -> bytes:
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(codes)
    wanted.name_id_set.update(_LICENCE_NAMES)
    features = wanted.layout_feature_tag_set
    features.update(int.from_bytes(tag.encode(), "big") for tag in _FEATURES)
    return bytes(uharfbuzz.subset(uharfbuzz.Face(font), wanted).blob.data)


def _woff(font: bytes) -> bytes:
    flavour, count = struct.unpack_from(">4sH", font)
    tables = [_TABLE.unpack_from(font, 12 + 16 * place) for place in range(count)]
    offset = _HEADER.size + _ENTRY.size * count
    directory, body = b"", b""
    for tag, checksum, start, length in sorted(tables):
        data = font[start : start + length]
        packed = min((data, zlib.compress(data, 9)), key=len)
        directory += _ENTRY.pack(tag, offset + len(body), len(packed), length, checksum)
        body += packed + bytes(-len(packed) % 4)
    header = _HEADER.pack(
        b"wOFF", flavour, offset + len(body), count, 0, _plain_size(tables), 1, 0, 0, 0, 0, 0, 0
    )
    return header + directory + body


def _plain_size(tables: Iterable[tuple[bytes, int, int, int]]) -> int:
    """How large the font is when it is unpacked, its tables padded to four bytes."""
    sizes = [length + -length % 4 for _tag, _checksum, _start, length in tables]
    return 12 + 16 * len(sizes) + sum(sizes)
