"""Where the choices of the export window are kept between two exports."""

from PySide6.QtCore import QSettings

FORMAT, PRESET, FOLDER, COMBINED = (
    "export/format",
    "export/preset",
    "export/folder",
    "export/combined",
)


def last_preset(settings: QSettings, format: str) -> str:
    """The preset that `format` was exported in last, empty before the first time."""
    return str(settings.value(f"{PRESET}/{format}", "", str))


def keep_preset(settings: QSettings, format: str, preset: str) -> None:
    """Begin with `preset` the next time."""
    settings.setValue(f"{PRESET}/{format}", preset)
