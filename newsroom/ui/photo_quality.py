"""How good a photo is in print, in figures, words and colours."""

from newsroom.domain.document import Crop
from newsroom.domain.photo import PhotoFile
from newsroom.i18n import N_, _
from newsroom.ui.wording import number

_INCH = 25.4
GOOD_PPI, LEAST_PPI = 200, 150
"""Of print: under the first a photo looks soft, under the second preflight refuses it."""
COLUMN_WIDTHS = (
    (N_("One column"), 48),
    (N_("Two columns"), 100),
    (N_("Full width"), 250),
)
"""Millimetres on the page of a tabloid with five columns (`resources/press/tabloid.toml`)."""


def effective_ppi(file: PhotoFile, crop: Crop | None, width_mm: float) -> int:
    """Pixels an inch when the shown part of the photo is printed `width_mm` wide."""
    share = crop.right - crop.left if crop else 1.0
    return round(file.width * share / (width_mm / _INCH))


def cropped_size(file: PhotoFile, crop: Crop) -> tuple[int, int]:
    """The width and height of the part within the frame, in pixels."""
    width = max(1, round(file.width * (crop.right - crop.left)))
    return width, max(1, round(file.height * (crop.bottom - crop.top)))


def quality(ppi: int) -> str:
    """The verdict in words."""
    if ppi < LEAST_PPI:
        return _("{ppi} ppi: too coarse for print").format(ppi=number(ppi))
    if ppi < GOOD_PPI:
        return _("{ppi} ppi: soft in print").format(ppi=number(ppi))
    return _("{ppi} ppi: good for print").format(ppi=number(ppi))


def quality_ink(ppi: int) -> str:
    """The name of the token that the verdict is written in."""
    if ppi < LEAST_PPI:
        return "accent"
    return "amber" if ppi < GOOD_PPI else "green"
