"""Saved searches in the window: keeping, renaming and deleting them, each with its way back."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from newsroom.domain.changes import Outcome
from newsroom.domain.saved_search import SavedSearch
from newsroom.i18n import _
from newsroom.services.desk import Desk
from newsroom.services.saved_searches import delete_search, keep_search, rename_search
from newsroom.ui.actions import Actions
from newsroom.ui.centre import Centre
from newsroom.ui.library.panel import LibraryPanel
from newsroom.ui.library.places import search_key
from newsroom.ui.library_operations import Deed, LibraryOperations
from newsroom.ui.widgets.palette_entries import Offer


class SearchDesk(QObject):
    """Carries out what is asked of the search in the library panel, and of the saved one there."""

    def __init__(
        self,
        *,
        actions: Actions,
        library: LibraryPanel,
        deeds: LibraryOperations,
        centre: Centre,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._library, self._deeds, self._centre = library, deeds, centre
        library.keep_wanted.connect(actions["keep-search"].trigger)
        library.tree.rename_wanted.connect(actions["rename-search"].trigger)
        library.tree.delete_wanted.connect(actions["delete-search"].trigger)
        actions["keep-search"].triggered.connect(self.keep)
        actions["rename-search"].triggered.connect(self.rename)
        actions["delete-search"].triggered.connect(self.delete)

    def offers(self) -> list[Offer]:
        """The saved searches one by one, for quick open."""
        overview, words = self._library.overview(), _("Search: {name}")
        searches = overview.searches if overview is not None else ()
        return [
            Offer(
                words=words.format(name=search.name),
                icon="search",
                run=partial(self._library.go_to, search_key(search.name)),
            )
            for search in searches
        ]

    @Slot()
    def keep(self) -> None:
        """Ask for a name, then keep what is looked for, and where, under it."""
        search = self._library.searched()
        if search.words:
            hint = _("It stands in the library's tree. One of the same name is replaced.")
            name = search.name or search.words
            self._ask(_("Keep this search"), hint, name, partial(self._keep, search))
        else:
            self._centre.tell_hint(_("Type what to look for into the search field first."))

    @Slot()
    def rename(self) -> None:
        """Ask for another name of the saved search gone to."""
        search = self._chosen()
        if search is not None:
            hint = _("What it looks for stays as it is.")
            self._ask(_("Rename saved search"), hint, search.name, partial(self._rename, search))

    @Slot()
    def delete(self) -> None:
        """Forget the saved search gone to."""
        search = self._chosen()
        if search is not None:
            words = _("Deleted the saved search “{name}”").format(name=search.name)
            self._deeds.carry_out(words, partial(_delete, search=search))

    def _chosen(self) -> SavedSearch | None:
        search = self._library.tree.search()
        if search is None:
            self._centre.tell_hint(_("Choose a saved search in the library's tree first."))
        return search

    def _ask(self, title: str, hint: str, name: str, then: partial[None]) -> None:
        from newsroom.ui.dialogs.name_dialog import NameDialog

        dialog = NameDialog(title, hint, name, self._window)
        dialog.chosen.connect(then)
        dialog.open()

    def _keep(self, search: SavedSearch, name: str) -> None:
        named = replace(search, name=name)
        words = _("Kept the search “{name}”").format(name=name)
        self._deeds.carry_out(words, partial(_keep, search=named))
        self._library.go_to(search_key(name))

    def _rename(self, search: SavedSearch, name: str) -> None:
        words = _("Renamed the saved search to “{name}”").format(name=name)
        self._deeds.carry_out(words, partial(_rename, old=search.name, new=name))
        self._library.go_to(search_key(name))


def _keep(desk: Desk, *, search: SavedSearch) -> Outcome[Deed]:
    again = partial(keep_search, desk=desk, search=search)
    outcome = again()
    if outcome.value is None:
        back = partial(delete_search, desk=desk, name=search.name)
    else:
        back = partial(keep_search, desk=desk, search=outcome.value)
    return Outcome(value=Deed(back=back, again=again), changes=outcome.changes)


def _rename(desk: Desk, *, old: str, new: str) -> Outcome[Deed]:
    again = partial(rename_search, desk=desk, name=old, new=new)
    back = partial(rename_search, desk=desk, name=new, new=old)
    return Outcome(value=Deed(back=back, again=again), changes=again().changes)


def _delete(desk: Desk, *, search: SavedSearch) -> Outcome[Deed]:
    again = partial(delete_search, desk=desk, name=search.name)
    back = partial(keep_search, desk=desk, search=search)
    return Outcome(value=Deed(back=back, again=again), changes=again().changes)
