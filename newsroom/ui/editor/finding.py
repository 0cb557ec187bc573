"""Going to places of the article, selecting and replacing what stands there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from newsroom.domain.document import plain
from newsroom.ui.editor.heads import FIELDS, TOP_FIELDS
from newsroom.ui.editor.mender import span, utf16
from newsroom.ui.editor.places import Place, line_at
from newsroom.ui.editor.state import Caret
from newsroom.ui.editor.writer import safe

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet

BODY = "body"
"""The name under which the body's first line is gone to."""


def caret_of(sheet: "Sheet") -> Caret:
    """Where the caret stands and what is in view."""
    cursor = sheet.textCursor()
    return Caret(cursor.anchor(), cursor.position(), sheet.verticalScrollBar().value())


def set_caret(sheet: "Sheet", caret: Caret) -> None:
    """Come back to a caret; one beyond the end stands at the end."""
    last = sheet.document().characterCount() - 1
    anchor, position = (max(0, min(place, last)) for place in (caret.anchor, caret.position))
    sheet.setTextCursor(span(sheet.document(), anchor, position))
    if caret.scroll > sheet.verticalScrollBar().maximum():
        sheet.document().documentLayout().documentSize()  # what is below is not laid out yet
    sheet.verticalScrollBar().setValue(caret.scroll)


def go_to(sheet: "Sheet", name: str, within: int, offset: int) -> None:
    """Put the caret into a block or a field, `within` lines and `offset` characters on."""
    number = _line_named(sheet, name)
    if number is not None:
        block = sheet.document().findBlockByNumber(number + within)
        show(sheet, block.position() + offset)


def _line_named(sheet: "Sheet", name: str) -> int | None:
    if name == BODY:
        return len(TOP_FIELDS)
    return line_at(sheet.reader, Place(name)) if name in FIELDS else sheet.reader.line_of(name)


def show(sheet: "Sheet", position: int) -> None:
    """Put the caret at a position of the document (at most its end) and bring it into view."""
    cursor = sheet.textCursor()
    cursor.setPosition(max(0, min(position, sheet.document().characterCount() - 1)))
    sheet.setTextCursor(cursor)
    sheet.ensureCursorVisible()


def stretch(sheet: "Sheet", place: Place) -> QTextCursor | None:
    """A cursor that selects a place, None when it is not there any more."""
    number = line_at(sheet.reader, place)
    if number is None:
        return None
    start = sheet.document().findBlockByNumber(number).position()
    words = plain(sheet.reader.lines[number].text)
    first, last = utf16(words[: place.start]), utf16(words[: place.end])
    return span(sheet.document(), start + first, start + last)


def select(sheet: "Sheet", place: Place) -> bool:
    """Select a place and bring it into view; False when it is not there any more."""
    found = stretch(sheet, place)
    if found is not None:
        sheet.setTextCursor(found)
        sheet.ensureCursorVisible()
    return found is not None


def replace_all(sheet: "Sheet", changes: Sequence[tuple[Place, str]]) -> None:
    """Replace places by words, all in one undo step."""
    with sheet.one_step():
        for place, words in sorted(changes, reverse=True):
            found = stretch(sheet, place)
            if found is not None:
                found.insertText(safe(words))
