"""What a command is: its words, its arguments, and the function that does it."""

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass

from newsroom.cli.console import Console
from newsroom.i18n import _
from newsroom.services.desk import Desk

DONE, FAILURES, USAGE = 0, 1, 2


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """`run` gets the open desk, the parsed arguments and the console, and returns the exit code.

    `creates`: the command may make a library where there is none; the others only read one.
    """

    name: str
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[Desk, argparse.Namespace, Console], int]
    creates: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCommand:
    """A command that needs no library: `run` gets the parsed arguments and the console."""

    name: str
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Console], int]


AnyCommand = Command | FileCommand
