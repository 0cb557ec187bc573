"""The main window: puts the parts together and connects them, in one visible block."""

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from newsroom.domain.changes import ChangeSet
from newsroom.i18n import _
from newsroom.services.desk import Desk
from newsroom.ui.changes import ChangeBus
from newsroom.ui.inspector.inspector import Inspector
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.theme import Theme
from newsroom.ui.tokens import Tokens
from newsroom.ui.window_parts import WindowParts
from newsroom.ui.window_state import least_size

_NAMED_FROM = 800


class MainWindow(WindowParts):
    """The window. It can be shown before there is a library: `attach_desk` brings that.

    `closed()` is sent when it has stored everything and closed; `again` tells then whether it is
    to be opened anew.
    """

    closed = Signal()

    def __init__(
        self,
        *,
        tasks: TaskRunner,
        bus: ChangeBus,
        settings: QSettings,
        theme: Theme,
        desk: Desk | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks=tasks, bus=bus, settings=settings, theme=theme, parent=parent)
        self._closing = False
        self.again = False
        self._connect_signals(bus)
        self._connect_dialogs()
        self._connect_actions()
        self._connect_versions()
        self._connect_preview()
        self._restore()
        if desk is not None:
            self.attach_desk(desk)

    def _connect_dialogs(self) -> None:
        """What is asked in dialogs, and what comes of it."""
        self.article.related_wanted.connect(self.dialogs.pick_related)
        self.dialogs.related_picked.connect(self.article.add_related)
        self.dialogs.place_requested.connect(self.article.open_at)
        self.dialogs.article_wanted.connect(self.showing.open_and_write)
        self.dialogs.presets_changed.connect(self.copyfit.measure_again)
        self.templates.made.connect(self.showing.open_and_write)

    def _connect_signals(self, bus: ChangeBus) -> None:
        actions, library, article, centre, showing = (
            self.actions_,
            self.library,
            self.article,
            self.centre,
            self.showing,
        )
        # what was changed, and what failed
        bus.changed.connect(self._changed)
        self._tasks.failed.connect(centre.tell_error)
        self.undo_stack.indexChanged.connect(centre.end_news)
        self.deeds.done.connect(self._tell_deed)
        self.deeds.left_alone.connect(centre.tell_warning)
        # the library
        library.browsed.connect(article.open)
        library.opened.connect(showing.open_and_write)
        library.list.clicked.connect(showing.row_clicked)
        library.counted.connect(showing.counted)
        # the open article
        article.opened.connect(showing.opened)
        article.opened.connect(self.views.opened)
        article.opened.connect(self.goals.opened)
        article.closed.connect(self.goals.closed)
        article.closed.connect(showing.closed)
        article.changed.connect(showing.changed)
        self.editor.sheet.page_pasted.connect(showing.page_pasted)
        self.commenting.list_wanted.connect(self._show_comments)
        for maker in (self.deeds, self.intake, self.templates):
            maker.made.connect(library.show_new)
        self.deeds.made.connect(showing.open_and_write)
        self.intake.made.connect(showing.open_and_write)
        # ways in
        centre.wanted.connect(self._trigger)
        centre.footer.findings_wanted.connect(actions["proof"].trigger)
        self.drops.dropped.connect(self.intake.take_files)
        self.palette_.article_wanted.connect(showing.open_and_write)
        self.palette_.command_wanted.connect(self._trigger)
        self.palette_.place_wanted.connect(self.views.go_to)
        # the look
        self.look.spoken.connect(self.retranslate)
        self.look.spoken.connect(self.goals.retranslate)
        self.look.zoomed.connect(self.editor.set_zoom)
        self.look.resized.connect(self.start_again)
        self.columns.folded.connect(self._show_folds)
        self._theme.changed.connect(self._set_tokens)

    def _connect_preview(self) -> None:
        """The web page: what is clicked there, and printed from it."""
        self.preview.article_requested.connect(self.showing.open_and_write)
        self.preview.print_requested.connect(self.preview_print.print_article)
        self.preview_print.began.connect(self._tell_printing)
        self.preview_print.failed.connect(self.centre.tell_error)
        self.look.spoken.connect(self.preview_desk.retranslate)
        self.look.spoken.connect(self.print_desk.retranslate)
        self.print_desk.pane_wanted.connect(self.stops.unfold_printed)
        self.dialogs.check_requested.connect(self.print_desk.check)
        self.dialogs.presets_changed.connect(self.print_desk.refresh)
        self.drops.prints_dropped.connect(self.print_desk.check_all)

    def _connect_versions(self) -> None:
        """After the rest: an article that is opened shows the sheet first, then a comparison."""
        self.article.opened.connect(self.versions.opened)
        self.article.closed.connect(self.versions.closed)
        self.versions.history_wanted.connect(self._show_history)
        self.look.zoomed.connect(self.comparison.set_zoom)

    def _connect_actions(self) -> None:
        actions = self.actions_
        actions["search"].triggered.connect(self._search)
        actions["palette"].triggered.connect(self.palette_.open)
        actions["proof"].triggered.connect(self._proof)
        actions["quit"].triggered.connect(self.close)
        actions["library"].triggered.connect(self.columns.show_library)
        actions["side"].triggered.connect(self.columns.show_side)
        actions["focus-mode"].triggered.connect(self._set_focus_mode)
        self.menus["edit"].aboutToShow.connect(self.editing.adapt)
        self.menus["edit"].aboutToHide.connect(self.editing.release)

    # ---- the library ---------------------------------------------------------------------
    def attach_desk(self, desk: Desk) -> None:
        """The library is open: show it, and the article that was open last."""
        for part in (
            self.library,
            self.article,
            self.deeds,
            self.intake,
            self.templates,
            self.dialogs,
            self.palette_,
            self.media,
            self.versions,
            self.photo_desk,
            self.preview_print,
            self.habits,
            self.commenting,
            self.print_proof,
            self.print_desk,
            self.copyfit,
        ):
            part.attach_desk(desk)
        self.targets.attach()
        last = self.state.article
        if last is not None:
            self.article.reopen(last, self.state.caret)
        self.inspector.tabs.setCurrentIndex(self.state.tab)
        self.preview_desk.reopen()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        self.library.apply(changes)
        self.article.apply(changes)
        self.versions.apply(changes)

    @Slot()
    def _tell_printing(self) -> None:
        self.centre.tell_hint(_("The print PDF is being made and opens in a moment."))

    @Slot(str)
    def _tell_deed(self, words: str) -> None:
        self.centre.tell_news(words, action=_("Undo"), on_action=self.undo_stack.undo)

    # ---- actions ---------------------------------------------------------------------------
    @Slot(str)
    def _trigger(self, command_id: str) -> None:
        self.actions_[command_id].trigger()

    @Slot()
    def come_forward(self) -> None:
        """Be seen: at the start, and because the program was started a second time."""
        if self.isMinimized():
            self.showNormal()
        elif self.isHidden() and self.state.opens_maximised(self):
            self.showMaximized()
        else:
            self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def _search(self) -> None:
        self.stops.unfold_library()
        self.library.focus_search()

    @Slot()
    def _show_history(self) -> None:
        self.stops.unfold_side()
        self.inspector.show_page(self.inspector.history_page)
        self.inspector.history_page.versions.setFocus()

    @Slot()
    def _proof(self) -> None:
        self.stops.unfold_side()
        self.inspector.show_page(self.inspector.proof_page)

    @Slot()
    def _show_comments(self) -> None:
        self.stops.unfold_side()
        self.inspector.show_page(self.inspector.comments_page)

    @Slot(bool)
    def _set_focus_mode(self, on: bool) -> None:
        self.columns.set_focus_mode(on)
        self.editor.set_focus_mode(on)
        self.centre.footer.setHidden(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nothing else wants it, is the way out of focus mode that people try first."""
        if event.key() == Qt.Key.Key_Escape and self.columns.focus_mode():
            self.actions_["focus-mode"].trigger()
        else:
            super().keyPressEvent(event)

    # ---- look and language -----------------------------------------------------------------
    @Slot()
    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.actions_.retranslate()
        self.menus.retranslate()
        self.app_name.setText(_("Newsroom"))
        self.app_name.adjustSize()  # a menu bar's corner keeps the width of the words before
        self._replace_inspector()
        for part in (
            self.library,
            self.centre,
            self.palette_,
            self.editor,
            self.comparison,
            self.preview,
            self.printed,
            self.stack,
        ):
            part.retranslate()

    def _replace_inspector(self) -> None:
        """It takes its words when it is made, and holds nothing that is not in the article."""
        self.inspector.flush()
        tab = self.inspector.tabs.currentIndex()
        self.inspector = Inspector(self._theme, self._tasks)
        self.columns.replace_inspector(self.inspector)
        self.inspector.tabs.setCurrentIndex(tab)
        self.commenting.attach(self.inspector)
        self.article.attach_panes(self.inspector, self.preview)
        self.versions.attach(self.inspector)
        self.print_proof.attach(self.inspector)

    @Slot(object)
    def _set_tokens(self, tokens: Tokens) -> None:
        self.actions_.set_tokens(tokens)
        for part in (
            self.library,
            self.centre,
            self.palette_,
            self.editor,
            self.comparison,
            self.preview,
            self.printed,
        ):
            part.set_tokens(tokens)

    @Slot()
    def _show_folds(self) -> None:
        for name, shown in (
            ("library", self.columns.library_shown()),
            ("side", self.columns.side_shown()),
            ("focus-mode", self.columns.focus_mode()),
        ):
            self.actions_[name].setChecked(shown)

    # ---- from one start to the next ----------------------------------------------------------
    def _restore(self) -> None:
        self.setMinimumSize(least_size(self.screen()))
        self.state.restore_geometry(self)
        self.columns.restore_state(self.state.settings)
        self.library.restore_state(self.state.settings)
        self.editor.set_zoom(self.state.zoom / 100)
        self.comparison.set_zoom(self.state.zoom / 100)
        self.library.tree.setFocus()
        if self.state.focus_mode and self.state.article is not None:
            self.actions_["focus-mode"].trigger()

    def _remember(self) -> None:
        self.state.save_geometry(self)
        self.columns.save_state(self.state.settings)
        self.library.save_state(self.state.settings)
        self.preview_desk.remember()
        self.state.focus_mode = self.columns.focus_mode()
        self.state.tab = self.inspector.tabs.currentIndex()
        self.goals.keep()
        if self.article.article() is not None:
            self.state.caret = self.article.caret()
        self.state.settings.sync()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the menus need the room of the program's name."""
        super().resizeEvent(event)
        self.app_name.setVisible(event.size().width() >= _NAMED_FROM)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when all that was written is stored, here or elsewhere; nothing ever asks."""
        if self._closing:
            event.accept()
            return
        event.ignore()
        self._remember()
        self.article.leave_then(self._close_now)

    @Slot()
    def start_again(self) -> None:
        """Close, to be opened anew."""
        self.again = True
        self.close()

    def _close_now(self) -> None:
        self._closing = True
        self.preview_desk.close()
        self.paper.stop()
        self.print_desk.close()
        self.close()
        self.closed.emit()
