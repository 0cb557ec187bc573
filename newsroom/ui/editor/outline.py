"""The places of an article that one goes to: fields, cross-heads, box titles, bookmarks."""

from collections.abc import Container
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextCursor

from newsroom.domain.document import plain
from newsroom.ui.editor.heads import Part
from newsroom.ui.editor.painting import placeholder

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet

_LISTED = frozenset((Part.HEADLINE, Part.HEADING, Part.BOX_TITLE))
_LONGEST = 120


class Entry(NamedTuple):
    """A place: its line, its words, how deep it stands, and whether the caret is in its part."""

    line: int
    words: str
    level: int
    bookmarked: bool
    current: bool


def outline(sheet: "Sheet", bookmarked: Container[int]) -> list[Entry]:
    """The places from top to bottom; `bookmarked` are lines that are listed whatever they are."""
    found: list[Entry] = []
    for number, line in enumerate(sheet.reader.lines):
        marked = number in bookmarked
        if marked or (line.part in _LISTED and line.cell is None):
            level = 0 if line.part is Part.HEADLINE else 1 if line.part in _LISTED else 2
            words = " ".join(plain(line.text).split())[:_LONGEST] or placeholder(line) or "…"
            found.append(Entry(number, words, level, marked, current=False))
    return _with_current(found, sheet.caret_line())


def _with_current(entries: list[Entry], caret: int) -> list[Entry]:
    """The last place at or above the caret is the current one."""
    before = [index for index, entry in enumerate(entries) if entry.line <= caret]
    if before:
        entries[before[-1]] = entries[before[-1]]._replace(current=True)
    return entries


def go_to_line(sheet: "Sheet", number: int) -> None:
    """Put the caret at the start of a line and bring what follows it into view."""
    block = sheet.document().findBlockByNumber(number)
    cursor = QTextCursor(block)
    sheet.setTextCursor(cursor)
    bar, margin = sheet.verticalScrollBar(), sheet.viewport().height() // 4
    bar.setValue(bar.value() + sheet.cursorRect().top() - margin)
