"""A dialog that carries out one piece of work, which can be stopped, and shows what came of it."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from newsroom.errors import NewsroomError
from newsroom.i18n import _
from newsroom.ui.dialogs.base import Dialog, Notice
from newsroom.ui.dialogs.running_page import RunningPage
from newsroom.ui.tasks import Lane, Task, TaskProgress, TaskRunner
from newsroom.ui.widgets.pages import Pages

T = TypeVar("T")


class WorkingDialog(Dialog):
    """Three pages: what is chosen, how far the work is (`running`), what came of it.

    `task` is the work under way, None when there is none. `cancel` closes the dialog, or stops the
    work; `go` begins it.
    """

    cancel: QPushButton
    go: QPushButton

    def __init__(self, title: str, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._tasks = tasks
        self.task: Task[Any] | None = None
        self.notice = Notice()
        self.running = RunningPage()
        self.pages = Pages()
        self.finished.connect(self._leave)

    def add_ends(self, cancel: str, go: str) -> None:
        """The two buttons, behind those that there are; `cancel` is called so before the work."""
        self._before = cancel
        self.cancel = self.add_button(cancel)
        self.go = self.add_button(go, "primary")
        self.cancel.clicked.connect(self.stop_or_close)

    def add_pages(self, choices: QWidget) -> None:
        """The notice, and below it what is chosen; the other pages are behind that."""
        self.pages.addWidget(choices)
        self.pages.addWidget(self.running)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.pages, 1)

    # ---- the work ---------------------------------------------------------------------------
    def begin(
        self,
        work: Callable[[TaskProgress], T],
        done: Callable[[T], None],
        failed: Callable[[NewsroomError], None],
    ) -> None:
        """Do `work` on another thread, with its progress in view."""
        self.notice.say("")
        self.running.begin()
        self.pages.setCurrentWidget(self.running)
        self.go.setEnabled(False)
        self.cancel.setText(_("Stop"))
        self.task = self._tasks.run(
            work,
            owner=self,
            on_done=partial(self._end, done),
            on_error=partial(self._end, failed),
            on_progress=self.running.show_progress,
            lane=Lane.POOL,
        )

    def _end(self, told: Callable[[T], None], value: T) -> None:
        self.task = None
        told(value)

    def show_result(self, result: QWidget) -> None:
        """What came of the work; the dialog can only be closed now."""
        self.pages.addWidget(result)
        self.pages.setCurrentWidget(result)
        self.go.hide()
        self.cancel.setText(_("Close"))
        self.cancel.setFocus()

    def show_choices(self) -> None:
        """Back to what is chosen; it can be begun again."""
        self.pages.setCurrentIndex(0)
        self.go.show()
        self.go.setEnabled(True)
        self.cancel.setText(self._before)

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
