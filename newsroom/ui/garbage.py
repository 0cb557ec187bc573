"""Python's cyclic garbage collector, kept to the GUI thread.

The collector runs in whatever thread happens to allocate. When that is a worker and the garbage
holds a widget, Qt destroys the widget in the wrong thread and the program crashes. So it is
switched off and asked for from a timer of the GUI thread.
"""

import gc
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL_MS = 1000
_QUIET = 2.0
"""Seconds without work after which nobody minds that everything is looked through."""
_OVERDUE = 10
"""So many times the interpreter's own threshold, and it is done all the same."""


class GuiGarbage(QObject):
    """Collects each second what the interpreter itself would have collected by now.

    The oldest generation, all that the program holds, takes ten milliseconds and more beside a
    long article: it waits until nobody has worked for a while.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worked = 0.0
        self._switched_off = gc.isenabled()
        gc.disable()
        timer = QTimer(self, interval=_INTERVAL_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    def wait_a_moment(self) -> None:
        """Somebody is at work."""
        self._worked = monotonic()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due, by Python's own thresholds."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [age for age in (0, 1, 2) if counts[age] > thresholds[age]]
        if not due:
            return
        at_work = monotonic() - self._worked < _QUIET
        if at_work and counts[2] <= _OVERDUE * thresholds[2]:
            due = [min(age, 1) for age in due]
        gc.collect(due[-1])

    def give_back(self) -> None:
        """Let Python collect by itself again; called when no worker is left."""
        if self._switched_off:
            gc.enable()
