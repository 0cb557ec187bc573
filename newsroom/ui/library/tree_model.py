"""The library's places as a Qt tree; counts change in place, so that nothing folds or jumps."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from newsroom.domain.ids import ArticleId
from newsroom.i18n import ngettext
from newsroom.ui.library.places import Drop, Place
from newsroom.ui.models.dragging import ARTICLES_MIME, ids_in
from newsroom.ui.wording import number

PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class _Node:
    """A place within the tree."""

    def __init__(self, place: Place, parent: "_Node | None", row: int) -> None:
        self.place = place
        self.parent = parent
        self.row = row
        self.children = [_Node(child, self, n) for n, child in enumerate(place.children)]

    def recount(self, place: Place) -> None:
        """Take counts and words over from a tree of the same shape."""
        self.place = place
        for node, child in zip(self.children, place.children, strict=True):
            node.recount(child)

    def walk(self) -> Iterator["_Node"]:
        """The node itself and all under it."""
        yield self
        for child in self.children:
            yield from child.walk()


class PlacesModel(QAbstractItemModel):
    """The tree; `dropped(ids, Place)` is sent when articles were dropped on a place."""

    dropped = Signal(object, object)
    reshaping = Signal()
    reshaped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node(Place(key="", label=""), None, 0)

    def show(self, groups: Sequence[Place]) -> None:
        """Show `groups`; when only counts differ, nothing folds."""
        wanted = Place(key="", label="", children=tuple(groups))
        if _shape(wanted) == _shape(self._root.place):
            self._root.recount(wanted)
            for index, _place in self.entries():
                self.dataChanged.emit(index, index)
            return
        self.reshaping.emit()
        self.beginResetModel()
        self._root = _Node(wanted, None, 0)
        self.endResetModel()
        self.reshaped.emit()

    def find(self, key: str) -> QModelIndex:
        """The index of the place named `key`, invalid when there is none."""
        for node in self._root.walk():
            if node.place.key == key and node is not self._root:
                return self._index_of(node)
        return QModelIndex()

    def entries(self) -> Iterator[tuple[QModelIndex, Place]]:
        """Every place of the tree with its index, parents first."""
        for node in self._root.walk():
            if node is not self._root:
                yield self._index_of(node), node.place

    def _index_of(self, node: _Node) -> QModelIndex:
        if node is self._root:
            return QModelIndex()
        return self.createIndex(node.row, 0, node)

    def _node(self, index: Index) -> _Node:
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, _Node) else self._root

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        """The index of a child."""
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """The index of the place above."""
        above = self._node(index).parent
        return QModelIndex() if above is None else self._index_of(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many places are right under `parent`."""
        return len(self._node(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One; counts are drawn in it."""
        del parent
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The `Place` under `PLACE_ROLE`, its label, and its words for screen readers."""
        if not index.isValid():
            return None
        place = self._node(index).place
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return place.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(place)
        return place if role == PLACE_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles cannot be chosen; sections, tags and statuses take dropped articles."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        place = self._node(index).place
        flags = Qt.ItemFlag.ItemIsEnabled
        if place.wanted is not None:
            flags |= Qt.ItemFlag.ItemIsSelectable
        if place.drop is not Drop.NOTHING:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        """Only articles can be dropped."""
        return [ARTICLES_MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        """Dropping never takes the article out of the list it was dragged from."""
        return Qt.DropAction.CopyAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Whether the place under the cursor takes articles."""
        del action, row, column
        droppable = self._node(parent).place.drop is not Drop.NOTHING
        return droppable and data.hasFormat(ARTICLES_MIME)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for what the place does to articles."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        ids: tuple[ArticleId, ...] = ids_in(data)
        self.dropped.emit(ids, self._node(parent).place)
        return bool(ids)


def _shape(place: Place) -> tuple[object, ...]:
    return (place.key, tuple(_shape(child) for child in place.children))


def _spoken(place: Place) -> str:
    if place.count is None:
        return place.label
    count = ngettext("{count} article", "{count} articles", place.count)
    return f"{place.label}, {count.format(count=number(place.count))}"
