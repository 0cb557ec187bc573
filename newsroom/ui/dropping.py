"""Files dragged onto the window are imported."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

TEXT_SUFFIXES = (".docx", ".txt", ".html", ".htm", ".md", ".json")
"""Files that become articles; photos are dropped on the sheet, which takes them itself."""


PRINT_SUFFIX = ".pdf"
"""Files that are looked at, as they come from a printer or an agency."""


class FileDrop(QObject):
    """`dropped(list[Path])` is sent when files that can be imported are dropped on a window.

    `prints_dropped(list[Path])` when there are PDF files among what was dropped.
    """

    dropped = Signal(list)
    prints_dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what can be imported or looked at, leave the rest."""
        if not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        articles, prints = importable(event.mimeData()), printed(event.mimeData())
        if not articles and not prints:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            for files, signal in ((articles, self.dropped), (prints, self.prints_dropped)):
                if files:
                    signal.emit(files)
        return True


def importable(data: QMimeData) -> list[Path]:
    """The local files in drag data that can become articles."""
    return _local(data, TEXT_SUFFIXES)


def printed(data: QMimeData) -> list[Path]:
    """The local PDF files in drag data."""
    return _local(data, (PRINT_SUFFIX,))


def _local(data: QMimeData, suffixes: tuple[str, ...]) -> list[Path]:
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in suffixes]
