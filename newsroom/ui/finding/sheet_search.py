"""The search of the sheet: what was not searched yet, little at once, much on another thread."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from newsroom.domain.document import plain
from newsroom.errors import NewsroomError
from newsroom.language.finding import Pattern
from newsroom.ui.editor.line_search import Known, LineHit, LineSearch
from newsroom.ui.editor.lines import Line
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.tasks import Lane, Task, TaskProgress, TaskRunner

_AT_ONCE = 20_000
"""Characters that are searched within a key press; more are searched on another thread."""


class SheetSearch(QObject):
    """`finished(jump)` with the `jump` of `refresh`; `waiting()` when it takes a while."""

    finished = Signal(bool)
    waiting = Signal()

    def __init__(self, sheet: Sheet, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet, self._tasks = sheet, tasks
        self._search = LineSearch(Pattern(words=""))
        self._task: Task[Known] | None = None

    def pattern(self) -> Pattern:
        """What is looked for."""
        return self._search.pattern

    def begin(self, pattern: Pattern) -> None:
        """Something else is looked for from now on."""
        self.stop()
        self._search = LineSearch(pattern)

    def stop(self) -> None:
        """What is under way is not wanted any more."""
        if self._task is not None:
            self._task.cancel()
        self._task = None

    def hits(self) -> list[LineHit]:
        """All hits in order."""
        return self._search.hits(self._sheet.reader.lines)

    def fresh(self) -> bool:
        """Whether the text was searched as it stands."""
        return self._task is None and not self._search.missing(self._sheet.reader.lines)

    def refresh(self, *, jump: bool = False) -> None:
        """Search the lines that were not searched yet, then say so."""
        if self._task is not None:
            return
        missing = self._search.missing(self._sheet.reader.lines)
        if _characters(missing) <= _AT_ONCE:
            self._search.learn(self._search.searched(missing))
            self.finished.emit(jump)
            return
        self.waiting.emit()
        self._task = self._tasks.run(
            partial(_searched, self._search, missing),
            owner=self,
            on_done=partial(self._learn, self._search, jump),
            on_error=_not_found,
            lane=Lane.POOL,
        )

    def _learn(self, search: LineSearch, jump: bool, found: Known) -> None:
        if search is self._search and self._task is not None:
            self._task = None
            search.learn(found)
            self.refresh(jump=jump)


def _characters(lines: Sequence[Line]) -> int:
    return sum(len(plain(line.text)) for line in lines)


def _searched(search: LineSearch, lines: Sequence[Line], progress: TaskProgress) -> Known:
    return search.searched(lines, progress)


def _not_found(_error: NewsroomError) -> None:
    """It was cancelled: another search is under way."""
