"""Hits tinted under the text: painted only where they are in view, no part of the document."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter

from newsroom.domain.document import plain
from newsroom.ui.editor.line_search import LineHit
from newsroom.ui.editor.painting import Shown
from newsroom.ui.editor.stretches import stretches
from newsroom.ui.theme import mix

if TYPE_CHECKING:
    from newsroom.ui.editor.surface import Surface


class HitMarks:
    """The tints of one surface."""

    def __init__(self, sheet: "Surface") -> None:
        self._sheet = sheet
        self._lines: dict[int, list[LineHit]] = {}
        self._current: LineHit | None = None

    def show(self, hits: Iterable[LineHit], current: LineHit | None = None) -> None:
        """Tint these hits and no others, `current` more strongly."""
        lines: defaultdict[int, list[LineHit]] = defaultdict(list)
        for hit in hits:
            lines[hit.number].append(hit)
        self._lines = dict(lines)
        self._current = current
        self._sheet.viewport().update()

    def shown(self) -> int:
        """How many hits are tinted."""
        return sum(map(len, self._lines.values()))

    def paint(self, painter: QPainter, shown: Sequence[Shown]) -> None:
        """Tint the lines in view; one that was written in meanwhile waits for the next search."""
        tokens = self._sheet.tokens
        mark = QColor(tokens.mark)
        strong = QColor(mix(tokens.mark, tokens.amber, 0.5))
        for item in shown:
            for hit in self._lines.get(item.number, ()):
                if plain(item.line.text) != hit.words:
                    break
                colour = strong if hit == self._current else mark
                start, end = hit.found.start, hit.found.end
                for stretch in stretches(self._sheet, item.block, hit.words, start, end):
                    painter.fillRect(stretch.rect, colour)
