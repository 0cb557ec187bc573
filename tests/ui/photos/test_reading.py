"""Photos of every kind that the library takes are read for the screen."""

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QSize

from newsroom.ui.editor.pictures import load_picture
from newsroom.ui.inspector.thumbnails import decode


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF"])
def test_photos_of_every_kind_are_read(qapp, kind):
    """A TIFF once took the program with it: its reader outlived the bytes it read from."""
    out = BytesIO()
    Image.new("RGB", (2800, 1400), "navy").save(out, kind)
    for _again in range(3):
        assert load_picture(out.getvalue()).size() == QSize(1400, 700)
        assert decode(out.getvalue(), QSize(200, 100)).size() == QSize(200, 100)


@pytest.mark.parametrize(
    ("mode", "compression"),
    [
        ("RGB", "jpeg"),
        ("RGB", "tiff_lzw"),
        ("CMYK", "tiff_lzw"),
        ("1", "group4"),
        ("I;16", "tiff_lzw"),
        ("I", "tiff_lzw"),
    ],
)
def test_scans_of_every_make_are_seen(qapp, mode, compression):
    """Qt itself reads few of them; the others were blank."""
    out = BytesIO()
    Image.new("L", (300, 200), 128).convert(mode).save(out, "TIFF", compression=compression)
    assert decode(out.getvalue(), QSize(30, 20)).size() == QSize(30, 20)


def test_a_photo_on_its_side_is_no_wider_than_the_sheet_needs(qapp):
    out = BytesIO()
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (2800, 700), "navy").save(out, "JPEG", exif=turned)
    assert load_picture(out.getvalue()).size() == QSize(700, 2800)


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # as the program does
@pytest.mark.parametrize("data", [b"", b"II*\0", b"II*\0" + bytes(50), b"MM\0*\xff" * 20])
def test_what_is_no_picture_is_null(qapp, data):
    assert load_picture(data).isNull()
    assert decode(data).isNull()
