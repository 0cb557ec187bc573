"""The left panel: search field, places, articles."""

from functools import partial

from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.article import Status
from newsroom.domain.changes import ChangeSet
from newsroom.domain.ids import ArticleId
from newsroom.domain.library import EVERYTHING, ArticleFilter
from newsroom.domain.paper import zone
from newsroom.domain.saved_search import SavedSearch
from newsroom.errors import NewsroomError
from newsroom.i18n import _, ngettext, sentence
from newsroom.services.desk import Desk
from newsroom.ui.library.article_list import ArticleList
from newsroom.ui.library.emptiness import why_empty
from newsroom.ui.library.places import Overview, Place, places, read_overview
from newsroom.ui.library.result_line import ResultLine
from newsroom.ui.library.tree import PlacesView
from newsroom.ui.library.tree_model import PlacesModel
from newsroom.ui.models.articles import ArticleListModel
from newsroom.ui.models.rows import Query
from newsroom.ui.tasks import TaskProgress, TaskRunner
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.message_page import MessagePage
from newsroom.ui.widgets.search_field import SearchField
from newsroom.ui.wording import number

_RECOUNT_AFTER_MS = 250
_SHARES = (2, 3)
"""Of the height, for the places and for the articles, until the person draws the line elsewhere."""


class LibraryPanel(QWidget):
    """What the person looks for and finds.

    `browsed(id)`, `opened(id)`, `selection_changed()` and `spike_wanted()` come from the list,
    `dropped(ids, Place)` from the tree; `menu_wanted(QPoint)` asks for the context menu at a point
    of the screen, `new_wanted()` for a new article, `keep_wanted()` to keep the search under a
    name; `counted(int)` tells how many articles the library holds.
    """

    browsed = Signal(str)
    opened = Signal(str)
    selection_changed = Signal()
    spike_wanted = Signal()
    dropped = Signal(object, object)
    menu_wanted = Signal(QPoint)
    new_wanted = Signal()
    keep_wanted = Signal()
    counted = Signal(int)

    def __init__(self, *, tasks: TaskRunner, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk: Desk | None = None
        self._overview: Overview | None = None
        self._within = EVERYTHING
        self._words = ""
        self._kept: SavedSearch | None = None
        self._refusal: NewsroomError | None = None
        self.articles = ArticleListModel(tasks, self)
        self.places = PlacesModel(self)
        self.search = SearchField(tokens, "Ctrl+F")
        self.tree = PlacesView(self.places, tokens)
        self.list = ArticleList(self.articles, tokens)
        self._results = ResultLine(tokens)
        self._selected = QLabel()
        self._message = MessagePage(tokens)
        self._stack = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._recount_soon = QTimer(self, singleShot=True, interval=_RECOUNT_AFTER_MS)
        self._lay_out()
        self._connect_signals()
        self.retranslate()

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_kind(self, "panel")
        field = QHBoxLayout()
        field.setContentsMargins(12, 12, 12, 4)
        field.addWidget(self.search)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._message)
        self._splitter.addWidget(self.tree)
        self._splitter.addWidget(self._lower_half())
        self._splitter.setChildrenCollapsible(False)
        for half, share in enumerate(_SHARES):
            self._splitter.setStretchFactor(half, share)
        self._splitter.setSizes([share * 138 for share in _SHARES])
        self.tree.setMinimumHeight(90)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(field)
        layout.addWidget(self._splitter, 1)

    def _lower_half(self) -> QWidget:
        half = QWidget()
        half.setMinimumHeight(150)
        layout = QVBoxLayout(half)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._results)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._selected)
        set_kind(self._selected, "count")
        self._selected.setContentsMargins(18, 6, 12, 8)
        self._selected.hide()
        return half

    def _connect_signals(self) -> None:
        self.search.settled.connect(self._search)
        self.search.left_down.connect(self._go_to_list)
        self.tree.chosen.connect(self._go_to_place)
        self.places.dropped.connect(self.dropped)
        self.list.browsed.connect(self.browsed)
        self.list.opened.connect(self.opened)
        self.list.selection_changed.connect(self.selection_changed)
        self.list.selectionModel().selectionChanged.connect(self._count_selected)
        self.list.spike_wanted.connect(self.spike_wanted)
        self.list.customContextMenuRequested.connect(self._ask_for_menu)
        self.articles.answered.connect(self._answered)
        self.articles.refreshed.connect(self._show_state)
        self.articles.refused.connect(self._refused)
        self._recount_soon.timeout.connect(self._recount)
        self._results.everywhere_wanted.connect(self._search_everywhere)
        self._results.keep_wanted.connect(self.keep_wanted)
        self._message.wanted.connect(self._take_way_on)

    # ---- what the window tells -------------------------------------------------------------
    def attach_desk(self, desk: Desk) -> None:
        """Show the library of `desk`."""
        self._desk = desk
        self._recount()
        self.articles.attach_desk(desk)

    @Slot(object)
    def apply(self, changes: ChangeSet) -> None:
        """Refresh what `changes` touched."""
        self.articles.apply(changes)
        if not changes.text_only or changes.sections or changes.tags or changes.settings:
            self._recount_soon.start()

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.setAccessibleName(_("Library"))
        for part in (self.search, self.tree, self.list, self._results):
            part.retranslate()
        if self._overview is not None:
            self.places.show(places(self._overview))
        self._show_state()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        for part in (self.search, self.tree, self.list, self._results, self._message):
            part.set_tokens(tokens)

    def selected_ids(self) -> list[ArticleId]:
        """The selected articles from top to bottom."""
        return self.list.selected_ids()

    def mark_open(self, article_id: ArticleId | None) -> None:
        """Say which article the sheet shows."""
        self.list.mark_open(article_id)

    def filter(self) -> ArticleFilter:
        """The place gone to last, as a filter."""
        return self._within

    def searched(self) -> SavedSearch:
        """What is looked for now and where, under the name of the saved search gone to, if any."""
        return SavedSearch(
            name="" if self._kept is None else self._kept.name,
            words=self._words,
            section=self._within.section,
            tag=self._within.tag,
            status=self._within.status,
            mine=self._within.maker is not None,
        )

    def overview(self) -> Overview | None:
        """What the tree was last made from."""
        return self._overview

    def go_to(self, key: str) -> None:
        """Go to the place `key`, as soon as it is there."""
        self.tree.go_to(key)

    @Slot()
    def show_new(self) -> None:
        """An article was made: leave the bin, and other places where a draft cannot be seen."""
        if self._within.tag is not None or self._within.status not in (None, Status.DRAFT):
            self.tree.go_to("all")

    def focus_search(self) -> None:
        """Put the caret into the search field, its words selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # ---- remembering -----------------------------------------------------------------------
    def save_state(self, settings: QSettings) -> None:
        """Remember the place, the folds and the split."""
        settings.setValue("library/place", self.tree.key)
        settings.setValue("library/folded", "\n".join(self.tree.folded()))
        settings.setValue("library/split", self._splitter.saveState())

    def restore_state(self, settings: QSettings) -> None:
        """Take up what was remembered."""
        folded = settings.value("library/folded", None)
        if isinstance(folded, str):
            self.tree.set_folded([key for key in folded.split("\n") if key])
        self.tree.go_to(str(settings.value("library/place", "all")))
        split = settings.value("library/split")
        if isinstance(split, QByteArray):
            self._splitter.restoreState(split)

    # ---- within ----------------------------------------------------------------------------
    def _recount(self) -> None:
        if self._desk is not None:
            work = partial(_read_overview, self._desk)
            self._tasks.run(work, owner=self, on_done=self._take_overview)

    def _take_overview(self, overview: Overview) -> None:
        first = self._overview is None
        self._overview = overview
        self.list.set_zone(zone(overview.paper))
        self.places.show(places(overview))
        if first:
            self.tree.go_to(self.tree.key)
        self._follow_tree()
        self.counted.emit(overview.counts.total + overview.counts.by_status.get("spiked", 0))

    def _follow_tree(self) -> None:
        """The place remembered from last time is known only now; one gone to may be another now,
        or gone.
        """
        place = self.tree.place()
        if place is None or place.wanted is None:
            return
        if (place.wanted, place.search) != (self._within, self._kept):
            self._go_to_place(place)

    @Slot(object)
    def _go_to_place(self, place: Place) -> None:
        """A saved search brings its words, and takes them away again."""
        self._within = place.wanted or EVERYTHING
        left, self._kept = self._kept, place.search
        if place.search is not None:
            self._show_words(place.search.words)
        elif left is not None and left.words == self._words:
            self._show_words("")
        self._ask()

    def _show_words(self, words: str) -> None:
        self._words = words
        self.search.show_words(words)

    @Slot(str)
    def _search(self, words: str) -> None:
        self._words = words
        self._ask()

    @Slot()
    def _search_everywhere(self) -> None:
        """The words stay, also those that a saved search brought."""
        self._kept = None
        self.tree.go_to("all")

    def _ask(self) -> None:
        self._refusal = None
        self.articles.show(Query(words=self._words, within=self._within))

    @Slot()
    def _answered(self) -> None:
        self.list.scrollToTop()
        self._show_state()

    @Slot(object)
    def _refused(self, error: NewsroomError) -> None:
        self._refusal = error
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        count = self.articles.rowCount()
        kept = self._kept is not None and self._kept.words == self._words
        self._results.show_found(count, narrowed=self._narrowed(), kept=kept)
        self._results.setVisible(bool(self._words) and count > 0)
        self._stack.setCurrentIndex(0 if count and self._refusal is None else 1)
        self._say_why_empty()
        self._count_selected()

    @Slot()
    def _count_selected(self) -> None:
        """Say how many articles a deed would reach, where it is not the one in plain sight."""
        count = self.list.selected_count()
        words = ngettext("{count} article selected", "{count} articles selected", count)
        self._selected.setText(words.format(count=number(count)))
        self._selected.setVisible(count > 1)

    def _narrowed(self) -> bool:
        return self._within != EVERYTHING

    def _say_why_empty(self) -> None:
        if self._refusal is not None:
            title = _("The library cannot be read")
            self._message.say("triangle-alert", title, sentence(self._refusal), _("Try again"))
        elif self._desk is None or self._overview is None:
            self._message.say("", "")
        else:
            why = why_empty(self._words, self._within)
            self._message.say(why.icon, why.title, why.hint, why.way_on)

    @Slot()
    def _take_way_on(self) -> None:
        if self._refusal is not None:
            self._ask()
        elif self._words and self._narrowed():
            self._search_everywhere()
        elif self._words:
            self.search.clear_words()
        else:
            self.new_wanted.emit()

    @Slot()
    def _go_to_list(self) -> None:
        if not self.articles.rowCount():
            return
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.selected_ids():
            self.list.setCurrentIndex(self.articles.index(0))

    @Slot(QPoint)
    def _ask_for_menu(self, at: QPoint) -> None:
        if self.selected_ids():
            self.menu_wanted.emit(self.list.viewport().mapToGlobal(at))


def _read_overview(desk: Desk, progress: TaskProgress) -> Overview:
    del progress
    return read_overview(desk)
