"""Fonts for the web: small, valid, the same each time, with every letter of the page."""

import struct
import zlib

import pytest
import uharfbuzz

from newsroom.formats.html.web_font import web_font
from newsroom.paths import resource

TEXT = "Chị Hạnh mở điện thoại, “Xong rồi đấy” ướt"


@pytest.fixture(scope="module", params=["be-vietnam-pro", "source-serif-4", "roboto-condensed"])
def font(request: pytest.FixtureRequest) -> bytes:
    return min(resource(f"fonts/{request.param}").glob("*.ttf")).read_bytes()


def unpacked(woff: bytes) -> bytes:
    """The TrueType file that a browser sees: https://www.w3.org/TR/WOFF/."""
    signature, flavour, length, count, _reserved, size = struct.unpack_from(">4s4sLHHL", woff)
    assert signature == b"wOFF"
    assert length == len(woff)
    head, body = b"", b""
    start = 12 + 16 * count
    for place in range(count):
        tag, offset, packed, plain, checksum = struct.unpack_from(">4s4L", woff, 44 + 20 * place)
        assert offset % 4 == 0
        data = woff[offset : offset + packed]
        table = zlib.decompress(data) if packed < plain else data
        assert len(table) == plain
        head += struct.pack(">4s3L", tag, checksum, start + len(body), plain)
        body += table + bytes(-plain % 4)
    power = 1 << (count.bit_length() - 1)
    search = struct.pack(">3H", power * 16, count.bit_length() - 1, (count - power) * 16)
    whole = flavour + struct.pack(">H", count) + search + head + body
    assert len(whole) == size
    return whole


def shaped(font: bytes, text: str) -> list[tuple[int, int]]:
    """How far each letter moves the pen; glyph 0 stands for a letter that is missing."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(uharfbuzz.Face(font)), buffer)
    return [
        (min(info.codepoint, 1), position.x_advance)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def test_text_stands_as_in_the_whole_font(font: bytes) -> None:
    small = unpacked(web_font(font, TEXT))
    for text in (TEXT, TEXT.upper(), "2026: 1.234,5"):
        assert shaped(small, text) == shaped(font, text)
        assert all(glyph for glyph, _ in shaped(small, text))


def test_it_is_a_fraction_of_the_whole(font: bytes) -> None:
    assert len(web_font(font, TEXT)) < len(font) / 5


def test_it_is_the_same_each_time(font: bytes) -> None:
    assert web_font(font, TEXT) == web_font(font, reversed(TEXT * 2))


def test_the_licence_stays(font: bytes) -> None:
    whole = uharfbuzz.Face(font)
    small = uharfbuzz.Face(unpacked(web_font(font, TEXT)))
    for name in (0, 13, 14):
        assert small.get_name(name) == whole.get_name(name)
    assert small.get_name(0)
