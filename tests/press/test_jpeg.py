from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from newsroom.domain.document import Crop
from newsroom.domain.ids import PhotoId
from newsroom.press.images import prepared
from newsroom.press.jpeg import bare
from newsroom.press.layout.model import Picture


def photo(mode="RGB", size=(60, 40), **options):
    out = BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(out, "JPEG", **options)
    return out.getvalue()


def told(**options):
    exif = Image.Exif()
    exif[0x013B] = "CANARY"
    return photo(exif=exif, comment=b"CANARY", xmp=b"<x>CANARY</x>", **options)


def pixels(data):
    return Image.open(BytesIO(data)).tobytes()


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_rows": 1}])
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_the_pixels_stay_as_they_are(mode, options):
    data = photo(mode, **options)
    assert pixels(bare(data)) == pixels(data)


@pytest.mark.parametrize("progressive", [False, True])
def test_nothing_is_told_besides(progressive):
    data = told(progressive=progressive) + b"CANARY trailing preview"
    assert data.count(b"CANARY") == 4
    assert b"CANARY" not in bare(data)
    assert pixels(bare(data)) == pixels(data)


def test_what_is_cut_short_is_refused():
    data = told()
    assert all(bare(data[:end]) is None for end in range(0, len(data) - 1, 7))
    assert bare(b"") is None
    assert bare(b"\x89PNG\r\n\x1a\n") is None


def test_kinds_that_pdf_does_not_read_are_refused():
    data = bytearray(photo())
    data[data.index(b"\xff\xc0") + 1] = 0xC9
    assert bare(bytes(data)) is None


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_taken(tail):
    bare(b"\xff\xd8" + tail)
    bare(photo()[:200] + tail)


def place(**values):
    return Picture(x=0, y=0, width=60, height=40, photo=PhotoId("x"), **values)


def test_a_photo_that_needs_nothing_keeps_its_pixels():
    data = told(quality=35)
    made = prepared(place(), lambda: data, 72)
    assert pixels(made) == pixels(data)
    assert b"CANARY" not in made


def test_a_photo_that_is_cut_large_or_turned_is_written_anew():
    data = told()
    turned = Image.Exif()
    turned[0x0112] = 3
    assert pixels(prepared(place(crop=Crop(right=0.5)), lambda: data, 72)) != pixels(data)
    assert Image.open(BytesIO(prepared(place(), lambda: data, 36))).size == (30, 20)
    upside = photo(exif=turned)
    first = Image.open(BytesIO(upside)).convert("L").getpixel((0, 0))
    last = Image.open(BytesIO(prepared(place(), lambda: upside, 72))).convert("L")
    assert abs(last.getpixel((59, 39)) - first) < 25
