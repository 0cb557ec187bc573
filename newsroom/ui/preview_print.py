"""“In” on the previewed page: the print PDF of the article, opened with what the system has."""

from functools import partial
from pathlib import Path
from tempfile import gettempdir, mkdtemp

from PySide6.QtCore import QObject, Signal, Slot

from newsroom.domain.ids import ArticleId
from newsroom.errors import UserError
from newsroom.services.desk import Desk
from newsroom.services.exporting import Exported, ExportReport, export_articles
from newsroom.ui.dialogs.export_result import open_path
from newsroom.ui.open_article import OpenArticle
from newsroom.ui.tasks import TaskProgress, TaskRunner

_FOLDER = "newsroom-print-"


class PreviewPrint(QObject):
    """`began()` when a PDF is being made, `printed(Path)` when it is, `failed(NewsroomError)`."""

    began = Signal()
    printed = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, article: OpenArticle, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._article = tasks, article
        self._desk: Desk | None = None
        self.printed.connect(open_path)

    def attach_desk(self, desk: Desk) -> None:
        """Print from the library of `desk`."""
        self._desk = desk

    @Slot()
    def print_article(self) -> None:
        """Print the open article as it is written now."""
        self._article.store_then(self._print)

    def _print(self) -> None:
        article = self._article.article_id()
        if self._desk is None or article is None:
            return
        self.began.emit()
        work = partial(_print, self._desk, article)
        self._tasks.run(work, owner=self, on_done=self.printed.emit, on_error=self.failed.emit)


def _print(desk: Desk, article: ArticleId, progress: TaskProgress) -> Path:
    """The PDF in a folder of its own among the temporary files, which the system clears."""
    try:
        folder = Path(mkdtemp(prefix=_FOLDER))
    except OSError as error:
        raise UserError(
            "No file can be written in {folder}: {problem}.",
            folder=gettempdir(),
            problem=str(error),
        ) from error
    report = export_articles(
        desk=desk, ids=[article], format="pdf", preset="print", target=folder, progress=progress
    )
    return _written(report).path


def _written(report: ExportReport) -> Exported:
    for failure in report.failures:
        raise failure.error
    return report.exported[0]
