"""Whether the open article fits its slot, in the footer; and in the sheet what has no room."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from newsroom.domain.article import Article
from newsroom.domain.rendering import RenderContext
from newsroom.domain.slot import Fit, parse_slot
from newsroom.domain.slot import Slot as PageSlot
from newsroom.errors import NewsroomError, UserError
from newsroom.i18n import _, sentence
from newsroom.services.desk import Desk
from newsroom.ui.actions import Actions
from newsroom.ui.editor.overset import Overset
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.footer import Footer
from newsroom.ui.printing.preset_names import read_preset_names
from newsroom.ui.tasks import Lane, Task, TaskProgress, TaskRunner
from newsroom.ui.theme import Theme
from newsroom.ui.widgets.slot_popup import SlotPopup
from newsroom.ui.wording import fit_words

_PAUSE_MS = 15
"""Keys that come together are measured together."""


class CopyfitKeeper(QObject):
    """`slot_chosen(str)` when the person binds the open article to a slot, empty for none.

    One measurement runs at a time; edits that come meanwhile are measured next, all at once.
    """

    slot_chosen = Signal(str)

    def __init__(
        self,
        *,
        actions: Actions,
        tasks: TaskRunner,
        theme: Theme,
        pane: EditorPane,
        footer: Footer,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._theme, self._footer = tasks, theme, footer
        self._overset = Overset(pane.sheet)
        self._wanted: tuple[Article, RenderContext] | None = None
        self._last: tuple[Article, RenderContext] | None = None
        self._slot: PageSlot | None = None
        self._article: Article | None = None
        self._running: Task[Fit] | None = None
        self._asking = False
        self._press: Path | None = None
        self._measure = _Measure()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._start)
        footer.slot_wanted.connect(self.choose)
        actions["slot"].triggered.connect(self.choose)

    def attach_desk(self, desk: Desk) -> None:
        """Slots may be of the own presets of the library of `desk`."""
        self._press = desk.press
        self._measure = _Measure(desk.press)

    @Slot(object, object)
    def follow(self, article: Article, context: RenderContext) -> None:
        """The article as it is now, with what laying it out needs."""
        self._article = article
        self._slot = _slot_of(article)
        if self._slot is None:
            self._clear()
            return
        self._wanted = self._last = (article, context)
        if self._running is None and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def closed(self) -> None:
        """No article is open."""
        self._article = self._slot = self._last = None
        self._clear()

    @Slot()
    def measure_again(self) -> None:
        """The print presets have changed: so may the slot's columns."""
        if self._last is not None:
            self.follow(*self._last)

    def _clear(self) -> None:
        self._wanted = None
        self._overset.show(None)
        self._footer.set_copyfit("")

    # ---- measuring -------------------------------------------------------------------------
    @Slot()
    def _start(self) -> None:
        if self._wanted is None or self._slot is None:
            return
        (article, context), self._wanted = self._wanted, None
        self._running = self._tasks.run(
            partial(self._measure.fit, article, context, self._slot),
            owner=self,
            on_done=self._show,
            on_error=self._fail,
            lane=Lane.POOL,
        )

    def _show(self, fit: Fit) -> None:
        self._running = None
        if self._wanted is not None:
            self._soon.start()
        if self._slot is not None:
            self._overset.show(fit.block, fit.offset)
            tip = _("What lies below the dashed line has no room in the slot") if fit.over else ""
            self._footer.set_copyfit(fit_words(fit), fits=not fit.over, tip=tip)

    def _fail(self, error: NewsroomError) -> None:
        self._running = None
        self._overset.show(None)
        self._footer.set_copyfit(_("No such slot"), fits=False, tip=sentence(error))

    # ---- choosing --------------------------------------------------------------------------
    @Slot()
    def choose(self) -> None:
        """Ask for the slot, at the footer, once it is known which print presets there are."""
        if self._article is None or self._asking:
            return
        self._asking = True
        self._tasks.run(
            partial(read_preset_names, self._press),
            owner=self,
            on_done=self._open,
            on_error=self._miss,
            lane=Lane.POOL,
        )

    def _miss(self, error: NewsroomError) -> None:
        self._asking = False
        self._tasks.failed.emit(error)

    def _open(self, presets: tuple[str, ...]) -> None:
        self._asking = False
        if self._article is None:
            return
        popup = SlotPopup(self._theme, presets, self._slot, self._footer)
        popup.slot_chosen.connect(self.slot_chosen)
        anchor = self._footer.copyfit if self._footer.copyfit.isVisible() else self._footer.words
        popup.open_at(anchor)
        popup.wide.setFocus()


class _Measure:
    """Made at the first measurement, so that a window without slots never loads the press."""

    def __init__(self, press: Path | None = None) -> None:
        self._press = press
        self._copyfit: object | None = None

    def fit(
        self, article: Article, context: RenderContext, slot: PageSlot, progress: TaskProgress
    ) -> Fit:
        del progress
        from newsroom.press.copyfit import Copyfit

        if not isinstance(self._copyfit, Copyfit):
            self._copyfit = Copyfit(self._press)
        return self._copyfit.fit(article, context, slot)


def _slot_of(article: Article) -> PageSlot | None:
    """The slot of `article`; what cannot be read is none."""
    try:
        return parse_slot(article.slot)
    except UserError:
        return None
