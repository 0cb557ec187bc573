"""Where commands write: results to stdout, complaints to stderr, JSON when it was asked for."""

import json
from dataclasses import dataclass
from typing import Any, TextIO

from newsroom.errors import NewsroomError
from newsroom.i18n import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Console:
    """The two streams, and whether the person wants JSON."""

    out: TextIO
    err: TextIO
    as_json: bool

    def line(self, words: str) -> None:
        """One line of results."""
        self.out.write(words + "\n")

    def json(self, value: Any) -> None:
        """The one JSON value of a command, readable and with its letters as they are."""
        self.out.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def complain(self, words: str) -> None:
        """One line for the person, not for a script."""
        self.err.write(words + "\n")

    def fail(self, error: NewsroomError) -> None:
        """The sentence of `error`."""
        self.complain(sentence(error))
