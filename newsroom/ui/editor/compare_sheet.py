"""A page like the sheet that shows what changed between two texts, to read and to walk through."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from newsroom.i18n import _
from newsroom.ui.editor.compare_lines import Origin, Shown
from newsroom.ui.editor.compare_writer import CompareWriter
from newsroom.ui.editor.painting import SheetPainter
from newsroom.ui.editor.photos import LoadPhoto
from newsroom.ui.editor.surface import Surface
from newsroom.ui.tokens import Tokens

_BAR = 3
_SLICE_S = 0.003
"""How long lines are written at a time; Qt takes about as long again to lay them out."""


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
        self._shows = False
        self._lines: Sequence[Shown] = ()
        self._written = 0
        self._writer: CompareWriter | None = None
        self._goal: int | None = None
        self._scroll = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on_writing)
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
        self._shows = False

    def show_lines(self, lines: Sequence[Shown], load_photo: LoadPhoto | None) -> None:
        """Show `lines` from the first change on; the same place again when they are shown anew."""
        again = self._shows
        self.photos.use(load_photo)
        self._shows = True
        self._lines = lines
        self._stops = _stops([line.origin for line in self._lines])
        self._current = min(self._current, len(self._stops) - 1) if again else -1
        self._begin()
        self._select(max(0, self._current), scroll=not again)

    def _begin(self) -> None:
        """All that is in view at once, in one edit block, and the rest while nothing else happens.

        What is known of the changes does not wait for it: how many there are, which is current.
        """
        self._scroll, self._goal = self.verticalScrollBar().value(), None
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        self.document().clear()
        self.column.set_page_margins()
        self._writer = CompareWriter(cursor, self.styles, self.tokens)
        self._written = 0
        self._write_some(self._writer)
        self.reader.rebuild()
        self.inking.afresh()
        cursor.endEditBlock()
        self._reach()

    def _write_some(self, writer: CompareWriter) -> None:
        until = perf_counter() + _SLICE_S
        while self._written < len(self._lines) and perf_counter() < until:
            writer.line(self._lines[self._written])
            self._written += 1

    @Slot()
    def _go_on_writing(self) -> None:
        writer, first = self._writer, self._written
        if writer is None or not self.incomplete:
            return
        cursor = writer.cursor
        at = cursor.position()
        cursor.beginEditBlock()
        self._write_some(writer)
        self.reader.update(at, cursor.position() - at)
        self.inking.afresh(first)
        cursor.endEditBlock()
        self._reach()

    def _reach(self) -> None:
        """Go to where it was not written yet, and write on."""
        bar = self.verticalScrollBar()
        if self._goal is not None and self._goal < self._written:
            self._show_line(self._goal)
        elif self._goal is None and self._scroll and self._scroll <= bar.maximum():
            bar.setValue(self._scroll)
            self._scroll = 0
        if self.incomplete:
            self._soon.start()

    @property
    def incomplete(self) -> bool:
        """Whether there are lines still to be written."""
        return self._written < len(self._lines)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        super().set_tokens(tokens)
        if self._shows:
            self._begin()

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
        """A third from the top, so that what leads to it is seen too; later, if it is not there."""
        self._scroll = 0
        self._goal = number if number >= self._written else None
        if self._goal is not None:
            return
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
        shown = [item.number for item in SheetPainter(self).shown(event.rect())]
        for stop in self._stops_within(shown[0], shown[-1]) if shown else ():
            self._bar(painter, self._rect_of(stop), current=stop == self.stop())
        painter.end()

    def _stops_within(self, first: int, last: int) -> list[Stop]:
        """The stops that share a line with `first` to `last`, as far as they are written."""
        begin = bisect_left(self._stops, first, key=lambda stop: stop.last)
        end = bisect_right(self._stops, min(last, self._written - 1), key=lambda stop: stop.first)
        return self._stops[begin:end]

    def _rect_of(self, stop: Stop) -> QRectF:
        layout = self.document().documentLayout()
        ends = (stop.first, min(stop.last, self._written - 1))
        first, last = map(self.document().findBlockByNumber, ends)
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
