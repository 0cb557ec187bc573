"""The print presets: the shipped ones to look at, one's own to change, beside their page."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsroom.domain.article import Article
from newsroom.errors import NewsroomError
from newsroom.i18n import _, sentence
from newsroom.press.preset_draft import with_value
from newsroom.services.desk import Desk
from newsroom.services.preset_files import StoredPreset, rebased
from newsroom.services.print_presets import PrintPreset
from newsroom.services.print_preview import PrintFile
from newsroom.ui.dialogs.base import Dialog, Notice
from newsroom.ui.dialogs.name_dialog import NameDialog
from newsroom.ui.latest import Latest
from newsroom.ui.presets import preset_work as work
from newsroom.ui.presets.preset_form import PresetForm
from newsroom.ui.presets.preset_list import PresetList
from newsroom.ui.printing.drawer import PageDrawer
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
from newsroom.ui.theme import Theme
from newsroom.ui.widgets.page_picture import PagePicture


class PresetsDialog(Dialog):
    """The page is that of `article`, without one of the sample. `stored()` when files changed.

    Fields are kept as drafts until they are saved; a wrong draft is told at its field.
    """

    stored = Signal()

    def __init__(
        self,
        *,
        desk: Desk,
        tasks: TaskRunner,
        theme: Theme,
        drawer: PageDrawer,
        shipped: tuple[str, ...],
        article: Article | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Print presets"), parent)
        self._desk, self._tasks, self._article = desk, tasks, article
        self._drafts: dict[str, StoredPreset] = {}
        self._shown: StoredPreset | None = None
        self._pictured = ""
        self._warned = False
        self._deleted: tuple[str, bytes] | None = None
        self._latest = Latest(tasks, self)
        self.notice = Notice()
        self.presets = PresetList()
        self.form = PresetForm(shipped)
        self.picture = PagePicture(theme, drawer)
        self.cancel = self.add_button(_("Close"))
        self.save = self.add_button(_("Save"), "primary")
        self._lay_out()
        self._connect_signals()
        self._adapt()
        self._read()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.presets)
        row.addWidget(self.form)
        row.addWidget(self.picture, 1)
        self.body.addWidget(self.notice)
        self.body.addLayout(row, 1)
        self.resize(1160, 680)
        self.presets.list.setFocus()

    def _connect_signals(self) -> None:
        self.presets.shown.connect(self._open)
        self.presets.copy.clicked.connect(self._ask_copy)
        self.presets.rename.clicked.connect(self._ask_name)
        self.presets.delete.clicked.connect(self._on_delete)
        self.presets.undo.clicked.connect(self._on_undo)
        self.form.edited.connect(self._on_edited)
        self.form.rebased.connect(self._on_rebased)
        self._latest.done.connect(self._show_page)
        self._latest.failed.connect(self._blame)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self._drop)
        self.finished.connect(self._latest.forget)

    @Slot()
    def _drop(self) -> None:
        self._drafts.clear()
        self.close()

    def reject(self) -> None:
        """Esc drops nothing by itself: the first time it says that there are changes."""
        if self._drafts and not self._warned:
            self._warned = True
            words = _("There are changes that are not saved; close once more to drop them.")
            self.notice.say(words, "warning")
            return
        super().reject()

    def _run(self, fn: Callable[[TaskProgress], Any], then: Callable[[Any], None]) -> None:
        self._tasks.run(fn, owner=self, on_done=then, on_error=self._fail, lane=Lane.POOL)

    # ---- showing -----------------------------------------------------------------------------
    def _read(self, current: str = "") -> None:
        wanted = current or self.presets.current()
        self._run(partial(work.read_list, self._desk), partial(self._list, wanted))

    def _list(self, current: str, presets: Sequence[PrintPreset]) -> None:
        self.presets.show_presets(presets, current)

    @Slot(str)
    def _open(self, name: str) -> None:
        draft = self._drafts.get(name)
        if draft is not None:
            self._show(draft)
        else:
            self._tasks.run(
                partial(work.read_one, self._desk, name),
                owner=self,
                on_done=self._take,
                on_error=self._on_unread,
                lane=Lane.POOL,
            )

    def _take(self, stored: StoredPreset) -> None:
        if stored.name == self.presets.current():
            self._show(stored)

    def _on_unread(self, error: NewsroomError) -> None:
        """Of a file that is no preset at all there is nothing to show."""
        self._shown = None
        self._latest.forget()
        self.form.content.setEnabled(False)
        self.notice.say(sentence(error))
        self.picture.say(_("There is no page to show while something is wrong."))

    def _show(self, stored: StoredPreset) -> None:
        other = self._shown is None or self._shown.name != stored.name
        self._shown = stored
        self.form.show_preset(stored)
        if other:
            self.notice.say("")
        if stored.mistake is not None:
            words = _("{mistake} It is left out when you save a change.")
            self.notice.say(words.format(mistake=sentence(stored.mistake)))
        self._latest.ask(partial(work.see, self._desk, stored, self._article))

    @Slot(object)
    def _show_page(self, made: tuple[str, PrintFile]) -> None:
        self._pictured, file = made
        self.form.blame("", "")
        self.picture.show_file(file.data, file.sheets)

    @Slot(object)
    def _blame(self, error: NewsroomError) -> None:
        """A wrong draft is told at its field, else above; its last page stays in view."""
        words = sentence(error)
        if not self.form.blame(str(error.params.get("key", "")), words):
            self.notice.say(words)
        if self._shown is not None and self._pictured != self._shown.name:
            self.picture.say(_("There is no page to show while something is wrong."))

    def _fail(self, error: NewsroomError) -> None:
        self.notice.say(sentence(error))
        self._adapt()

    def _adapt(self) -> None:
        self.save.setEnabled(bool(self._drafts))
        self.cancel.setText(_("Cancel") if self._drafts else _("Close"))
        self.presets.mark(self._drafts.keys())

    # ---- changing ----------------------------------------------------------------------------
    @Slot(str, object)
    def _on_edited(self, key: str, value: object) -> None:
        if self._shown is None or not self._shown.own:
            return
        if key == "output.icc":
            then = partial(self._set, self._shown.name, key)
            self._run(partial(work.take, self._desk, str(value)), then)
        else:
            self._set(self._shown.name, key, value)

    def _set(self, name: str, key: str, value: object) -> None:
        if self._shown is not None and self._shown.name == name:
            tables = with_value(self._shown.tables, self._shown.base, key, value)
            self._keep(replace(self._shown, tables=tables, mistake=None))

    @Slot(str)
    def _on_rebased(self, base: str) -> None:
        if self._shown is not None and self._shown.own:
            self._keep(replace(rebased(self._shown, base), mistake=None))

    def _keep(self, draft: StoredPreset) -> None:
        if draft.commented and draft.name not in self._drafts:
            words = _("Saving drops the remarks that somebody wrote into {file}.")
            self.notice.say(words.format(file=f"{draft.name}.toml"), "warning")
        self._drafts[draft.name] = draft
        self._warned = False
        self._adapt()
        self._show(draft)

    @Slot()
    def _on_save(self) -> None:
        self.save.setEnabled(False)
        self._tasks.run(
            partial(work.save, self._desk, dict(self._drafts)),
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_not_saved,
            lane=Lane.POOL,
        )

    def _on_saved(self, names: Sequence[str]) -> None:
        for name in names:
            self._drafts.pop(name, None)
        self.notice.say(_("The presets are saved."), "good")
        self._adapt()
        self._read()
        self.stored.emit()

    def _on_not_saved(self, error: NewsroomError) -> None:
        """The draft at fault is shown, the focus in its field."""
        self._adapt()
        self.presets.choose(str(error.params.get("file", "")).removesuffix(".toml"))
        self._blame(error)
        key = str(error.params.get("key", ""))
        if key in self.form.rows:
            self.form.show_field(key)

    # ---- the files ---------------------------------------------------------------------------
    @Slot()
    def _ask_copy(self) -> None:
        name = self.presets.current()
        hint = _("The name of its file in the library's folder “press”.")
        dialog = NameDialog(_("Copy of a preset"), hint, _("{name} 2").format(name=name), self)
        dialog.chosen.connect(partial(self._copy, name))
        dialog.open()

    def _copy(self, name: str, new: str) -> None:
        self._run(partial(work.copy, self._desk, name, new), self._on_made)

    @Slot()
    def _ask_name(self) -> None:
        name = self.presets.current()
        hint = _("Slots and page templates that name it need the new name too.")
        dialog = NameDialog(_("Rename preset"), hint, name, self)
        dialog.chosen.connect(partial(self._rename, name))
        dialog.open()

    def _rename(self, name: str, new: str) -> None:
        self._run(partial(work.rename, self._desk, name, new), partial(self._on_renamed, name))

    def _on_renamed(self, old: str, new: str) -> None:
        draft = self._drafts.pop(old, None)
        if draft is not None:
            self._drafts[new] = replace(draft, name=new)
        self._on_made(new)

    @Slot()
    def _on_delete(self) -> None:
        name = self.presets.current()
        self._run(partial(work.delete, self._desk, name), partial(self._on_deleted, name))

    def _on_deleted(self, name: str, data: bytes) -> None:
        self._drafts.pop(name, None)
        self._deleted = (name, data)
        self.presets.undo.show()
        self._adapt()
        self._read()
        self.notice.say(_("“{name}” is deleted.").format(name=name), "good")
        self.stored.emit()

    @Slot()
    def _on_undo(self) -> None:
        if self._deleted is not None:
            name, data = self._deleted
            self._run(partial(work.put_back, self._desk, name, data), self._on_made)

    def _on_made(self, name: str) -> None:
        self._deleted = None
        self.presets.undo.hide()
        self.notice.say("")
        self._adapt()
        self._read(name)
        self.stored.emit()
