"""The hits as they lie in the sheet: which is selected, which is next, those in the selection."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from newsroom.ui.editor.line_search import LineHit, position
from newsroom.ui.editor.mender import span
from newsroom.ui.editor.sheet import Sheet


class SheetHits:
    """`found` are the hits, in order; they are told by their number among them."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._scope: QTextCursor | None = None
        self.found: list[LineHit] = []

    # ---- which there are
    def take(self, hits: Sequence[LineHit]) -> None:
        """These were found; those outside what the search is limited to do not count."""
        self.found = [hit for hit in hits if self._within(*self.span(hit))]

    def forget(self) -> None:
        """There are none any more, and none is marked."""
        self.found = []
        self._sheet.hits.show(())

    def mark(self, current: int) -> None:
        """Mark all in the sheet, `current` more than the others; -1 for none."""
        self._sheet.hits.show(self.found, self.found[current] if current >= 0 else None)

    def limit(self) -> bool:
        """Count only those in what is selected now; says whether anything is."""
        cursor = self._sheet.textCursor()
        self._scope = QTextCursor(cursor) if cursor.hasSelection() else None
        return self._scope is not None

    def unlimit(self) -> None:
        """Count all of them."""
        self._scope = None

    def _within(self, first: int, last: int) -> bool:
        scope = self._scope
        return scope is None or (scope.selectionStart() <= first and last <= scope.selectionEnd())

    # ---- where they are
    def span(self, hit: LineHit) -> tuple[int, int]:
        """The positions of a hit in the document."""
        first = position(self._sheet, hit.number, hit.words, hit.found.start)
        return first, position(self._sheet, hit.number, hit.words, hit.found.end)

    def selected(self) -> int:
        """Which hit is selected, -1 for none."""
        cursor = self._sheet.textCursor()
        nearest = self.nearest(cursor.selectionStart())
        if nearest < len(self.found) and cursor.hasSelection():
            selected = (cursor.selectionStart(), cursor.selectionEnd())
            if self.span(self.found[nearest]) == selected:
                return nearest
        return -1

    def nearest(self, place: int) -> int:
        """The first hit that begins at `place` or after it; their number when there is none."""
        low, high = 0, len(self.found)
        while low < high:
            middle = (low + high) // 2
            if self.span(self.found[middle])[0] < place:
                low = middle + 1
            else:
                high = middle
        return low

    def next(self, by: int) -> int:
        """The hit after (`by` 1) or before (-1) the one selected, or the caret; round the ends."""
        current = self.selected()
        nearest = self.nearest(self._sheet.textCursor().selectionEnd()) - (by < 0)
        return (current + by if current >= 0 else nearest) % len(self.found)

    def select(self, number: int) -> None:
        """Select a hit and bring it into view."""
        first, last = self.span(self.found[number])
        self._sheet.setTextCursor(span(self._sheet.document(), first, last))
        self._sheet.ensureCursorVisible()
