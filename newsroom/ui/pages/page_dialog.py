"""A page of the paper with several articles: put together, looked at, written as a PDF."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from newsroom.domain.ids import ArticleId
from newsroom.errors import CancelledError, NewsroomError
from newsroom.i18n import _, ngettext, sentence
from newsroom.services.desk import Desk
from newsroom.services.newspages import MadePages
from newsroom.ui.dialogs.article_picker import ArticlePicker
from newsroom.ui.dialogs.export_memory import FOLDER
from newsroom.ui.dialogs.export_result import OpenPath, open_path
from newsroom.ui.dialogs.working import WorkingDialog
from newsroom.ui.folders import DOCUMENTS, keep_folder, last_folder
from newsroom.ui.latest import Latest
from newsroom.ui.pages.page_form import PageForm
from newsroom.ui.pages.page_result import PageResult, verdict
from newsroom.ui.pages.page_work import (
    Saved,
    read_headlines,
    read_sketches,
    save,
    see,
)
from newsroom.ui.pages.plan import PagePlan
from newsroom.ui.printing.drawer import PageDrawer
from newsroom.ui.tasks import Lane, TaskRunner
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.elided_label import ElidedLabel
from newsroom.ui.widgets.page_picture import PagePicture

_FORM_WIDTH = 356


class PageDialog(WorkingDialog):
    """Begins with `plan`. `article_wanted(id)` to read an article; `planned(PagePlan)` at the end.

    The picture follows what is chosen; nothing is written before a file is named.
    """

    article_wanted = Signal(str)
    planned = Signal(object)

    def __init__(
        self,
        *,
        desk: Desk,
        tasks: TaskRunner,
        theme: Theme,
        drawer: PageDrawer,
        settings: QSettings,
        plan: PagePlan,
        open_with: OpenPath = open_path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("A page with several articles"), tasks, parent)
        self._desk, self._theme, self._settings = desk, theme, settings
        self._open_with = open_with
        self._made: MadePages | None = None
        self._trouble = ""
        self._latest = Latest(tasks, self)
        self.form = PageForm(theme, plan)
        self.picture = PagePicture(theme, drawer)
        self.summary = ElidedLabel()
        self.back = self.add_button(_("Back to the page"))
        self.add_ends(_("Close"), _("Save as PDF…"))
        self._lay_out()
        self._connect_signals()
        self._read(plan.ids)
        self._look()

    def _lay_out(self) -> None:
        set_kind(self.summary, "hint")
        self.back.hide()
        self.form.setFixedWidth(_FORM_WIDTH)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.picture, 1)
        right.addWidget(self.summary)
        plan = QWidget()
        row = QHBoxLayout(plan)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.form)
        row.addLayout(right, 1)
        self.add_pages(plan)
        self.resize(980, 690)
        self.form.stories.setFocus()

    def _connect_signals(self) -> None:
        self.form.changed.connect(self._look)
        self.form.add_wanted.connect(self._pick)
        self.form.stories.opened.connect(self._open)
        self._latest.done.connect(self._show)
        self._latest.failed.connect(self._fail)
        self.go.clicked.connect(self._ask_file)
        self.back.clicked.connect(self._go_back)
        self.finished.connect(self._on_finished)

    # ---- looking -----------------------------------------------------------------------------
    def _read(self, ids: Sequence[ArticleId]) -> None:
        self._tasks.run(
            partial(read_sketches, self._desk),
            owner=self,
            on_done=self.form.show_sketches,
            on_error=self._fail,
            lane=Lane.POOL,
        )
        self._read_headlines(ids)

    def _read_headlines(self, ids: Sequence[ArticleId]) -> None:
        self._tasks.run(
            partial(read_headlines, self._desk, ids),
            owner=self,
            on_done=self.form.stories.name,
            on_error=self._fail,
            lane=Lane.POOL,
        )

    @Slot()
    def _look(self) -> None:
        plan = self.form.plan()
        self.go.setEnabled(bool(plan.ids))
        if plan.ids:
            self._latest.ask(partial(see, self._desk, plan))
            return
        self._latest.forget()
        self._made = None
        self.summary.set_text("")
        self.picture.say(_("Add articles: they fill the places of the template in their order."))

    @Slot(object)
    def _show(self, made: MadePages) -> None:
        if not self.form.plan().ids:
            return
        self._made = made
        if self.notice.words() == self._trouble:  # else it tells of a file that was not written
            self.notice.say("")
        self.picture.show_file(made.data, made.sheets)
        self.form.stories.show_fits(made.placed)
        self.summary.set_text(_summary(made))

    @Slot(object)
    def _fail(self, error: NewsroomError) -> None:
        self._trouble = sentence(error)
        self.notice.say(self._trouble)
        self.picture.say("")

    # ---- the articles ------------------------------------------------------------------------
    @Slot()
    def _pick(self) -> None:
        picker = ArticlePicker(
            desk=self._desk,
            tasks=self._tasks,
            theme=self._theme,
            title=_("Articles for the page"),
            exclude=self.form.stories.ids(),
            parent=self,
        )
        picker.picked.connect(self._add)
        picker.open()

    @Slot(list)
    def _add(self, ids: list[ArticleId]) -> None:
        self.form.stories.add(ids)
        self._read_headlines(ids)

    @Slot(str)
    def _open(self, article_id: str) -> None:
        self.close()
        self.article_wanted.emit(article_id)

    # ---- the file ----------------------------------------------------------------------------
    @Slot()
    def _ask_file(self) -> None:
        name = _("Page {number}").format(number=self.form.number.value())
        folder = last_folder(self._settings, FOLDER, DOCUMENTS)
        picker = QFileDialog(self, _("Save as PDF"), folder, "PDF (*.pdf)")
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        picker.setDefaultSuffix("pdf")
        picker.selectFile(f"{name}.pdf")
        picker.fileSelected.connect(self.save_to)
        picker.open()

    @Slot(str)
    def save_to(self, path: str) -> None:
        """Write the pages to the file `path`."""
        keep_folder(self._settings, FOLDER, path)
        work = partial(save, self._desk, self.form.plan(), Path(path))
        self.begin(work, self._on_saved, self._on_not_saved)

    def _on_saved(self, saved: Saved) -> None:
        self.notice.say(*verdict(saved))
        self.back.show()
        self.show_result(PageResult(saved, self._open_with))

    def _on_not_saved(self, error: NewsroomError) -> None:
        self._go_back()
        if not isinstance(error, CancelledError):
            self.notice.say(sentence(error))

    @Slot()
    def _go_back(self) -> None:
        shown = self.pages.currentWidget()
        self.show_choices()
        if isinstance(shown, PageResult):
            self.pages.removeWidget(shown)
            shown.deleteLater()
        self.notice.say("")
        self.back.hide()

    @Slot()
    def _on_finished(self) -> None:
        self._latest.forget()
        self.planned.emit(self.form.plan())


def _summary(made: MadePages) -> str:
    over = sum(1 for placed in made.placed if placed.fit.over)
    parts = []
    if over:
        words = ngettext(
            "{count} article is too long for its place.",
            "{count} articles are too long for their places.",
            over,
        )
        parts.append(words.format(count=over))
    if made.empty:
        words = ngettext("{count} place is empty.", "{count} places are empty.", made.empty)
        parts.append(words.format(count=made.empty))
    return " ".join(parts)
