"""Notices that a site theme is being written."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

_SETTLE_MS = 150
"""Editors write a file in several steps."""


class ThemeWatch(QObject):
    """`changed()` shortly after one of the files watched was written, added or removed."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._files: frozenset[str] = frozenset()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._tell)
        self._watcher.fileChanged.connect(self._wait)
        self._watcher.directoryChanged.connect(self._wait)

    def watch(self, files: Iterable[Path]) -> None:
        """Watch these files and their folders instead of those before."""
        self._files = frozenset(str(file) for file in files)
        wanted = self._files | {str(Path(file).parent) for file in self._files}
        known = {*self._watcher.files(), *self._watcher.directories()}
        if known - wanted:
            self._watcher.removePaths(sorted(known - wanted))
        if wanted - known:
            self._watcher.addPaths(sorted(wanted - known))

    @Slot(str)
    def _wait(self, path: str) -> None:
        del path
        self._settle.start()

    @Slot()
    def _tell(self) -> None:
        """A file that was replaced is another file: it is watched anew."""
        self.watch(Path(file) for file in self._files if Path(file).exists())
        self.changed.emit()
