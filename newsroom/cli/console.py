"""Where commands write: results to stdout, complaints to stderr, JSON when it was asked for."""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, TextIO

from newsroom.domain.os_problem import os_problem
from newsroom.errors import NewsroomError, UserError
from newsroom.i18n import sentence

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters: a terminal would obey them."""
_BREAKS = re.compile(r"[\n\r\t]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Console:
    """The two streams, and whether the person wants JSON."""

    out: TextIO
    err: TextIO
    as_json: bool

    def line(self, words: str) -> None:
        """One line of results."""
        self._put(_UNSEEN.sub("\ufffd", words))

    def json(self, value: Any) -> None:
        """The one JSON value of a command, readable and with its letters as they are."""
        self._put(json.dumps(value, ensure_ascii=False, indent=2))

    def _put(self, words: str) -> None:
        with self._told():
            self.out.write(words + "\n")

    def flush(self) -> None:
        """Send the results off; raises `UserError` when they cannot be written (a full disk)."""
        with self._told():
            self.out.flush()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            self.give_up()
            raise UserError(
                "The results could not be written: {problem}.", problem=os_problem(error)
            ) from error

    def give_up(self) -> None:
        """Nobody takes the results: what is still to come goes nowhere, and without a word."""
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.out.fileno())
            os.close(nowhere)

    def complain(self, words: str) -> None:
        """One line for the person, not for a script; a file's odd name breaks it no more."""
        with suppress(OSError):  # a closed or full stderr: there is nobody to tell it to
            self.err.write(_UNSEEN.sub("\ufffd", _BREAKS.sub(" ", words)) + "\n")
            self.err.flush()

    def fail(self, error: NewsroomError) -> None:
        """The sentence of `error`."""
        self.complain(sentence(error))
