"""The hits of a pattern in the lines of a sheet; what an edit did not touch is not searched again.

Lines are immutable and stay the same objects while nothing is written in them, so a search after
an edit costs the search of one line and a walk over the others.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from newsroom.domain.document import plain
from newsroom.domain.finding import common_ends
from newsroom.errors import CancelledError
from newsroom.language.finding import Found, Pattern
from newsroom.ui.editor.heads import UNMARKED
from newsroom.ui.editor.lines import Line
from newsroom.ui.editor.mender import span, utf16
from newsroom.ui.editor.writer import safe

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet


class LineHit(NamedTuple):
    """A hit in line `number` of the sheet, which reads `words`."""

    number: int
    words: str
    found: Found


class Stop(Protocol):
    """Says whether a search is no longer wanted."""

    def cancelled(self) -> bool: ...


Known = dict[int, tuple[Line, list[Found]]]
"""The hits of a line by the line's identity; the line is kept, so that no other takes that."""


class LineSearch:
    """The hits of one pattern; `known` grows by what is searched and forgets what is gone."""

    def __init__(self, pattern: Pattern) -> None:
        self.pattern = pattern
        self._known: Known = {}

    def missing(self, lines: Sequence[Line]) -> list[Line]:
        """The lines that were not searched yet."""
        return [line for line in lines if id(line) not in self._known]

    def searched(self, lines: Sequence[Line], stop: Stop | None = None) -> Known:
        """Search `lines`, on any thread; `learn` takes the result. Raises `CancelledError`."""
        found: Known = {}
        for line in lines:
            if stop is not None and stop.cancelled():
                raise CancelledError
            found[id(line)] = (line, self.pattern.find(plain(line.text)))
        return found

    def learn(self, found: Known) -> None:
        """Take over what was searched."""
        self._known.update(found)

    def hits(self, lines: Sequence[Line]) -> list[LineHit]:
        """All hits in order; lines that were not searched have none as yet."""
        self._known = {id(line): self._known[id(line)] for line in lines if id(line) in self._known}
        return [
            LineHit(number, plain(line.text), found)
            for number, line in enumerate(lines)
            if id(line) in self._known
            for found in self._known[id(line)][1]
        ]


def position(sheet: "Sheet", number: int, words: str, at: int) -> int:
    """Where character `at` of line `number`, which reads `words`, is in the document."""
    return sheet.document().findBlockByNumber(number).position() + utf16(words[:at])


def replace_hits(sheet: "Sheet", changes: Sequence[tuple[LineHit, str]]) -> None:
    """Replace hits by words, all in one undo step; new words look like those they replace."""
    with sheet.one_step():
        for hit, new in sorted(changes, reverse=True):
            _replace(sheet, hit, new)


def _replace(sheet: "Sheet", hit: LineHit, new: str) -> None:
    if sheet.reader.lines[hit.number].part in UNMARKED:
        new = new.replace("\n", " ")
    start, end = hit.found.start, hit.found.end
    before, after = common_ends(hit.words[start:end], new)
    first = position(sheet, hit.number, hit.words, start + before)
    last = position(sheet, hit.number, hit.words, end - after)
    cursor = span(sheet.document(), first, first)
    if first < last:
        cursor = span(sheet.document(), first, first + 1)
        looks = cursor.charFormat()
        cursor = span(sheet.document(), first, last)
        cursor.insertText(safe(new[before : len(new) - after]), looks)
    elif len(new) > before + after:
        cursor.insertText(safe(new[before : len(new) - after]))
