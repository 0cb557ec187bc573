"""Files dragged onto the window are imported."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

TEXT_SUFFIXES = (".docx", ".txt", ".html", ".htm", ".md", ".json")
"""Files that become articles; photos are dropped on the sheet, which takes them itself."""


class FileDrop(QObject):
    """`dropped(list[Path])` is sent when files that can be imported are dropped on a window."""

    dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what can be imported, leave the rest."""
        if isinstance(event, QDropEvent) and importable(event.mimeData()):
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                self.dropped.emit(importable(event.mimeData()))
            return True
        return super().eventFilter(watched, event)


def importable(data: QMimeData) -> list[Path]:
    """The local files in drag data that can become articles."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in TEXT_SUFFIXES]
