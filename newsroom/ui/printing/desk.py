"""What a person does with the printed page: its form, its actions, paper, files from outside."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from newsroom.domain.article import Article
from newsroom.domain.rendering import RenderContext
from newsroom.errors import NewsroomError
from newsroom.i18n import _
from newsroom.services.desk import Desk
from newsroom.services.print_preview import PrintFile
from newsroom.ui.actions import Actions
from newsroom.ui.dialogs.export_words import preset_words
from newsroom.ui.printing.check_window import CheckWindow
from newsroom.ui.printing.drawer import PageDrawer
from newsroom.ui.printing.look import LOOK_COMMANDS, WIDTH, ZOOMS, Inks, Look
from newsroom.ui.printing.look_actions import LookActions
from newsroom.ui.printing.maker import PrintMaker
from newsroom.ui.printing.pages_pane import PagesPane
from newsroom.ui.printing.preset_names import read_preset_names
from newsroom.ui.tasks import Lane, TaskRunner
from newsroom.ui.theme import Theme

_FIRST_FORM = "newspaper"
_PRESET, _ZOOM, _ON, _FOLDER = "printing/preset", "printing/zoom", "printing/on", "printing/folder"


class PrintDesk(QObject):
    """Feeds the pane of the open article, and opens windows for files from outside.

    `pane_wanted()` asks to bring the pane to the front, `paper_wanted(PrintFile)` to print it.
    """

    pane_wanted = Signal()
    paper_wanted = Signal(object)

    def __init__(
        self,
        *,
        actions: Actions,
        tasks: TaskRunner,
        settings: QSettings,
        theme: Theme,
        drawer: PageDrawer,
        pane: PagesPane,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._actions, self._tasks, self._settings = actions, tasks, settings
        self._theme, self._drawer, self._pane, self._window = theme, drawer, pane, window
        self._desk: Desk | None = None
        self._presets: tuple[str, ...] = ()
        self._form = str(settings.value(_PRESET, _FIRST_FORM, str)) or _FIRST_FORM
        self._has_article = self._paper_soon = False
        self._maker = PrintMaker(tasks, self)
        self._forms = QMenu(pane)
        self.windows: list[CheckWindow] = []
        self._restore_look()
        more = [actions[name] for name in ("print-paper", "print", "preview-window", "check-pdf")]
        self._bound = LookActions(pane, {name: actions[name] for name in LOOK_COMMANDS}, more)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        pane, maker, actions = self._pane, self._maker, self._actions
        pane.header.title.hide()
        pane.header.form.setMenu(self._forms)
        self._forms.aboutToShow.connect(self._fill_forms)
        pane.woken.connect(maker.wake)
        pane.look_changed.connect(self._keep_look)
        maker.made.connect(self._show)
        maker.failed.connect(self._fail)
        maker.working.connect(pane.work.tell)
        maker.rested.connect(pane.work.end)
        pane.work.stopped.connect(self._stop)
        pane.message.wanted.connect(self._resume)
        for name in LOOK_COMMANDS:
            actions[name].triggered.connect(self.pane_wanted)
        actions["print-paper"].triggered.connect(self.print_paper)
        actions["check-pdf"].triggered.connect(self.choose_file)

    def attach_desk(self, desk: Desk) -> None:
        """The library's own presets are those of `desk`."""
        self._desk = desk
        self._maker.set_form(self._form, desk.press)
        self._read_presets()

    # ---- the open article --------------------------------------------------------------------
    @Slot(object, object)
    def follow(self, article: Article, context: RenderContext) -> None:
        """The article as it is written now."""
        if not self._has_article:
            self._has_article = True
            self._say_state()
        self._maker.follow(article, context)

    @Slot()
    def closed(self) -> None:
        """No article is open."""
        self._has_article = self._paper_soon = False
        self._maker.forget()
        self._pane.clear()
        self._say_state()

    def _say_state(self) -> None:
        message = self._pane.message
        if self._has_article:
            message.say("newspaper", _("Preparing the printed page…"))
        else:
            message.say("newspaper", _("Choose an article to see it in print."))

    @Slot(object, bool)
    def _show(self, file: PrintFile, anew: bool) -> None:
        self._pane.show_file(file, anew=anew or self._pane.file is None)
        if self._paper_soon:
            self._paper_soon = False
            self.paper_wanted.emit(file)

    @Slot(object)
    def _fail(self, error: NewsroomError) -> None:
        self._paper_soon = False
        self._pane.tell(error)

    @Slot()
    def _stop(self) -> None:
        """The person does not want to wait; what was shown before stays."""
        self._paper_soon = False
        self._maker.stop()
        said, way_on = _("The printed page was not prepared."), _("Prepare it now")
        if self._pane.file is None:
            self._pane.message.say("newspaper", said, way_on=way_on)
        else:
            self._pane.trouble.say(said, action=way_on, on_action=self._resume)

    @Slot()
    def _resume(self) -> None:
        """Make it after all."""
        self._say_state()
        self._maker.again()

    # ---- its form ----------------------------------------------------------------------------
    @property
    def form(self) -> str:
        """The preset that the page is shown in."""
        return self._form

    @Slot()
    def refresh(self) -> None:
        """The library's presets have changed: so may the page."""
        self._read_presets()
        self._maker.again()

    def _read_presets(self) -> None:
        own = self._desk.press if self._desk is not None else None
        self._tasks.run(
            partial(read_preset_names, own), owner=self, on_done=self._take_presets, lane=Lane.POOL
        )

    def _take_presets(self, presets: tuple[str, ...]) -> None:
        self._presets = presets
        if self._form not in presets:
            self.set_form(_FIRST_FORM)

    @Slot()
    def _fill_forms(self) -> None:
        """What was found last; what was put into the folder since is there the next time."""
        self._forms.clear()
        for preset in self._presets:
            words = preset_words("pdf", preset)
            action = QAction(words.title, self._forms)
            action.setCheckable(True)
            action.setChecked(preset == self._form)
            action.setToolTip(words.hint)
            action.triggered.connect(partial(self.set_form, preset))
            self._forms.addAction(action)
        self._read_presets()

    def set_form(self, preset: str, _checked: bool = False) -> None:
        """Show the article in this preset from now on; the one in use is read again."""
        self._form = preset
        self._settings.setValue(_PRESET, preset)
        self._pane.header.form.setText(preset_words("pdf", preset).title)
        self._maker.set_form(preset, self._desk.press if self._desk is not None else None)

    # ---- its look ----------------------------------------------------------------------------
    def _restore_look(self) -> None:
        zoom = str(self._settings.value(_ZOOM, ""))
        on = str(self._settings.value(_ON, "", str)).split()
        known = int(zoom) if zoom in map(str, ZOOMS) else WIDTH
        self._pane.set_look(Look(zoom=known, on=frozenset(on)))

    @Slot(object)
    def _keep_look(self, look: Look) -> None:
        self._settings.setValue(_ZOOM, look.zoom)
        self._settings.setValue(_ON, " ".join(sorted(look.on)))

    @Slot()
    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        for inks, words in (
            (Inks.NONE, _("Page in colours")),
            (Inks.TOTAL, _("All inks together")),
        ):
            self._actions[f"print-inks-{inks}"].setIconText(words)
        self._pane.header.form.setText(preset_words("pdf", self._form).title)
        if self._pane.file is None:
            self._say_state()
        for window in self.windows:
            window.retranslate()

    # ---- paper -------------------------------------------------------------------------------
    @Slot()
    def print_paper(self) -> None:
        """Print the article as it is now in the form that is shown; the page comes to the front."""
        self.pane_wanted.emit()
        file = self._pane.file
        if file is not None and self._maker.up_to_date:
            self.paper_wanted.emit(file)
        else:
            self._paper_soon = True

    # ---- files from outside ------------------------------------------------------------------
    @Slot()
    def choose_file(self) -> None:
        """Ask which PDF file to check."""
        folder = str(self._settings.value(_FOLDER, "") or "")
        name, _kind = QFileDialog.getOpenFileName(
            self._window, _("Check a PDF file"), folder, _("PDF files (*.pdf)")
        )
        if name:
            self._settings.setValue(_FOLDER, str(Path(name).parent))
            self.check(Path(name))

    @Slot(list)
    def check_all(self, paths: list[Path]) -> None:
        """Check each of these files in a window of its own."""
        for path in paths:
            self.check(path)

    @Slot(object)
    def check(self, path: Path) -> None:
        """Show a PDF file with what its preflight finds."""
        window = CheckWindow(tasks=self._tasks, drawer=self._drawer, theme=self._theme)
        self.windows.append(window)
        window.closed.connect(partial(self._forget, window))
        window.paper_wanted.connect(self.paper_wanted)
        window.drops.prints_dropped.connect(self.check_all)
        window.open(path)

    def _forget(self, window: CheckWindow) -> None:
        self.windows.remove(window)

    def close(self) -> None:
        """The main window closes: so do these, and nothing is drawn any more."""
        self.close_windows()
        self._drawer.close()

    def close_windows(self) -> None:
        """Close the windows of files from outside."""
        for window in list(self.windows):
            window.close()
