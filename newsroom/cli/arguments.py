"""The arguments of commands as data; what several commands ask for is said once."""

import argparse
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom.domain.article import SectionPath, Status, parse_status
from newsroom.domain.ids import ArticleId
from newsroom.domain.taxonomy import parse_path
from newsroom.i18n import N_, _


def words(given: str) -> str:
    """The type of an argument that is text, in UTF-8 whatever the locale says.

    Raises `ArgumentTypeError` when its bytes are no UTF-8: storing them would lose letters.
    """
    try:
        given.encode()
    except UnicodeEncodeError:
        try:
            return os.fsencode(given).decode()
        except UnicodeError:
            raise argparse.ArgumentTypeError(_("this is not text in UTF-8")) from None
    return given


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: its name and the options of argparse; `help` is the source of a translation."""

    name: str
    options: Mapping[str, Any]

    def but(self, **options: Any) -> "Argument":
        """The same with other options."""
        return Argument(self.name, {**self.options, **options})

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        """Let `parser` take it, explained in the interface's language."""
        options = dict(self.options)
        source = options.pop("help", "")
        parser.add_argument(self.name, help=_(source) if source else None, **options)


def text(name: str, metavar: str, **options: Any) -> Argument:
    """An argument that is words."""
    return Argument(name, {"type": words, "metavar": metavar, **options})


def integer(name: str, metavar: str, **options: Any) -> Argument:
    """An argument that is a whole number."""
    return Argument(name, {"type": int, "metavar": metavar, **options})


def path(name: str, metavar: str, **options: Any) -> Argument:
    """An argument that is a file or a folder."""
    return Argument(name, {"type": Path, "metavar": metavar, **options})


# The general ones, as they may stand behind any command.
LIBRARY = path(
    "--library",
    "DIR",
    default=argparse.SUPPRESS,
    help=N_("the library's folder; without it your own is taken"),
)
JSON = Argument(
    "--json",
    {"action": "store_true", "default": argparse.SUPPRESS, "help": N_("print JSON")},
)

# What several commands ask for; an option that was not given is None in the parsed line.
_ID = N_("the id of an article, as list and search print it")
ID = text("id", "ID", help=_ID)
IDS = text("ids", "ID", nargs="+", help=_ID)
OUTPUT = path("--output", "PATH", help=N_("where to write"))
SECTION = text("--section", "A/B", help=N_("a section with those above it, as in Thời sự/Xã hội"))
STATUS = text(
    "--status",
    "S",
    help=N_("such as draft, awaiting-edit, approved or published"),
)
TAGS = text("--tag", "T", action="append", help=N_("a tag; may be given more than once"))
HEADLINE = text("--headline", "H", help=N_("the headline"))
KICKER = text("--kicker", "K", help=N_("the line over the headline"))
LEDE = text("--lede", "L", help=N_("the lede"))
BYLINE = text(
    "--byline", "N", action="append", help=N_("an author's name; may be given more than once")
)
DATELINE = text("--dateline", "D", help=N_("the place of the report"))
LANGUAGE = text("--language", "L", help=N_("the article's language, vi or en"))
PROFILE = text("--profile", "NAME", help=N_("a content profile; empty for none"))


def ids_of(arguments: argparse.Namespace) -> list[ArticleId]:
    """What was given as `IDS`."""
    return [ArticleId(word) for word in arguments.ids]


def section_of(arguments: argparse.Namespace) -> SectionPath | None:
    """What was given as `SECTION`, `()` for an empty one."""
    return None if arguments.section is None else parse_path(arguments.section)


def status_of(arguments: argparse.Namespace) -> Status | None:
    """What was given as `STATUS`; raises `UsageError` for a word that is none."""
    return None if arguments.status is None else parse_status(arguments.status)
