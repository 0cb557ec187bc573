"""The paper's settings."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from newsroom.domain.paper import PaperSettings
from newsroom.errors import NewsroomError, UserError
from newsroom.i18n import _, sentence
from newsroom.services.desk import Desk
from newsroom.services.settings import checked_paper, read_paper, save_paper
from newsroom.services.themes import SiteTheme, copy_theme, list_themes
from newsroom.ui.changes import Operations
from newsroom.ui.dialogs.base import Dialog, Notice
from newsroom.ui.dialogs.name_dialog import NameDialog
from newsroom.ui.dialogs.paper_form import PaperForm
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
from newsroom.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class _Known:
    """What the form begins with."""

    settings: PaperSettings
    themes: tuple[SiteTheme, ...]


@dataclass(frozen=True, slots=True)
class _Copied:
    """A look that was just made, among all there are."""

    made: SiteTheme
    themes: tuple[SiteTheme, ...]


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
        self._tasks = tasks
        self._operations = operations
        self._copying = ""
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
        self.form.copy_wanted.connect(self._on_copy_wanted)
        tasks.run(partial(_read, desk), owner=self, on_done=self._on_read, on_error=self._on_error)

    def _on_read(self, known: _Known) -> None:
        self.form.show_themes(known.themes)
        self.form.show_settings(known.settings)
        self.form.setEnabled(True)
        self.save.setEnabled(True)
        self.form.lines["name"].setFocus()

    @Slot(str, str)
    def _on_copy_wanted(self, name: str, label: str) -> None:
        hint = _("Make a copy of this look, to change it")
        asked = NameDialog(_("Copy a look"), hint, _("{name} (copy)").format(name=label), self)
        asked.chosen.connect(self._copy)
        self._copying = name
        asked.open()

    @Slot(str)
    def _copy(self, label: str) -> None:
        self._tasks.run(
            partial(_copy, self._desk, self._copying, label),
            owner=self,
            on_done=self._on_copied,
            on_error=self._on_error,
            lane=Lane.POOL,
        )

    def _on_copied(self, copied: _Copied) -> None:
        self.form.show_themes(copied.themes)
        self.form.show_look(copied.made.name)
        words = _("“{name}” lies in {folder}: change its files there, the preview follows.")
        self.notice.say(words.format(name=copied.made.label, folder=copied.made.folder), "info")

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


def _read(desk: Desk, _progress: TaskProgress) -> _Known:
    return _Known(read_paper(desk=desk), list_themes(desk=desk))


def _copy(desk: Desk, name: str, label: str, _progress: TaskProgress) -> _Copied:
    made = copy_theme(desk=desk, name=name, label=label)
    return _Copied(made, list_themes(desk=desk))
