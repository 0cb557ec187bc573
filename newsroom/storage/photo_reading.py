"""Looking at a stranger's photo: is it one, of which kind and size?"""

import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.errors import UserError

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

MAX_PIXELS = 50_000_000
MAX_BYTES = 400_000_000
"""An uncompressed TIFF of 50 megapixels in 16 bits has 300 MB."""

_MEDIA_TYPES = {
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",  # what phones write: a JPEG with more of them behind it
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "TIFF": "image/tiff",
}
_READERS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")
"""Pillow reads MPO by its JPEG reader and knows no reader by that name."""
_ORIENTATION = 0x0112
_LYING = frozenset({5, 6, 7, 8})
"""Values of the EXIF orientation (EXIF 2.3, 4.6.4) that exchange width and height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """The kind of a photo and its size in pixels as shown."""

    media_type: str
    width: int
    height: int


def examine(data: bytes, name: str) -> Looks:
    """Decode the whole photo and tell what it is; `name` is what an error calls it.

    Raises `UserError` for what is no photo, is cut short, of another kind, or too large.
    """
    from PIL import Image

    if len(data) > MAX_BYTES:
        raise _too_large(name)
    # Process-wide on purpose: nowhere may an oversized picture pass with a mere warning.
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(data), formats=_READERS) as image:
            _require_size(image, name)
            image.load()
            return _looks(image)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_large(name) from error
    except UserError:
        raise
    except Exception as error:  # Pillow's readers raise whatever they stumble on
        raise UserError(
            "“{name}” is not a photo that can be read (JPEG, PNG, WebP, GIF or TIFF).", name=name
        ) from error


def _require_size(image: "ImageFile", name: str) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise _too_large(name)


def _looks(image: "ImageFile") -> Looks:
    width, height = image.size
    if image.getexif().get(_ORIENTATION) in _LYING:
        width, height = height, width
    return Looks(media_type=_MEDIA_TYPES[image.format or ""], width=width, height=height)


def _too_large(name: str) -> UserError:
    limit = MAX_PIXELS // 1_000_000
    return UserError(
        "The photo “{name}” is too large: at most {limit} megapixels are taken.",
        name=name,
        limit=limit,
    )
