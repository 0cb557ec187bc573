"""Pictures: their resolution at the size they have, their packing, the ink they lay down."""

from typing import TYPE_CHECKING, Any

from pikepdf import PdfImage

from newsroom.press.preflight.colours import Kind
from newsroom.press.preflight.marks import Image, PageMarks
from newsroom.press.preflight.rules.collecting import Collector

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

_MOST_PIXELS = 120_000_000
_SAMPLE = 1200
"""Ink is measured on a reduced picture: single pixels do not smear, areas do."""
_TOLERATED_SHARE = 0.002
_FORBIDDEN_X1A = {"JPXDecode": "JPEG 2000", "JBIG2Decode": "JBIG2", "LZWDecode": "LZW"}
_FORBIDDEN_X4 = {"LZWDecode": "LZW"}


def check_images(found: Collector) -> None:
    """Every placed picture; a picture's pixels are read once however often it is placed."""
    inks: dict[tuple[int, int], tuple[int, float] | None] = {}
    for page in found.file.pages:
        for mark in page.marks:
            if isinstance(mark, Image) and not mark.is_mask:
                _check_size(found, page, mark)
                _check_packing(found, page, mark)
                _check_pixels(found, page, mark, inks)


def _check_size(found: Collector, page: PageMarks, image: Image) -> None:
    ppi, limits = image.ppi, found.limits
    where, shown = (page.number, image.box), round(ppi)
    if image.bits == 1:
        return
    if ppi < limits.least_ppi - 0.5:
        found.add("image-ppi", *where, ppi=shown, limit=round(limits.least_ppi))
    elif ppi < limits.good_ppi - 0.5:
        found.add("image-ppi-fair", *where, ppi=shown, limit=round(limits.good_ppi))
    elif ppi > limits.wasted_ppi:
        found.add("image-ppi-wasted", *where, ppi=shown)


def _check_packing(found: Collector, page: PageMarks, image: Image) -> None:
    if image.bits > 8:
        found.add("image-bits", page=page.number, place=image.box, bits=image.bits)
    forbidden = _FORBIDDEN_X1A if found.file.is_x1a else _FORBIDDEN_X4
    for name in image.filters:
        if name in forbidden and found.file.standard:
            found.add(
                "image-compression",
                page=page.number,
                place=image.box,
                filter=forbidden[name],
                standard=found.file.standard,
            )


def _check_pixels(
    found: Collector,
    page: PageMarks,
    image: Image,
    inks: dict[tuple[int, int], tuple[int, float] | None],
) -> None:
    if image.source is None or image.bits > 8:
        return
    across, up = image.pixels
    if across * up > _MOST_PIXELS:
        found.add(
            "image-too-large",
            page=page.number,
            place=image.box,
            megapixels=round(across * up / 1e6),
        )
        return
    key = image.source.objgen
    if key not in inks:
        inks[key] = _ink(image, found.limits.ink)
    measured = inks[key]
    if measured is None:
        found.add("image-unreadable", page=page.number, place=image.box)
    elif measured[1] > _TOLERATED_SHARE:
        found.add(
            "image-ink-total",
            page=page.number,
            place=image.box,
            ink=measured[0],
            share=f"{measured[1] * 100:.1f}",
            limit=round(found.limits.ink),
        )


def _ink(image: Image, limit: float) -> tuple[int, float] | None:
    """The most ink in per cent and the share of the area above `limit`; None when unreadable."""
    try:
        pixels = PdfImage(image.source).as_pil_image() if image.source is not None else None
    except Exception:
        return None
    if pixels is None:
        return None
    if image.space.kind is not Kind.CMYK or image.space.indexed or pixels.mode != "CMYK":
        return 0, 0.0
    return _measured(pixels, limit)


def _measured(pixels: "Pixels", limit: float) -> tuple[int, float]:
    from PIL import ImageChops

    pixels.thumbnail((_SAMPLE, _SAMPLE))
    cyan, magenta, yellow, black = pixels.split()
    total = ImageChops.add(
        ImageChops.add(cyan, magenta, scale=2), ImageChops.add(yellow, black, scale=2), scale=2
    )
    histogram: list[Any] = total.histogram()
    per_cent = [400 * level / 255 for level in range(256)]
    above = sum(n for level, n in enumerate(histogram) if per_cent[level] > limit + 4)
    most = max((level for level, n in enumerate(histogram) if n), default=0)
    return round(per_cent[most]), above / max(1, sum(histogram))
