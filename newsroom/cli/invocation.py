"""From the words of a command line to its exit code."""

import argparse
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from newsroom import __version__, i18n
from newsroom.bug_log import write_bug_log
from newsroom.cli.arguments import JSON, LIBRARY
from newsroom.cli.command import FAILURES, USAGE, AnyCommand, FileCommand
from newsroom.cli.console import Console
from newsroom.cli.parser import Parser
from newsroom.errors import CancelledError, NewsroomError, UsageError
from newsroom.i18n import N_, _
from newsroom.paths import default_library


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The parsed line; `command` is None when the window is wanted.

    Ends the process as argparse does: code 0 after `--help`, 2 after wrong usage.
    """
    i18n.use(environment_language(os.environ))
    return _parser().parse_args(words)


def program(called: str) -> str:
    """How the program was called, as a person would type it again."""
    return "python main.py" if Path(called).name == "main.py" else "newsroom"


def environment_language(environment: Mapping[str, str]) -> str:
    """The interface language that the environment asks for, English when it says nothing."""
    names = ("NEWSROOM_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environment[name] for name in names if environment.get(name)), "en")
    return chosen[:2].lower()


def commands() -> tuple[AnyCommand, ...]:
    """Every command there is, in the order of `--help`."""
    from newsroom.cli import (
        beginning,
        handing_over,
        newspage,
        preflighting,
        presets,
        reading,
        site,
        writing,
    )

    return (
        beginning.NEW,
        beginning.TEMPLATES,
        writing.IMPORT,
        reading.LIST,
        reading.SECTIONS,
        reading.SHOW,
        reading.SEARCH,
        writing.SET,
        handing_over.EXPORT,
        site.SITE,
        newspage.PAGE,
        presets.PRESETS,
        preflighting.PREFLIGHT,
        writing.SAMPLE,
    )


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog=program(sys.argv[0]),
        description=_("A newsroom editor that works offline. Without a command the window opens."),
        epilog=_(
            "COMMAND --help explains a command. Exit codes: 0 done, 1 done with failures of single "
            "items, 2 wrong usage."
        ),
    )
    version = f"newsroom {__version__}"
    parser.add_argument(
        "--version", action="version", version=version, help=_("print the version and end")
    )
    where = N_("the library's folder; without it %(default)s")
    LIBRARY.but(default=default_library(), help=where).add_to(parser)
    JSON.but(default=False).add_to(parser)
    subparsers = parser.add_subparsers(
        dest="command", metavar="COMMAND", title=_("commands"), parser_class=Parser
    )
    for command in commands():
        sub = subparsers.add_parser(command.name, help=_(command.help), description=_(command.help))
        for argument in (LIBRARY, JSON, *command.arguments):
            argument.add_to(sub)
        sub.set_defaults(chosen=command)
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Do the command and return its exit code; every error becomes one sentence on stderr."""
    _speak_utf8()
    console = standard_console(as_json=arguments.json)
    command: AnyCommand = arguments.chosen
    return guarded(console, lambda: _run(command, arguments, console))


def _run(command: AnyCommand, arguments: argparse.Namespace, console: Console) -> int:
    if isinstance(command, FileCommand):
        return command.run(arguments, console)
    from newsroom.app import open_desk

    with open_desk(arguments.library, create=command.creates) as desk:
        return command.run(desk, arguments, console)


def guarded(console: Console, work: Callable[[], int]) -> int:
    """Run `work`; errors are told on `console` and become exit codes."""
    try:
        return _flushed(console, work())
    except UsageError as error:
        console.fail(error)
        return USAGE
    except NewsroomError as error:
        console.fail(error)
        return FAILURES
    except KeyboardInterrupt:
        console.fail(CancelledError())
        return FAILURES
    except BrokenPipeError:  # `| head` has seen enough
        console.give_up()
        return FAILURES
    except Exception as error:  # our own bug: logged whole, told in one sentence
        log = write_bug_log(error)
        console.complain(_("Something went wrong in the program; {log} says what.").format(log=log))
        return FAILURES


def _flushed(console: Console, code: int) -> int:
    console.flush()
    return code


def standard_console(*, as_json: bool) -> Console:
    """The console on the two standard streams; one that was closed (`>&-`) swallows all."""
    out, err = (stream or io.StringIO() for stream in (sys.stdout, sys.stderr))
    return Console(out=out, err=err, as_json=as_json)


def _speak_utf8() -> None:
    """Vietnamese must come out whole on a Windows console and in a pipe under the C locale."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
