"""Photos made ready for a page: upright, cropped, no larger than print needs, without metadata."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from newsroom.domain.document import Crop, FocalPoint
from newsroom.press.layout.model import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_PIXELS = 50_000_000
_QUALITY = 88
_SPARE = 1.5
"""Photos are only brought down when they have more than this times the pixels that print needs."""


class UnreadablePhotoError(Exception):
    """The bytes are no photo that can be shown, or one too large to open."""


@dataclass(frozen=True, slots=True)
class Region:
    """The part of an upright photo to show, in pixels."""

    left: int
    top: int
    right: int
    bottom: int


def prepared(picture: Picture, read: Callable[[], bytes], ppi: int) -> bytes:
    """The JPEG that fills the picture's rectangle at `ppi`; raises `UnreadablePhotoError`."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(read())) as opened:
                return _jpeg(_shown(opened, picture, ppi))
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError) as error:
        raise UnreadablePhotoError(str(error)) from error
    except Image.DecompressionBombWarning as error:
        raise UnreadablePhotoError(str(error)) from error


def _shown(opened: "Image", picture: Picture, ppi: int) -> "Image":
    from PIL import Image, ImageOps

    if opened.width * opened.height > _MOST_PIXELS:
        raise UnreadablePhotoError("too large")
    wanted = (
        max(1, round(picture.width / 72 * ppi)),
        max(1, round(picture.height / 72 * ppi)),
    )
    most = max(wanted) * 2
    opened.draft("RGB", (most, most))
    upright = ImageOps.exif_transpose(opened)
    region = visible_region(
        (upright.width, upright.height),
        picture.crop,
        picture.focal,
        picture.width / picture.height,
    )
    cut = _on_white(upright.crop((region.left, region.top, region.right, region.bottom)))
    if cut.width > _SPARE * wanted[0]:
        return cut.resize(wanted, Image.Resampling.LANCZOS)
    return cut


def _on_white(image: "Image") -> "Image":
    """Without transparency, in RGB or grey."""
    from PIL import Image

    if image.mode in ("RGB", "L"):
        return image
    if image.mode in ("1", "I;16", "I", "F", "LA"):
        return image.convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        ground.alpha_composite(image)
        return ground.convert("RGB")
    return image.convert("RGB")


def _jpeg(image: "Image") -> bytes:
    """Written anew: no EXIF, no profile, no thumbnail of the original is left."""
    clean = image.copy()
    clean.info.clear()
    out = BytesIO()
    clean.save(out, "JPEG", quality=_QUALITY, optimize=False)
    return out.getvalue()


def visible_region(size: tuple[int, int], crop: Crop, focal: FocalPoint, ratio: float) -> Region:
    """The largest part of the crop of the shape `ratio` (width / height), near the focal point."""
    width, height = size
    left, right = crop.left * width, crop.right * width
    top, bottom = crop.top * height, crop.bottom * height
    across, down = max(1.0, right - left), max(1.0, bottom - top)
    if across / down > ratio:
        shown = down * ratio
        left = min(max(focal.x * width - shown / 2, left), left + across - shown)
        across = shown
    else:
        shown = across / ratio
        top = min(max(focal.y * height - shown / 2, top), top + down - shown)
        down = shown
    x, y = min(int(left), width - 1), min(int(top), height - 1)
    return Region(
        x,
        y,
        max(x + 1, min(width, round(left + across))),
        max(y + 1, min(height, round(top + down))),
    )
