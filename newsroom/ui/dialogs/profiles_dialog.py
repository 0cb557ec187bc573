"""The library's content profiles: a list on the left, the profile selected on the right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from newsroom.domain.profile import Profile
from newsroom.domain.taxonomy import SectionTree
from newsroom.errors import NewsroomError, UserError
from newsroom.i18n import _, sentence
from newsroom.language.folding import key
from newsroom.services.desk import Desk
from newsroom.services.profiles import checked_profiles, read_profiles, save_profiles
from newsroom.services.sections import read_sections
from newsroom.ui.changes import Operations
from newsroom.ui.dialogs.base import Dialog, Notice, plain_button
from newsroom.ui.dialogs.profile_form import ProfileForm
from newsroom.ui.tasks import TaskProgress, TaskRunner
from newsroom.ui.theme import Theme, set_kind

_LIST_WIDTH = 200


@dataclass(frozen=True, slots=True)
class _Draft:
    """A profile as it is being written; `old` is the name that articles know it by."""

    old: str
    profile: Profile


class ProfilesDialog(Dialog):
    """Nothing is kept before “Save”, which checks everything."""

    def __init__(
        self,
        *,
        desk: Desk,
        tasks: TaskRunner,
        operations: Operations,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Profiles"), parent)
        self._desk, self._operations = desk, operations
        self._drafts: list[_Draft] = []
        self._row = -1
        self.notice = Notice()
        self.list = QListWidget()
        self.form = ProfileForm(theme)
        self.add = plain_button(_("Add"))
        self.delete = plain_button(_("Delete"), "danger")
        self.add_button(_("Cancel")).clicked.connect(self.close)
        self.save = self.add_button(_("Save"), "primary")
        self.save.setEnabled(False)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_row)
        self.form.renamed.connect(self._rename)
        self.add.clicked.connect(self._on_add)
        self.delete.clicked.connect(self._on_delete)
        self.save.clicked.connect(self._on_save)
        tasks.run(partial(_read, desk), owner=self, on_done=self._on_read, on_error=self._on_error)

    def _lay_out(self) -> None:
        set_kind(self.list, "boxed")
        self.list.setAccessibleName(_("Profiles"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedWidth(_LIST_WIDTH)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.delete)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(left)
        row.addWidget(self.form, 1)
        self.body.addWidget(self.notice)
        self.body.addLayout(row, 1)
        self.form.setEnabled(False)
        self.resize(880, 660)

    # ---- showing ---------------------------------------------------------------------------
    def _on_read(self, found: tuple[Sequence[Profile], SectionTree]) -> None:
        profiles, sections = found
        self.form.set_sections(sections)
        self._drafts = [_Draft(profile.name, profile) for profile in profiles]
        self.list.addItems([profile.name for profile in profiles])
        self.list.setCurrentRow(0)
        self.save.setEnabled(True)
        self.list.setFocus()

    @Slot(int)
    def _show_row(self, row: int) -> None:
        self._take_form()
        self._row = row
        there = 0 <= row < len(self._drafts)
        self.form.setEnabled(there)
        self.delete.setEnabled(there)
        self.form.show_profile(self._drafts[row].profile if there else Profile())

    def _take_form(self) -> None:
        """What the form says belongs to the profile that was selected until now."""
        if 0 <= self._row < len(self._drafts):
            draft = self._drafts[self._row]
            self._drafts[self._row] = replace(draft, profile=self.form.profile())

    @Slot(str)
    def _rename(self, name: str) -> None:
        item = self.list.item(self._row)
        if item is not None:
            item.setText(name)

    # ---- changing --------------------------------------------------------------------------
    @Slot()
    def _on_add(self) -> None:
        """A profile with the rules of the one selected, and a name to write over."""
        self._take_form()
        model = self._drafts[self._row].profile if self._row >= 0 else Profile(language="vi")
        added = replace(model, name=self._free_name())
        self._drafts.append(_Draft("", added))
        self.list.addItem(added.name)
        self.list.setCurrentRow(len(self._drafts) - 1)
        self.form.name.setFocus()
        self.form.name.selectAll()

    def _free_name(self) -> str:
        taken = {key(draft.profile.name) for draft in self._drafts}
        name = _("New profile")
        numbered = (f"{name} {number}" for number in range(2, len(taken) + 3))
        return next(each for each in (name, *numbered) if key(each) not in taken)

    @Slot()
    def _on_delete(self) -> None:
        row, self._row = self._row, -1
        if row >= 0:
            del self._drafts[row]
            self.list.takeItem(row)
            self._row = -1
            self._show_row(self.list.currentRow())

    @Slot()
    def _on_save(self) -> None:
        self._take_form()
        try:
            profiles = self._checked()
        except UserError as error:
            self._on_error(error)
            return
        pairs = zip(self._drafts, profiles, strict=True)
        renamed = {draft.old: new.name for draft, new in pairs if draft.old}
        self.save.setEnabled(False)
        self._operations.run(
            partial(save_profiles, desk=self._desk, profiles=profiles, renamed=renamed),
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_error,
        )

    def _checked(self) -> tuple[Profile, ...]:
        """The profiles, checked one by one first, so that the one at fault is selected."""
        profiles = [draft.profile for draft in self._drafts]
        for row in range(len(profiles)):
            try:
                checked_profiles(profiles[: row + 1])
            except UserError:
                self.list.setCurrentRow(row)
                raise
        return checked_profiles(profiles)

    def _on_saved(self, _profiles: Sequence[Profile]) -> None:
        self.close()

    def _on_error(self, error: NewsroomError) -> None:
        self.notice.say(sentence(error))
        self.save.setEnabled(True)


def _read(desk: Desk, _progress: TaskProgress) -> tuple[Sequence[Profile], SectionTree]:
    return read_profiles(desk=desk), read_sections(desk=desk)
