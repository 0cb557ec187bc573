"""The house's habits of writing: what is set, expanded and kept ready while typing."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from newsroom.domain.writing import Abbreviation, Habits, Snippet, Typography
from newsroom.errors import NewsroomError, UserError
from newsroom.i18n import _, sentence
from newsroom.services.abbreviation_files import read_abbreviations, write_abbreviations
from newsroom.services.desk import Desk
from newsroom.services.writing import (
    checked_habits,
    read_habits,
    save_habits,
    shipped_abbreviations,
)
from newsroom.ui.changes import Operations
from newsroom.ui.dialogs.base import Dialog, Notice
from newsroom.ui.dialogs.short_forms import ShortForms
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner

T = TypeVar("T")


class HabitsDialog(Dialog):
    """Typographic characters and short forms of the library; kept by “Save”."""

    def __init__(
        self,
        *,
        desk: Desk,
        tasks: TaskRunner,
        operations: Operations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Writing habits"), parent)
        self._desk, self._tasks, self._operations = desk, tasks, operations
        self._snippets: tuple[Snippet, ...] = ()
        self.notice = Notice()
        self.quotes = QCheckBox(_("Set quotation marks as “…” and ‘…’"))
        self.ellipsis = QCheckBox(_("Set three full stops as one character …"))
        self.dashes = QCheckBox(_("Set a hyphen between spaces as a dash –"))
        self.expand = QCheckBox(_("Expand short forms at the end of a word"))
        self.forms = ShortForms()
        for part in (self.notice, self.quotes, self.ellipsis, self.dashes, self.expand):
            self.body.addWidget(part)
        self.body.addWidget(self.forms, 1)
        self.body.setSpacing(8)
        self.cancel = self.add_button(_("Cancel"))
        self.save = self.add_button(_("Save"), "primary")
        self.save.setEnabled(False)
        self.resize(620, 640)
        self._connect()
        self._run(partial(_read, desk), self._show)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.close)
        self.save.clicked.connect(self._on_save)
        self.forms.import_wanted.connect(self._import)
        self.forms.export_wanted.connect(self._export)
        self.forms.shipped_wanted.connect(self._take_shipped)
        self.expand.toggled.connect(self.forms.setEnabled)

    def _run(
        self,
        work: Callable[[TaskProgress], T],
        on_done: Callable[[T], None],
        lane: Lane = Lane.DATABASE,
    ) -> None:
        self._tasks.run(work, owner=self, on_done=on_done, on_error=self._on_error, lane=lane)

    def _show(self, habits: Habits) -> None:
        self.quotes.setChecked(habits.typography.quotes)
        self.ellipsis.setChecked(habits.typography.ellipsis)
        self.dashes.setChecked(habits.typography.dashes)
        self.expand.setChecked(habits.expand)
        self.forms.setEnabled(habits.expand)
        self.forms.show_entries(habits.abbreviations)
        self._snippets = habits.snippets
        self.save.setEnabled(True)
        self.quotes.setFocus()

    def habits(self) -> Habits:
        """What is chosen; raises `UserError` that says which short form cannot be."""
        typography = Typography(
            quotes=self.quotes.isChecked(),
            ellipsis=self.ellipsis.isChecked(),
            dashes=self.dashes.isChecked(),
        )
        return checked_habits(
            Habits(
                typography=typography,
                expand=self.expand.isChecked(),
                abbreviations=self.forms.entries(),
                snippets=self._snippets,
            )
        )

    @Slot()
    def _on_save(self) -> None:
        try:
            habits = self.habits()
        except UserError as error:
            self._on_error(error)
            return
        self.save.setEnabled(False)
        self._operations.run(
            partial(save_habits, desk=self._desk, habits=habits),
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_error,
        )

    def _on_saved(self, _habits: Habits) -> None:
        self.accept()

    def _on_error(self, error: NewsroomError) -> None:
        self.notice.say(sentence(error))
        self.save.setEnabled(True)

    # ---- the list as a file
    @Slot()
    def _take_shipped(self) -> None:
        self.forms.merge(shipped_abbreviations())

    @Slot()
    def _import(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Import short forms"), "", _("Lists (*.csv *.txt)")
        )
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Add the list in a file."""
        self._run(partial(_read_file, path), self._merge, Lane.POOL)

    def _merge(self, entries: tuple[Abbreviation, ...]) -> None:
        self.notice.say("")
        self.forms.merge(entries)

    @Slot()
    def _export(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Export short forms"), _("short forms.csv"), _("Lists (*.csv *.txt)")
        )
        if name:
            self.write_to(Path(name))

    def write_to(self, path: Path) -> None:
        """Write what stands in the table."""
        self._run(partial(_write_file, path, self.forms.entries()), self._written, Lane.POOL)

    def _written(self, path: Path) -> None:
        self.notice.say(_("Written to “{path}”.").format(path=path), "good")


def _read(desk: Desk, _progress: TaskProgress) -> Habits:
    return read_habits(desk=desk)


def _read_file(path: Path, _progress: TaskProgress) -> tuple[Abbreviation, ...]:
    return read_abbreviations(path)


def _write_file(path: Path, entries: tuple[Abbreviation, ...], _progress: TaskProgress) -> Path:
    return write_abbreviations(path, entries)
