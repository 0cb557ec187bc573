"""All hits of the sheet below each other, with what stands around them."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from newsroom.i18n import _
from newsroom.ui.editor.line_search import LineHit
from newsroom.ui.finding.context import CONTEXT_ROLE, Context, ContextDelegate, context_of
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import ROW, Tokens

_SEVERAL = 6

New = Callable[[LineHit], str | None]
"""What a hit would become, None when nothing is replaced."""


def _nothing(hit: LineHit) -> str | None:
    del hit
    return None


class HitListModel(QAbstractListModel):
    """The hits; their words are made when a row is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[LineHit] = ()
        self._new: New = _nothing

    def show(self, hits: Sequence[LineHit], new: New) -> None:
        """Show these hits."""
        self.beginResetModel()
        self._hits, self._new = hits, new
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many hits there are."""
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A `Context` for the delegate, and its words for screen readers."""
        if not index.isValid() or role not in (_SPOKEN, CONTEXT_ROLE):
            return None
        context = self._context(self._hits[index.row()])
        return context if role == CONTEXT_ROLE else context.spoken

    def _context(self, hit: LineHit) -> Context:
        return context_of(hit.words, hit.found.start, hit.found.end, self._new(hit))


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class HitList(QListView):
    """`wanted(row)` when a hit is clicked or chosen with Enter."""

    wanted = Signal(int)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitListModel(self)
        self._delegate = ContextDelegate(tokens, self)
        self.setModel(self.hits)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_kind(self, "plain")
        self.clicked.connect(self._want)
        self.activated.connect(self._want)
        self.retranslate()

    def show_hits(self, hits: Sequence[LineHit], new: New, current: int) -> None:
        """Show these hits with one of them selected (-1: none)."""
        self.hits.show(hits, new)
        self.setFixedHeight(min(max(len(hits), 1), _SEVERAL) * ROW + 2)
        self.show_current(current)

    def show_current(self, row: int) -> None:
        """Select a row and bring it into view."""
        self.setCurrentIndex(self.hits.index(row, 0))

    @Slot(QModelIndex)
    def _want(self, index: QModelIndex) -> None:
        self.wanted.emit(index.row())

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._delegate.set_tokens(tokens)
        self.viewport().update()

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.setAccessibleName(_("Hits in the article"))
