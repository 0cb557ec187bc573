"""The preview in a window of its own, as on a second screen."""

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

_FIRST_SIZE = (860, 960)


class PreviewWindow(QWidget):
    """`closed()` when the person closed it; its place is remembered."""

    closed = Signal()

    def __init__(self, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("previewWindow")
        self._settings = settings
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        found = settings.value("preview/geometry")
        if not (isinstance(found, QByteArray) and self.restoreGeometry(found)):
            self.resize(*_FIRST_SIZE)

    def hold(self, pane: QWidget) -> None:
        """Show the pane in this window."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(pane)
        pane.show()
        self.show()

    def remember(self) -> None:
        """Keep the window's place."""
        self._settings.setValue("preview/geometry", self.saveGeometry())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell whoever holds the pane to take it back."""
        self.remember()
        super().closeEvent(event)
        self.closed.emit()
