"""The hits of the library as a tree: articles, and their hits with check boxes below them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from newsroom.domain.article import Status
from newsroom.i18n import _, ngettext
from newsroom.language.finding import Replacement
from newsroom.services.replacing import FoundArticle, FoundPlace
from newsroom.ui.finding.context import CONTEXT_ROLE, Context, context_of
from newsroom.ui.wording import number, status_label

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_ARTICLE = 0
"""Articles have this internal id; hits have the row of their article and one."""


class LibraryHits(QAbstractItemModel):
    """`chosen_changed()` when a box was ticked. Published articles are not ticked at first."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles: list[FoundArticle] = []
        self._ticked: list[bytearray] = []
        self._replacement: Replacement | None = None

    def show(self, articles: Sequence[FoundArticle]) -> None:
        """Show these articles and their hits."""
        self.beginResetModel()
        self._articles = list(articles)
        self._ticked = list(map(_ticks, articles))
        self.endResetModel()
        self.chosen_changed.emit()

    def add(self, articles: Sequence[FoundArticle]) -> None:
        """Show these articles after those that are shown."""
        if articles:
            first = len(self._articles)
            self.beginInsertRows(_NOWHERE, first, first + len(articles) - 1)
            self._articles += articles
            self._ticked += map(_ticks, articles)
            self.endInsertRows()
            self.chosen_changed.emit()

    def set_replacement(self, replacement: Replacement | None) -> None:
        """Show what the hits would become; the view is to be painted anew."""
        self._replacement = replacement

    def chosen(self) -> list[FoundArticle]:
        """The articles with the hits that are ticked; those without one are left out."""
        return [
            replace(article, places=_ticked_of(article.places, ticked))
            for article, ticked in zip(self._articles, self._ticked, strict=True)
            if any(ticked)
        ]

    def hits(self) -> int:
        """How many hits there are."""
        return sum(map(len, self._ticked))

    def chosen_hits(self) -> int:
        """How many hits are ticked."""
        return sum(map(sum, self._ticked))

    def published(self) -> bool:
        """Whether there are published articles among them."""
        return any(article.status is Status.PUBLISHED for article in self._articles)

    # ---- what Qt asks

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The index of an article or of a hit below it."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _ARTICLE)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """The article of a hit."""
        above = int(index.internalId()) if index.isValid() else _ARTICLE
        return QModelIndex() if above == _ARTICLE else self.createIndex(above - 1, 0, _ARTICLE)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Articles, or the hits of one."""
        if not parent.isValid():
            return len(self._articles)
        is_article = parent.internalId() == _ARTICLE and parent.column() == 0
        return len(self._articles[parent.row()].places) if is_article else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One."""
        del parent
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Words, ticks, and for hits a `Context`."""
        if not index.isValid():
            return None
        above = int(index.internalId())
        if above == _ARTICLE:
            return self._article_data(index.row(), role)
        place = self._articles[above - 1].places[index.row()]
        if role == _ROLE.CheckStateRole:
            return _check(bool(self._ticked[above - 1][index.row()]))
        if role == CONTEXT_ROLE:
            return self._context(place)
        return self._context(place).spoken if role == _ROLE.AccessibleTextRole else None

    def _article_data(self, row: int, role: int) -> Any:
        article, ticked = self._articles[row], self._ticked[row]
        match role:
            case _ROLE.DisplayRole | _ROLE.AccessibleTextRole:
                return self._title(article)
            case _ROLE.CheckStateRole if any(ticked) and not all(ticked):
                return Qt.CheckState.PartiallyChecked
            case _ROLE.CheckStateRole:
                return _check(all(ticked))
            case _ROLE.FontRole:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case _:
                return None

    def _title(self, article: FoundArticle) -> str:
        count = len(article.places)
        hits = ngettext("{count} hit", "{count} hits", count).format(count=number(count))
        headline = article.headline or _("Untitled")
        return f"{headline}   ·   {status_label(article.status)}   ·   {hits}"

    def _context(self, place: FoundPlace) -> Context:
        found = place.found
        new = self._replacement.of(place.words, found) if self._replacement else None
        return context_of(place.words, found.start, found.end, new)

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        """Tick a hit, or all hits of an article."""
        if role != _ROLE.CheckStateRole or not index.isValid():
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        above = int(index.internalId())
        if above == _ARTICLE:
            self._ticked[index.row()] = bytearray([on]) * len(self._ticked[index.row()])
            article = self.index(index.row(), 0)
        else:
            self._ticked[above - 1][index.row()] = on
            article = self.index(above - 1, 0)
        last = self.rowCount(article) - 1
        self.dataChanged.emit(article, article)
        self.dataChanged.emit(self.index(0, 0, article), self.index(last, 0, article))
        self.chosen_changed.emit()
        return True


def _ticks(article: FoundArticle) -> bytearray:
    """A box for each hit."""
    return bytearray([article.status is not Status.PUBLISHED]) * len(article.places)


def _ticked_of(places: Sequence[FoundPlace], ticked: bytearray) -> tuple[FoundPlace, ...]:
    return tuple(place for place, on in zip(places, ticked, strict=True) if on)


def _check(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
