"""A dialog that carries out one piece of work, which can be stopped."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from newsroom.ui.dialogs.base import Dialog
from newsroom.ui.dialogs.running_page import RunningPage
from newsroom.ui.tasks import Task


class WorkingDialog(Dialog):
    """`task` is the work under way, None when there is none; `running` shows how far it is.

    The button that closes the dialog is to be connected to `stop_or_close`.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.task: Task[Any] | None = None
        self.running = RunningPage()
        self.finished.connect(self._leave)

    @Slot()
    def stop_or_close(self) -> None:
        """Stop the work, which then tells what was finished; close when there is none."""
        if self.task is None:
            self.close()
            return
        self.task.cancel()
        self.running.stop()
        if self.task.finished:  # it had not begun
            self.close()

    @Slot()
    def _leave(self) -> None:
        """Nobody watches any more: stop at the next step."""
        if self.task is not None:
            self.task.cancel()
