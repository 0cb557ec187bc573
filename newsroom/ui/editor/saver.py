"""Saving without a button: edits go into the journal at once, into the article a little later.

What is typed is noted in the journal as soon as the journal's thread is free, so that it outlives
the program. A quarter of a second later all notes are made to outlive a power cut: only then it is
called safe. When the typing pauses, or goes on for long, the text is folded into its article.
"""

from collections.abc import Callable
from functools import partial
from time import monotonic, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from newsroom.domain.article import Article, ArticleText
from newsroom.errors import NewsroomError, NotFoundError, StaleRevisionError
from newsroom.i18n import sentence
from newsroom.ui.changes import Operations
from newsroom.ui.editor.save_state import Safety, SaveState
from newsroom.ui.editor.save_trouble import SaveTrouble
from newsroom.ui.editor.stored import Stored
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner

if TYPE_CHECKING:
    from newsroom.ui.editor.pane import EditorPane

_SYNC_MS = 250
_FOLD_MS = 2_000
_FOLD_AT_LAST_MS = 60_000
_FOLD_EDITS = 200
_LATEST = 2**63
"""Later than any text of the sheet: what is tried again holds all that was typed."""
_RETRY_MS = (1000, 2000, 5000, 10000, 30000)


class Saver(QObject):
    """Writes the text of one pane over one stored article at a time.

    `state_changed(SaveState)`; `idle()` when the article holds everything typed;
    `refused(NewsroomError)` when the article was changed or removed by someone else: the text stays
    on the sheet and a person has to decide (see `halt`). Any other failure is tried again here.
    `elsewhere_wanted(Stored, ArticleText, back)`: a copy is to be kept where there is room; `back`
    is called when it is not.
    `dirty`: something was typed that is not in the article yet.
    """

    state_changed = Signal(object)
    elsewhere_wanted = Signal(object, object, object)
    idle = Signal()
    refused = Signal(object)

    def __init__(
        self,
        *,
        pane: "EditorPane",
        tasks: TaskRunner,
        operations: Operations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pane, self._tasks, self._operations = pane, tasks, operations
        self._trouble = SaveTrouble(pane)
        self.stored: Stored | None = None
        self.state = SaveState()
        self._clear()
        self._note_soon = self._timer(0, self._note)
        self._sync_soon = self._timer(_SYNC_MS, self._sync)
        self._fold_soon = self._timer(_FOLD_MS, self.save)
        self._fold_at_last = self._timer(_FOLD_AT_LAST_MS, self.save)

    def _timer(self, wait: int, action: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=wait)
        timer.timeout.connect(action)
        return timer

    def _clear(self) -> None:
        self.dirty = self._halted = self._noting = False
        self._in_flight = self._failures = self._edits = 0
        self._typed = self._noted = 0
        """Numbers of texts: the last one typed, the last one in the journal."""
        self._copied: ArticleText | None = None
        """What a copy elsewhere was made of."""

    @property
    def writing(self) -> bool:
        """Whether a save is under way."""
        return self._in_flight > 0

    @property
    def halted(self) -> bool:
        """Whether a person has to decide before anything is written."""
        return self._halted

    @property
    def copied(self) -> bool:
        """Whether all that was typed is in a copy elsewhere, while the library takes nothing."""
        return self._failures > 0 and self._copied == self._pane.sheet.article_text()

    def follow(self, stored: Stored | None) -> None:
        """Save over another article from now on, or over none; `settled` once it is on show."""
        self.stored = stored
        self._trouble.forget()
        self._clear()
        self._stop()

    def _stop(self) -> None:
        for timer in (self._note_soon, self._sync_soon, self._fold_soon, self._fold_at_last):
            timer.stop()

    def settled(self) -> None:
        """What is on the sheet is what is stored."""
        self._set_state(Safety.EMPTY if self.stored is None else Safety.SAVED)

    def halt(self) -> None:
        """Write nothing until `follow`."""
        self._halted = True
        self._stop()

    def touch(self) -> None:
        """Something was typed."""
        self.dirty = True
        self._typed += 1
        if self._halted or self._failures:
            return  # the next try, which is on its way, takes everything
        if self.state.safety is not Safety.SAVING:
            self._set_state(Safety.SAVING)
        if not self._noting:
            self._note_soon.start()
        self._fold_soon.start(_FOLD_MS)
        if not self._fold_at_last.isActive():
            self._fold_at_last.start()

    # ---- the journal

    @Slot()
    def _note(self) -> None:
        """Hand what is on the sheet to the journal's thread, which is free."""
        stored = self.stored
        if stored is None or self._halted:
            return
        self._noting = True
        number = self._typed
        text = self._pane.sheet.article_text()
        self._tasks.run(
            partial(_note, stored, text, number),
            owner=self,
            on_done=partial(self._has_noted, stored),
            on_error=partial(self._not_noted, stored),
            lane=Lane.JOURNAL,
        )

    def _has_noted(self, stored: Stored, number: int) -> None:
        if stored is not self.stored:
            return
        self._noting = False
        self._noted = number
        self._edits += 1
        if self._failures or self._halted:
            return
        if self._typed > number:
            self._note_soon.start()
        if not self._sync_soon.isActive():
            self._sync_soon.start()
        if self._edits >= _FOLD_EDITS:
            self.save()

    @Slot()
    def _sync(self) -> None:
        stored = self.stored
        if stored is None or self._halted:
            return
        self._tasks.run(
            partial(_sync, stored),
            owner=self,
            on_done=partial(self._synced, stored, self._noted),
            on_error=partial(self._not_noted, stored),
            lane=Lane.JOURNAL,
        )

    def _synced(self, stored: Stored, number: int, done: None) -> None:
        del done
        if stored is self.stored and number == self._typed and not self._failures:
            self._set_safe()

    def _set_safe(self) -> None:
        if self.state.safety is Safety.SAVING and not self._halted:
            self._set_state(Safety.SAVED)

    # ---- the article

    def flush(self) -> None:
        """Queue everything typed for writing into the article now."""
        if self.dirty and not self._halted:
            self.save()

    @Slot()
    def save(self) -> None:
        """Write what is on the sheet into the article."""
        for timer in (self._note_soon, self._fold_soon, self._fold_at_last):
            timer.stop()
        if self.stored is None or self._halted:
            return
        self.dirty = False
        self._edits = 0
        self._in_flight += 1
        self._write(self.stored, self._pane.sheet.article_text(), self._typed)

    def _write(self, stored: Stored, text: ArticleText, number: int) -> None:
        self._operations.run(
            partial(stored.fold, text, number),
            owner=self,
            on_done=partial(self._saved, stored),
            on_error=partial(self._not_saved, stored, text),
        )

    def copy(
        self, stored: Stored, text: ArticleText, then: Callable[[Article], None] | None = None
    ) -> None:
        """Store `text` as an article of its own, which is given to `then`."""
        self._operations.run(
            partial(stored.copy, text),
            owner=self,
            on_done=then,
            on_error=partial(self._not_saved, stored, text),
        )

    def _saved(self, stored: Stored, article: Article) -> None:
        del article
        if stored is not self.stored:
            return
        self._in_flight = max(0, self._in_flight - 1)
        if self._failures:
            self._failures = 0
            self._trouble.over()
            self._set_state(Safety.SAVING)
        if self.dirty:
            self._go_on()
        elif not self._in_flight:
            self._set_safe()
            self.idle.emit()

    def _go_on(self) -> None:
        """Something was typed meanwhile."""
        if not self._noting:
            self._note_soon.start()
        if not self._fold_soon.isActive():
            self._fold_soon.start(_FOLD_MS)

    def _not_noted(self, stored: Stored, error: NewsroomError) -> None:
        """The journal takes nothing; of an article that was left the fold will tell."""
        if stored is self.stored:
            self._noting = False
            self._failed(error)

    def _not_saved(self, stored: Stored, text: ArticleText, error: NewsroomError) -> None:
        if stored is not self.stored:
            self._strand(stored, text, error)
            return
        self._in_flight = max(0, self._in_flight - 1)
        self._failed(error)

    def _failed(self, error: NewsroomError) -> None:
        """The text stays on the sheet; a conflict is the person's to decide, else we try again."""
        self.dirty = True
        if self._halted:
            return
        self._set_state(Safety.FAILED, sentence(error))
        if isinstance(error, StaleRevisionError | NotFoundError):
            self.refused.emit(error)
        else:
            self._retry(sentence(error))

    def _strand(self, stored: Stored, text: ArticleText, error: NewsroomError) -> None:
        """Text of an article that is no longer on the sheet could not be saved."""
        self._trouble.stranded(
            sentence(error),
            again=partial(self._write, stored, text, _LATEST),
            copy=partial(self.copy, stored, text),
            elsewhere=partial(
                self.elsewhere_wanted.emit,
                stored,
                text,
                partial(self._strand, stored, text, error),
            ),
        )

    def _retry(self, problem: str) -> None:
        wait = _RETRY_MS[min(self._failures, len(_RETRY_MS) - 1)]
        self._failures += 1
        self._stop()
        self._fold_soon.start(wait)
        self._trouble.retrying(problem, again=self.save, elsewhere=self._want_elsewhere)

    def tell_copy(self, text: ArticleText, name: str) -> None:
        """A copy of `text` has been written to the file `name`."""
        self._copied = text
        self._trouble.tell_copy(name)

    def _want_elsewhere(self) -> None:
        if self.stored is not None:
            text = self._pane.sheet.article_text()
            self.elsewhere_wanted.emit(self.stored, text, self._trouble.show)

    def _set_state(self, safety: Safety, problem: str = "") -> None:
        if safety is Safety.SAVED:
            state = SaveState(safety=safety, at=monotonic(), wall=time())
        else:
            last = self.state
            state = SaveState(safety=safety, at=last.at, wall=last.wall, problem=problem)
        self.state = state
        self.state_changed.emit(state)


def _note(stored: Stored, text: ArticleText, number: int, progress: TaskProgress) -> int:
    del progress
    stored.note(text, number)
    return number


def _sync(stored: Stored, progress: TaskProgress) -> None:
    del progress
    stored.sync()
