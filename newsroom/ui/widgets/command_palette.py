"""Quick open: a few letters bring up any article and any action."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.library import SearchResults
from newsroom.i18n import _
from newsroom.language.folding import fold
from newsroom.services.articles import list_ids, read_summaries
from newsroom.services.desk import Desk
from newsroom.services.searching import search
from newsroom.ui.actions import Actions
from newsroom.ui.icons import icon
from newsroom.ui.tasks import Task, TaskProgress, TaskRunner
from newsroom.ui.theme import set_kind, shades
from newsroom.ui.tokens import Tokens
from newsroom.ui.wording import status_label

_WIDTH, _ROW, _MOST_ROWS = 600, 40, 9
_ARTICLES, _COMMANDS = 6, 60
_TYPING_MS = 90
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the palette: an article, or (with `is_command`) an action."""

    id: str
    words: str
    hint: str
    icon: QIcon
    is_command: bool


class _Entries(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The `Entry`, or its words."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.words}, {entry.hint}" if entry.hint else entry.words
        return entry if role == ENTRY_ROLE else None


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, tokens: Tokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tokens = tokens

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all."""
        del index
        return QSize(option.rect.width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Icon, words, and the hint at the right edge."""
        entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shades(self.tokens).popup_selected))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(8, 1, -8, -1), 6, 6)
        rect = QRect(option.rect).adjusted(20, 0, -20, 0)
        entry.icon.paint(painter, QRect(rect.left(), rect.center().y() - 8, 16, 16))
        self._paint_words(painter, rect.adjusted(28, 0, 0, 0), entry)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        metrics, middle = painter.fontMetrics(), Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(self.tokens.ink3_text))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, entry.hint)
        room = rect.width() - metrics.horizontalAdvance(entry.hint) - 16
        painter.setPen(QColor(self.tokens.ink1))
        shown = metrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, middle, shown)


class CommandPalette(QFrame):
    """Stands over its window until something is chosen, Esc is pressed or it loses the focus.

    `article_wanted(id)` and `command_wanted(id)` say what was chosen.
    """

    article_wanted = Signal(str)
    command_wanted = Signal(str)

    def __init__(
        self, *, actions: Actions, tasks: TaskRunner, tokens: Tokens, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._tasks = tasks
        self._tokens = tokens
        self._desk: Desk | None = None
        self._asking: Task[tuple[str, list[Entry]]] | None = None
        self._back: QWidget | None = None
        self.field = QLineEdit()
        self.entries = _Entries(self)
        self.list = QListView()
        self._delegate = _EntryDelegate(tokens, self)
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
        self._show(())
        self._soon.start()

    def _show(self, articles: Iterable[Entry]) -> None:
        entries = _in_order(articles, self._commands(self.field.text()), self.field.text())
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
            words = action.text().rstrip("…")
            if action.isEnabled() and all(
                part in fold(f"{words} {command.tip}") for part in wanted
            ):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                picture = action.icon() if command.icon else icon("corner-down-left", self._tokens)
                found.append(
                    Entry(id=command.id, words=words, hint=keys, icon=picture, is_command=True)
                )
        found.sort(key=partial(_closeness, wanted))
        return found[:_COMMANDS]

    @Slot()
    def _ask(self) -> None:
        self._soon.stop()
        if self._asking is not None:
            self._asking.cancel()
        self._show(())
        if self._desk is None:
            return
        picture = icon("file-text", self._tokens)
        work = partial(_find, self._desk, self.field.text().strip(), picture)
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
        self.list.setFixedHeight(max(rows, 1) * _ROW)
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
        wanted = self.command_wanted if entry.is_command else self.article_wanted
        wanted.emit(entry.id)


def _in_order(articles: Iterable[Entry], actions: Sequence[Entry], typed: str) -> list[Entry]:
    """Actions that are called what was typed, then articles, then the other actions.

    An action is there at once and its articles come later: nothing may slip above it meanwhile,
    Enter would do something else.
    """
    called = fold(typed).strip()
    first = [entry for entry in actions if called and fold(entry.words).startswith(called)]
    return [*first, *articles, *(entry for entry in actions if entry not in first)]


def _closeness(wanted: Sequence[str], entry: Entry) -> int:
    """Actions that begin with what was typed come first, then those with such a word."""
    words = fold(entry.words)
    if not wanted or words.startswith(wanted[0]):
        return 0
    return 1 if any(word.startswith(wanted[0]) for word in words.split()) else 2


def _find(
    desk: Desk, words: str, picture: QIcon, progress: TaskProgress
) -> tuple[str, list[Entry]]:
    del progress
    if words:
        found: SearchResults = search(desk=desk, query=words, limit=_ARTICLES)
        summaries = [hit.article for hit in found.hits]
    else:
        summaries = read_summaries(desk=desk, ids=list_ids(desk=desk)[:_ARTICLES])
    return words, [
        Entry(
            id=summary.id,
            words=summary.headline or _("Untitled"),
            hint=status_label(summary.status),
            icon=picture,
            is_command=False,
        )
        for summary in summaries
    ]
