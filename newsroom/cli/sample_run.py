"""What `make run` does on a machine without a display: the main job on the sample article."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from newsroom.cli.command import DONE, FAILURES
from newsroom.cli.console import Console
from newsroom.cli.handing_over import tell
from newsroom.cli.invocation import guarded, standard_console
from newsroom.domain.ids import ArticleId
from newsroom.i18n import _
from newsroom.services.articles import list_ids
from newsroom.services.desk import Desk
from newsroom.services.exporting import ExportReport, export_articles
from newsroom.services.samples import add_sample_article

OUTPUT = Path("out")
_WANTED = (
    ("html", None, "site-page"),
    ("docx", "manuscript", "manuscript.docx"),
    ("pdf", "office", "office.pdf"),
    ("pdf", "newspaper", "newspaper.pdf"),
)


def run_without_display(arguments: argparse.Namespace) -> int:
    """Library → site page → Word → print PDFs in `out/`, then say how to get the window."""
    console = standard_console(as_json=arguments.json)
    code = guarded(console, lambda: _main_job(console))
    console.complain(
        _(
            "There is no display, so the sample article was exported instead. For the window, run "
            "this in a desktop session (or: xvfb-run make run). All commands: python main.py --help"
        )
    )
    return code


def _main_job(console: Console) -> int:
    from newsroom.app import open_desk

    with open_desk(OUTPUT / "library", create=True) as desk:
        ids = list_ids(desk=desk) or [add_sample_article(desk=desk).value.id]
        reports = list(_exports(desk, ids[0]))
    console.line(str(OUTPUT / "library"))
    for report in reports:
        tell(report, console)
    return FAILURES if any(report.failures for report in reports) else DONE


def _exports(desk: Desk, article_id: ArticleId) -> Iterator[ExportReport]:
    for format, preset, name in _WANTED:
        yield export_articles(
            desk=desk,
            ids=[article_id],
            format=format,
            preset=preset,
            target=OUTPUT / name,
            overwrite=True,
        )
