"""Says above the sheet how far work has come, once it takes longer than a second."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from newsroom.i18n import _
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.tasks import Task
from newsroom.ui.widgets.banner import Tone

_PATIENCE_MS = 1000


class Waiting(QObject):
    """Lives as long as one task, which the person can stop; `end` takes the message away."""

    def __init__(self, pane: EditorPane, parent: QObject, *, patience: int = _PATIENCE_MS) -> None:
        super().__init__(parent)
        self.task: Task[Any] | None = None
        self._pane = pane
        self._words = ""
        self._said = False
        self._timer = QTimer(self, singleShot=True, interval=patience)
        self._timer.timeout.connect(self._say)
        self._timer.start()

    def tell(self, done: int, total: int, label: str) -> None:
        """Photo `done` of `total` is being read; `label` is its name."""
        words = _("Taking in photo {number} of {total}: {name}…")
        self._words = words.format(number=done, total=total, name=label)
        if self._said:
            self._say()

    @Slot()
    def _say(self) -> None:
        self._said = True
        words = self._words or _("Taking in photos…")
        self._pane.show_banner(words, Tone.INFO, [(_("Stop"), self._stop)])

    def _stop(self) -> None:
        if self.task is not None:
            self.task.cancel()
        self.end()

    def end(self) -> None:
        """The work is over; nothing more is said."""
        self._timer.stop()
        if self._said:
            self._pane.hide_banner()
        self._said = False
        self.deleteLater()
