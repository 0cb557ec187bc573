"""argparse in the interface's language: its headings, and its complaints as plain sentences."""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from newsroom.i18n import N_, _

_CHOICE = r"invalid choice: '?(?P<value>.+?)'? \(choose from (?P<choices>.+)\)"
_COMPLAINTS = (
    (r"the following arguments are required: (?P<names>.+)", N_("Missing: {names}.")),
    (r"unrecognized arguments: (?P<words>.+)", N_("Nothing is known of “{words}” here.")),
    (
        rf"argument COMMAND: {_CHOICE}",
        N_("There is no command “{value}”; there are: {choices}."),
    ),
    (
        rf"argument (?P<name>\S+): {_CHOICE}",
        N_("{name} cannot be “{value}”; it can be: {choices}."),
    ),
    (
        r"argument (?P<name>\S+): invalid int value: '(?P<value>.*)'",
        N_("{name} must be a whole number, not “{value}”."),
    ),
    (
        r"argument (?P<name>\S+): expected (one|at least one) argument",
        N_("Something must follow {name}."),
    ),
    (r"argument (?P<name>\S+): ignored explicit argument .+", N_("Nothing follows {name}.")),
)
"""What argparse says, and our words for it; what is not here is passed on as it is."""


class Parser(argparse.ArgumentParser):
    """A parser whose help and complaints are in the interface's language when it is made."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Help, add_help=False, **options)
        self._positionals.title = _("what it needs")
        self._optionals.title = _("options")
        self.add_argument("-h", "--help", action="help", help=_("show this help and end"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is; ends the process with code 2."""
        self.print_usage(sys.stderr)
        more = _("{command} --help says more.").format(command=self.prog)
        self.exit(2, f"{complaint(message)} {more}\n")


class _Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)


def complaint(message: str) -> str:
    """A complaint of argparse as a sentence of ours."""
    for pattern, sentence in _COMPLAINTS:
        found = re.fullmatch(pattern, message)
        if found:
            parts = {name: part.replace("'", "") for name, part in found.groupdict().items()}
            return _(sentence).format(**parts)
    return f"{message}."
