"""Keys that mean something at the borders of lines; all other typing is left to Qt.

Input methods such as UniKey retype a syllable by sending backspaces, so Backspace is touched only
at the very start of a line, where there is nothing of a syllable left to retype.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from newsroom.domain.ids import new_block_id
from newsroom.ui.editor.heads import FIELDS, FLOW, LINE_BREAK, Head, Part, head_of
from newsroom.ui.editor.leaving import leave
from newsroom.ui.editor.structure import body_end

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet

_SHORTHAND = {
    "##": (Part.HEADING, False),
    ">": (Part.QUOTE, False),
    "-": (Part.LIST, False),
    "*": (Part.LIST, False),
    "1.": (Part.LIST, True),
}
_MOVE = QTextCursor.MoveOperation
_CHANGING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Keys:
    """Handles the keys of one sheet; `press` says whether a key was dealt with."""

    def __init__(self, sheet: "Sheet") -> None:
        self._sheet = sheet

    def press(self, event: QKeyEvent) -> bool:
        """Deal with a key that means something here."""
        if event.matches(QKeySequence.StandardKey.MoveToEndOfDocument):
            return self._to_body_end()
        return _asks_for_a_menu(event) or self._at_border(event)

    def _at_border(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers() & _CHANGING:
                return self._enter(soft=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            case Qt.Key.Key_Backspace if not event.modifiers():
                return self._erase(QTextCursor.atBlockStart, self._backspace)
            case Qt.Key.Key_Delete if not event.modifiers():
                return self._erase(QTextCursor.atBlockEnd, self._delete)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                return leave(self._sheet, event)
            case Qt.Key.Key_Tab if not event.modifiers() & _CHANGING:
                return self._tab(1)
            case Qt.Key.Key_Backtab:
                return self._tab(-1)
            case Qt.Key.Key_Space if not event.modifiers() and self._shorthand():
                return True
        return self._replacing(event)

    def _replacing(self, event: QKeyEvent) -> bool:
        """Typing on a picture goes to its caption; deleting across fields keeps the fields."""
        sheet = self._sheet
        cursor = sheet.textCursor()
        typed = bool(event.text()) and event.text().isprintable()
        typed = typed and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        removes = event.matches(QKeySequence.StandardKey.Cut)
        if cursor.hasSelection() and (typed or removes) and sheet.commands.crosses_walls(cursor):
            if removes:
                sheet.copy()
            with sheet.one_step() as step:
                sheet.commands.remove_selection(step)
                if typed:
                    head = head_of(step.block())
                    step.insertText(event.text(), sheet.styles.char_format(head))
            return True
        if typed and not cursor.hasSelection() and head_of(cursor.block()).part is Part.PHOTO:
            self._to_line(cursor.blockNumber() + 1, end=True)
        return False

    def _to_body_end(self) -> bool:
        """To the last words of the text, where one writes on; from there on to the byline."""
        lines = self._sheet.reader.lines
        last = body_end(lines) - 1
        if lines[last].part is Part.FILLER:
            last -= 1
        block = self._sheet.document().findBlockByNumber(last)
        if self._sheet.textCursor().position() >= block.position() + block.length() - 1:
            return False
        self._to_line(last, end=True)
        self._sheet.ensureCursorVisible()
        return True

    # ---- Enter

    def _enter(self, *, soft: bool) -> bool:
        sheet = self._sheet
        sheet.typist.end_word()
        cursor = sheet.textCursor()
        if cursor.hasSelection():
            with sheet.one_step() as step:
                sheet.commands.remove_selection(step)
            cursor = sheet.textCursor()
        head = head_of(cursor.block())
        if cursor.currentTable() is not None or (soft and head.part in FLOW | {Part.QUOTE}):
            with sheet.one_step() as step:
                step.insertText(LINE_BREAK)
            return True
        self._enter_in(cursor, head)
        sheet.ensureCursorVisible()
        return True

    def _enter_in(self, cursor: QTextCursor, head: Head) -> None:  # noqa: C901 - a table of parts
        match head.part:
            case Part.KICKER | Part.HEADLINE:
                self._to_line(cursor.blockNumber() + 1, end=False)
            case Part.LEDE:
                self._from_lede(cursor)
            case Part.BYLINE:
                self._in_byline(cursor, head)
            case Part.LIST if not cursor.block().text():
                self._leave_list(head)
            case Part.HEADING if cursor.atBlockEnd():
                self._split(cursor, Head(Part.PARAGRAPH, new_block_id(), head.box))
            case Part.PHOTO | Part.CAPTION:
                self._to_line(cursor.blockNumber() + 1, end=True)
            case Part.QUOTE if (
                self._sheet.reader.lines[cursor.blockNumber() + 1].part is Part.QUOTE_SOURCE
            ):
                self._to_line(cursor.blockNumber() + 1, end=True)
            case Part.QUOTE | Part.QUOTE_SOURCE | Part.CREDIT | Part.BOX_TITLE:
                self._paragraph_after(cursor, head)
            case Part.PARAGRAPH if head.box and head.edge and not cursor.block().text():
                self._leave_box(cursor)
            case _:
                self._split(cursor, _second_half(head))

    def _to_line(self, number: int, *, end: bool) -> None:
        sheet = self._sheet
        cursor = QTextCursor(sheet.document().findBlockByNumber(number))
        if end:
            cursor.movePosition(_MOVE.EndOfBlock)
        sheet.setTextCursor(cursor)

    def _from_lede(self, cursor: QTextCursor) -> None:
        """The rest of the lede, if any, begins the body; else the body's first empty line does."""
        line = self._sheet.reader.lines[3]
        empty = line.part is Part.PARAGRAPH and not line.text and line.cell is None
        if cursor.atBlockEnd() and empty:
            self._to_line(3, end=False)
        else:
            self._split(cursor, Head(Part.PARAGRAPH, new_block_id()))

    def _in_byline(self, cursor: QTextCursor, head: Head) -> None:
        if cursor.block().text():
            self._split(cursor, head)

    def _leave_list(self, head: Head) -> None:
        if head.level:
            self._sheet.commands.indent(-1)
        else:
            self._sheet.commands.convert(Part.PARAGRAPH)

    def _leave_box(self, cursor: QTextCursor) -> None:
        with self._sheet.one_step():
            self._sheet.mender.reformat(cursor.block(), Head(Part.PARAGRAPH, new_block_id()))

    def _paragraph_after(self, cursor: QTextCursor, head: Head) -> None:
        sheet, block = self._sheet, cursor.block()
        new = Head(Part.PARAGRAPH, new_block_id(), head.box)
        with sheet.one_step() as step:
            sheet.mender.insert_after(block, new)
            step.setPosition(block.next().position())

    def _split(self, cursor: QTextCursor, new: Head) -> None:
        """Split the line at the caret; at its very start the text keeps the line's identity."""
        sheet = self._sheet
        old = head_of(cursor.block())
        at_start = cursor.atBlockStart() and bool(cursor.block().text())
        with sheet.one_step() as step:
            step.insertBlock(sheet.styles.block_format(new), sheet.styles.char_format(new))
            if at_start and old.part is Part.PARAGRAPH:
                sheet.mender.reformat(step.block().previous(), new)
                sheet.mender.reformat(step.block(), old)

    # ---- Backspace and Delete

    def _erase(
        self,
        at_border: Callable[[QTextCursor], bool],
        across: Callable[[QTextCursor, Head], bool],
    ) -> bool:
        """Within a line Qt erases; `across` deals with the key at the line's border."""
        cursor = self._sheet.textCursor()
        if cursor.hasSelection():
            return self._removed(cursor)
        head = head_of(cursor.block())
        if head.part is Part.PHOTO:
            return self._remove_photo(cursor)
        if not at_border(cursor) or cursor.currentTable() is not None:
            return False
        return across(cursor, head)

    def _backspace(self, cursor: QTextCursor, head: Head) -> bool:
        sheet = self._sheet
        if head.part is Part.LIST and head.level:
            sheet.commands.indent(-1)
            return True
        if head.part in (Part.HEADING, Part.LIST, Part.QUOTE):
            sheet.commands.convert(Part.PARAGRAPH)
            return True
        if head.part is Part.PARAGRAPH and self._may_join(cursor.block().blockNumber() - 1, head):
            return False
        if head.part is Part.BYLINE and head_of(cursor.block().previous()).part is Part.BYLINE:
            return False
        self._step_back(cursor, head)
        return True

    def _may_join(self, number: int, head: Head) -> bool:
        line = self._sheet.reader.lines[number]
        return line.part in FLOW and line.cell is None and line.head.box == head.box

    def _step_back(self, cursor: QTextCursor, head: Head) -> None:
        """At a border the caret walks on; an empty paragraph goes, unless it is the only line."""
        number = cursor.blockNumber()
        lines = self._sheet.reader.lines
        alone = body_end(lines) - 3 <= 1
        previous = lines[number - 1] if number else None
        if head.part is Part.PARAGRAPH and not cursor.block().text() and not alone:
            with self._sheet.one_step():
                self._sheet.mender.remove(cursor.block())
        if previous is not None:
            self._to_line(number - 1, end=True)

    def _delete(self, cursor: QTextCursor, head: Head) -> bool:
        number = cursor.blockNumber() + 1
        if number >= len(self._sheet.reader.lines):
            return True
        both_names = head.part is Part.BYLINE
        if (head.part in FLOW and self._may_join(number, head)) or both_names:
            return False
        self._to_line(number, end=False)
        return True

    def _removed(self, cursor: QTextCursor) -> bool:
        if not self._sheet.commands.crosses_walls(cursor):
            return False
        with self._sheet.one_step() as step:
            self._sheet.commands.remove_selection(step)
        return True

    def _remove_photo(self, cursor: QTextCursor) -> bool:
        number = cursor.blockNumber()
        sheet = self._sheet
        first = cursor.block()
        last = first
        for part in (Part.CAPTION, Part.CREDIT):
            if head_of(last.next()).part is part:
                last = last.next()
        with sheet.one_step():
            sheet.mender.remove_lines(first, last)
        self._to_line(max(0, number - 1), end=True)
        return True

    # ---- Tab and shorthand

    def _tab(self, by: int) -> bool:
        sheet = self._sheet
        cursor = sheet.textCursor()
        head = head_of(cursor.block())
        if cursor.currentTable() is not None:
            self._next_cell(cursor, by)
        elif head.part is Part.LIST:
            sheet.commands.indent(by)
        elif head.part in FIELDS and 0 <= cursor.blockNumber() + by < len(sheet.reader.lines):
            self._to_line(cursor.blockNumber() + by, end=True)
        else:
            sheet.focus_onwards(forward=by > 0)
        return True

    def _next_cell(self, cursor: QTextCursor, by: int) -> None:
        sheet = self._sheet
        table = cursor.currentTable()
        cell = table.cellAt(cursor)
        place = cell.row() * table.columns() + cell.column() + by
        if place < 0:
            return
        if place >= table.rows() * table.columns():
            with sheet.one_step():
                table.appendRows(1)
        row, column = divmod(place, table.columns())
        sheet.setTextCursor(table.cellAt(row, column).firstCursorPosition())

    def _shorthand(self) -> bool:
        """`## `, `> `, `- ` and `1. ` at the start of an otherwise empty paragraph."""
        sheet = self._sheet
        cursor = sheet.textCursor()
        typed = cursor.block().text()
        wanted = _SHORTHAND.get(typed)
        plain = head_of(cursor.block()).part is Part.PARAGRAPH and cursor.currentTable() is None
        if wanted is None or not plain or not cursor.atBlockEnd():
            return False
        part, ordered = wanted
        with sheet.one_step() as step:
            step.movePosition(_MOVE.StartOfBlock)
            step.movePosition(_MOVE.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            step.removeSelectedText()
            sheet.setTextCursor(step)
            sheet.commands.convert(part, ordered=ordered)
            step.setPosition(sheet.textCursor().position())
        return True


def _second_half(head: Head) -> Head:
    if head.part is Part.LIST:
        return head._replace(hollow=False)
    part = Part.PARAGRAPH if head.part is Part.FILLER else head.part
    return Head(part, new_block_id(), head.box, edge=head.edge)


def _asks_for_a_menu(event: QKeyEvent) -> bool:
    """Alt with a letter that no menu has: Qt would write the letter. On macOS it makes others."""
    alone = event.modifiers() & _CHANGING == Qt.KeyboardModifier.AltModifier
    letter = event.text().isascii() and event.text().isalpha()
    return alone and letter and sys.platform != "darwin"
