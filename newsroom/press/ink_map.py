"""How much ink lies where: the plates of a page, drawn at the same size, one over the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from newsroom.press.plates import Plate

if TYPE_CHECKING:
    from PIL.Image import Image

_FULL = 400.0
"""Per cent of ink where all four plates are full."""
_COLOURS = (
    (0.0, (255, 255, 255)),
    (0.02, (232, 240, 246)),
    (0.35, (146, 190, 209)),
    (0.7, (88, 148, 130)),
    (0.85, (242, 205, 92)),
    (1.0, (232, 140, 50)),
)
"""From bare paper to the limit."""
_OVER = (178, 24, 43)


@dataclass(frozen=True, slots=True)
class InkMap:
    """The inks of a page at `width` × `height` points of a picture.

    `plates` holds a byte a point, 255 full ink, row by row; `heat` three: red, green, blue. `most`
    is the most of all inks together in per cent.
    """

    width: int
    height: int
    plates: Mapping[Plate, bytes]
    heat: bytes
    most: float

    def at(self, x: int, y: int) -> Mapping[Plate, int]:
        """The inks at a point, each in per cent; nothing beside the page."""
        if not (0 <= x < self.width and 0 <= y < self.height):
            return {}
        place = y * self.width + x
        return {plate: round(points[place] / 2.55) for plate, points in self.plates.items()}


def ink_map(
    grays: Mapping[Plate, bytes],
    width: int,
    height: int,
    *,
    limit: float,
    within: tuple[int, int, int, int] | None = None,
) -> InkMap:
    """The map of plates that were drawn in gray, a byte a point, black for full ink.

    `limit` is the most ink that the press carries, in per cent: what is more stands out. Outside
    `within` (left, top, right, bottom) are the printer's marks, which count for nothing.
    """
    from PIL import Image, ImageChops, ImageMath

    bands = {
        plate: ImageChops.invert(Image.frombytes("L", (width, height), gray))
        for plate, gray in grays.items()
    }
    total = ImageMath.lambda_eval(
        lambda given: sum((given[plate] for plate in bands), start=given["none"]),
        none=Image.new("I", (width, height)),
        **{str(plate): band.convert("I") for plate, band in bands.items()},
    )
    if within is not None:
        printed = total.crop(within)
        total = Image.new("I", (width, height))
        total.paste(printed, within[:2])
    most = total.getextrema()[1] / 255 * 100
    return InkMap(
        width=width,
        height=height,
        plates={plate: band.tobytes() for plate, band in bands.items()},
        heat=_heat(total, limit).tobytes(),
        most=most,
    )


def _heat(total: "Image", limit: float) -> "Image":
    share = total.point(lambda value: value * 0.25).convert("L").convert("P")
    share.putpalette(_palette(limit))
    return share.convert("RGB")


def _palette(limit: float) -> list[int]:
    colours = (_colour(at * _FULL / 255 / limit) for at in range(256))
    return [value for colour in colours for value in colour]


def _colour(share: float) -> tuple[int, int, int]:
    """Of a share of the limit; a point of rounding is not more than it."""
    if share > 1.01:
        return _OVER
    for (low, below), (high, above) in pairwise(_COLOURS):
        if share <= high:
            part = max(0.0, (share - low) / (high - low))
            mixed = [round(a + (b - a) * part) for a, b in zip(below, above, strict=True)]
            return mixed[0], mixed[1], mixed[2]
    return _COLOURS[-1][1]
