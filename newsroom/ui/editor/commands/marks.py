"""Marks and links of the selected text."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextCursor

from newsroom.domain.document import Mark
from newsroom.ui.editor.commands.base import CommandGroup
from newsroom.ui.editor.heads import DATA, LINK, UNMARKED, Head, head_of
from newsroom.ui.editor.mender import span
from newsroom.ui.editor.styles import Look, look_of


class Piece(NamedTuple):
    """A stretch of text in one format, selected by `cursor`, in a line with the head `head`."""

    cursor: QTextCursor
    head: Head
    look: Look


class MarkCommands(CommandGroup):
    """Put marks and links on text and take them off."""

    def toggle_mark(self, mark: Mark) -> None:
        """Put a mark on the selection, or take it off where all of it has it."""
        sheet = self._sheet
        cursor = sheet.textCursor()
        if not cursor.hasSelection():
            self._toggle_for_typing(cursor, mark)
            return
        pieces = list(self.pieces(cursor))
        off = bool(pieces) and all(mark in piece.look.marks for piece in pieces)
        change = _without if off else _with
        self.restyle(pieces, lambda look: look._replace(marks=change(look.marks, mark)))

    def _toggle_for_typing(self, cursor: QTextCursor, mark: Mark) -> None:
        head = head_of(cursor.block())
        if head.part in UNMARKED:
            return
        look = look_of(self._sheet.currentCharFormat())
        marks = _without(look.marks, mark) if mark in look.marks else _with(look.marks, mark)
        made = self._sheet.styles.char_format(head, *look._replace(marks=marks))
        self._sheet.setCurrentCharFormat(made)

    def restyle(self, pieces: Iterable[Piece], change: Callable[[Look], Look]) -> None:
        """Change the look of each piece, all in one undo step."""
        styles = self._sheet.styles
        with self._sheet.one_step():
            for piece in pieces:
                look = change(piece.look)
                piece.cursor.setCharFormat(styles.char_format(piece.head, *look))

    def pieces(self, cursor: QTextCursor) -> Iterator[Piece]:
        """The stretches of one format in the selection that may be marked."""
        for block in self.blocks(cursor):
            head = head_of(block)
            if head.part in UNMARKED:
                continue
            walk = block.begin()
            while not walk.atEnd():
                piece = walk.fragment()
                walk += 1
                start = max(piece.position(), cursor.selectionStart())
                end = min(piece.position() + piece.length(), cursor.selectionEnd())
                if start < end and not piece.charFormat().stringProperty(DATA):
                    look = look_of(piece.charFormat())
                    yield Piece(span(self._sheet.document(), start, end), head, look)

    def set_link(self, address: str) -> None:
        """Make the selection (or the link at the caret) lead to `address`; empty removes it."""
        cursor = self._sheet.textCursor()
        if not cursor.hasSelection():
            cursor = self._link_around(cursor)
        pieces = list(self.pieces(cursor))
        self.restyle(pieces, lambda look: look._replace(link=address or None))

    def _link_around(self, cursor: QTextCursor) -> QTextCursor:
        address = cursor.charFormat().stringProperty(LINK)
        found = QTextCursor(cursor)
        if not address:
            return found
        walk = cursor.block().begin()
        while not walk.atEnd():
            piece = walk.fragment()
            walk += 1
            end = piece.position() + piece.length()
            if piece.position() <= cursor.position() <= end and (
                piece.charFormat().stringProperty(LINK) == address
            ):
                return span(self._sheet.document(), piece.position(), end)
        return found


def _with(marks: frozenset[Mark], mark: Mark) -> frozenset[Mark]:
    """Superscript and subscript exclude each other."""
    pair = {Mark.SUPERSCRIPT, Mark.SUBSCRIPT}
    return (marks - pair if mark in pair else marks) | {mark}


def _without(marks: frozenset[Mark], mark: Mark) -> frozenset[Mark]:
    return marks - {mark}
