"""`preflight`."""

import argparse
from typing import TYPE_CHECKING, Any

from newsroom.cli.arguments import Argument, path
from newsroom.cli.command import DONE, FAILURES, FileCommand
from newsroom.cli.console import Console
from newsroom.i18n import N_, _, sentence
from newsroom.services.preflighting import preflight_file

if TYPE_CHECKING:
    from newsroom.press.preflight.report import Finding

_PURPOSES = ("press", "office")


def _preflight(arguments: argparse.Namespace, console: Console) -> int:
    from newsroom.press.preflight.report import Purpose

    purpose = Purpose(arguments.purpose) if arguments.purpose else None
    report = preflight_file(path=arguments.file, purpose=purpose)
    if console.as_json:
        findings = [_json(finding) for finding in report.findings]
        console.json({"ok": report.ok, "purpose": report.purpose, "findings": findings})
    else:
        for finding in report.findings:
            console.line(_line(finding))
        console.line(_verdict(ok=report.ok, name=arguments.file.name))
    return DONE if report.ok else FAILURES


def _json(finding: "Finding") -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "page": finding.page,
        "message": sentence(finding.message),
        "advice": sentence(finding.advice),
        "count": finding.count,
        "place": [place.left, place.bottom, place.right, place.top] if place else None,
    }


def _line(finding: "Finding") -> str:
    """Severity, page, rule, what is wrong and what to do, parted by tabs."""
    page = str(finding.page or "–")
    said = f"{sentence(finding.message)} {sentence(finding.advice)}"
    return f"{finding.severity}\t{page}\t{finding.rule}\t{said}"


def _verdict(*, ok: bool, name: str) -> str:
    words = _("{name} can be printed.") if ok else _("{name} must not be printed so.")
    return words.format(name=name)


PREFLIGHT = FileCommand(
    name="preflight",
    help=N_("check a PDF file before it goes to the printer"),
    run=_preflight,
    arguments=(
        path("file", "FILE.pdf", help=N_("the file to check")),
        Argument(
            "--for",
            {
                "dest": "purpose",
                "choices": _PURPOSES,
                "help": N_("what the file is for; without it the file tells"),
            },
        ),
    ),
)
