"""The paper's settings."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from newsroom.domain.paper import PaperSettings
from newsroom.errors import NewsroomError, UserError
from newsroom.i18n import _, sentence
from newsroom.services.desk import Desk
from newsroom.services.settings import checked_paper, read_paper, save_paper
from newsroom.ui.changes import Operations
from newsroom.ui.dialogs.base import Dialog, Notice
from newsroom.ui.dialogs.paper_form import PaperForm
from newsroom.ui.tasks import TaskProgress, TaskRunner
from newsroom.ui.theme import Theme


class PaperDialog(Dialog):
    """Name, site, colours, clock and words of the paper; kept by “Save”."""

    def __init__(
        self,
        *,
        desk: Desk,
        tasks: TaskRunner,
        operations: Operations,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Paper settings"), parent)
        self._desk = desk
        self._operations = operations
        self.notice = Notice()
        self.form = PaperForm(theme)
        self.form.setEnabled(False)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.form, 1)
        self.cancel = self.add_button(_("Cancel"))
        self.save = self.add_button(_("Save"), "primary")
        self.save.setEnabled(False)
        self.resize(600, 660)
        self.cancel.clicked.connect(self.close)
        self.save.clicked.connect(self._on_save)
        tasks.run(partial(_read, desk), owner=self, on_done=self._on_read, on_error=self._on_error)

    def _on_read(self, settings: PaperSettings) -> None:
        self.form.show_settings(settings)
        self.form.setEnabled(True)
        self.save.setEnabled(True)
        self.form.lines["name"].setFocus()

    @Slot()
    def _on_save(self) -> None:
        try:
            settings = checked_paper(self.form.settings())
        except UserError as error:
            self._on_error(error)
            return
        self.save.setEnabled(False)
        self._operations.run(
            partial(save_paper, desk=self._desk, settings=settings),
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_error,
        )

    def _on_saved(self, _settings: PaperSettings) -> None:
        self.close()

    def _on_error(self, error: NewsroomError) -> None:
        self.notice.say(sentence(error))
        self.save.setEnabled(True)


def _read(desk: Desk, _progress: TaskProgress) -> PaperSettings:
    return read_paper(desk=desk)
