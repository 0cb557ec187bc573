"""How much room the disk of the library has left."""

import shutil
from pathlib import Path

LITTLE_ROOM = 500
"""Megabytes below which a person should make room before something cannot be saved."""


def free_megabytes(folder: Path) -> int | None:
    """Megabytes that are free where the library lies; None when that cannot be told."""
    try:
        return shutil.disk_usage(folder).free // 1024**2
    except OSError:
        return None
