"""Bookmarks: blocks of the open article that a person wants to come back to."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPolygonF

from newsroom.ui.editor.outline import go_to_line
from newsroom.ui.editor.painting import Shown

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet

_LEFT, _WIDTH, _HEIGHT, _NOTCH = 0, 7, 13, 3


class Bookmarks(QObject):
    """The marked blocks of one sheet, by their ids, which survive edits.

    `changed()` is sent when a person sets or takes one; what is gone from the text counts no more.
    """

    changed = Signal()

    def __init__(self, sheet: "Sheet") -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._ids: frozenset[str] = frozenset()
        sheet.overlays.append(self)

    def show(self, ids: Iterable[str]) -> None:
        """Mark these blocks and no others."""
        self._ids = frozenset(ids)
        self._sheet.viewport().update()

    def lines(self) -> list[int]:
        """The first lines of the marked blocks, from top to bottom."""
        if not self._ids:
            return []
        reader, found, line = self._sheet.reader, [], 0
        while line < len(reader.lines):
            if self._marked(line):
                found.append(line)
            line = reader.group_of(line)[1]
        return found

    def ids(self) -> tuple[str, ...]:
        """The marked blocks that are in the text."""
        return tuple(self._id(line) for line in self.lines())

    def _id(self, line: int) -> str:
        """A field is known by its name; of the names of a byline the first one is marked."""
        block = self._sheet.reader.block_at(line)
        return str(self._sheet.reader.lines[line].part) if block is None else block.id

    def _marked(self, line: int) -> bool:
        return self._id(line) in self._ids

    @Slot()
    def toggle(self) -> None:
        """Mark the block with the caret, or take its mark away."""
        here = self._id(self._sheet.caret_line())
        self.show(self._ids ^ {here})
        self.changed.emit()

    def step(self, by: int) -> bool:
        """Go to the next (1) or the previous (-1) mark, round the ends; False when none is left."""
        marked = self.lines()
        start = self._sheet.reader.group_of(self._sheet.caret_line())[0]
        ahead = [line for line in marked if line > start]
        behind = [line for line in marked if line < start]
        order = [*ahead, *behind] if by > 0 else [*reversed(behind), *reversed(ahead)]
        if order:
            go_to_line(self._sheet, order[0])
        return bool(order)

    def paint(self, painter: QPainter, shown: Sequence[Shown]) -> None:
        """A ribbon beside the first line of each marked block."""
        if not self._ids:
            return
        painter.setPen(QColor(self._sheet.tokens.accent))
        painter.setBrush(QColor(self._sheet.tokens.accent))
        for item in shown:
            first = self._sheet.reader.group_of(item.number)[0]
            if first == item.number and self._marked(first):
                painter.drawPolygon(_ribbon(item))


def _ribbon(item: Shown) -> QPolygonF:
    first = item.block.layout().lineAt(0)
    middle = first.y() + first.height() / 2 if first.isValid() else item.rect.height() / 2
    top = item.rect.top() + middle - _HEIGHT / 2
    right, bottom = _LEFT + _WIDTH, top + _HEIGHT
    return QPolygonF(
        [
            QPointF(_LEFT, top),
            QPointF(right, top),
            QPointF(right, bottom),
            QPointF((_LEFT + right) / 2, bottom - _NOTCH),
            QPointF(_LEFT, bottom),
        ]
    )
