"""`site`."""

import argparse

from newsroom.cli.arguments import OUTPUT, SECTION, STATUS, section_of, text
from newsroom.cli.command import DONE, Command
from newsroom.cli.console import Console
from newsroom.cli.handing_over import tell
from newsroom.domain.article import parse_status
from newsroom.i18n import N_
from newsroom.services.desk import Desk
from newsroom.services.sites import ON_SITE, export_site


def _run(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    statuses = frozenset(map(parse_status, arguments.status or ())) or ON_SITE
    report = export_site(
        desk=desk,
        target=arguments.output,
        section=section_of(arguments) or (),
        statuses=statuses,
        theme=arguments.theme,
    )
    tell(report, console)
    return DONE


SITE = Command(
    name="site",
    help=N_("write the library, or a section, as a static web site"),
    run=_run,
    arguments=(
        OUTPUT.but(required=True, metavar="DIR", help=N_("an empty folder, or an earlier site")),
        SECTION,
        STATUS.but(
            action="append",
            help=N_("whose articles go on the site (published); may be given more than once"),
        ),
        text("--theme", "NAME", help=N_("the look: paper, modern or one of the library's own")),
    ),
)
