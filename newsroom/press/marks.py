"""Crop and registration marks outside the bleed, in the colour of all plates."""

from newsroom.press.boxes import Boxes, mark_end, mark_start
from newsroom.press.preset import MM, Output

_THICKNESS = 0.3
_TARGET = 1.4 * MM
"""The radius of a registration mark's circle."""
_CURVE = 0.5523
"""How far the handles of a quarter circle reach, as a share of its radius."""


def marks_of(boxes: Boxes, output: Output) -> str:
    """The marks as operators of a content stream; its resources name `/All` as the colour space.

    Two lines at each corner of the trimmed page, a target in the middle of each side. The page
    itself is neither moved nor scaled.
    """
    start, end = mark_start(output), mark_end(output)
    corners = _corners(boxes, start, end)
    targets = _targets(boxes, (start + end) / 2, (end - start) / 2)
    return "\n".join(["/All CS 1 SCN", f"{_THICKNESS} w 0 J", *corners, *targets])


def _corners(boxes: Boxes, start: float, end: float) -> list[str]:
    left, bottom, right, top = boxes.trim
    across = [(left, -1), (right, 1)]
    up = [(bottom, -1), (top, 1)]
    flat = [_line(x + s * start, y, x + s * end, y) for x, s in across for y, _side in up]
    upright = [_line(x, y + s * start, x, y + s * end) for x, _side in across for y, s in up]
    return flat + upright


def _targets(boxes: Boxes, distance: float, arm: float) -> list[str]:
    left, bottom, right, top = boxes.trim
    middle, half = (left + right) / 2, (bottom + top) / 2
    centres = [
        (middle, bottom - distance),
        (middle, top + distance),
        (left - distance, half),
        (right + distance, half),
    ]
    return [
        part
        for x, y in centres
        for part in (_line(x - arm, y, x + arm, y), _line(x, y - arm, x, y + arm), _circle(x, y))
    ]


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{x1:.3f} {y1:.3f} m {x2:.3f} {y2:.3f} l S"


def _circle(x: float, y: float) -> str:
    r, k = _TARGET, _TARGET * _CURVE
    quarters = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    curves = " ".join(" ".join(f"{value:.3f}" for value in quarter) + " c" for quarter in quarters)
    return f"{x + r:.3f} {y:.3f} m {curves} s"
