"""`page`."""

import argparse
from pathlib import Path
from typing import Any

from newsroom.cli.arguments import IDS, OUTPUT, ids_of, integer, text
from newsroom.cli.command import DONE, Command
from newsroom.cli.console import Console
from newsroom.errors import UsageError
from newsroom.i18n import N_, sentence
from newsroom.services.desk import Desk
from newsroom.services.newspages import MadePages, PlacedArticle, make_pages
from newsroom.ui.wording import fit_words

_MOST_PAGES = 9999


def _page(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    if not 1 <= arguments.number <= _MOST_PAGES:
        raise UsageError("--number must be at least 1, not {number}.", number=arguments.number)
    made = make_pages(
        desk=desk,
        ids=ids_of(arguments),
        template=arguments.template,
        number=arguments.number,
        target=arguments.output,
        overwrite=True,
    )
    for remark in made.remarks:
        console.complain(sentence(remark))
    if console.as_json:
        console.json(_json(made, arguments.output))
    else:
        console.line(str(arguments.output))
        for placed in made.placed:
            console.line(_line(placed))
    return DONE


def _json(made: MadePages, path: Path) -> dict[str, Any]:
    places = [
        {
            "page": placed.page,
            "role": placed.role,
            "id": placed.id,
            "headline": placed.headline,
            "over": placed.fit.over,
            "free": placed.fit.free,
        }
        for placed in made.placed
    ]
    return {"file": str(path), "pages": made.pages, "empty": made.empty, "places": places}


def _line(placed: PlacedArticle) -> str:
    headline = " ".join(placed.headline.split())
    return f"{placed.page}\t{placed.role}\t{fit_words(placed.fit)}\t{headline}"


PAGE = Command(
    name="page",
    help=N_("fill a page of the paper with several articles"),
    run=_page,
    arguments=(
        IDS,
        text(
            "--template",
            "NAME",
            default="lead-and-briefs",
            help=N_("a page template, such as lead-and-briefs"),
        ),
        integer("--number", "N", default=1, help=N_("number of the first page")),
        OUTPUT.but(required=True, metavar="FILE.pdf", help=N_("the file to write")),
    ),
)
