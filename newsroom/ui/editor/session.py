"""Between the sheet and the library: opening, saving without a button, others' changes."""

from dataclasses import dataclass
from enum import Enum
from functools import partial
from time import monotonic, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from newsroom.domain.article import Article, ArticleText, Status, text_part, with_text
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.errors import NewsroomError, NotFoundError, StaleRevisionError
from newsroom.i18n import _, sentence
from newsroom.services.articles import create_article, read_article, save_text
from newsroom.services.desk import Desk
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.editor.pictures import load_picture
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
from newsroom.ui.widgets.banner import Tone

if TYPE_CHECKING:
    from newsroom.ui.editor.pane import EditorPane

_SAVE_MS = 250
_TELL_MS = 50
_RETRY_MS = (1000, 2000, 5000, 10000, 30000)


class Safety(Enum):
    """How safe what is on the sheet is."""

    EMPTY = "empty"
    """No article is open."""
    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveState:
    """What the footer says. `at` is monotonic, `wall` seconds since 1970, of the last commit."""

    safety: Safety = Safety.EMPTY
    at: float = 0.0
    wall: float = 0.0
    problem: str = ""


class _Stored:
    """The article as it was last read or written. Saves that are queued one after another build
    on it: `write` runs on the database lane, where it is always up to date.
    """

    def __init__(self, desk: Desk, article: Article) -> None:
        self._desk = desk
        self.article = article

    def write(self, text: ArticleText) -> Outcome[Article]:
        """Save `text` over what was last stored; raises `StaleRevisionError`."""
        outcome = save_text(desk=self._desk, base=self.article, text=text)
        self.article = outcome.value
        return outcome

    def copy(self, text: ArticleText) -> Outcome[Article]:
        """Store `text` as an article of its own beside this one."""
        base = self.article
        return create_article(
            desk=self._desk,
            text=text,
            section=base.section,
            tags=base.tags,
            dateline=base.dateline,
            language=base.language,
        )


class ArticleSession(QObject):
    """Keeps one pane and one article of the library in step.

    `save_state_changed(SaveState)`; `article_opened(Article)` when one is on the sheet;
    `article_changed(Article)` with what is on the sheet, saved or not, shortly after each edit;
    `closed()` when the article is gone or none is open; `conflict()` when someone else changed the
    text meanwhile; `idle()` when everything typed is on the disk.
    """

    save_state_changed = Signal(object)
    article_opened = Signal(object)
    article_changed = Signal(object)
    closed = Signal()
    conflict = Signal()
    idle = Signal()

    def __init__(
        self,
        *,
        pane: "EditorPane",
        desk: Desk,
        tasks: TaskRunner,
        operations: Operations,
        bus: ChangeBus,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pane, self._sheet = pane, pane.sheet
        self._desk, self._tasks, self._operations = desk, tasks, operations
        self._stored: _Stored | None = None
        self._wanted: ArticleId | None = None
        self._written: ArticleText | None = None
        self._dirty = self._in_conflict = False
        self._in_flight = 0
        self._failures = 0
        self.save_state = SaveState()
        self._save_timer = QTimer(self, singleShot=True, interval=_SAVE_MS)
        self._tell_timer = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._save_timer.timeout.connect(self._save)
        self._tell_timer.timeout.connect(self._tell)
        self._sheet.text_edited.connect(self._edited)
        bus.changed.connect(self._adapt)

    # ---- what the window asks

    @property
    def article(self) -> Article | None:
        """The open article with what is on the sheet, saved or not."""
        if self._stored is None:
            return None
        return with_text(self._stored.article, self._sheet.article_text())

    @property
    def article_id(self) -> ArticleId | None:
        """The id of the open article (or of the one being opened)."""
        return self._wanted

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not on the disk yet."""
        return self._dirty or self._in_flight > 0

    def open(self, article_id: ArticleId) -> None:
        """Save what is open, then show another article."""
        self._leave()
        self._wanted = article_id
        self._read(article_id)

    def close(self) -> None:
        """Save what is open and show nothing."""
        self._leave()
        self._forget()

    def flush(self) -> None:
        """Queue everything typed for writing now; `idle` tells when it is on the disk."""
        self._sheet.commit_pending()
        self._save_timer.stop()
        if self._dirty and not self._in_conflict:
            self._save()

    def _leave(self) -> None:
        """Before another article: an undecided conflict ends with a copy, so nothing is lost."""
        self.flush()
        if self._dirty and self._in_conflict and self._stored is not None:
            self._keep(self._stored, self._sheet.article_text())

    # ---- opening

    def _read(self, article_id: ArticleId) -> None:
        self._tasks.run(
            partial(_read_article, self._desk, article_id),
            owner=self,
            on_done=self._show,
            on_error=self._not_opened,
        )

    def _show(self, article: Article) -> None:
        if article.id != self._wanted:
            return
        self._stored = _Stored(self._desk, article)
        self._reset()
        self._pane.hide_banner()
        self._sheet.set_text(text_part(article), self._load_photo)
        self._set_state(Safety.SAVED)
        self.article_opened.emit(article)
        self.article_changed.emit(article)

    def _reset(self) -> None:
        self._dirty = self._in_conflict = False
        self._in_flight = self._failures = 0
        self._save_timer.stop()
        self._tell_timer.stop()

    def _not_opened(self, error: NewsroomError) -> None:
        self._forget()
        self._pane.show_banner(sentence(error), Tone.ERROR)

    def _forget(self) -> None:
        self._stored = self._wanted = None
        self._reset()
        self._sheet.set_text(ArticleText())
        self._set_state(Safety.EMPTY)
        self.closed.emit()

    def _load_photo(self, photo: PhotoId) -> QImage | None:
        """Begin to read a picture; the sheet shows it when it has come."""
        self._tasks.run(
            partial(_load, self._desk, photo),
            owner=self,
            on_done=partial(_show_photo, self._sheet, photo),
            on_error=_leave_blank,
            lane=Lane.POOL,
        )
        return None

    # ---- saving

    @Slot()
    def _edited(self) -> None:
        if self._stored is None:
            return
        self._dirty = True
        if not self._tell_timer.isActive():
            self._tell_timer.start()
        if self._in_conflict:
            return
        if self.save_state.safety is not Safety.SAVING:
            self._set_state(Safety.SAVING)
        if not self._save_timer.isActive() and not self._in_flight:
            self._save_timer.start(_SAVE_MS)

    @Slot()
    def _tell(self) -> None:
        article = self.article
        if article is not None:
            self.article_changed.emit(article)

    @Slot()
    def _save(self) -> None:
        if self._stored is None or self._in_conflict:
            return
        self._dirty = False
        self._in_flight += 1
        self._set_state(Safety.SAVING)
        self._write(self._stored, self._sheet.article_text())

    def _write(self, stored: _Stored, text: ArticleText) -> None:
        self._operations.run(
            partial(stored.write, text),
            owner=self,
            on_done=partial(self._saved, stored),
            on_error=partial(self._not_saved, stored, text),
        )

    def _saved(self, stored: _Stored, article: Article) -> None:
        del article
        if stored is not self._stored:
            return
        self._in_flight = max(0, self._in_flight - 1)
        if self._failures:
            self._failures = 0
            self._pane.hide_banner()
        if self._dirty:
            self._save_timer.start(_SAVE_MS)
        elif not self._in_flight:
            self._set_state(Safety.SAVED)
            self.idle.emit()

    def _not_saved(self, stored: _Stored, text: ArticleText, error: NewsroomError) -> None:
        """The text stays on the sheet; a conflict is the person's to decide, else we try again."""
        if stored is not self._stored:
            self._strand(stored, text, error)
            return
        self._dirty = True
        self._in_flight = max(0, self._in_flight - 1)
        self._set_state(Safety.FAILED, sentence(error))
        if isinstance(error, StaleRevisionError):
            self._stand_in_conflict(sentence(error))
        elif isinstance(error, NotFoundError):
            self._stand_alone(sentence(error))
        else:
            self._retry(sentence(error))

    def _strand(self, stored: _Stored, text: ArticleText, error: NewsroomError) -> None:
        """Text of an article that is no longer on the sheet could not be saved."""
        actions = [
            (_("Try again"), partial(self._write, stored, text)),
            (_("Keep it as a copy"), partial(self._keep, stored, text)),
        ]
        self._pane.show_banner(sentence(error), Tone.ERROR, actions)

    def _keep(self, stored: _Stored, text: ArticleText) -> None:
        self._operations.run(
            partial(stored.copy, text), owner=self, on_error=partial(self._not_saved, stored, text)
        )

    def _retry(self, problem: str) -> None:
        wait = _RETRY_MS[min(self._failures, len(_RETRY_MS) - 1)]
        self._failures += 1
        self._save_timer.start(wait)
        words = _("{problem} Your text is still here; saving is tried again.")
        actions = [(_("Try now"), self._save)]
        self._pane.show_banner(words.format(problem=problem), Tone.ERROR, actions)

    def _stand_in_conflict(self, problem: str) -> None:
        self._in_conflict = True
        actions = [
            (_("Keep mine as a copy"), self.keep_copy),
            (_("Take the other one"), self.take_other),
        ]
        self._pane.show_banner(problem, Tone.WARNING, actions)
        self.conflict.emit()

    def _stand_alone(self, problem: str) -> None:
        self._in_conflict = True
        actions = [(_("Keep mine as a copy"), self.keep_copy)]
        self._pane.show_banner(problem, Tone.WARNING, actions)

    def keep_copy(self) -> None:
        """Store what is on the sheet as an article of its own and go on with that one."""
        if self._stored is None:
            return
        stored, text = self._stored, self._sheet.article_text()
        self._operations.run(
            partial(stored.copy, text),
            owner=self,
            on_done=self._copied,
            on_error=partial(self._not_saved, stored, text),
        )

    def _copied(self, article: Article) -> None:
        self._wanted = article.id
        self._stored = _Stored(self._desk, article)
        self._reset()
        self._pane.hide_banner()
        self._set_state(Safety.SAVED)
        self.article_opened.emit(article)
        if self._sheet.article_text() != text_part(article):
            self._edited()
        else:
            self.idle.emit()

    def take_other(self) -> None:
        """Drop what is on the sheet and show what is in the library."""
        if self._wanted is not None:
            self._dirty = False
            self._read(self._wanted)

    # ---- others' changes

    @Slot(object)
    def _adapt(self, changes: ChangeSet) -> None:
        if self._stored is None or self._wanted is None:
            return
        if self._wanted in changes.removed:
            if self._dirty:
                self._stand_alone(_("This article was deleted elsewhere."))
            else:
                self._forget()
        elif self._wanted in changes.articles and not self._in_flight:
            self._tasks.run(
                partial(_read_article, self._desk, self._wanted),
                owner=self,
                on_done=self._compare,
                on_error=_leave_blank,
            )

    def _compare(self, found: Article) -> None:
        """Take over details at once, text only when nothing was typed here meanwhile."""
        if self._stored is None or found.id != self._stored.article.id or self._in_flight:
            return
        known = self._stored.article
        if found.revision <= known.revision:
            return
        spiked = found.status is Status.SPIKED and known.status is not Status.SPIKED
        if spiked and not self._dirty:
            self._forget()
        elif text_part(found) == text_part(known):
            self._stored.article = found
            self._tell()
        elif not self._dirty:
            caret = self._sheet.caret()
            self._show(found)
            self._sheet.set_caret(caret)

    def _set_state(self, safety: Safety, problem: str = "") -> None:
        if safety is Safety.SAVED:
            state = SaveState(safety=safety, at=monotonic(), wall=time())
        else:
            last = self.save_state
            state = SaveState(safety=safety, at=last.at, wall=last.wall, problem=problem)
        self.save_state = state
        self.save_state_changed.emit(state)


def _read_article(desk: Desk, article_id: ArticleId, progress: TaskProgress) -> Article:
    del progress
    return read_article(desk=desk, article_id=article_id)


def _load(desk: Desk, photo: PhotoId, progress: TaskProgress) -> QImage:
    del progress
    return load_picture(desk.photos.read(photo))


def _show_photo(sheet: object, photo: PhotoId, image: QImage) -> None:
    from newsroom.ui.editor.sheet import Sheet

    if isinstance(sheet, Sheet):
        sheet.show_photo(photo, image)


def _leave_blank(error: NewsroomError) -> None:
    """A picture that is missing stays an empty ground; the article can be written all the same."""
    del error
