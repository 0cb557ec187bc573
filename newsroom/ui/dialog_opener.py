"""Opens the dialogs; each is built when it is wanted and dies when it is closed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSettings, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from newsroom.domain.article import SectionPath
from newsroom.domain.ids import ArticleId
from newsroom.i18n import _
from newsroom.paths import log_folder
from newsroom.services.desk import Desk
from newsroom.ui.actions import Actions, Menus
from newsroom.ui.changes import Operations
from newsroom.ui.library_operations import LibraryOperations
from newsroom.ui.pages.plan import PagePlan, resumed
from newsroom.ui.printing.drawer import PageDrawer
from newsroom.ui.targets import Targets
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.theme import Theme


class DialogOpener(QObject):
    """`related_picked(ids)` is sent when related articles were chosen.

    `place_requested(id, Finding)` asks to mend what an export found; `article_wanted(id)` to open
    an article of a page.
    """

    related_picked = Signal(list)
    place_requested = Signal(str, object)
    check_requested = Signal(object)
    presets_changed = Signal()
    article_wanted = Signal(str)

    def __init__(
        self,
        *,
        actions: Actions,
        menus: Menus,
        tasks: TaskRunner,
        operations: Operations,
        targets: Targets,
        deeds: LibraryOperations,
        theme: Theme,
        settings: QSettings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._menus = menus
        self._tasks = tasks
        self._operations = operations
        self._targets = targets
        self._deeds = deeds
        self._theme = theme
        self._drawer: PageDrawer | None = None
        self._settings = settings
        self._desk: Desk | None = None
        self._page = PagePlan()
        actions["export"].triggered.connect(self.export)
        actions["export-site"].triggered.connect(self.export_site)
        actions["print"].triggered.connect(self.print_page)
        actions["print-presets"].triggered.connect(self.print_presets)
        actions["page"].triggered.connect(self.make_page)
        actions["sections"].triggered.connect(self.sections)
        actions["replace-library"].triggered.connect(self.replace_in_library)
        actions["profiles"].triggered.connect(self.profiles)
        actions["paper"].triggered.connect(self.paper)
        actions["shortcuts"].triggered.connect(self.shortcuts)
        actions["about"].triggered.connect(self.about)
        actions["report"].triggered.connect(self.report)

    def attach_desk(self, desk: Desk) -> None:
        """Dialogs work on the library of `desk`."""
        self._desk = desk

    def attach_drawer(self, drawer: PageDrawer) -> None:
        """Pictures of printed pages are drawn by this one."""
        self._drawer = drawer

    @Slot()
    def export(self) -> None:
        """Choose a format and write the targets."""
        self._targets.stored(self._export)

    @Slot()
    def print_page(self) -> None:
        """Write the targets as a PDF for the printer."""
        self._targets.stored(self._print)

    def _export(self) -> None:
        self._open_export(None)

    def _print(self) -> None:
        self._open_export("pdf")

    def _open_export(self, format: str | None) -> None:
        from newsroom.ui.dialogs.export_dialog import ExportDialog

        ids = self._targets.ids()
        if self._desk is not None and ids:
            dialog = ExportDialog(
                desk=self._desk,
                tasks=self._tasks,
                theme=self._theme,
                settings=self._settings,
                ids=ids,
                headline=self._targets.headline(),
                format=format,
                parent=self._window,
            )
            dialog.place_requested.connect(self.place_requested)
            dialog.check_requested.connect(self.check_requested)
            dialog.site_requested.connect(self._site_of)
            _open(dialog)

    @Slot()
    def export_site(self) -> None:
        """Write the section in view, or the library, as a website."""
        self._targets.stored(partial(self._open_site, section=self._targets.section()))

    @Slot(list)
    def _site_of(self, ids: list[ArticleId]) -> None:
        self._open_site(ids=ids)

    def _open_site(self, *, section: SectionPath = (), ids: list[ArticleId] | None = None) -> None:
        from newsroom.ui.dialogs.site_dialog import SiteDialog

        if self._desk is not None:
            dialog = SiteDialog(
                desk=self._desk,
                tasks=self._tasks,
                theme=self._theme,
                settings=self._settings,
                section=section,
                ids=ids,
                parent=self._window,
            )
            _open(dialog)

    @Slot()
    def make_page(self) -> None:
        """Put the targets on a page of the paper, or go on with the page they are on."""
        self._targets.stored(self._open_page)

    def _open_page(self) -> None:
        from newsroom.ui.pages.page_dialog import PageDialog

        if self._desk is not None and self._drawer is not None:
            dialog = PageDialog(
                desk=self._desk,
                tasks=self._tasks,
                theme=self._theme,
                drawer=self._drawer,
                settings=self._settings,
                plan=resumed(self._page, self._targets.ids()),
                parent=self._window,
            )
            dialog.article_wanted.connect(self.article_wanted)
            dialog.planned.connect(self._keep_page)
            _open(dialog)

    @Slot()
    def print_presets(self) -> None:
        """Look at the print presets, and change the library's own."""
        from newsroom.press.presets import shipped_presets
        from newsroom.ui.presets.presets_dialog import PresetsDialog

        if self._desk is not None and self._drawer is not None:
            dialog = PresetsDialog(
                desk=self._desk,
                tasks=self._tasks,
                theme=self._theme,
                drawer=self._drawer,
                shipped=tuple(shipped_presets()),
                article=self._targets.open_article(),
                parent=self._window,
            )
            dialog.stored.connect(self.presets_changed)
            _open(dialog)

    @Slot(object)
    def _keep_page(self, plan: PagePlan) -> None:
        self._page = plan

    @Slot()
    def sections(self) -> None:
        """Change the tree of sections."""
        from newsroom.ui.dialogs.sections_dialog import SectionsDialog

        self._open_editor(SectionsDialog)

    @Slot()
    def profiles(self) -> None:
        """Change the content profiles."""
        from newsroom.ui.dialogs.profiles_dialog import ProfilesDialog

        self._open_editor(ProfilesDialog)

    def _open_editor(self, dialog: Callable[..., QDialog]) -> None:
        """The editors of what belongs to the whole library are made alike."""
        if self._desk is not None:
            _open(
                dialog(
                    desk=self._desk,
                    tasks=self._tasks,
                    operations=self._operations,
                    theme=self._theme,
                    parent=self._window,
                )
            )

    @Slot()
    def replace_in_library(self) -> None:
        """Find and replace in all articles, once what is being written is stored."""
        self._targets.stored(self._replace_in_library)

    def _replace_in_library(self) -> None:
        from newsroom.ui.finding.library_dialog import LibraryReplaceDialog

        if self._desk is not None:
            dialog = LibraryReplaceDialog(
                desk=self._desk,
                tasks=self._tasks,
                deeds=self._deeds,
                theme=self._theme,
                settings=self._settings,
                parent=self._window,
            )
            _open(dialog)

    @Slot()
    def paper(self) -> None:
        """Change the paper's settings."""
        from newsroom.ui.dialogs.paper_dialog import PaperDialog

        self._open_editor(PaperDialog)

    @Slot()
    def shortcuts(self) -> None:
        """Show the sheet of shortcuts."""
        from newsroom.ui.widgets.key_sheet import KeySheet

        _open(KeySheet(self._menus, self._window))

    @Slot()
    def about(self) -> None:
        """Say what this program is."""
        from newsroom.ui.dialogs.about_dialog import AboutDialog

        _open(AboutDialog(self._window))

    @Slot()
    def report(self) -> None:
        """Open the folder with the log."""
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def pick_related(self, exclude: tuple[ArticleId, ...]) -> None:
        """Choose related articles."""
        from newsroom.ui.dialogs.article_picker import ArticlePicker

        if self._desk is not None:
            dialog = ArticlePicker(
                desk=self._desk,
                tasks=self._tasks,
                theme=self._theme,
                title=_("Related articles"),
                exclude=exclude,
                parent=self._window,
            )
            dialog.picked.connect(self.related_picked)
            _open(dialog)


def _open(dialog: QDialog) -> None:
    """Without an event loop of its own: the window goes on behind it."""
    dialog.open()
