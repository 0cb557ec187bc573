"""The website window: choose what goes on it, watch, open what was made."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QWidget

from newsroom.domain.article import SectionPath
from newsroom.domain.ids import ArticleId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.taxonomy import SectionTree
from newsroom.errors import NewsroomError
from newsroom.i18n import _, ngettext, sentence
from newsroom.services.desk import Desk
from newsroom.services.exporting import ExportReport
from newsroom.services.sections import read_sections
from newsroom.services.settings import read_paper
from newsroom.services.sites import export_site
from newsroom.ui.dialogs.export_result import ExportResult, OpenPath, open_path
from newsroom.ui.dialogs.site_form import SiteForm, Statuses
from newsroom.ui.dialogs.working import WorkingDialog
from newsroom.ui.tasks import TaskProgress, TaskRunner
from newsroom.ui.theme import Theme


class SiteDialog(WorkingDialog):
    """Writes a site of `ids`, or else of a section or the library; begins with `section`."""

    def __init__(
        self,
        *,
        desk: Desk,
        tasks: TaskRunner,
        theme: Theme,
        settings: QSettings,
        section: SectionPath = (),
        ids: Sequence[ArticleId] | None = None,
        open_with: OpenPath = open_path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Export website"), tasks, parent)
        self._desk = desk
        self._ids = ids
        self._open_with = open_with
        articles = None if ids is None else len(ids)
        self.form = SiteForm(theme, settings, section=section, articles=articles)
        self.add_pages(self.form)
        self.add_ends(_("Cancel"), _("Export"))
        self.go.setEnabled(False)
        self.resize(600, 400)
        self.go.clicked.connect(self._on_go)
        tasks.run(partial(_read, desk), owner=self, on_done=self._on_read, on_error=self._on_error)

    def _on_read(self, read: tuple[SectionTree, PaperSettings]) -> None:
        self.form.show_library(*read)
        self.go.setEnabled(True)
        self.go.setFocus()

    @Slot()
    def _on_go(self) -> None:
        self.form.remember()
        work = partial(
            _export,
            desk=self._desk,
            target=self.form.target(),
            section=self.form.section(),
            ids=self._ids,
            statuses=self.form.chosen_statuses(),
            theme=self.form.theme(),
        )
        self.begin(work, self._on_done, self._on_error)

    def _on_done(self, report: ExportReport) -> None:
        if report.cancelled:
            self._back(_("Stopped; nothing was changed."), "warning")
            return
        (site,) = report.exported
        words = ngettext(
            "The site is written, with {count} article.",
            "The site is written, with {count} articles.",
            len(site.ids),
        )
        self.notice.say(words.format(count=len(site.ids)), "good")
        self.show_result(ExportResult(report, self._open_with))

    def _on_error(self, error: NewsroomError) -> None:
        self._back(sentence(error), "error")

    def _back(self, words: str, tone: str) -> None:
        """To the choices, with a word on why."""
        self.show_choices()
        self.notice.say(words, tone)


def _read(desk: Desk, _progress: TaskProgress) -> tuple[SectionTree, PaperSettings]:
    return read_sections(desk=desk), read_paper(desk=desk)


def _export(
    progress: TaskProgress,
    *,
    desk: Desk,
    target: Path,
    section: SectionPath,
    ids: Sequence[ArticleId] | None,
    statuses: Statuses,
    theme: str | None,
) -> ExportReport:
    return export_site(
        desk=desk,
        target=target,
        section=section,
        ids=ids,
        statuses=statuses,
        theme=theme,
        progress=progress,
    )
