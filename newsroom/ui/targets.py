"""Which articles an action is about: those selected in the list, else the open one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu, QWidget

from newsroom.domain.article import Article, SectionPath, Status
from newsroom.domain.ids import ArticleId
from newsroom.i18n import _
from newsroom.ui.actions import Actions, Menus, Situation, fill
from newsroom.ui.article_menus import fill_section_menu, fill_status_menu
from newsroom.ui.library.panel import LibraryPanel
from newsroom.ui.library.places import Drop, Place
from newsroom.ui.library_operations import LibraryOperations
from newsroom.ui.menus import CONTEXT_MENU, PLACE_MENU, SEARCH_MENU, Menu
from newsroom.ui.theme import Theme

Before = Callable[[Callable[[], None]], None]
"""Runs something once what is being written is stored."""


class Targets(QObject):
    """Carries out what is done to whole articles; `before` stores the sheet first."""

    def __init__(
        self,
        *,
        actions: Actions,
        menus: Menus,
        library: LibraryPanel,
        operations: LibraryOperations,
        theme: Theme,
        open_article: Callable[[], Article | None],
        before: Before,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._actions = actions
        self._library = library
        self._operations = operations
        self._theme = theme
        self._open_article = open_article
        self._before = before
        self._has_library = False
        self._connect_signals(menus)
        self.adapt()

    def _connect_signals(self, menus: Menus) -> None:
        actions, library = self._actions, self._library
        actions["duplicate"].triggered.connect(self._duplicate)
        actions["spike"].triggered.connect(self._spike)
        actions["restore"].triggered.connect(self._restore)
        actions["delete"].triggered.connect(self._delete)
        menus["status"].aboutToShow.connect(self._fill_status)
        menus["move"].aboutToShow.connect(self._fill_sections)
        library.selection_changed.connect(self.adapt)
        library.articles.refreshed.connect(self.adapt)
        library.articles.dataChanged.connect(self.adapt)
        library.articles.answered.connect(self.adapt)
        library.spike_wanted.connect(self._spike_or_delete)
        library.menu_wanted.connect(self._show_menu)
        library.tree.menu_wanted.connect(self._show_place_menu)
        library.dropped.connect(self._dropped)

    def attach(self) -> None:
        """The library is there."""
        self._has_library = True
        self.adapt()

    def ids(self) -> list[ArticleId]:
        """The articles that actions are about."""
        selected = self._library.selected_ids()
        article = self._open_article()
        return selected or ([article.id] if article is not None else [])

    def open_article(self) -> Article | None:
        """The article on the sheet, as it is written there."""
        return self._open_article()

    def statuses(self) -> list[Status]:
        """Their statuses, as far as they are known."""
        article = self._open_article()
        known = {} if article is None else {article.id: article.status}
        model = self._library.articles
        for article_id in self.ids():
            place = model.place_of(article_id)
            row = model.row_at(place) if place is not None else None
            if row is not None:
                known[article_id] = row.article.status
        return [known[one] for one in self.ids() if one in known]

    def section(self) -> SectionPath:
        """The section that the list shows, `()` when it shows something else."""
        place = self._library.tree.place()
        wanted = place.wanted if place is not None else None
        return (wanted.section if wanted is not None else None) or ()

    def headline(self) -> str:
        """The headline of a single target, else nothing."""
        ids, article = self.ids(), self._open_article()
        if len(ids) == 1 and article is not None and article.id == ids[0]:
            return article.headline
        return ""

    @Slot()
    def adapt(self) -> None:
        """Enable the actions that make sense now."""
        self._actions.adapt(
            Situation(
                library=self._has_library,
                article=self._open_article() is not None,
                selected=tuple(self.statuses()),
            )
        )

    # ---- deeds -----------------------------------------------------------------------------
    def stored(self, then: Callable[[], None]) -> None:
        """Do `then` once what is being written is stored."""
        self._before(then)

    def _do(self, deed: Callable[[Sequence[ArticleId]], None]) -> None:
        ids = self.ids()
        if ids:
            self._before(partial(deed, ids))

    @Slot()
    def _duplicate(self) -> None:
        self._do(self._operations.duplicate)

    @Slot()
    def _spike(self) -> None:
        self.set_status(Status.SPIKED)

    @Slot()
    def _restore(self) -> None:
        self.set_status(Status.DRAFT)

    @Slot()
    def _delete(self) -> None:
        self._do(self._operations.delete)

    @Slot()
    def _spike_or_delete(self) -> None:
        """Del in the list: into the bin, and in the bin for good."""
        for name in ("spike", "delete"):
            if self._actions[name].isEnabled():
                self._actions[name].trigger()
                return

    def set_status(self, status: Status) -> None:
        """Move the targets on to `status`."""
        self._do(partial(self._operations.set_status, status=status))

    def move(self, section: SectionPath) -> None:
        """Put the targets into `section`."""
        self._do(partial(self._operations.move, section=section))

    @Slot(object, object)
    def _dropped(self, ids: Sequence[ArticleId], place: Place) -> None:
        """What was dragged onto a place of the tree takes on what the place stands for."""
        wanted = place.wanted
        if wanted is None or not ids:
            return
        match place.drop:
            case Drop.MOVE:
                self._before(partial(self._operations.move, ids, wanted.section or ()))
            case Drop.TAG:
                self._before(partial(self._operations.add_tag, ids, wanted.tag or ""))
            case Drop.STATUS:
                status = wanted.status or Status.DRAFT
                self._before(partial(self._operations.set_status, ids, status))
            case Drop.NOTHING:
                pass

    # ---- menus -----------------------------------------------------------------------------
    @Slot()
    def _fill_status(self) -> None:
        menu = self.sender()
        if isinstance(menu, QMenu):
            fill_status_menu(menu, self.statuses(), self._theme.tokens, self.set_status)

    @Slot()
    def _fill_sections(self) -> None:
        menu, overview = self.sender(), self._library.overview()
        if isinstance(menu, QMenu) and overview is not None:
            fill_section_menu(menu, overview.sections.roots, self.move)

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        fill(menu, CONTEXT_MENU.items, self._actions, self._submenu)
        menu.popup(at)

    @Slot(QPoint)
    def _show_place_menu(self, at: QPoint) -> None:
        """The menu of a section or a saved search; the person has gone to it."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        items = PLACE_MENU.items if self._library.tree.search() is None else SEARCH_MENU.items
        fill(menu, items, self._actions, self._submenu)
        menu.popup(at)

    def _submenu(self, menu: Menu, parent: QWidget, actions: Actions) -> QMenu:
        del actions
        shown = QMenu(_(menu.title), parent)
        overview = self._library.overview()
        if menu.id == "status":
            fill_status_menu(shown, self.statuses(), self._theme.tokens, self.set_status)
        elif overview is not None:
            fill_section_menu(shown, overview.sections.roots, self.move)
        return shown
