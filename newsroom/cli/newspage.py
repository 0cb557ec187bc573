"""`page`."""

import argparse
from pathlib import Path
from typing import Any

from newsroom.cli.command import DONE, Command, words
from newsroom.cli.console import Console
from newsroom.domain.ids import ArticleId
from newsroom.errors import UsageError
from newsroom.i18n import N_, _, sentence
from newsroom.services.desk import Desk
from newsroom.services.newspages import MadePages, PlacedArticle, make_pages
from newsroom.ui.wording import fit_words

_MOST_PAGES = 9999


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", type=words, nargs="+", metavar="ID")
    parser.add_argument(
        "--template",
        type=words,
        default="lead-and-briefs",
        metavar="NAME",
        help=_("a page template, such as lead-and-briefs"),
    )
    parser.add_argument(
        "--number", type=int, default=1, metavar="N", help=_("number of the first page")
    )
    parser.add_argument("--output", type=Path, required=True, metavar="FILE.pdf")


def _page(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    if not 1 <= arguments.number <= _MOST_PAGES:
        raise UsageError("--number must be at least 1, not {number}.", number=arguments.number)
    made = make_pages(
        desk=desk,
        ids=[ArticleId(word) for word in arguments.ids],
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
    arguments=_arguments,
    run=_page,
)
