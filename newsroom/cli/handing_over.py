"""`export`."""

import argparse
from collections.abc import Collection, Sequence
from pathlib import Path
from textwrap import shorten

from newsroom.cli.arguments import IDS, OUTPUT, Argument, ids_of, text
from newsroom.cli.command import DONE, FAILURES, Command
from newsroom.cli.console import Console
from newsroom.domain.ids import ArticleId
from newsroom.i18n import N_, _, sentence
from newsroom.services.checking import Severity
from newsroom.services.desk import Desk
from newsroom.services.export_checking import Checked, check_articles
from newsroom.services.export_formats import find_format, open_writer
from newsroom.services.exporting import ExportReport, export_articles

_NAME = 60


def _export(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    ids = ids_of(arguments)
    open_writer(find_format(arguments.format, desk), arguments.preset)  # first what was mistyped
    checked = check_articles(desk=desk, ids=ids, format=arguments.format, preset=arguments.preset)
    told = _warn(checked, console)
    report = export_articles(
        desk=desk,
        ids=ids,
        format=arguments.format,
        preset=arguments.preset,
        target=arguments.output,
        combined=arguments.combined,
        overwrite=True,
    )
    tell(report, console, told=told)
    return FAILURES if report.failures else DONE


def _warn(checked: Sequence[Checked], console: Console) -> frozenset[str]:
    """Say on stderr what the articles lack; it does not change the exit code.

    Returns the templates of what was said.
    """
    labels = {Severity.ERROR: _("Error"), Severity.WARNING: _("Warning")}
    for each in checked:
        for finding in each.findings:
            words = f"{labels[finding.severity]}: {sentence(finding.message)}"
            console.complain(f"{_named(each.headline, each.id)}: {words}")
    return frozenset(finding.message.template for each in checked for finding in each.findings)


def _named(headline: str, id: ArticleId) -> str:
    """What a line on stderr calls an article."""
    return shorten(headline, _NAME, placeholder="…") or id


def tell(report: ExportReport, console: Console, *, told: Collection[str] = ()) -> None:
    """Print the finished files; name what failed and what a person should know on stderr.

    Remarks whose templates are in `told` were said before, with the article they are of.
    """
    for failure in report.failures:
        console.complain(f"{_named(failure.headline, failure.id)}: {sentence(failure.error)}")
    for remark in report.remarks:
        if remark.template not in told:
            console.complain(sentence(remark))
    if console.as_json:
        console.json({"files": [str(path) for path in report.files]})
        return
    for path in report.files:
        console.line(str(path))


EXPORT = Command(
    name="export",
    help=N_("write articles as Word, PDF, web pages or Markdown"),
    run=_export,
    arguments=(
        IDS,
        text("--format", "F", required=True, help="docx, pdf, html, md, ninjs"),
        text(
            "--preset",
            "NAME",
            help=N_("how it looks: for PDF see presets, for Word manuscript or office"),
        ),
        OUTPUT.but(
            default=Path(), help=N_("a file, or a folder; without it the folder you are in")
        ),
        Argument(
            "--combined",
            {"action": "store_true", "help": N_("all articles in one file, where it can be")},
        ),
    ),
)
