"""Between the sheet and the library: opening, closing, conflicts, others' changes."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from newsroom.domain.article import Article, ArticleText, Status, text_part, with_text
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.errors import NewsroomError, StaleRevisionError, UserError
from newsroom.i18n import _, ngettext, sentence
from newsroom.services.articles import read_article
from newsroom.services.desk import Desk
from newsroom.services.journal import Recovery, drop_edits, pending_articles, recover_article
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.editor.elsewhere import Elsewhere
from newsroom.ui.editor.pictures import load_photo
from newsroom.ui.editor.save_state import SaveState
from newsroom.ui.editor.saver import Saver
from newsroom.ui.editor.stored import Stored
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
from newsroom.ui.widgets.banner import Tone

if TYPE_CHECKING:
    from newsroom.ui.editor.pane import EditorPane
    from newsroom.ui.editor.sheet import Sheet

_TELL_MS = 50


class ArticleSession(QObject):
    """Keeps one pane and one article of the library in step.

    `save_state_changed(SaveState)`; `article_opened(Article)` when one is on the sheet;
    `article_changed(Article)` with what is on the sheet, saved or not, shortly after each edit;
    `closed()` when the article is gone or none is open; `conflict()` when someone else changed the
    text meanwhile; `idle()` when the article in the library holds everything typed.
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
        self._desk, self._tasks = desk, tasks
        self._saver = Saver(pane=pane, tasks=tasks, operations=operations, parent=self)
        self._elsewhere = Elsewhere(desk=desk, tasks=tasks, pane=pane, saver=self._saver)
        self._bus = bus
        self._recovered: dict[ArticleId, Recovery] = {}
        self._wanted: ArticleId | None = None
        self._tell_timer = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._connect(bus)

    def _connect(self, bus: ChangeBus) -> None:
        self._sheet.text_edited.connect(self._edited)
        self._saver.state_changed.connect(self.save_state_changed)
        self._saver.idle.connect(self.idle)
        self._saver.refused.connect(self._stand)
        self._tell_timer.timeout.connect(self._tell)
        bus.changed.connect(self._adapt)

    # ---- what the window asks

    @property
    def article(self) -> Article | None:
        """The open article with what is on the sheet, saved or not."""
        stored = self._saver.stored
        return None if stored is None else with_text(stored.article, self._sheet.article_text())

    @property
    def article_id(self) -> ArticleId | None:
        """The id of the open article (or of the one being opened)."""
        return self._wanted

    @property
    def save_state(self) -> SaveState:
        """What `save_state_changed` told last."""
        return self._saver.state

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not in the library's article yet."""
        return self._saver.dirty or self._saver.writing

    @property
    def copied_elsewhere(self) -> bool:
        """Whether what the library does not take is in a copy elsewhere."""
        return self._saver.copied

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
        self._saver.flush()

    def _leave(self) -> None:
        """Before another article: an undecided conflict ends with a copy, so nothing is lost."""
        self.flush()
        saver = self._saver
        if saver.dirty and saver.halted and saver.stored is not None:
            saver.copy(saver.stored, self._sheet.article_text())

    # ---- opening

    def _read(self, article_id: ArticleId) -> None:
        self._tasks.run(
            partial(_open_article, self._desk, article_id),
            owner=self,
            on_done=self._open_recovered,
            on_error=self._not_opened,
        )

    def _open_recovered(self, outcome: Outcome[Recovery]) -> None:
        self._note_recovered([outcome])
        self._show(outcome.value.article)

    def recover(self) -> None:
        """Bring into their articles what a program that died left in the journal."""
        self._tasks.run(partial(_recover_all, self._desk), owner=self, on_done=self._note_recovered)

    def _note_recovered(self, outcomes: Sequence[Outcome[Recovery]]) -> None:
        """The person is told when the article is on the sheet."""
        for outcome in outcomes:
            recovery = outcome.value
            if recovery.edits or recovery.copy:
                self._recovered[recovery.article.id] = recovery
                self._bus.publish(outcome.changes)

    def _tell_recovered(self, recovery: Recovery) -> None:
        words = ngettext(
            "{count} edit from before the program stopped was recovered.",
            "{count} edits from before the program stopped were recovered.",
            recovery.edits,
        ).format(count=recovery.edits)
        if recovery.copy is not None:
            words = _(
                "The article was changed after the program stopped; what was typed before is kept "
                "in a copy."
            )
        self._pane.show_banner(words, Tone.INFO, [(_("Close"), self._pane.hide_banner)])

    def _show(self, article: Article) -> None:
        if article.id != self._wanted:
            return
        self._follow(article)
        self._sheet.set_text(text_part(article), self._load_photo)
        self._saver.settled()
        if article.id in self._recovered:
            self._tell_recovered(self._recovered.pop(article.id))
        self.article_opened.emit(article)
        self.article_changed.emit(article)

    def _follow(self, article: Article) -> None:
        self._saver.follow(Stored(self._desk, article))
        self._tell_timer.stop()
        self._pane.hide_banner()

    def _not_opened(self, error: NewsroomError) -> None:
        self._forget()
        self._pane.show_banner(sentence(error), Tone.ERROR)

    def _forget(self) -> None:
        self._wanted = None
        self._saver.follow(None)
        self._tell_timer.stop()
        self._sheet.set_text(ArticleText())
        self._saver.settled()
        self.closed.emit()

    def _load_photo(self, photo: PhotoId) -> QImage | None:
        """Begin to read a picture; the sheet shows it when it has come."""
        self._tasks.run(
            partial(load_photo, self._desk, photo),
            owner=self,
            on_done=partial(_show_photo, self._sheet, photo),
            on_error=_leave_blank,
            lane=Lane.POOL,
        )
        return None

    # ---- edits

    @Slot()
    def _edited(self) -> None:
        if self._saver.stored is None:
            return
        if not self._tell_timer.isActive():
            self._tell_timer.start()
        self._saver.touch()

    @Slot()
    def _tell(self) -> None:
        article = self.article
        if article is not None:
            self.article_changed.emit(article)

    # ---- conflicts

    @Slot(object)
    def _stand(self, error: NewsroomError) -> None:
        """The text cannot be saved over what is in the library now: a person decides."""
        if isinstance(error, StaleRevisionError):
            self._stand_in_conflict(sentence(error))
        else:
            self._stand_alone(sentence(error))

    def _stand_in_conflict(self, problem: str) -> None:
        self._saver.halt()
        actions = [
            (_("Keep mine as a copy"), self.keep_copy),
            (_("Take the other one"), self.take_other),
        ]
        self._pane.show_banner(problem, Tone.WARNING, actions)
        self.conflict.emit()

    def _stand_alone(self, problem: str) -> None:
        self._saver.halt()
        actions = [(_("Keep mine as a copy"), self.keep_copy)]
        self._pane.show_banner(problem, Tone.WARNING, actions)

    def keep_copy(self) -> None:
        """Store what is on the sheet as an article of its own and go on with that one."""
        if self._saver.stored is not None:
            self._saver.copy(self._saver.stored, self._sheet.article_text(), self._copied)

    def _copied(self, article: Article) -> None:
        self._wanted = article.id
        self._follow(article)
        self._saver.settled()
        self.article_opened.emit(article)
        if self._sheet.article_text() != text_part(article):
            self._edited()
        else:
            self.idle.emit()

    def take_other(self) -> None:
        """Drop what is on the sheet and show what is in the library."""
        if self._wanted is not None:
            self._saver.dirty = False
            self._tasks.run(
                partial(_read_other, self._desk, self._wanted),
                owner=self,
                on_done=self._show,
                on_error=self._not_opened,
            )

    # ---- others' changes

    @Slot(object)
    def _adapt(self, changes: ChangeSet) -> None:
        if self._saver.stored is None or self._wanted is None:
            return
        if self._wanted in changes.removed:
            if self._saver.dirty:
                self._stand_alone(_("This article was deleted elsewhere."))
            else:
                self._forget()
        elif self._wanted in changes.articles and not self._saver.writing:
            self._tasks.run(
                partial(_read_article, self._desk, self._wanted),
                owner=self,
                on_done=self._compare,
                on_error=_leave_blank,
            )

    def _compare(self, found: Article) -> None:
        """Take over details at once, text only when nothing was typed here meanwhile."""
        stored = self._saver.stored
        if stored is None or found.id != stored.article.id or self._saver.writing:
            return
        known = stored.article
        if text_part(found) != text_part(known):
            self._sheet.commit_pending()
        dirty = self._saver.dirty
        if found.revision <= known.revision:
            return
        spiked = found.status is Status.SPIKED and known.status is not Status.SPIKED
        if spiked and not dirty:
            self._forget()
        elif text_part(found) == text_part(known):
            stored.article = found
            self._saver.flush()  # edits of the journal belong to the revision they were made over
            self._tell()
        elif not dirty:
            caret = self._sheet.caret()
            self._show(found)
            self._sheet.set_caret(caret)


def _read_article(desk: Desk, article_id: ArticleId, progress: TaskProgress) -> Article:
    del progress
    return read_article(desk=desk, article_id=article_id)


def _read_other(desk: Desk, article_id: ArticleId, progress: TaskProgress) -> Article:
    drop_edits(desk=desk, article_id=article_id)
    return _read_article(desk, article_id, progress)


def _open_article(desk: Desk, article_id: ArticleId, progress: TaskProgress) -> Outcome[Recovery]:
    del progress
    return recover_article(desk=desk, article_id=article_id, note=_recovery_note())


def _recover_all(desk: Desk, progress: TaskProgress) -> list[Outcome[Recovery]]:
    """What cannot be recovered stays in the journal, and says so when its article is opened."""
    recovered = []
    for article_id in pending_articles(desk=desk):
        with suppress(UserError):
            recovered.append(_open_article(desk, article_id, progress))
    return recovered


def _recovery_note() -> str:
    return _("Recovered: what was typed before the program stopped.")


def _show_photo(sheet: "Sheet", photo: PhotoId, image: QImage) -> None:
    sheet.show_photo(photo, image)


def _leave_blank(error: NewsroomError) -> None:
    """A picture that is missing stays an empty ground; the article can be written all the same."""
    del error
