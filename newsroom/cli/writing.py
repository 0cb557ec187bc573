"""`import`, `set` and `sample`."""

import argparse
from pathlib import Path
from typing import Any

from newsroom.cli.command import DONE, FAILURES, Command, words
from newsroom.cli.console import Console
from newsroom.domain.article import parse_status
from newsroom.domain.ids import ArticleId
from newsroom.domain.taxonomy import parse_path
from newsroom.errors import UsageError
from newsroom.i18n import N_, sentence
from newsroom.services.articles import Details, set_details
from newsroom.services.desk import Desk
from newsroom.services.importing import import_files
from newsroom.services.profiles import find_profile
from newsroom.services.samples import add_samples


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--section", type=words, metavar="A/B")
    parser.add_argument("--tag", type=words, action="append", default=[], metavar="T")


def _import(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    section = parse_path(arguments.section) if arguments.section is not None else None
    report = import_files(
        desk=desk, paths=arguments.files, section=section, tags=arguments.tag
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


def _set_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=words, nargs="+", metavar="ID")
    parser.add_argument("--status", type=words, metavar="S")
    parser.add_argument("--section", type=words, metavar="A/B")
    parser.add_argument(
        "--tag", type=words, action="append", metavar="T", help=N_("replaces all tags")
    )
    parser.add_argument("--headline", type=words, metavar="H")
    parser.add_argument("--kicker", type=words, metavar="K")
    parser.add_argument("--lede", type=words, metavar="L")
    parser.add_argument("--byline", type=words, action="append", metavar="N")
    parser.add_argument("--dateline", type=words, metavar="D")
    parser.add_argument("--language", type=words, metavar="L")
    parser.add_argument(
        "--profile", type=words, metavar="NAME", help=N_("a content profile; empty for none")
    )
    parser.add_argument(
        "--slot",
        type=words,
        metavar="PRESET:COLUMNSxDEPTH",
        help=N_("the place on the page, such as newspaper:2x120mm; empty for none"),
    )
    parser.add_argument("--note", type=words, metavar="N")


_PLAIN = ("headline", "kicker", "lede", "byline", "dateline", "language", "note", "slot")


def _set(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    ids = [ArticleId(word) for word in arguments.id]
    status = parse_status(arguments.status) if arguments.status is not None else None
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
    section = parse_path(arguments.section) if arguments.section is not None else None
    given = {name: getattr(arguments, name) for name in _PLAIN}
    return Details(section=section, tags=arguments.tag, profile=profile, **given)


def _sample_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")


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
    arguments=_import_arguments,
    run=_import,
    creates=True,
)
SET = Command(name="set", help=N_("change fields of articles"), arguments=_set_arguments, run=_set)
SAMPLE = Command(
    name="sample",
    help=N_("fill the library with generated articles for trying out"),
    arguments=_sample_arguments,
    run=_sample,
    creates=True,
)
