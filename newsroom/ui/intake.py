"""How articles get into the library: written, pasted, imported, or the sample."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from newsroom.domain.article import Article, ArticleText, SectionPath, Status, text_part
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.ids import ArticleId
from newsroom.i18n import _, ngettext, sentence
from newsroom.services.articles import (
    create_article,
    read_article,
    set_status,
)
from newsroom.services.deleting import delete_articles
from newsroom.services.desk import Desk
from newsroom.services.samples import add_sample_article
from newsroom.ui.actions import Actions
from newsroom.ui.centre import Centre
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.folders import DOCUMENTS, keep_folder, last_folder
from newsroom.ui.library.panel import LibraryPanel
from newsroom.ui.tasks import Lane, Task, TaskProgress, TaskRunner

if TYPE_CHECKING:
    from newsroom.services.importing import ImportReport

_MOST_SAID = 3


class Intake(QObject):
    """`made(id)` names an article that is now in the library and should be opened."""

    made = Signal(str)

    def __init__(
        self,
        *,
        actions: Actions,
        tasks: TaskRunner,
        bus: ChangeBus,
        operations: Operations,
        library: LibraryPanel,
        centre: Centre,
        settings: QSettings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._tasks = tasks
        self._bus = bus
        self._operations = operations
        self._library = library
        self._centre = centre
        self._settings = settings
        self._desk: Desk | None = None
        self._task: Task[Outcome[ImportReport]] | None = None
        actions["new"].triggered.connect(self.new)
        actions["paste-new"].triggered.connect(self.paste)
        actions["import"].triggered.connect(self.choose_files)
        actions["sample"].triggered.connect(self.sample)
        library.new_wanted.connect(self.new)

    def attach_desk(self, desk: Desk) -> None:
        """Put articles into the library of `desk`."""
        self._desk = desk

    @Slot()
    def new(self) -> None:
        """An empty article in the section that the person is looking at."""
        if self._desk is not None:
            mutation = partial(create_article, desk=self._desk, section=self._section() or ())
            self._operations.run(mutation, owner=self, on_done=self._made)

    @Slot()
    def sample(self) -> None:
        """The sample article."""
        if self._desk is not None:
            mutation = partial(add_sample_article, desk=self._desk)
            self._operations.run(mutation, owner=self, on_done=self._made)

    @Slot()
    def paste(self) -> None:
        """An article made of the clipboard."""
        data = QApplication.clipboard().mimeData()
        if data is None or not (data.hasText() or data.hasHtml()):
            self._centre.tell_warning(
                _("There is no text on the clipboard. Copy an article first.")
            )
            return
        self.take_page(data.text(), data.html())

    @Slot(str, str)
    def take_page(self, text: str, html: str, instead: ArticleId | None = None) -> None:
        """An article made of a pasted page; it takes the place of the empty article `instead`."""
        if self._desk is not None:
            self._run(partial(_import_paste, self._desk, text, html, instead))

    @Slot()
    def choose_files(self) -> None:
        """Ask which files to import."""
        folder = last_folder(self._settings, "import/folder", DOCUMENTS)
        kinds = _("Articles (*.docx *.txt *.html *.htm *.md *.json)")
        everything = _("All files (*)")
        names, _kind = QFileDialog.getOpenFileNames(
            self._window, _("Import files"), folder, f"{kinds};;{everything}"
        )
        if names:
            keep_folder(self._settings, "import/folder", names[0])
            self.take_files([Path(name) for name in names])

    @Slot(list)
    def take_files(self, files: Sequence[Path]) -> None:
        """Import `files` into the section that the person is looking at."""
        if self._desk is not None:
            self._run(partial(_import_files, self._desk, tuple(files), self._section()))

    def _run(self, work: "Callable[[TaskProgress], Outcome[ImportReport]]") -> None:
        """Beside the database lane: what is typed meanwhile must not wait for a long import."""
        self._task = self._tasks.run(
            work,
            owner=self,
            on_done=self._imported,
            on_error=self._centre.tell_error,
            on_progress=self._tell_progress,
            lane=Lane.POOL,
        )

    def _tell_progress(self, done: int, total: int, label: str) -> None:
        if total > 1:
            words = _("Importing {done} of {total}: {file}")
            said = words.format(done=min(done + 1, total), total=total, file=label)
            self._centre.banner.say(said, action=_("Stop"), on_action=self._stop)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _section(self) -> SectionPath | None:
        return self._library.filter().section

    def _made(self, article: Article) -> None:
        self.made.emit(article.id)

    def _imported(self, outcome: "Outcome[ImportReport]") -> None:
        report = outcome.value
        self._centre.banner.dismiss()
        if len(report.results) == 1:
            self._made(report.results[0].article)
        self._bus.publish(outcome.changes)
        self._tell(report)

    def _tell(self, report: "ImportReport") -> None:
        """Failures before remarks before success: one banner, the most important words."""
        count = len(report.results)
        details = partial(self._show_details, report)
        remarks = [sentence(one) for result in report.results for one in result.remarks]
        if report.failures:
            failed = [sentence(failure.error) for failure in report.failures]
            self._centre.tell_failure(_more(failed), action=_("Details"), on_action=details)
        elif remarks:
            self._centre.tell_warning(_more(remarks), action=_("Details"), on_action=details)
        elif count > 1:
            words = ngettext("{count} article imported", "{count} articles imported", count)
            self._centre.tell_news(words.format(count=count))

    def _show_details(self, report: "ImportReport") -> None:
        from newsroom.ui.dialogs.import_report import ImportReportDialog

        dialog = ImportReportDialog(report, self._window)
        dialog.article_requested.connect(self.made)
        dialog.open()


def _more(sentences: list[str]) -> str:
    """The first sentences, and how many more there are."""
    said, rest = sentences[:_MOST_SAID], len(sentences) - _MOST_SAID
    if rest > 0:
        said = [*said, ngettext("And {count} more.", "And {count} more.", rest).format(count=rest)]
    return " ".join(said)


def _import_files(
    desk: Desk, files: tuple[Path, ...], section: SectionPath | None, progress: TaskProgress
) -> "Outcome[ImportReport]":
    from newsroom.services.importing import import_files

    return import_files(desk=desk, paths=files, section=section, progress=progress)


def _import_paste(
    desk: Desk, text: str, html: str, instead: ArticleId | None, progress: TaskProgress
) -> "Outcome[ImportReport]":
    from newsroom.services.importing import import_paste

    del progress
    made = import_paste(desk=desk, text=text, html=html)
    changes = made.changes if instead is None else made.changes | _drop_empty(desk, instead)
    return Outcome(value=made.value, changes=changes)


def _drop_empty(desk: Desk, article_id: ArticleId) -> ChangeSet:
    """An article in which nothing was ever written leaves no trace."""
    if text_part(read_article(desk=desk, article_id=article_id)) != ArticleText():
        return ChangeSet()
    set_status(desk=desk, ids=[article_id], status=Status.SPIKED, force=True)
    return delete_articles(desk=desk, ids=[article_id]).changes
