"""The blinking of the caret."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication


class Blink(QObject):
    """The rhythm of the caret; `beat()` when it is to be painted or left out."""

    beat = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lit = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._toggle)

    def restart(self) -> None:
        """Show the caret and begin to count anew."""
        self.lit = True
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if flash > 1:
            self._timer.start(flash // 2)
        else:
            self._timer.stop()

    def stop(self) -> None:
        """No beat until `restart`."""
        self.lit = True
        self._timer.stop()

    @Slot()
    def _toggle(self) -> None:
        self.lit = not self.lit
        self.beat.emit()
