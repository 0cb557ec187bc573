"""Python's cyclic garbage collector, kept to the GUI thread.

The collector runs in whatever thread happens to allocate. When that is a worker and the garbage
holds a widget, Qt destroys the widget in the wrong thread and the program crashes. So it is
switched off and asked for from a timer of the GUI thread.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL_MS = 1000


class GuiGarbage(QObject):
    """Collects each second what the interpreter itself would have collected by now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._switched_off = gc.isenabled()
        gc.disable()
        timer = QTimer(self, interval=_INTERVAL_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due, by Python's own thresholds."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [age for age in (0, 1, 2) if counts[age] > thresholds[age]]
        if due:
            gc.collect(due[-1])

    def give_back(self) -> None:
        """Let Python collect by itself again; called when no worker is left."""
        if self._switched_off:
            gc.enable()
