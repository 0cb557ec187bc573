"""The frame that cuts a photo: moved, pulled by its edges, brought into a shape. Pure.

Lengths are fractions 0…1 of the upright photo. A `shape` is the frame's width through its height
in those fractions, so 3:2 of a photo of W × H pixels is `3 / 2 * H / W`; None leaves it free.
"""

from dataclasses import replace
from enum import Enum

from newsroom.domain.document import Crop, FocalPoint

WHOLE = Crop()
SMALLEST = 0.05
"""Of the photo's width and height; less than that is a slip of the hand."""
_DIGITS = 4


class Edge(Enum):
    """What a frame is pulled by: how it moves the left or right and the top or bottom edge."""

    TOP_LEFT = (-1, -1)
    TOP = (0, -1)
    TOP_RIGHT = (1, -1)
    RIGHT = (1, 0)
    BOTTOM_RIGHT = (1, 1)
    BOTTOM = (0, 1)
    BOTTOM_LEFT = (-1, 1)
    LEFT = (-1, 0)


def moved(crop: Crop, across: float, down: float) -> Crop:
    """The frame moved as far as the photo reaches."""
    x = min(max(across, -crop.left), 1 - crop.right)
    y = min(max(down, -crop.top), 1 - crop.bottom)
    return _tidy(crop.left + x, crop.top + y, crop.right + x, crop.bottom + y)


def pulled(crop: Crop, edge: Edge, across: float, down: float, shape: float | None) -> Crop:
    """The frame with `edge` pulled; the opposite edge or corner stays where it is."""
    x, y = edge.value
    width = crop.right - crop.left + x * across
    height = crop.bottom - crop.top + y * down
    if shape is None:
        return _free(crop, edge, width, height)
    if x == 0 or (y != 0 and height * shape > width):
        width = height * shape
    room_x = _room(crop.left, crop.right, x)
    room_y = _room(crop.top, crop.bottom, y)
    width = min(max(width, SMALLEST, SMALLEST * shape), room_x, room_y * shape)
    return _placed(crop, edge, width, width / shape)


def _free(crop: Crop, edge: Edge, width: float, height: float) -> Crop:
    x, y = edge.value
    width = min(max(width, SMALLEST), _room(crop.left, crop.right, x))
    height = min(max(height, SMALLEST), _room(crop.top, crop.bottom, y))
    made = _placed(crop, edge, width, height)
    if x == 0:
        made = replace(made, left=crop.left, right=crop.right)
    return replace(made, top=crop.top, bottom=crop.bottom) if y == 0 else made


def _room(low: float, high: float, side: int) -> float:
    """How long the frame may become on one axis when pulled towards `side`, 0 for both."""
    if side == 0:
        middle = (low + high) / 2
        return 2 * min(middle, 1 - middle)
    return 1 - low if side > 0 else high


def _placed(crop: Crop, edge: Edge, width: float, height: float) -> Crop:
    x, y = edge.value
    left = _start(crop.left, crop.right, width, x)
    top = _start(crop.top, crop.bottom, height, y)
    return _tidy(left, top, left + width, top + height)


def _start(low: float, high: float, length: float, side: int) -> float:
    if side == 0:
        return (low + high - length) / 2
    return low if side > 0 else high - length


def shaped(crop: Crop, shape: float) -> Crop:
    """The frame of this shape with the area and the middle of `crop`, as far as there is room."""
    area = (crop.right - crop.left) * (crop.bottom - crop.top)
    width = min((area * shape) ** 0.5, 1.0, shape)
    height = width / shape
    left = min(max((crop.left + crop.right - width) / 2, 0), 1 - width)
    top = min(max((crop.top + crop.bottom - height) / 2, 0), 1 - height)
    return _tidy(left, top, left + width, top + height)


def around(focal: FocalPoint | None, crop: Crop, shape: float) -> Crop:
    """The largest frame of this shape within `crop`, its middle as near to `focal` as it can be.

    Without a focal point the middle of the crop counts.
    """
    width, height = crop.right - crop.left, crop.bottom - crop.top
    wide = min(width, height * shape)
    high = wide / shape
    middle = focal or centre(crop)
    left = min(max(middle.x - wide / 2, crop.left), crop.right - wide)
    top = min(max(middle.y - high / 2, crop.top), crop.bottom - high)
    return _tidy(left, top, left + wide, top + high)


def within(focal: FocalPoint, crop: Crop) -> FocalPoint:
    """The focal point, or the point of the frame that is nearest to it."""
    x = min(max(focal.x, crop.left), crop.right)
    y = min(max(focal.y, crop.top), crop.bottom)
    return FocalPoint(x=round(x, _DIGITS), y=round(y, _DIGITS))


def centre(crop: Crop) -> FocalPoint:
    """The middle of the frame, which counts where no focal point is set."""
    return FocalPoint(x=(crop.left + crop.right) / 2, y=(crop.top + crop.bottom) / 2)


def _tidy(left: float, top: float, right: float, bottom: float) -> Crop:
    edges = (round(min(max(edge, 0.0), 1.0), _DIGITS) for edge in (left, top, right, bottom))
    return Crop(**dict(zip(("left", "top", "right", "bottom"), edges, strict=True)))
