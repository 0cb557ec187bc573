"""Looks now and then how full the library's disk is, and warns before it is."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from newsroom.i18n import _
from newsroom.services.room import LITTLE_ROOM, free_megabytes
from newsroom.ui.centre import Centre
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
from newsroom.ui.wording import number

_EVERY_MS = 60_000


class DiskWatch(QObject):
    """Warns once when room becomes little, and again only after there was enough."""

    def __init__(
        self, folder: Path, *, tasks: TaskRunner, centre: Centre, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._tasks, self._centre = folder, tasks, centre
        self._warned = False
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Ask the disk, off the GUI thread: one that is far away may take its time."""
        work = partial(_free, self._folder)
        self._tasks.run(work, owner=self, on_done=self._told, lane=Lane.POOL)

    def _told(self, free: int | None) -> None:
        if free is None:
            return
        little = free < LITTLE_ROOM
        if little and not self._warned:
            words = _(
                "Only {size} MB are left on the disk of the library. Make room before it is full: "
                "then nothing can be stored."
            )
            self._centre.tell_warning(words.format(size=number(free)))
        self._warned = little


def _free(folder: Path, _progress: TaskProgress) -> int | None:
    return free_megabytes(folder)
