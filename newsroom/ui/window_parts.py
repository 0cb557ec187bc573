"""What the main window is made of; what the parts say to each other is in `main_window`."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from newsroom import i18n
from newsroom.i18n import _
from newsroom.ui.actions import Actions, Menus, fill_sheet_menus
from newsroom.ui.centre import Centre
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.columns import Columns
from newsroom.ui.commenting import Commenting
from newsroom.ui.compare_pane import ComparePane
from newsroom.ui.copyfit_keeper import CopyfitKeeper
from newsroom.ui.dialog_opener import DialogOpener
from newsroom.ui.dropping import FileDrop
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.finding.sheet_finder import SheetFinder
from newsroom.ui.focused_editing import FocusedEditing
from newsroom.ui.goal_keeper import GoalKeeper
from newsroom.ui.habit_keeper import HabitKeeper
from newsroom.ui.inspector.inspector import Inspector
from newsroom.ui.intake import Intake
from newsroom.ui.library.panel import LibraryPanel
from newsroom.ui.library_operations import LibraryOperations
from newsroom.ui.look import Look
from newsroom.ui.navigation import Navigation
from newsroom.ui.open_article import OpenArticle
from newsroom.ui.photo_desk import PhotoDesk
from newsroom.ui.preview.pane import PreviewPane
from newsroom.ui.preview_desk import PreviewDesk
from newsroom.ui.preview_print import PreviewPrint
from newsroom.ui.preview_stack import PreviewStack
from newsroom.ui.preview_sync import PreviewSync
from newsroom.ui.print_proof import PrintProof
from newsroom.ui.printing.desk import PrintDesk
from newsroom.ui.printing.drawer import PageDrawer
from newsroom.ui.printing.pages_pane import PagesPane
from newsroom.ui.printing.paper_desk import PaperDesk
from newsroom.ui.search_desk import SearchDesk
from newsroom.ui.sheet_media import SheetMedia
from newsroom.ui.sheet_views import SheetViews
from newsroom.ui.showing import Showing
from newsroom.ui.stops import Stops
from newsroom.ui.targets import Targets
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.template_desk import TemplateDesk
from newsroom.ui.theme import MenuBarStyle, Theme, set_kind
from newsroom.ui.versions.browser import VersionBrowser
from newsroom.ui.widgets.command_palette import CommandPalette
from newsroom.ui.window_state import WindowState
from newsroom.ui.wording import STATUS_NAMES


class WindowParts(QMainWindow):
    """Builds the parts in the language remembered, each handed what it needs."""

    def __init__(
        self,
        *,
        tasks: TaskRunner,
        bus: ChangeBus,
        settings: QSettings,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = WindowState(settings)
        i18n.use(self.state.language, STATUS_NAMES)
        theme.set_mode(self.state.mode)  # before any part is made in its colours
        self._tasks = tasks
        self._theme = theme
        self._build(bus, settings)

    def _build(self, bus: ChangeBus, settings: QSettings) -> None:
        tokens, tasks = self._theme.tokens, self._tasks
        self.actions_ = Actions(self, tokens)
        MenuBarStyle(self.menuBar())
        self.menus = Menus(self.menuBar(), self.actions_)
        self.undo_stack = QUndoStack(self)
        self.operations = Operations(tasks, bus, self)
        self.deeds = LibraryOperations(self.operations, self.undo_stack, self)
        self.library = LibraryPanel(tasks=tasks, tokens=tokens)
        self.editor = EditorPane(tokens=tokens)
        self.centre = Centre(self.editor, tokens, notice=self.editor.notice)
        self.inspector = Inspector(self._theme, tasks)
        self.article = OpenArticle(
            tasks=tasks,
            bus=bus,
            operations=self.operations,
            deeds=self.deeds,
            editor=self.editor,
            centre=self.centre,
            parent=self,
        )
        self.preview = PreviewPane(tasks=tasks, read_photo=self.article.read_photo, tokens=tokens)
        self.drawer = PageDrawer(self)
        self.printed = PagesPane(tasks=tasks, drawer=self.drawer, tokens=tokens)
        self.stack = PreviewStack(self.preview, self.printed)
        self.columns = Columns(
            library=self.library,
            centre=self.centre,
            inspector=self.inspector,
            preview=self.stack,
        )
        self.article.attach_panes(self.inspector, self.preview)
        self.setCentralWidget(self.columns)
        self._build_controllers(bus, settings)
        fill_sheet_menus(self.menus, self.editor.actions_by_id)

    def _build_controllers(self, bus: ChangeBus, settings: QSettings) -> None:
        actions, tasks = self.actions_, self._tasks
        self.editing = FocusedEditing(actions, self.undo_stack, self)
        self.targets = Targets(
            actions=actions,
            menus=self.menus,
            library=self.library,
            operations=self.deeds,
            theme=self._theme,
            open_article=self.article.article,
            before=self.article.store_then,
            parent=self,
        )
        self.intake = Intake(
            actions=actions,
            tasks=tasks,
            bus=bus,
            operations=self.operations,
            library=self.library,
            centre=self.centre,
            settings=settings,
            parent=self,
        )
        self.templates = TemplateDesk(
            actions=actions,
            menus=self.menus,
            tasks=tasks,
            operations=self.operations,
            library=self.library,
            centre=self.centre,
            open_article=self.article.article,
            before=self.article.store_then,
            parent=self,
        )
        self.searches = SearchDesk(
            actions=actions,
            library=self.library,
            deeds=self.deeds,
            centre=self.centre,
            parent=self,
        )
        self.dialogs = DialogOpener(
            actions=actions,
            menus=self.menus,
            tasks=tasks,
            operations=self.operations,
            targets=self.targets,
            deeds=self.deeds,
            theme=self._theme,
            settings=settings,
            parent=self,
        )
        self.dialogs.attach_drawer(self.drawer)
        self.palette_ = CommandPalette(
            actions=actions, tasks=tasks, tokens=self._theme.tokens, parent=self.columns
        )
        self._build_companions(settings)
        self._build_preview(settings)
        self._build_helpers(bus, settings)

    def _build_preview(self, settings: QSettings) -> None:
        self.preview_desk = PreviewDesk(
            actions=self.actions_,
            tasks=self._tasks,
            settings=settings,
            pane=self.preview,
            stack=self.stack,
            columns=self.columns,
            window=self,
        )
        self.print_desk = PrintDesk(
            actions=self.actions_,
            tasks=self._tasks,
            settings=settings,
            theme=self._theme,
            drawer=self.drawer,
            pane=self.printed,
            window=self,
        )
        self.paper = PaperDesk(self.drawer, self.centre, self)
        self.print_desk.paper_wanted.connect(self.paper.ask)
        self.article.rendered.connect(self.print_desk.follow)
        self.article.closed.connect(self.print_desk.closed)
        self.preview_print = PreviewPrint(self._tasks, self.article, self)
        self.preview_sync = PreviewSync(self.editor.sheet, self.preview, self)
        follows = self.actions_["preview-sync"]
        follows.toggled.connect(self.preview_sync.follow)
        follows.setChecked(True)

    def _build_helpers(self, bus: ChangeBus, settings: QSettings) -> None:
        """What helps while writing."""
        self.habits = HabitKeeper(
            actions=self.actions_,
            tasks=self._tasks,
            operations=self.operations,
            bus=bus,
            pane=self.editor,
            parent=self,
        )
        self.views = SheetViews(
            actions=self.actions_, settings=settings, pane=self.editor, parent=self
        )
        self.palette_.set_places(self.views.places)
        self.palette_.set_offers(self.templates.offers, self.habits.offers, self.searches.offers)
        self.goals = GoalKeeper(
            actions=self.actions_,
            settings=settings,
            pane=self.editor,
            footer=self.centre.footer,
            parent=self,
        )

        self.copyfit = CopyfitKeeper(
            actions=self.actions_,
            tasks=self._tasks,
            theme=self._theme,
            pane=self.editor,
            footer=self.centre.footer,
            parent=self,
        )
        self.article.rendered.connect(self.copyfit.follow)
        self.article.closed.connect(self.copyfit.closed)
        self.copyfit.slot_chosen.connect(self.article.bind_to_slot)

    def _build_versions(self) -> None:
        self.comparison = ComparePane(self._theme.tokens)
        self.centre.add_comparison(self.comparison)
        self.versions = VersionBrowser(
            actions=self.actions_,
            tasks=self._tasks,
            operations=self.operations,
            article=self.article,
            centre=self.centre,
            pane=self.comparison,
            window=self,
        )
        self.versions.attach(self.inspector)

    def _build_companions(self, settings: QSettings) -> None:
        """What keeps the parts in step and serves the sheet."""
        self.showing = Showing(
            article=self.article,
            centre=self.centre,
            columns=self.columns,
            intake=self.intake,
            library=self.library,
            state=self.state,
            targets=self.targets,
            window=self,
        )
        self._build_versions()
        self.drops = FileDrop(self)
        self.media = SheetMedia(
            pane=self.editor,
            tasks=self._tasks,
            settings=settings,
            open_id=self.article.article_id,
            parent=self,
        )
        self.finder = SheetFinder(
            pane=self.editor,
            actions=self.actions_,
            tasks=self._tasks,
            settings=settings,
            parent=self,
        )
        self.photo_desk = PhotoDesk(
            pane=self.editor,
            tasks=self._tasks,
            settings=settings,
            theme=self._theme,
            open_id=self.article.article_id,
            parent=self,
        )
        self.article.photo_deed.connect(self.photo_desk.do)
        self.article.paper_told.connect(self.photo_desk.set_paper)
        self.commenting = Commenting(
            actions=self.actions_, sheet=self.editor.sheet, centre=self.centre, window=self
        )
        self.commenting.attach(self.inspector)
        self.print_proof = PrintProof(self._tasks, settings, self)
        self.print_proof.attach(self.inspector)
        self.look = Look(self.actions_, self._theme, self.state, self)
        self.stops = Stops(
            columns=self.columns,
            library=self.library,
            centre=self.centre,
            editor=self.editor,
            preview=self.preview,
            printed=self.printed,
            stack=self.stack,
        )
        self.navigation = Navigation(self.actions_, self.stops.all(), self)
        self.app_name = QLabel(_("Newsroom"))
        set_kind(self.app_name, "app-name")
        self.menuBar().setCornerWidget(self.app_name, Qt.Corner.TopLeftCorner)
