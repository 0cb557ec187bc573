"""Colours of the page and whether they can be read (WCAG 2.2, contrast ratio)."""

import re

from newsroom.errors import UserError

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
TEXT_CONTRAST = 4.5
"""WCAG 2.2 success criterion 1.4.3, level AA, for text of normal size."""


def checked_colour(value: object) -> str:
    """`value` in capitals when it is `#RRGGBB`; raises `UserError` else."""
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise UserError("“{value}” is not a colour like #0B4F8A.", value=value)
    return value.upper()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#RRGGBB` colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, *, on: str) -> str:
    """`colour`, darkened or lightened just so far that text in it can be read on `on`."""
    target = "#000000" if _luminance(on) > 0.18 else "#FFFFFF"
    for percent in range(0, 101, 4):
        mixed = mix(colour, target, percent / 100)
        if contrast(mixed, on) >= TEXT_CONTRAST:
            return mixed
    return target


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other`."""
    channels = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in channels)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
