"""Where a stretch of a line's text stands on the page, for what is painted over or under it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextLine

from newsroom.ui.editor.mender import utf16

if TYPE_CHECKING:
    from newsroom.ui.editor.surface import Surface


class Stretch(NamedTuple):
    """What a stretch takes up of one laid out line: its rectangle and the text's base line."""

    rect: QRectF
    base: float


def stretches(
    sheet: "Surface", block: QTextBlock, words: str, start: int, end: int
) -> Iterator[Stretch]:
    """Characters `start` to `end` of `block`, which reads `words`, in the viewport."""
    layout, whole = block.layout(), sheet.document().documentLayout()
    origin = whole.blockBoundingRect(block).topLeft()
    top = origin.y() - sheet.verticalScrollBar().value()
    first = utf16(words[:start])
    last = first + utf16(words[start:end])
    composed, at = len(layout.preeditAreaText()), layout.preeditAreaPosition()
    first += composed if first >= at else 0
    last += composed if last > at else 0
    line = layout.lineForTextPosition(first)
    while first < last and line.isValid():
        stop = line.textStart() + line.textLength()
        place = line.naturalTextRect()
        left = _x(line, first) if first > line.textStart() else place.left()
        right = _x(line, last) if last < stop else place.right()
        rect = QRectF(origin.x() + left, top + place.top(), right - left, place.height())
        yield Stretch(rect, top + line.y() + line.ascent())
        first, number = stop, line.lineNumber() + 1
        if number >= layout.lineCount():
            return
        line = layout.lineAt(number)


def _x(line: QTextLine, at: int) -> float:
    """Where a character begins; Qt answers with the place and the cursor."""
    return cast("tuple[float, int]", line.cursorToX(at))[0]
