"""Saving without a button: what is typed is written shortly after, one save after another."""

from collections.abc import Callable
from functools import partial
from time import monotonic, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from newsroom.domain.article import Article, ArticleText
from newsroom.errors import NewsroomError, NotFoundError, StaleRevisionError
from newsroom.i18n import _, sentence
from newsroom.ui.changes import Operations
from newsroom.ui.editor.save_state import Safety, SaveState
from newsroom.ui.editor.stored import Stored
from newsroom.ui.widgets.banner import Tone

if TYPE_CHECKING:
    from newsroom.ui.editor.pane import EditorPane

_SAVE_MS = 250
_RETRY_MS = (1000, 2000, 5000, 10000, 30000)


class Saver(QObject):
    """Writes the text of one pane over one stored article at a time.

    `state_changed(SaveState)`; `idle()` when everything typed is on the disk;
    `refused(NewsroomError)` when the article was changed or removed by someone else: the text stays
    on the sheet and a person has to decide (see `halt`). Any other failure is tried again here.
    """

    state_changed = Signal(object)
    idle = Signal()
    refused = Signal(object)

    def __init__(
        self, *, pane: "EditorPane", operations: Operations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pane, self._operations = pane, operations
        self._halted = False
        self._in_flight = self._failures = 0
        self.stored: Stored | None = None
        self.dirty = False
        self.state = SaveState()
        self._timer = QTimer(self, singleShot=True, interval=_SAVE_MS)
        self._timer.timeout.connect(self.save)

    @property
    def writing(self) -> bool:
        """Whether a save is under way."""
        return self._in_flight > 0

    @property
    def halted(self) -> bool:
        """Whether a person has to decide before anything is written."""
        return self._halted

    def follow(self, stored: Stored | None) -> None:
        """Save over another article from now on, or over none; `settled` once it is on show."""
        self.stored = stored
        self.dirty = self._halted = False
        self._in_flight = self._failures = 0
        self._timer.stop()

    def settled(self) -> None:
        """What is on the sheet is what is stored."""
        self._set_state(Safety.EMPTY if self.stored is None else Safety.SAVED)

    def halt(self) -> None:
        """Write nothing until `follow`."""
        self._halted = True

    def touch(self) -> None:
        """Something was typed."""
        self.dirty = True
        if self._halted:
            return
        if self.state.safety is not Safety.SAVING:
            self._set_state(Safety.SAVING)
        if not self._timer.isActive() and not self._in_flight:
            self._timer.start(_SAVE_MS)

    def flush(self) -> None:
        """Queue everything typed for writing now."""
        self._timer.stop()
        if self.dirty and not self._halted:
            self.save()

    @Slot()
    def save(self) -> None:
        """Write what is on the sheet."""
        if self.stored is None or self._halted:
            return
        self.dirty = False
        self._in_flight += 1
        self._set_state(Safety.SAVING)
        self._write(self.stored, self._pane.sheet.article_text())

    def _write(self, stored: Stored, text: ArticleText) -> None:
        self._operations.run(
            partial(stored.write, text),
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
            self._pane.hide_banner()
        if self.dirty:
            self._timer.start(_SAVE_MS)
        elif not self._in_flight:
            self._set_state(Safety.SAVED)
            self.idle.emit()

    def _not_saved(self, stored: Stored, text: ArticleText, error: NewsroomError) -> None:
        """The text stays on the sheet; a conflict is the person's to decide, else we try again."""
        if stored is not self.stored:
            self._strand(stored, text, error)
            return
        self.dirty = True
        self._in_flight = max(0, self._in_flight - 1)
        self._set_state(Safety.FAILED, sentence(error))
        if isinstance(error, StaleRevisionError | NotFoundError):
            self.refused.emit(error)
        else:
            self._retry(sentence(error))

    def _strand(self, stored: Stored, text: ArticleText, error: NewsroomError) -> None:
        """Text of an article that is no longer on the sheet could not be saved."""
        actions = [
            (_("Try again"), partial(self._write, stored, text)),
            (_("Keep it as a copy"), partial(self.copy, stored, text)),
        ]
        self._pane.show_banner(sentence(error), Tone.ERROR, actions)

    def _retry(self, problem: str) -> None:
        wait = _RETRY_MS[min(self._failures, len(_RETRY_MS) - 1)]
        self._failures += 1
        self._timer.start(wait)
        words = _("{problem} Your text is still here; saving is tried again.")
        actions = [(_("Try now"), self.save)]
        self._pane.show_banner(words.format(problem=problem), Tone.ERROR, actions)

    def _set_state(self, safety: Safety, problem: str = "") -> None:
        if safety is Safety.SAVED:
            state = SaveState(safety=safety, at=monotonic(), wall=time())
        else:
            last = self.state
            state = SaveState(safety=safety, at=last.at, wall=last.wall, problem=problem)
        self.state = state
        self.state_changed.emit(state)
