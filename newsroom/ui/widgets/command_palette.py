"""Quick open: a few letters bring up any article and any action."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from newsroom.i18n import _
from newsroom.language.folding import fold
from newsroom.services.desk import Desk
from newsroom.ui.actions import Actions
from newsroom.ui.icons import icon
from newsroom.ui.menus import submenu_titles
from newsroom.ui.tasks import Task, TaskRunner
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.list_popup import Choice
from newsroom.ui.widgets.palette_articles import find_articles
from newsroom.ui.widgets.palette_entries import (
    ENTRY_ROLE,
    ROW,
    Entries,
    Entry,
    EntryDelegate,
    Offer,
    closeness,
    in_order,
)

_WIDTH, _MOST_ROWS = 600, 9
_COMMANDS = 60
_TYPING_MS = 90


class CommandPalette(QFrame):
    """Stands over its window until something is chosen, Esc is pressed or it loses the focus.

    `article_wanted(id)`, `command_wanted(id)` and `place_wanted(id)` say what was chosen. After
    an @ there are the places of the open article.
    """

    article_wanted = Signal(str)
    command_wanted = Signal(str)
    place_wanted = Signal(str)

    def __init__(
        self, *, actions: Actions, tasks: TaskRunner, tokens: Tokens, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._titles = submenu_titles()
        self._tasks = tasks
        self._tokens = tokens
        self._desk: Desk | None = None
        self._places: Callable[[str], Sequence[Choice]] | None = None
        self._offers: Sequence[Callable[[], Sequence[Offer]]] = ()
        self._asking: Task[tuple[str, list[Entry]]] | None = None
        self._back: QWidget | None = None
        self.field = QLineEdit()
        self.entries = Entries(self)
        self.list = QListView()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = EntryDelegate(tokens, self)
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._soon = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._lay_out()
        self._soon.timeout.connect(self._ask)
        self.field.textChanged.connect(self._typed)
        self.list.clicked.connect(self._take)
        self.field.installEventFilter(self)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        set_kind(self, "popup")
        set_kind(self.field, "palette")
        set_kind(self._nothing, "hint")
        shadow = QGraphicsDropShadowEffect(self, blurRadius=40, xOffset=0, yOffset=10)
        shadow.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shadow)
        self.list.setModel(self.entries)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        set_kind(self.list, "plain")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 7)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self._nothing)

    # ---- what the window tells -------------------------------------------------------------
    def attach_desk(self, desk: Desk) -> None:
        """Find articles in the library of `desk`."""
        self._desk = desk

    def set_places(self, places: Callable[[str], Sequence[Choice]]) -> None:
        """Offer what `places` finds for the words after an @."""
        self._places = places

    def set_offers(self, *offers: Callable[[], Sequence[Offer]]) -> None:
        """Offer, besides the actions, what each of `offers` gives whenever it is asked."""
        self._offers = offers

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.setAccessibleName(_("Quick open"))
        self.field.setAccessibleName(_("Quick open"))
        self.field.setPlaceholderText(_("Go to an article or do something…"))
        self.list.setAccessibleName(_("Articles and actions"))
        self._nothing.setText(_("Nothing is called that"))

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._delegate.tokens = tokens

    def open(self) -> None:
        """Come up with an empty field."""
        self._back = self.window().focusWidget()
        self.field.clear()
        self._ask()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    # ---- within ----------------------------------------------------------------------------
    @Slot()
    def _typed(self) -> None:
        if self._asks_for_place():
            self._soon.stop()
            self._show_entries(self._place_entries())
        else:
            self._show(())
            self._soon.start()

    def _asks_for_place(self) -> bool:
        return self._places is not None and self.field.text().lstrip().startswith("@")

    def _place_entries(self) -> list[Entry]:
        picture = icon("hash", self._tokens)
        words = self.field.text().lstrip().removeprefix("@")
        return [
            Entry(
                id=place.id,
                words=place.words,
                hint="",
                icon=place.icon or picture,
                is_command=False,
                is_place=True,
            )
            for place in (self._places(words) if self._places is not None else ())
        ]

    def _show(self, articles: Iterable[Entry]) -> None:
        typed = self.field.text()
        self._show_entries(in_order(articles, self._commands(typed), typed))

    def _show_entries(self, entries: Sequence[Entry]) -> None:
        self.entries.show(entries)
        self.list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        if entries:
            self.list.setCurrentIndex(self.entries.index(0))
        self._place()

    def _commands(self, typed: str) -> list[Entry]:
        wanted = fold(typed).split()
        found = []
        for command, action in self._actions:
            words, menu = action.text().rstrip("…"), _(self._titles.get(command.id, ""))
            said = fold(f"{menu} {words} {_(command.tip)}")
            if action.isEnabled() and all(part in said for part in wanted):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                picture = action.icon() if command.icon else icon("corner-down-left", self._tokens)
                found.append(
                    Entry(
                        id=command.id,
                        words=words,
                        hint=keys or menu,
                        icon=picture,
                        is_command=True,
                    )
                )
        found += self._offered(wanted)
        found.sort(key=partial(closeness, wanted))
        return found[:_COMMANDS]

    def _offered(self, wanted: Sequence[str]) -> list[Entry]:
        return [
            Entry(
                id="",
                words=offer.words,
                hint="",
                icon=icon(offer.icon, self._tokens),
                is_command=True,
                run=offer.run,
            )
            for offers in self._offers
            for offer in offers()
            if all(part in fold(offer.words) for part in wanted)
        ]

    @Slot()
    def _ask(self) -> None:
        self._soon.stop()
        if self._asking is not None:
            self._asking.cancel()
        self._show(())
        if self._desk is None:
            return
        picture = icon("file-text", self._tokens)
        work = partial(find_articles, self._desk, self.field.text().strip(), picture)
        self._asking = self._tasks.run(
            work, owner=self, on_done=self._take_articles, on_error=self._no_articles
        )

    def _take_articles(self, found: tuple[str, list[Entry]]) -> None:
        words, entries = found
        if words == self.field.text().strip():
            self._show(entries)

    def _no_articles(self, error: object) -> None:
        """A query that cannot be asked (`after:gi`) finds no articles while it is typed."""

    def _place(self) -> None:
        rows = min(len(self.entries.entries), _MOST_ROWS)
        self.list.setFixedHeight(max(rows, 1) * ROW)
        above = self.parentWidget()
        room = above.size() if above is not None else self.size()
        width = min(_WIDTH, room.width() - 48)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((room.width() - width) // 2, min(96, room.height() // 8))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """↑ ↓ Enter and Esc belong to the list while the field has the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _MOST_ROWS,
            Qt.Key.Key_PageUp: -_MOST_ROWS,
        }
        if key in steps and self.entries.entries:
            last = len(self.entries.entries) - 1
            place = min(max(self.list.currentIndex().row() + steps[key], 0), last)
            self.list.setCurrentIndex(self.entries.index(place))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self._close()
        else:
            return False
        return True

    def _close(self) -> None:
        back = self._back
        self.hide()
        if back is not None:
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE) if index.isValid() else None
        if not isinstance(entry, Entry):
            return
        self._close()
        if entry.run is not None:
            entry.run()
        elif entry.is_place:
            self.place_wanted.emit(entry.id)
        else:
            wanted = self.command_wanted if entry.is_command else self.article_wanted
            wanted.emit(entry.id)
