"""The inks of a press: its ICC profile, photos separated by it, the most ink that paper takes."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from newsroom.domain.os_problem import os_problem
from newsroom.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFilter import Color3DLUT

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black, each 0…1."""

_HEADER = 128
_SPARE = 5
"""Per cent of ink."""
_GREY = 0.08
"""Red, green and blue that are no further apart are grey."""
_DARKENING = 0.6
"""How much black darkens as a coloured ink does that the other two swallow."""
_TRACE = 0.025
"""Less of an ink does not print."""
_STEPS = 25
"""Grid points of a separation along red, green and blue.

Between them 999 inks of 1,000 are within 4 of 255 of the colour engine's, for any colours at all.
"""

_MAKING = Lock()
"""Who asks for a table that another thread is making waits for it."""


@dataclass(frozen=True, slots=True)
class Separation:
    """How photos become ink: the profile of the press and the most ink in per cent."""

    profile: Path
    ink_limit: int

    def of(self, photo: "Image") -> "Image":
        """An sRGB photo in CMYK, with room for what JPEG adds to its sharpest edges."""
        return photo.filter(self.table())

    def flat(self, red: float, green: float, blue: float) -> Inks:
        """A colour of type and rules (sRGB, each 0…1) in at most three inks; grey is black alone.

        The least of the three coloured inks only darkens: black does that as well, and small type
        stays sharper without it.
        """
        return _flat(self, (red, green, blue))

    def table(self) -> "Color3DLUT":
        """What all photos share; raises `UserError` for a profile that is damaged."""
        with _MAKING:
            return _grid(self.profile, self.ink_limit - _SPARE)


@cache
def _flat(separation: Separation, light: tuple[float, float, float]) -> Inks:
    from PIL import Image

    if max(light) - min(light) < _GREY:
        return (0.0, 0.0, 0.0, round(1 - sum(light) / 3, 3))
    red, green, blue = (round(value * 255) for value in light)
    dot = separation.of(Image.new("RGB", (1, 1), (red, green, blue)))
    cyan, magenta, yellow, black = (value / 255 for value in dot.tobytes())
    least = min(cyan, magenta, yellow)
    cyan, magenta, yellow = (0.0 if ink == least else ink for ink in (cyan, magenta, yellow))
    black = min(1.0, black + _DARKENING * least)
    inks = limited((cyan, magenta, yellow, black), separation.ink_limit)
    cyan, magenta, yellow, black = (round(ink, 2) if ink > _TRACE else 0.0 for ink in inks)
    return (cyan, magenta, yellow, black)


def check_profile(path: Path) -> None:
    """Raises `UserError` unless the file is an ICC profile of a press with four inks.

    Reads the header alone (ICC.1:2022, 7.2): size, class, colour space, signature.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
        size = path.stat().st_size
    except OSError as error:
        raise UserError(
            "The colour profile {file} cannot be read: {problem}.",
            file=path.name,
            problem=os_problem(error),
        ) from error
    if len(header) < _HEADER or header[36:40] != b"acsp" or int.from_bytes(header[:4]) > size:
        raise _damaged(path)
    if header[12:16] != b"prtr" or header[16:20] != b"CMYK":
        raise UserError(
            "The colour profile {file} is not one of a printing press with four inks (CMYK).",
            file=path.name,
        )


def _damaged(path: Path) -> UserError:
    return UserError("{file} is no ICC colour profile, or a damaged one.", file=path.name)


@cache
def profile_name(path: Path) -> str:
    """What the profile calls itself: “ISO Coated v2 300% (basICColor)”."""
    from PIL import ImageCms

    try:
        return ImageCms.getProfileDescription(str(path)).strip() or path.stem
    except (ImageCms.PyCMSError, OSError) as error:
        raise _damaged(path) from error


def profile_version(path: Path) -> int:
    """The major version of the ICC's specification that the profile follows: 2, 4 or 5."""
    with path.open("rb") as file:
        return file.read(_HEADER)[8]


@cache
def packed_profile(path: Path) -> bytes:
    """The profile's file, compressed once for all documents that hold it."""
    return zlib.compress(path.read_bytes(), 1)


def limited(inks: Inks, limit: float) -> Inks:
    """`inks` with at most `limit` per cent in all.

    What cyan, magenta and yellow have in common is grey and goes into black first, so that dark
    places stay dark; what is still too much is taken from the three in proportion.
    """
    cyan, magenta, yellow, black = inks
    most = limit / 100
    over = cyan + magenta + yellow + black - most
    if over <= 0:
        return inks
    grey = min(over / 2, 1 - black, cyan, magenta, yellow)
    colour = cyan + magenta + yellow - 3 * grey
    share = min(1.0, (most - black - grey) / colour) if colour else 1.0
    return (
        (cyan - grey) * share,
        (magenta - grey) * share,
        (yellow - grey) * share,
        black + grey,
    )


@cache
def _grid(profile: Path, ink_limit: int) -> "Color3DLUT":
    """The separation of a grid of colours; what lies between them is interpolated.

    Interpolated colours have no more ink than their neighbours on the grid, so that a limit kept
    by the grid is kept by every pixel.
    """
    from PIL import ImageFilter

    inks = _separated(profile)
    table = [value / 255 for value in inks]
    most = ink_limit * 2.55
    for at, (cyan, magenta, yellow, black) in enumerate(_quartets(inks)):
        if cyan + magenta + yellow + black > most:
            heavy = (cyan / 255, magenta / 255, yellow / 255, black / 255)
            table[4 * at : 4 * at + 4] = limited(heavy, ink_limit)
    return ImageFilter.Color3DLUT(_STEPS, table, channels=4, target_mode="CMYK")


def _quartets(inks: bytes) -> Iterator[tuple[int, int, int, int]]:
    return zip(inks[::4], inks[1::4], inks[2::4], inks[3::4], strict=True)


def _separated(profile: Path) -> bytes:
    """The inks of the grid's colours, red the fastest; perceptual, as photos need it.

    The engine computes each colour: a table to look them up, as it makes for photos, takes longer.
    """
    from PIL import ImageCms

    try:
        press = ImageCms.getOpenProfile(str(profile))
        separation = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            press,
            "RGB",
            "CMYK",
            ImageCms.Intent.PERCEPTUAL,
            ImageCms.Flags.NOOPTIMIZE,
        )
        inks = ImageCms.applyTransform(_colours(), separation)
    except (ImageCms.PyCMSError, OSError) as error:
        raise _damaged(profile) from error
    if inks is None:
        raise _damaged(profile)
    return inks.tobytes()


def _colours() -> "Image":
    """The grid's colours in a row."""
    from PIL import Image

    steps = bytes(round(at * 255 / (_STEPS - 1)) for at in range(_STEPS))
    red = steps * _STEPS**2
    green = b"".join(bytes([step]) * _STEPS for step in steps) * _STEPS
    blue = b"".join(bytes([step]) * _STEPS**2 for step in steps)
    bands = [Image.frombytes("L", (_STEPS**3, 1), band) for band in (red, green, blue)]
    return Image.merge("RGB", bands)
