"""`site`."""

import argparse
from pathlib import Path

from newsroom.cli.command import DONE, Command, words
from newsroom.cli.console import Console
from newsroom.cli.handing_over import tell
from newsroom.domain.article import parse_status
from newsroom.domain.taxonomy import parse_path
from newsroom.i18n import N_
from newsroom.services.desk import Desk
from newsroom.services.sites import ON_SITE, export_site


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", type=Path, required=True, metavar="DIR")
    parser.add_argument("--section", type=words, default="", metavar="A/B")
    parser.add_argument(
        "--status",
        type=words,
        action="append",
        metavar="S",
        help=N_("whose articles go on the site (published); may be given more than once"),
    )
    parser.add_argument("--theme", type=words, metavar="NAME")


def _run(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    statuses = frozenset(map(parse_status, arguments.status or ())) or ON_SITE
    report = export_site(
        desk=desk,
        target=arguments.output,
        section=parse_path(arguments.section),
        statuses=statuses,
        theme=arguments.theme,
    )
    tell(report, console)
    return DONE


SITE = Command(
    name="site",
    help=N_("write the library, or a section, as a static web site"),
    arguments=_arguments,
    run=_run,
)
