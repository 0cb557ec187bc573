"""Which folder a file dialog begins in: where the person was last, else their own folders."""

from pathlib import Path

from PySide6.QtCore import QDir, QSettings, QStandardPaths

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
PICTURES = QStandardPaths.StandardLocation.PicturesLocation


def last_folder(settings: QSettings, key: str, place: QStandardPaths.StandardLocation) -> str:
    """The folder kept under `key` while it is there; the first time the person's own `place`."""
    last = str(settings.value(key, "") or "")
    return last if last and QDir(last).exists() else QStandardPaths.writableLocation(place)


def keep_folder(settings: QSettings, key: str, file: str) -> None:
    """Begin where `file` is the next time."""
    settings.setValue(key, str(Path(file).parent))
