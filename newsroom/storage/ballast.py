"""32 MB that lie in the library's folder to be given back when the disk is full.

On a full disk even deleting fails, since SQLite writes its log first: what is given back is what
the next try, and putting things in order, have to work with.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from newsroom.storage.files import create_private

NAME = "ballast"
SIZE = 32 * 1024**2
LEAST_FREE = 500 * 1024**2
"""Bytes that must be free for ballast to be laid in: the room that a person is warned below."""


def lay_in_ballast(folder: Path) -> bool:
    """Lay ballast into the library's folder, unless it is there or the disk has little room.

    Returns whether it is there now. A disk that does not take it goes without.
    """
    place = folder / NAME
    with suppress(OSError):
        if place.exists() and place.stat().st_size == SIZE:
            return True
        if shutil.disk_usage(folder).free < LEAST_FREE:
            return False
        place.unlink(missing_ok=True)
        create_private(place)
        _fill(place)
        return True
    give_back_ballast(folder)
    return False


def _fill(place: Path) -> None:
    """Take the room for good: no holes, and nothing that a disk could pack."""
    with place.open("r+b") as file:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, SIZE)
        else:
            for _megabyte in range(SIZE // 1024**2):
                file.write(os.urandom(1024**2))


def give_back_ballast(folder: Path) -> None:
    """Let the disk have the room; nothing happens where there is no ballast."""
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)
