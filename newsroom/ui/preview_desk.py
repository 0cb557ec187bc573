"""What a person does with the preview: its actions, its window, what is remembered of it."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from newsroom.domain.article import SectionPath
from newsroom.errors import UserError
from newsroom.formats.html.theme import load_theme, theme_names
from newsroom.i18n import _
from newsroom.ui.actions import Actions
from newsroom.ui.columns import Columns
from newsroom.ui.preview.pane import PreviewPane
from newsroom.ui.preview.view import SCREENS, ZOOMS, Kind, View
from newsroom.ui.preview_stack import PreviewStack
from newsroom.ui.preview_window import PreviewWindow
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
from newsroom.ui.widgets.list_popup import Choice, ListPopup

_TOGGLES = {"preview-dark": "dark", "preview-print": "printed"}
_AS_THE_PAPER = "-"


class PreviewDesk(QObject):
    """Carries the preview's actions out on its pane."""

    def __init__(
        self,
        *,
        actions: Actions,
        tasks: TaskRunner,
        settings: QSettings,
        pane: PreviewPane,
        stack: PreviewStack,
        columns: Columns,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._actions, self._tasks, self._settings = actions, tasks, settings
        self._pane, self._stack, self._columns, self._window = pane, stack, columns, window
        self._own: PreviewWindow | None = None
        self._menus = QMenu(window), QMenu(window)
        self._offer()
        self._connect()
        self._restore()

    def _offer(self) -> None:
        actions, (zoom, more) = self._actions, self._menus
        zoom.addActions([actions[_zoom_id(per_cent)] for per_cent in (0, *ZOOMS)])
        more.addActions([actions["preview-print"], actions["preview-theme"]])
        more.addSeparator()
        names = ("preview-find", "preview-reload", "preview-window")
        more.addActions([actions[name] for name in names])
        self._pane.header.show_actions(
            kinds=[actions[f"preview-{kind}"] for kind in Kind],
            screens=[actions[f"preview-{screen}"] for screen in SCREENS],
            toggles=[actions["preview-sync"], actions["preview-dark"]],
            zoom=zoom,
            more=more,
        )

    def _connect(self) -> None:
        actions, pane = self._actions, self._pane
        for name in (
            *(f"preview-{kind}" for kind in Kind),
            *(f"preview-{screen}" for screen in SCREENS),
            *(_zoom_id(per_cent) for per_cent in (0, *ZOOMS)),
            *_TOGGLES,
        ):
            actions[name].triggered.connect(self._choose)
        actions["preview-theme"].triggered.connect(self._ask_theme)
        actions["preview-find"].triggered.connect(self._find)
        actions["preview-reload"].triggered.connect(pane.reload)
        actions["preview-window"].triggered.connect(self._show_window)
        pane.view_changed.connect(self._show_view)
        pane.section_requested.connect(self._show_section)
        pane.link_requested.connect(self._offer_link)

    # ---- the page --------------------------------------------------------------------------
    @Slot()
    def _choose(self) -> None:
        name, view = self.sender().objectName().removeprefix("preview-"), self._pane.view
        if name in list(Kind):
            view = replace(view, kind=Kind(name), section=None)
        elif name in SCREENS:
            view = replace(view, screen=name, printed=False)
        elif name == "dark":
            view = replace(view, dark=not view.dark)
        elif name == "print":
            view = replace(view, printed=not view.printed)
        else:
            view = replace(view, zoom=int(name.removeprefix("zoom-")))
        self._pane.set_view(view)
        self._show_page()

    @Slot(object)
    def _show_section(self, section: SectionPath) -> None:
        """A link of the page leads to a section, or home."""
        kind = Kind.SECTION if section else Kind.FRONT
        self._pane.set_view(replace(self._pane.view, kind=kind, section=section or None))

    @Slot(object)
    def _show_view(self, view: View) -> None:
        actions = self._actions
        for name in (f"preview-{view.kind}", f"preview-{view.screen}", _zoom_id(view.zoom)):
            actions[name].setChecked(True)
        actions["preview-dark"].setChecked(view.dark)
        actions["preview-print"].setChecked(view.printed)
        self._pane.header.show_zoom(f"{view.zoom} %" if view.zoom else _("Fit"))
        for name, value in (("screen", view.screen), ("zoom", view.zoom), ("dark", view.dark)):
            self._settings.setValue(f"preview/{name}", value)

    def _restore(self) -> None:
        settings = self._settings
        screen, zoom = str(settings.value("preview/screen", "")), settings.value("preview/zoom", 0)
        view = View(
            screen=screen if screen in SCREENS else "phone",
            zoom=int(str(zoom)) if str(zoom) in map(str, ZOOMS) else 0,
            dark=bool(settings.value("preview/dark", False, type=bool)),
        )
        self._pane.set_view(view)
        self.retranslate()

    @Slot()
    def retranslate(self) -> None:
        """Take the words of the interface's language; the header has room for short ones."""
        for kind, words in (
            (Kind.ARTICLE, _("Article")),
            (Kind.SECTION, _("Section")),
            (Kind.FRONT, _("Front page")),
            (Kind.CARD, _("Cards")),
        ):
            self._actions[f"preview-{kind}"].setIconText(words)
        self._show_view(self._pane.view)
        if self._own is not None:
            self._own.setWindowTitle(_("Preview"))

    @Slot()
    def _find(self) -> None:
        self._show_page()
        self._pane.open_find()

    def _show_page(self) -> None:
        self._stack.show_web()
        self._columns.show_preview()

    # ---- links that lead out ---------------------------------------------------------------
    @Slot(str)
    def _offer_link(self, address: str) -> None:
        """Nothing is opened unasked: the address is what the person should see first."""
        words = _("This link leads to {address}").format(address=address)
        self._pane.trouble.say(
            words,
            action=_("Open in the browser"),
            on_action=partial(_open, address),
        )

    # ---- themes ----------------------------------------------------------------------------
    @Slot()
    def _ask_theme(self) -> None:
        work = partial(_labels, self._pane.own_themes)
        self._tasks.run(work, owner=self, on_done=self._offer_themes, lane=Lane.POOL)

    def _offer_themes(self, labels: dict[str, str]) -> None:
        current = self._pane.view.theme
        paper = Choice(id=_AS_THE_PAPER, words=_("As the paper has it"), current=not current)
        others = [
            Choice(id=name, words=label, current=name == current) for name, label in labels.items()
        ]
        popup = ListPopup(
            title=_("Site theme"),
            choices=[paper, *others],
            empty="",
            hint=_("Only the preview changes; Paper settings choose the site's theme."),
            parent=self._window,
        )
        popup.chosen.connect(self._take_theme)
        popup.open_over(self._pane)

    @Slot(str)
    def _take_theme(self, name: str) -> None:
        theme = "" if name == _AS_THE_PAPER else name
        self._pane.set_view(replace(self._pane.view, theme=theme))

    # ---- a window of its own ---------------------------------------------------------------
    @Slot(bool)
    def _show_window(self, wanted: bool) -> None:
        if wanted and self._own is None:
            self._columns.lend_preview()
            self._own = own = PreviewWindow(self._settings, self._window)
            own.setWindowTitle(_("Preview"))
            own.closed.connect(self._dock)
            own.addActions(list(self._window.actions()))
            own.hold(self._stack)
        elif not wanted and self._own is not None:
            self._own.close()

    @Slot()
    def _dock(self) -> None:
        own, self._own = self._own, None
        if own is not None:
            self._columns.take_preview_back()
            own.deleteLater()
        self._actions["preview-window"].setChecked(False)

    def reopen(self) -> None:
        """At start: the window that was open at the end."""
        if self._settings.value("preview/window", False, type=bool):
            self._actions["preview-window"].trigger()

    def remember(self) -> None:
        """At the end: whether there was a window, and where."""
        self._settings.setValue("preview/window", self._own is not None)
        if self._own is not None:
            self._own.remember()

    def close(self) -> None:
        """The main window closes: so does the preview's, and nothing comes back."""
        own, self._own = self._own, None
        if own is not None:
            own.close()


def _zoom_id(per_cent: int) -> str:
    return f"preview-zoom-{per_cent}"


def _open(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))


def _labels(own: Path | None, progress: TaskProgress) -> dict[str, str]:
    """The names of the themes there are, with the words for them."""
    del progress
    labels = {}
    for name in theme_names(own):
        try:
            labels[name] = load_theme(name, own=own).label
        except UserError:  # it is being written; when it is chosen, the mistake is told
            labels[name] = name
    return labels
