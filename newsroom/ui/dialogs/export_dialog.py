"""The export window: choose a form and a folder, watch, open what was made."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from newsroom.domain.ids import ArticleId
from newsroom.errors import NewsroomError
from newsroom.i18n import _, ngettext, sentence
from newsroom.services.checking import Finding
from newsroom.services.desk import Desk
from newsroom.services.export_checking import PRINTED, Checked, check_articles
from newsroom.services.export_formats import export_formats
from newsroom.services.exporting import ExportReport, export_articles
from newsroom.services.print_presets import PrintPreset
from newsroom.ui.dialogs.export_choices import ExportChoices
from newsroom.ui.dialogs.export_findings import ExportFindings
from newsroom.ui.dialogs.export_result import ExportResult, OpenPath, open_path, summary, tone
from newsroom.ui.dialogs.export_verdicts import tell_verdicts
from newsroom.ui.dialogs.working import WorkingDialog
from newsroom.ui.presets.preset_work import read_list
from newsroom.ui.tasks import Lane, Task, TaskProgress, TaskRunner
from newsroom.ui.theme import Theme

_WIDTH = 600


class ExportDialog(WorkingDialog):
    """Exports `ids`; `headline` names a single article in the title.

    What the articles lack is told above the choices and stops nobody; `place_requested(id,
    Finding)` asks to go there instead. Several articles may become a site: `site_requested(ids)`.
    Of a print file the preflight is told; `check_requested(Path)` asks to see what it found.
    """

    place_requested = Signal(str, object)
    site_requested = Signal(list)
    check_requested = Signal(object)

    def __init__(
        self,
        *,
        desk: Desk,
        tasks: TaskRunner,
        theme: Theme,
        settings: QSettings,
        ids: Sequence[ArticleId],
        headline: str = "",
        format: str | None = None,
        open_with: OpenPath = open_path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_title(len(ids), headline), tasks, parent)
        self._desk = desk
        self._ids = tuple(ids)
        self._open_with = open_with
        self.choices = ExportChoices(theme, settings, export_formats(desk), len(ids))
        if format is not None:
            self.choices.choose_format(format)
        self.findings = ExportFindings(theme)
        self.site = self.add_button(_("As a website…"))
        self.site.setVisible(len(self._ids) > 1)
        self.add_ends(_("Cancel"), _("Export"))
        self._lay_out()
        self.go.clicked.connect(self._on_go)
        self.site.clicked.connect(self._on_site)
        self.findings.place_requested.connect(self._on_place)
        self.findings.toggle.clicked.connect(self._fit, Qt.ConnectionType.QueuedConnection)
        self._checking: Task[tuple[Checked, ...]] | None = None
        self._check()
        self._read_presets()
        self.choices.changed.connect(self._check)
        # queued: Qt shows the new presets, and counts them, only after this event
        self.choices.changed.connect(self._fit, Qt.ConnectionType.QueuedConnection)

    def _lay_out(self) -> None:
        self.add_pages(self.choices)
        self.body.insertWidget(1, self.findings)
        self.setMinimumWidth(_WIDTH)
        self.resize(_WIDTH, 0)
        self._fit()
        self.choices.focus_format()

    @Slot()
    def _fit(self) -> None:
        """Grow to hold all presets: layouts do not count lines that wrap in their least height."""
        self.ensurePolished()
        self.pages.updateGeometry()
        layout = self.layout()
        if layout is not None:
            layout.activate()
            needed = max(layout.totalSizeHint().height(), layout.totalHeightForWidth(_WIDTH))
            self.resize(self.width(), max(self.height(), needed))

    def _read_presets(self) -> None:
        """Which of the library's own presets are wrong, and why."""
        self._tasks.run(
            partial(read_list, self._desk),
            owner=self,
            on_done=self._on_presets,
            on_error=_nothing,
            lane=Lane.POOL,
        )

    def _on_presets(self, presets: Sequence[PrintPreset]) -> None:
        wrong = {each.name: sentence(each.mistake) for each in presets if each.mistake is not None}
        self.choices.refuse("pdf", wrong)

    @Slot()
    def _check(self) -> None:
        """Look at the articles again: what is printed is asked more than what is sent."""
        if self._checking is not None:
            self._checking.cancel()
        form = self._form()
        name, preset = form
        self._checking = self._tasks.run(
            partial(_checked, desk=self._desk, ids=self._ids, format=name, preset=preset),
            owner=self,
            on_done=partial(self._on_checked, form),
            on_error=_nothing,
            lane=Lane.POOL,
        )

    def _form(self) -> tuple[str, str | None]:
        return self.choices.format().name, self.choices.preset()

    def _on_checked(self, form: tuple[str, str | None], checked: Sequence[Checked]) -> None:
        if form != self._form():
            return  # another was chosen meanwhile; its answer comes too
        self.findings.show_checked(checked)
        if self.task is None and not self.go.isHidden():
            self.findings.appear()
        self.go.setText(_("Export anyway") if self.findings.errors() else _("Export"))
        self._fit()

    @Slot(str, object)
    def _on_place(self, article_id: str, finding: Finding) -> None:
        self.close()
        self.place_requested.emit(article_id, finding)

    @Slot()
    def _on_go(self) -> None:
        self.choices.remember()
        self.findings.hide()
        self.site.hide()
        work = partial(
            _export,
            desk=self._desk,
            ids=self._ids,
            format=self.choices.format().name,
            preset=self.choices.preset(),
            target=self.choices.target(),
            combined=self.choices.is_combined(),
        )
        self.begin(work, self._on_done, self._on_error)

    def _on_done(self, report: ExportReport) -> None:
        self.notice.say(summary(report), tone(report))
        result = ExportResult(report, self._open_with)
        result.details_wanted.connect(self.check_requested)
        if self.choices.format().name == PRINTED:
            tell_verdicts(self._tasks, result, self._desk, self.choices.preset())
        self.show_result(result)

    def _on_error(self, error: NewsroomError) -> None:
        self.show_choices()
        self.findings.appear()
        self.notice.say(sentence(error))

    @Slot()
    def _on_site(self) -> None:
        self.close()
        self.site_requested.emit(list(self._ids))


def _checked(
    progress: TaskProgress,
    *,
    desk: Desk,
    ids: tuple[ArticleId, ...],
    format: str,
    preset: str | None,
) -> tuple[Checked, ...]:
    return check_articles(desk=desk, ids=ids, format=format, preset=preset, progress=progress)


def _nothing(_error: NewsroomError) -> None:
    """A check that cannot be made, or was cancelled, says nothing: the export itself will."""


def _export(
    progress: TaskProgress,
    *,
    desk: Desk,
    ids: Sequence[ArticleId],
    format: str,
    preset: str | None,
    target: Path,
    combined: bool,
) -> ExportReport:
    return export_articles(
        desk=desk,
        ids=ids,
        format=format,
        preset=preset,
        target=target,
        combined=combined,
        progress=progress,
    )


def _title(count: int, headline: str) -> str:
    if count == 1:
        return _("Export “{headline}”").format(headline=headline or _("Untitled"))
    words = ngettext("Export {count} article", "Export {count} articles", count)
    return words.format(count=count)
