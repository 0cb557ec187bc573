"""Which folder a file dialog begins in: where the person was last, else their own folders."""

from pathlib import Path

from PySide6.QtCore import QDir, QSettings, QStandardPaths

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
PICTURES = QStandardPaths.StandardLocation.PicturesLocation


def last_folder(settings: QSettings, key: str, place: QStandardPaths.StandardLocation) -> str:
    """The folder kept under `key` while it is there, else the person's own `place`, else home."""
    wanted = (str(settings.value(key, "") or ""), QStandardPaths.writableLocation(place))
    return next((one for one in wanted if one and QDir(one).exists()), QDir.homePath())


def keep_folder(settings: QSettings, key: str, file: str) -> None:
    """Begin where `file` is the next time."""
    settings.setValue(key, str(Path(file).parent))
