"""Brings WebEngine's files into the system's memory before they are needed.

After the computer was started they are on the disk alone, and the GUI thread would wait for it
page by page while it loads them.
"""

from collections.abc import Iterator
from pathlib import Path

_LIBRARIES = (
    "Qt/lib/libQt6{name}.so.*",
    "Qt/lib/Qt{name}.framework/Versions/A/Qt{name}",
    "Qt6{name}.dll",
    "Qt{name}.*",
)
"""Where PySide6 has them on Linux, macOS and Windows, and the modules over them."""
_NAMES = ("Qml", "Quick", "WebEngineCore")
_RESOURCES = ("icudtl.dat", "qtwebengine_resources*.pak", "v8_context_snapshot*.bin")
_PART = 1 << 20


def read_ahead(package: Path) -> int:
    """Read what of WebEngine lies in the folder of PySide6; returns how many bytes.

    What is not there, as in a system's own packages, is left out.
    """
    part = bytearray(_PART)
    return sum(_read(file, part) for file in _files(package))


def _files(package: Path) -> Iterator[Path]:
    for name in _NAMES:
        for pattern in _LIBRARIES:
            yield from package.glob(pattern.format(name=name))
    for folder in (package / "resources", package / "Qt" / "resources"):
        for pattern in _RESOURCES:
            yield from folder.glob(pattern)


def _read(file: Path, part: bytearray) -> int:
    size = 0
    try:
        with file.open("rb", buffering=0) as opened:
            while count := opened.readinto(part):
                size += count
    except OSError:
        return size  # whoever needs it will tell
    return size
