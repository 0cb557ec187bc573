"""What a command is: its words, its arguments, and the function that does it."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from newsroom.cli.arguments import Argument
from newsroom.cli.console import Console
from newsroom.services.desk import Desk

DONE, FAILURES, USAGE = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """`run` gets the open desk, the parsed arguments and the console, and returns the exit code.

    `creates`: the command may make a library where there is none; the others only read one.
    """

    name: str
    help: str
    run: Callable[[Desk, argparse.Namespace, Console], int]
    arguments: tuple[Argument, ...] = ()
    creates: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCommand:
    """A command that needs no library: `run` gets the parsed arguments and the console."""

    name: str
    help: str
    run: Callable[[argparse.Namespace, Console], int]
    arguments: tuple[Argument, ...] = ()


AnyCommand = Command | FileCommand
