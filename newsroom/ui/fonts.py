"""The shipped type families, made known to Qt."""

from PySide6.QtGui import QFont, QFontDatabase

from newsroom.errors import BugError
from newsroom.paths import resource

INTERFACE = "Be Vietnam Pro"


def load_interface_fonts() -> QFont:
    """Load the interface's family and return its font, 13 px; called once before any window."""
    load_family("be-vietnam-pro")
    font = QFont(INTERFACE)
    font.setPixelSize(13)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def load_reading_fonts() -> None:
    """Load the sheet's family (idempotent for Qt, but reads files: call it once)."""
    load_family("source-serif-4")


def load_family(folder: str) -> None:
    """Load every face of `resources/fonts/<folder>`; raises `BugError` when one is broken."""
    for path in sorted(resource(f"fonts/{folder}").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise BugError("The font file {name} cannot be read.", name=path.name)
