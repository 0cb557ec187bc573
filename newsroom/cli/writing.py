"""`import`, `set` and `sample`."""

import argparse
from typing import Any

from newsroom.cli.arguments import (
    BYLINE,
    DATELINE,
    HEADLINE,
    IDS,
    KICKER,
    LANGUAGE,
    LEDE,
    PROFILE,
    SECTION,
    STATUS,
    TAGS,
    ids_of,
    integer,
    path,
    section_of,
    status_of,
    text,
)
from newsroom.cli.command import DONE, FAILURES, Command
from newsroom.cli.console import Console
from newsroom.errors import UsageError
from newsroom.i18n import N_, sentence
from newsroom.services.articles import Details, set_details
from newsroom.services.desk import Desk
from newsroom.services.importing import import_files
from newsroom.services.profiles import find_profile
from newsroom.services.samples import add_samples


def _import(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    report = import_files(
        desk=desk,
        paths=arguments.files,
        section=section_of(arguments),
        tags=arguments.tag or (),
    ).value
    for failure in report.failures:
        console.fail(failure.error)
    if console.as_json:
        console.json({"articles": [_imported_json(result) for result in report.results]})
        return FAILURES if report.failures else DONE
    for result in report.results:
        console.line(result.article.id)
        for remark in result.remarks:
            console.complain(f"{result.file}: {sentence(remark)}")
    return FAILURES if report.failures else DONE


def _imported_json(result: Any) -> dict[str, Any]:
    warnings = [sentence(remark) for remark in result.remarks]
    return {"id": result.article.id, "file": str(result.file), "warnings": warnings}


_PLAIN = ("headline", "kicker", "lede", "byline", "dateline", "language", "note", "slot")


def _set(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    ids = ids_of(arguments)
    status = status_of(arguments)
    details = _details(desk, arguments)
    if status is None and details == Details():
        raise UsageError("Nothing to set; name a field, for example --status draft.")
    set_details(desk=desk, ids=ids, details=details, status=status)
    if console.as_json:
        console.json({"ids": ids})
    return DONE


def _details(desk: Desk, arguments: argparse.Namespace) -> Details:
    name = arguments.profile
    profile = find_profile(desk=desk, name=name).name if name else name
    given = {name: getattr(arguments, name) for name in _PLAIN}
    return Details(section=section_of(arguments), tags=arguments.tag, profile=profile, **given)


def _sample(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    made = add_samples(desk=desk, count=arguments.count, seed=arguments.seed)
    if console.as_json:
        console.json({"ids": list(made.value)})
    else:
        console.line(str(len(made.value)))
    return DONE


IMPORT = Command(
    name="import",
    help=N_("make articles from files and print their ids"),
    run=_import,
    arguments=(
        path("files", "FILE", nargs="+", help=N_(".txt, .html, .docx, .md or .json (ninjs)")),
        SECTION,
        TAGS,
    ),
    creates=True,
)
SET = Command(
    name="set",
    help=N_("change fields of articles"),
    run=_set,
    arguments=(
        IDS,
        STATUS,
        SECTION,
        TAGS.but(help=N_("replaces all tags")),
        HEADLINE,
        KICKER,
        LEDE,
        BYLINE,
        DATELINE,
        LANGUAGE,
        PROFILE,
        text(
            "--slot",
            "PRESET:COLUMNSxDEPTH",
            help=N_("the place on the page, such as newspaper:2x120mm; empty for none"),
        ),
        text("--note", "N", help=N_("the note to the editor")),
    ),
)
SAMPLE = Command(
    name="sample",
    help=N_("fill the library with generated articles for trying out"),
    run=_sample,
    arguments=(
        integer("count", "N", help=N_("how many")),
        integer("--seed", "S", default=1, help=N_("the same number gives the same articles")),
    ),
    creates=True,
)
