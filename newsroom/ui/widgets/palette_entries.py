"""The lines of the palette: what they say, how they are drawn, in which order they stand."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsroom.language.folding import fold
from newsroom.ui.theme import shades
from newsroom.ui.tokens import Tokens

ROW = 40
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something that can be done besides the actions, such as beginning with a template."""

    words: str
    icon: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the palette: an article, an action (`is_command`) or a place (`is_place`).

    One that has a `run` is an offer.
    """

    id: str
    words: str
    hint: str
    icon: QIcon
    is_command: bool
    is_place: bool = False
    run: Callable[[], None] | None = None


class Entries(QAbstractListModel):
    """The lines on show; `ENTRY_ROLE` gives an `Entry`."""

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


class EntryDelegate(QStyledItemDelegate):
    """Draws a line: icon, words, and at the end its hint."""

    def __init__(self, tokens: Tokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tokens = tokens

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all."""
        del index
        return QSize(option.rect.width(), ROW)

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


def in_order(articles: Iterable[Entry], actions: Sequence[Entry], typed: str) -> list[Entry]:
    """Actions that are called what was typed, then articles, then the other actions.

    An action is there at once and its articles come later: nothing may slip above it meanwhile,
    Enter would do something else.
    """
    called = fold(typed).strip()
    first = [entry for entry in actions if called and fold(entry.words).startswith(called)]
    return [*first, *articles, *(entry for entry in actions if entry not in first)]


def closeness(wanted: Sequence[str], entry: Entry) -> int:
    """Actions that begin with what was typed come first, then those with such a word."""
    words = fold(entry.words)
    if not wanted or words.startswith(wanted[0]):
        return 0
    return 1 if any(word.startswith(wanted[0]) for word in words.split()) else 2
