"""Where commands write: results to stdout, complaints to stderr, JSON when it was asked for."""

import json
import re
from dataclasses import dataclass
from typing import Any, TextIO

from newsroom.errors import NewsroomError
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
        self.out.write(_UNSEEN.sub("\ufffd", words) + "\n")

    def json(self, value: Any) -> None:
        """The one JSON value of a command, readable and with its letters as they are."""
        self.out.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def complain(self, words: str) -> None:
        """One line for the person, not for a script; a file's odd name breaks it no more."""
        self.err.write(_UNSEEN.sub("\ufffd", _BREAKS.sub(" ", words)) + "\n")

    def fail(self, error: NewsroomError) -> None:
        """The sentence of `error`."""
        self.complain(sentence(error))
