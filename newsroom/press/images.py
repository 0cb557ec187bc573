"""Photos made ready for a page: upright, cropped, no larger than print needs, without metadata."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from newsroom.domain.document import Crop, FocalPoint
from newsroom.errors import UserError
from newsroom.grey_scans import eight_bit
from newsroom.press.colour import Separation
from newsroom.press.jpeg import bare
from newsroom.press.layout.model import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_PIXELS = 50_000_000
_QUALITY = 88
_ORIENTATION = 0x0112
_SRGB, _HEAD = b"sRGB", 600
"""What the description of an sRGB profile says near its beginning."""
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


def prepared(
    picture: Picture,
    read: Callable[[], bytes],
    ppi: int,
    separation: Separation | None = None,
) -> bytes:
    """The JPEG that fills the picture's rectangle at `ppi`, grey or in colour.

    Colour is CMYK by `separation`, sRGB without one. A photo that needs nothing done keeps its
    pixels as they came. Raises `UnreadablePhotoError` for bytes that are no photo, `UserError` for
    a profile of the press that is damaged. Runs in any thread; who calls it silences Pillow's
    `DecompressionBombWarning`, for all threads at once.
    """
    from PIL import Image

    try:
        data = read()
        with Image.open(BytesIO(data)) as opened:
            if _needs_nothing(opened, picture, ppi, separation) and (same := bare(data)):
                return same
            shown = _shown(opened, picture, ppi)
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError) as error:
        raise UnreadablePhotoError(str(error)) from error
    coloured = _in_srgb(shown, separation)
    if separation is not None and coloured.mode == "RGB":
        coloured = separation.of(coloured)
    return _jpeg(coloured)


def _needs_nothing(
    opened: "Image", picture: Picture, ppi: int, separation: Separation | None
) -> bool:
    """Whether a photo is a JPEG that is shown whole, upright, in its colours and its pixels."""
    modes = ("L",) if separation is not None else ("L", "RGB")
    if opened.format != "JPEG" or opened.mode not in modes or not _is_srgb(opened):
        return False
    if opened.getexif().get(_ORIENTATION, 1) != 1:
        return False
    ratio = picture.width / picture.height
    region = visible_region(opened.size, picture.crop, picture.focal, ratio)
    shown = (region.right - region.left, region.bottom - region.top)
    whole = all(size - part <= 1 for size, part in zip(opened.size, shown, strict=True))
    return whole and opened.width <= _SPARE * picture.width / 72 * ppi


def opens(read: Callable[[], bytes]) -> bool:
    """Whether the bytes begin as a photo does; its pixels are not looked at."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(read())) as opened:
                return opened.width * opened.height > 0
    except (OSError, ValueError, SyntaxError, UserError, Image.DecompressionBombError):
        return False


def _shown(opened: "Image", picture: Picture, ppi: int) -> "Image":
    """The part of the photo that is shown, upright, with no more pixels than print needs.

    A JPEG is opened at a half, a quarter or an eighth of its size where that leaves enough.
    """
    from PIL import Image, ImageOps

    wanted = (
        max(1, round(picture.width / 72 * ppi)),
        max(1, round(picture.height / 72 * ppi)),
    )
    crop = picture.crop
    part = max(0.01, min(crop.right - crop.left, crop.bottom - crop.top))
    most = round(max(wanted) * _SPARE / part)
    opened.draft(None, (most, most))
    if opened.width * opened.height > _MOST_PIXELS:
        raise UnreadablePhotoError("too large")
    upright = ImageOps.exif_transpose(opened)
    region = visible_region(
        (upright.width, upright.height), crop, picture.focal, picture.width / picture.height
    )
    cut = upright.crop((region.left, region.top, region.right, region.bottom))
    opaque = _on_white(cut)
    if opaque.width > _SPARE * wanted[0]:
        opaque = opaque.resize(wanted, Image.Resampling.LANCZOS)
    opaque.info = {key: value for key, value in opened.info.items() if key == "icc_profile"}
    return opaque


def _on_white(image: "Image") -> "Image":
    """Without transparency, in RGB, CMYK or grey."""
    from PIL import Image

    if image.mode in ("RGB", "CMYK", "L"):
        return image
    if image.mode.startswith("I"):
        return eight_bit(image)
    if image.mode in ("1", "F"):
        return image.convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        grey = image.mode == "LA"
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        ground.alpha_composite(image)
        return ground.convert("L" if grey else "RGB")
    return image.convert("RGB")


def _is_srgb(image: "Image") -> bool:
    own = image.info.get("icc_profile")
    return own is None or _SRGB in own[:_HEAD]


def _in_srgb(image: "Image", separation: Separation | None) -> "Image":
    """The photo by its own profile in sRGB; grey stays grey.

    Inks without a profile are taken for those of the press, light without one for sRGB.
    """
    from PIL import ImageCms

    own = image.info.get("icc_profile")
    if image.mode == "L" or (image.mode == "RGB" and _is_srgb(image)):
        return image
    try:
        if own is not None:
            profile = ImageCms.ImageCmsProfile(BytesIO(own))
        elif separation is not None:
            profile = ImageCms.getOpenProfile(str(separation.profile))
        else:
            return image.convert("RGB")
        made = ImageCms.profileToProfile(
            image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError):
        made = None
    return made or image.convert("RGB")


def _jpeg(image: "Image") -> bytes:
    """Written anew: no EXIF, no profile, no thumbnail of the original is left."""
    image.info.clear()
    out = BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, optimize=False)
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
