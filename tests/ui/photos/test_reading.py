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
