"""What a command is: its words, its arguments, and the function that does it."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

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
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[Desk, argparse.Namespace, Console], int]
    creates: bool = False
