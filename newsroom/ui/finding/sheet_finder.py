"""Finding and replacing in the open article: between the bar, the sheet and the worker threads."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from newsroom.domain.document import plain
from newsroom.errors import NewsroomError, UserError
from newsroom.i18n import sentence
from newsroom.language.finding import Pattern, Replacement
from newsroom.ui.actions import Actions
from newsroom.ui.editor.line_search import (
    Known,
    LineHit,
    LineSearch,
    position,
    replace_hits,
)
from newsroom.ui.editor.lines import Line
from newsroom.ui.editor.mender import span
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.editor.state import Caret
from newsroom.ui.tasks import Lane, Task, TaskProgress, TaskRunner

_AT_ONCE = 20_000
"""Characters that are searched within a key press; more are searched on another thread."""
_FOLLOW_MS = 40
_LONGEST_TAKEN = 100


class SheetFinder(QObject):
    """Opens with `find` and `replace`; hits follow the text while it is open."""

    def __init__(
        self,
        *,
        pane: EditorPane,
        actions: Actions,
        tasks: TaskRunner,
        settings: QSettings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        pane.find_bar.options.remember(settings)
        self._pane, self._sheet, self._bar = pane, pane.sheet, pane.find_bar
        self._actions, self._tasks = actions, tasks
        self._search = LineSearch(Pattern(words=""))
        self._replacement: Replacement | None = None
        self._task: Task[Known] | None = None
        self._hits: list[LineHit] = []
        self._scope: QTextCursor | None = None
        self._origin: Caret | None = None
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._connect()
        self._sheet.installEventFilter(self)

    def _connect(self) -> None:
        actions, bar = self._actions, self._bar
        actions["find"].triggered.connect(self.find)
        actions["replace"].triggered.connect(self.replace)
        actions["find-next"].triggered.connect(self.find_next)
        actions["find-previous"].triggered.connect(self.find_previous)
        bar.edited.connect(self._edited)
        bar.replacement_edited.connect(self._replacement_edited)
        bar.stepped.connect(self._step)
        bar.went.connect(self._go_and_write)
        bar.replaced.connect(self._replace_one)
        bar.all_replaced.connect(self._replace_all)
        bar.closed.connect(self.close)
        bar.in_selection.toggled.connect(self._take_scope)
        self._follow.timeout.connect(self._refresh)
        self._sheet.text_edited.connect(self._text_changed)
        self._sheet.text_shown.connect(self._text_shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who writes and presses the key for finding means the article, not the library."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.find()
                return True
        return super().eventFilter(watched, event)

    # ---- opening and closing

    @Slot()
    def find(self) -> None:
        """Open the bar with the word that is selected."""
        self._open(replacing=self._bar.replacing() and not self._bar.isHidden())

    @Slot()
    def replace(self) -> None:
        """Open the bar with the line for the words to put in."""
        self._open(replacing=True)

    def _open(self, *, replacing: bool) -> None:
        bar = self._bar
        bar.show_replacing(on=replacing)
        if bar.isHidden():
            self._origin = self._sheet.caret()
            bar.in_selection.setChecked(False)
            bar.show()
        self._take_selected()
        bar.words.setFocus()
        bar.words.selectAll()
        self._edited()

    def _take_selected(self) -> None:
        """A selected word is what is looked for; of a longer selection only its inside."""
        cursor = self._sheet.textCursor()
        if not cursor.hasSelection() or self._at_hit() >= 0:
            return
        words = cursor.selectedText()
        if "\u2029" in words or "\u2028" in words or len(words) > _LONGEST_TAKEN:
            self._bar.in_selection.setChecked(True)
        elif not self._bar.options.regex.isChecked():
            self._bar.words.setText(words)

    @Slot()
    def close(self) -> None:
        """Close the bar; the caret is back where it was, or at the hit that was gone to."""
        self._stop()
        self._bar.hide()
        self._scope = None
        self._sheet.hits.show(())
        if self._origin is not None:
            self._sheet.set_caret(self._origin)
        self._origin = None
        self._sheet.setFocus()

    # ---- searching

    @Slot()
    def _edited(self) -> None:
        """Something else is looked for."""
        if self._bar.isHidden():
            return
        self._stop()
        try:
            pattern = self._bar.options.pattern(self._bar.words.text())
            problem = ""
        except UserError as error:
            pattern, problem = Pattern(words=""), sentence(error)
        self._search = LineSearch(pattern)
        self._bar.show_problem(problem)
        self._make_replacement()
        self._refresh(jump=True)

    @Slot()
    def _replacement_edited(self) -> None:
        if not self._bar.isHidden():
            self._make_replacement()
            self._bar.show_hits(self._hits, self._new_words, self._at_hit())

    def _make_replacement(self) -> None:
        bar = self._bar
        self._replacement = None
        if not bar.replacing():
            return
        try:
            self._replacement = Replacement(
                pattern=self._search.pattern,
                words=bar.new_words.text(),
                keep_case=bar.keep_case.isChecked(),
            )
            if self._search.pattern.words:
                bar.show_problem("")
        except UserError as error:
            bar.show_problem(sentence(error))

    @Slot()
    def _text_changed(self) -> None:
        if not self._bar.isHidden() and not self._follow.isActive():
            self._follow.start()

    @Slot()
    def _text_shown(self) -> None:
        """Another article, or this one as someone else left it."""
        self._origin = None
        self._bar.in_selection.setChecked(False)
        self._hits = []
        self._sheet.hits.show(())
        self._text_changed()

    def _stop(self) -> None:
        self._follow.stop()
        if self._task is not None:
            self._task.cancel()
        self._task = None

    @Slot()
    def _refresh(self, *, jump: bool = False) -> None:
        """Search what was not searched yet: little at once, much on another thread."""
        if self._bar.isHidden() or self._task is not None:
            return
        missing = self._search.missing(self._sheet.reader.lines)
        if _characters(missing) <= _AT_ONCE:
            self._search.learn(self._search.searched(missing))
            self._show(jump=jump)
            return
        self._bar.show_searching()
        self._task = self._tasks.run(
            partial(_searched, self._search, missing),
            owner=self,
            on_done=partial(self._learn, self._search, jump),
            on_error=self._not_found,
            lane=Lane.POOL,
        )

    def _learn(self, search: LineSearch, jump: bool, found: Known) -> None:
        if search is self._search and self._task is not None:
            self._task = None
            search.learn(found)
            self._refresh(jump=jump)

    def _not_found(self, error: NewsroomError) -> None:
        """It was cancelled: another search is under way."""
        del error

    def _show(self, *, jump: bool) -> None:
        self._hits = self._within_scope(self._search.hits(self._sheet.reader.lines))
        if jump:
            self._select_nearest()
        current = self._at_hit()
        self._bar.show_hits(self._hits, self._new_words, current)
        able = bool(self._hits) and not self._sheet.isReadOnly()
        self._bar.let_replace(able=able)
        self._mark(current)

    def _mark(self, current: int) -> None:
        self._sheet.hits.show(self._hits, self._hits[current] if current >= 0 else None)

    def _new_words(self, hit: LineHit) -> str | None:
        if self._replacement is None or not self._bar.replacing():
            return None
        if not (self._replacement.words or self._bar.new_words.hasFocus()):
            return None
        return self._replacement.of(hit.words, hit.found)

    # ---- only in the selection

    @Slot(bool)
    def _take_scope(self, on: bool) -> None:
        cursor = self._sheet.textCursor()
        self._scope = QTextCursor(cursor) if on and cursor.hasSelection() else None
        if on and self._scope is None:
            self._bar.in_selection.setChecked(False)

    def _within_scope(self, hits: list[LineHit]) -> list[LineHit]:
        if self._scope is None:
            return hits
        start, end = self._scope.selectionStart(), self._scope.selectionEnd()
        spans = ((hit, *self._span(hit)) for hit in hits)
        return [hit for hit, first, last in spans if first >= start and last <= end]

    # ---- going from hit to hit

    def _span(self, hit: LineHit) -> tuple[int, int]:
        """The positions of a hit in the document."""
        first = position(self._sheet, hit.number, hit.words, hit.found.start)
        return first, position(self._sheet, hit.number, hit.words, hit.found.end)

    def _at_hit(self) -> int:
        """Which hit is selected, -1 for none."""
        cursor = self._sheet.textCursor()
        nearest = self._nearest(cursor.selectionStart())
        if nearest < len(self._hits) and cursor.hasSelection():
            selected = (cursor.selectionStart(), cursor.selectionEnd())
            if self._span(self._hits[nearest]) == selected:
                return nearest
        return -1

    def _nearest(self, place: int) -> int:
        """The first hit that begins at `place` or after it; their number when there is none."""
        low, high = 0, len(self._hits)
        while low < high:
            middle = (low + high) // 2
            if self._span(self._hits[middle])[0] < place:
                low = middle + 1
            else:
                high = middle
        return low

    def _select_nearest(self) -> None:
        """Show the first hit after the caret as it was when the bar was opened."""
        origin = self._origin
        start = min(origin.anchor, origin.position) if origin else None
        place = self._sheet.textCursor().selectionStart() if start is None else start
        if self._hits:
            self._select(self._nearest(place) % len(self._hits))

    def _select(self, number: int) -> None:
        hit = self._hits[number]
        self._sheet.setTextCursor(span(self._sheet.document(), *self._span(hit)))
        self._sheet.ensureCursorVisible()

    @Slot()
    def find_next(self) -> None:
        """Go to the next hit, of what was looked for last when the bar is closed."""
        self._find(1)

    @Slot()
    def find_previous(self) -> None:
        """Go to the hit before."""
        self._find(-1)

    def _find(self, by: int) -> None:
        if not self._bar.isHidden():
            self._step(by)
            return
        if not self._bar.words.text():
            self.find()
            return
        self._origin = self._sheet.caret()
        self._bar.show_replacing(on=False)
        self._bar.show()
        self._edited()

    @Slot(int)
    def _step(self, by: int) -> None:
        if not self._hits:
            return
        self._origin = None
        cursor, current = self._sheet.textCursor(), self._at_hit()
        nearest = self._nearest(cursor.selectionEnd()) - (by < 0)
        self._go((current + by if current >= 0 else nearest) % len(self._hits))

    @Slot(int)
    def _go(self, number: int) -> None:
        self._origin = None
        self._select(number)
        self._bar.show_current(number)
        self._mark(number)

    @Slot(int)
    def _go_and_write(self, number: int) -> None:
        if 0 <= number < len(self._hits):
            self._go(number)

    # ---- replacing

    @Slot()
    def _replace_one(self) -> None:
        """Replace the hit that is selected and go to the next one."""
        current = self._at_hit()
        if current < 0:
            self._step(1)
            return
        if self._replacement is None or not self._up_to_date():
            return
        hit = self._hits[current]
        new = self._replacement.of(hit.words, hit.found)
        end = self._span(hit)[0] + len(new.encode("utf-16-le")) // 2
        replace_hits(self._sheet, [(hit, new)])
        self._sheet.setTextCursor(span(self._sheet.document(), end, end))
        self._origin = None
        self._refresh(jump=True)

    @Slot()
    def _replace_all(self) -> None:
        """Replace all hits, in one step that can be undone."""
        if self._replacement is None or not self._hits or not self._up_to_date():
            return
        replacement = self._replacement
        replace_hits(
            self._sheet, [(hit, replacement.of(hit.words, hit.found)) for hit in self._hits]
        )
        self._origin = None
        self._refresh()

    def _up_to_date(self) -> bool:
        """Whether the hits are those of the text as it stands; else they will be in a moment."""
        lines = self._sheet.reader.lines
        fresh = self._task is None and not self._search.missing(lines)
        if not fresh:
            self._refresh()
        return fresh and not self._sheet.isReadOnly()


def _characters(lines: Sequence[Line]) -> int:
    return sum(len(plain(line.text)) for line in lines)


def _searched(search: LineSearch, lines: Sequence[Line], progress: TaskProgress) -> Known:
    return search.searched(lines, progress)
