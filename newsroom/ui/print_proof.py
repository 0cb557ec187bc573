"""Looks at the open article as print, while somebody looks at the tab of the proof."""

from functools import partial

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from shiboken6 import isValid

from newsroom.domain.article import Article
from newsroom.domain.ids import ArticleId
from newsroom.errors import NewsroomError
from newsroom.i18n import _
from newsroom.services.checking import Finding
from newsroom.services.desk import Desk
from newsroom.services.export_checking import PRINTED, check_print
from newsroom.services.export_formats import find_format
from newsroom.ui.dialogs.export_memory import last_preset
from newsroom.ui.dialogs.export_words import preset_words
from newsroom.ui.inspector.inspector import Inspector
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner

_PAUSE_MS = 800
"""An article is laid out anew for it: not before the person pauses."""

_Asked = tuple[Article, tuple[Finding, ...], str]
_Told = tuple[str, tuple[Finding, ...]]


class PrintProof(QObject):
    """The form is the one that was printed last. One article is looked at at a time."""

    def __init__(self, tasks: TaskRunner, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._settings = settings
        self._desk: Desk | None = None
        self._inspector: Inspector | None = None
        self._reviewed: ArticleId | None = None
        self._known: tuple[Finding, ...] = ()
        self._asked: _Asked | None = None
        self._busy = False
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._look)

    def attach(self, inspector: Inspector) -> None:
        """Serve this inspector; a change of language brings another."""
        self._inspector = inspector
        self._asked = None
        inspector.reviewed.connect(self._on_reviewed)
        inspector.proof_page.shown.connect(self._soon.start)

    def attach_desk(self, desk: Desk) -> None:
        """Find what the articles show in the library of `desk`."""
        self._desk = desk

    @Slot(tuple)
    def _on_reviewed(self, findings: tuple[Finding, ...]) -> None:
        article = self._inspector.article() if self._inspector is not None else None
        if self._inspector is None or article is None:
            return
        if self._reviewed != article.id:
            self._inspector.proof_page.forget_print()
        self._reviewed, self._known = article.id, findings
        self._soon.start()

    @Slot()
    def _look(self) -> None:
        inspector, desk = self._inspector, self._desk
        if inspector is None or desk is None or not inspector.proof_page.isVisible():
            return
        article = inspector.article()
        if article is None or self._busy or article.id != self._reviewed:
            return
        asked = (article, self._known, last_preset(self._settings, PRINTED))
        if asked == self._asked:
            return
        if self._asked is None or self._asked[0].id != article.id:
            inspector.proof_page.forget_print(_("Looking at it as print…"))
        self._asked, self._busy = asked, True
        self._tasks.run(
            partial(_checked, desk, asked),
            owner=self,
            on_done=partial(self._show, article),
            on_error=self._on_error,
            lane=Lane.POOL,
        )

    def _show(self, article: Article, told: _Told) -> None:
        self._busy = False
        inspector = self._inspector
        if inspector is None or not isValid(inspector):
            return
        present = inspector.article()
        if present is not None and present.id == article.id:
            form, findings = told
            inspector.proof_page.show_print(findings, preset_words(PRINTED, form).title)
        self._soon.start()  # it may have been changed meanwhile

    def _on_error(self, _error: NewsroomError) -> None:
        """The export tells what is wrong; the proof has nothing to say then."""
        self._busy = False
        if self._inspector is not None and isValid(self._inspector):
            self._inspector.proof_page.forget_print()


def _checked(desk: Desk, asked: _Asked, _progress: TaskProgress) -> _Told:
    article, known, preset = asked
    printed = find_format(PRINTED, desk)
    form = preset if preset in printed.presets else printed.default
    return form, check_print(desk=desk, article=article, preset=form, known=known)
