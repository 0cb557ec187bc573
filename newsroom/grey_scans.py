"""Scans in sixteen bits of grey, as every output takes them: in eight."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


def eight_bit(image: "Image") -> "Image":
    """A scan in sixteen bits of grey as one in eight; Pillow would cut it off at 255: all white."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda value: value / 256).convert("L")
