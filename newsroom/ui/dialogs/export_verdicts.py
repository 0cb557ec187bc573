"""After an export of print files: whether they can be printed, told row by row as it is known."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.review import Severity
from newsroom.errors import NewsroomError, UserError
from newsroom.services.desk import Desk
from newsroom.services.print_preview import check_export
from newsroom.ui.dialogs.export_result import ExportResult
from newsroom.ui.printing.findings_list import verdict_words
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner

if TYPE_CHECKING:
    from newsroom.press.preflight.report import Report

_MOST = 20
"""Files; whoever writes more has them checked by the command line."""


def tell_verdicts(tasks: TaskRunner, result: ExportResult, desk: Desk, preset: str | None) -> None:
    """Check the print files of `result`, written in the form of `preset`, and show the verdicts."""
    paths = tuple(path for path in result.rows if path.suffix.lower() == ".pdf")[:_MOST]
    tasks.run(
        partial(_check, paths, preset, desk.press),
        owner=result,
        on_part=partial(_show, result),
        on_error=_nothing,
        lane=Lane.POOL,
    )


def _show(result: ExportResult, found: "tuple[Path, Report]") -> None:
    path, report = found
    result.rows[path].show_verdict(verdict_words(report), _tone(report))


def _tone(report: "Report") -> str:
    grave = {finding.severity.value for finding in report.findings}
    if Severity.ERROR.value in grave:
        return "error"
    return "warning" if Severity.WARNING.value in grave else "good"


def _nothing(_error: NewsroomError) -> None:
    """A preset that was taken away meanwhile: there is no verdict."""


def _check(
    paths: tuple[Path, ...], preset: str | None, own: Path | None, progress: TaskProgress
) -> None:
    for path in paths:
        try:
            progress.part((path, check_export(path, preset=preset, own=own)))
        except UserError:  # moved or deleted meanwhile
            continue
