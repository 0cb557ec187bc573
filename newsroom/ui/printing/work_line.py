"""A line under the printed page while a long one is prepared: how far it is, and a way out."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from newsroom.i18n import _
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.elided_label import ElidedLabel

_LATER_MS = 500
"""What is ready sooner needs no line that comes and goes."""
_BAR_WIDTH = 160


class WorkLine(QFrame):
    """Hidden until work has gone on for half a second. `stopped()` when the person wants no more.

    Hundredths come in order; a lower one than before begins other work, the line stays.
    """

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "footer")
        self.words, self.bar, self.stop = ElidedLabel(), QProgressBar(), QPushButton()
        set_kind(self.words, "footer-text")
        set_kind(self.stop, "link")
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.stop.clicked.connect(self._stop)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.show)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.stop)
        self.retranslate()
        self.hide()

    @Slot(int)
    def tell(self, hundredths: int) -> None:
        """The work is so far."""
        self.bar.setValue(hundredths)
        if self.isHidden() and not self._later.isActive():
            self._later.start()

    @Slot()
    def end(self) -> None:
        """There is no work any more."""
        self._later.stop()
        self.hide()

    @Slot()
    def _stop(self) -> None:
        self.end()
        self.stopped.emit()

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.words.set_text(_("Preparing the printed page…"))
        self.bar.setAccessibleName(_("Progress"))
        self.stop.setText(_("Stop"))
        self.stop.setToolTip(_("Do not prepare this printed page"))
