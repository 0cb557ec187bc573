"""The point of a photo that stays in view where a page cuts it, as classes.

A page's Content-Security-Policy allows no `style` attributes, so that the point is rounded to
steps of 5 % and each step is a class.
"""

from newsroom.domain.document import Crop, FocalPoint, Photo

_STEP = 5
_WHOLE = Crop()


def focus_classes(use: Photo) -> str:
    """The classes for an image of `use`, cut to its crop already: `fx-35 fy-20`, empty without."""
    if use.focal is None:
        return ""
    point = _within(use.focal, use.crop or _WHOLE)
    return f"fx-{_step(point.x)} fy-{_step(point.y)}"


def focus_rules() -> str:
    """What the classes mean: `--fx` and `--fy`, used in `object-position`."""
    steps = range(0, 101, _STEP)
    return "\n".join(f".f{axis}-{at}{{--f{axis}:{at}%}}" for axis in "xy" for at in steps)


def _within(focal: FocalPoint, crop: Crop) -> FocalPoint:
    """The point as fractions of the crop instead of the whole photo."""
    width, height = crop.right - crop.left, crop.bottom - crop.top
    x = (focal.x - crop.left) / width if width > 0 else 0.5
    y = (focal.y - crop.top) / height if height > 0 else 0.5
    return FocalPoint(x=min(max(x, 0.0), 1.0), y=min(max(y, 0.0), 1.0))


def _step(share: float) -> int:
    return round(share * 100 / _STEP) * _STEP
