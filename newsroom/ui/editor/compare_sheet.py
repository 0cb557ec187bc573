"""A page like the sheet that shows what changed between two texts, to read and to walk through."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from newsroom.domain.diff import TextDiff
from newsroom.domain.diff_words import Change
from newsroom.i18n import _
from newsroom.ui.editor.compare_lines import Origin, Shown, shown_lines
from newsroom.ui.editor.heads import OBJECT_CHARACTER, Head
from newsroom.ui.editor.photos import LoadPhoto
from newsroom.ui.editor.surface import Surface
from newsroom.ui.editor.writer import Writer, photo_format, safe
from newsroom.ui.theme import mix
from newsroom.ui.tokens import Tokens

_BAR = 3


class Stop(NamedTuple):
    """A changed part of the page: its first and last line, and what it is in the article."""

    first: int
    last: int
    origin: Origin


class CompareSheet(Surface):
    """Added text is tinted and underlined, removed text tinted and struck through.

    `stop_changed()` is sent when another change became the current one (see `stop`).
    """

    stop_changed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, None, parent)
        self._diff: TextDiff | None = None
        self._stops: list[Stop] = []
        self._current = -1
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.set_tokens(tokens)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words of the interface's language; labels follow when a diff is shown next."""
        self.setAccessibleName(_("Comparison with the present text"))

    # ---- what is shown

    def start_over(self) -> None:
        """What is shown next is another comparison: it begins at its first change."""
        self._diff = None

    def show_diff(self, diff: TextDiff, load_photo: LoadPhoto | None) -> None:
        """Show `diff` from its first change on; the same place again when it is shown anew."""
        again = self._diff is not None
        scroll, current = self.verticalScrollBar().value(), self._current
        self.photos.use(load_photo)
        self._diff = diff
        self._write(diff)
        self._current = min(current, len(self._stops) - 1) if again else -1
        if again:
            self.verticalScrollBar().setValue(scroll)
        self._select(max(0, self._current), scroll=not again)

    def _write(self, diff: TextDiff) -> None:
        """All in one edit block, so that Qt lays out what is in view and the rest while idle."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        self.document().clear()
        self.column.set_page_margins()
        writer = Writer(cursor, self.styles, fresh=True)
        origins: list[Origin | None] = []
        for shown in shown_lines(diff):
            self._line(writer, shown)
            origins.append(shown.origin)
        self._stops = _stops(origins)
        self.reader.rebuild()
        self.inking.afresh()
        cursor.endEditBlock()

    def _line(self, writer: Writer, shown: Shown) -> None:
        writer.line(shown.head, ())
        cursor = writer.cursor
        if shown.diff is None or shown.diff.line.photo is None:
            self._words(cursor, shown)
            return
        cursor.insertText(OBJECT_CHARACTER, photo_format(shown.diff.line.photo))
        if shown.label:
            self._label(cursor, shown.head, f"\u2028{shown.label}", shown.diff.change)

    def _words(self, cursor: QTextCursor, shown: Shown) -> None:
        if shown.label:
            self._label(cursor, shown.head, f"{shown.label} ", Change.RESTYLED)
        for piece in shown.diff.pieces if shown.diff is not None else ():
            for run in piece.text:
                made = self.styles.char_format(shown.head, run.marks, run.link)
                self._tint(made, piece.change)
                cursor.insertText(safe(run.text), made)

    def _label(self, cursor: QTextCursor, head: Head, words: str, change: Change) -> None:
        made = self.styles.char_format(head)
        made.setFontItalic(True)
        self._tint(made, change)
        made.setFontStrikeOut(False)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        cursor.insertText(words, made)

    def _tint(self, made: QTextCharFormat, change: Change) -> None:
        tokens = self.tokens
        match change:
            case Change.ADDED:
                made.setBackground(self._ground(tokens.green))
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                made.setUnderlineColor(QColor(tokens.green))
            case Change.REMOVED:
                made.setBackground(self._ground(tokens.accent))
                made.setFontStrikeOut(True)
            case Change.RESTYLED:
                made.setBackground(self._ground(tokens.amber))
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                made.setUnderlineColor(QColor(tokens.amber))
            case Change.KEPT:
                pass

    def _ground(self, colour: str) -> QColor:
        """A tint of `colour` on which the text stays as legible as on the page."""
        dark = QColor(self.tokens.sheet).lightness() < 128
        return QColor(mix(self.tokens.sheet, colour, 0.24 if dark else 0.14))

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        super().set_tokens(tokens)
        if self._diff is not None:
            scroll = self.verticalScrollBar().value()
            self._write(self._diff)
            self.verticalScrollBar().setValue(scroll)

    # ---- walking

    def stop(self) -> Stop | None:
        """The change that is current."""
        return self._stops[self._current] if 0 <= self._current < len(self._stops) else None

    def place(self) -> tuple[int, int]:
        """The number of the current change, from 1, and how many there are."""
        return self._current + 1, len(self._stops)

    def go(self, step: int) -> None:
        """Make the next (1) or previous (-1) change the current one; round at the ends."""
        if self._stops:
            self._select((self._current + step) % len(self._stops), scroll=True)

    def _select(self, index: int, *, scroll: bool) -> None:
        self._current = index if self._stops else -1
        stop = self.stop()
        if stop is not None and scroll:
            self._show_line(stop.first)
        self.viewport().update()
        self.stop_changed.emit()

    def _show_line(self, number: int) -> None:
        """A third from the top, so that what leads to it is seen too."""
        block = self.document().findBlockByNumber(number)
        cursor = QTextCursor(block)
        self.setTextCursor(cursor)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top - self.viewport().height() / 3))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a change makes it the current one."""
        super().mouseReleaseEvent(event)
        line = self.cursorForPosition(event.position().toPoint()).blockNumber()
        for index, stop in enumerate(self._stops):
            if stop.first <= line <= stop.last and index != self._current:
                self._select(index, scroll=False)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for stop in self._stops:
            rect = self._rect_of(stop)
            if rect.bottom() >= event.rect().top() and rect.top() <= event.rect().bottom():
                self._bar(painter, rect, current=stop == self.stop())
        painter.end()

    def _rect_of(self, stop: Stop) -> QRectF:
        layout = self.document().documentLayout()
        first, last = map(self.document().findBlockByNumber, (stop.first, stop.last))
        rect = layout.blockBoundingRect(first).united(layout.blockBoundingRect(last))
        return rect.translated(0, -self.verticalScrollBar().value())

    def _bar(self, painter: QPainter, rect: QRectF, *, current: bool) -> None:
        """A bar beside each change; that of the current one is broad and in the accent's colour."""
        tokens = self.tokens
        colour = tokens.accent if current else tokens.strong_line
        width = 2 * _BAR if current else _BAR
        painter.fillRect(QRectF(0, rect.top(), width, rect.height()), QColor(colour))


def _stops(origins: list[Origin | None]) -> list[Stop]:
    """Neighbouring lines of one part are one change."""
    stops: list[Stop] = []
    for line, origin in enumerate(origins):
        if origin is None:
            continue
        if stops and stops[-1].origin == origin and stops[-1].last == line - 1:
            stops[-1] = stops[-1]._replace(last=line)
        else:
            stops.append(Stop(line, line, origin))
    return stops
