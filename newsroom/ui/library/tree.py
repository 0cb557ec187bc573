"""The tree of places: its own look, and chevrons that fold."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragMoveEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from newsroom.domain.saved_search import SavedSearch
from newsroom.i18n import _
from newsroom.ui.fonts import INTERFACE
from newsroom.ui.icons import pixmap
from newsroom.ui.library.places import Place
from newsroom.ui.library.tree_model import PLACE_ROLE, PlacesModel
from newsroom.ui.theme import set_kind, shades
from newsroom.ui.tokens import ROW, Tokens
from newsroom.ui.wording import number

_TITLE = 32
_STEP = 16
_LEFT = 16
_CHEVRON = 12
_FOLDED_AT_FIRST = ("statuses", "tags")
_OF_SEARCHES = (Qt.Key.Key_F2, Qt.Key.Key_Delete)

Index = QModelIndex | QPersistentModelIndex


class PlaceDelegate(QStyledItemDelegate):
    """Draws titles in small capitals, places with their count at the right edge."""

    def __init__(self, tokens: Tokens, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self.tokens = tokens
        self._title_font = _font(11, QFont.Weight.DemiBold)
        self._title_font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        self._font = _font(13)
        self._chosen_font = _font(13, QFont.Weight.Medium)
        self._count_font = _font(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Titles have some air above."""
        place = index.data(PLACE_ROLE)
        return QSize(option.rect.width(), ROW if is_place(place) else _TITLE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line of the tree."""
        place = index.data(PLACE_ROLE)
        if not isinstance(place, Place):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_place(place):
            self._paint_place(painter, option, index, place)
        else:
            self._paint_title(painter, option, index, place)
        painter.restore()

    def _paint_title(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, place: Place
    ) -> None:
        rect = QRect(option.rect).adjusted(_LEFT, 8, -_LEFT, 0)
        painter.setFont(self._title_font)
        painter.setPen(QColor(self.tokens.ink3_text))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, middle, place.label.upper())
        folded = not self._view.isExpanded(index)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if folded or hovered:
            self._paint_chevron(painter, QPoint(rect.right() - _CHEVRON, rect.center().y()), folded)
        self._paint_focus(painter, option, QRectF(option.rect).adjusted(9, 9, -9, -1))

    def _paint_place(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, place: Place
    ) -> None:
        pill = QRectF(option.rect).adjusted(8, 0, -8, 0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_pill(painter, option, pill, chosen)
        rect = QRect(option.rect).adjusted(_LEFT + _STEP * depth(index), 0, -_LEFT, 0)
        if self._view.model().hasChildren(index):
            folded = not self._view.isExpanded(index)
            self._paint_chevron(painter, QPoint(rect.left() - 2, rect.center().y()), folded)
        if is_section(place):
            rect.setLeft(rect.left() + 12)
        self._paint_words(painter, rect, place, chosen)
        self._paint_focus(painter, option, pill.adjusted(1, 1, -1, -1))

    def _paint_pill(
        self, painter: QPainter, option: QStyleOptionViewItem, pill: QRectF, chosen: bool
    ) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            colour = self.tokens.selection if chosen else shades(self.tokens).row_hover
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(pill, 6, 6)

    def _paint_words(self, painter: QPainter, rect: QRect, place: Place, chosen: bool) -> None:
        count = "" if place.count is None else number(place.count)
        painter.setFont(self._count_font)
        painter.setPen(QColor(self.tokens.ink3_text))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, count)
        rect.setRight(rect.right() - painter.fontMetrics().horizontalAdvance(count) - 8)
        painter.setFont(self._chosen_font if chosen else self._font)
        painter.setPen(QColor(self.tokens.ink1 if chosen else self.tokens.ink2))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(place.label, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, middle, shown)

    def _paint_chevron(self, painter: QPainter, at: QPoint, folded: bool) -> None:
        ratio = self._view.devicePixelRatioF()
        drawn: QPixmap = pixmap(
            "chevron-right" if folded else "chevron-down", self.tokens.ink3_text, _CHEVRON, ratio
        )
        painter.drawPixmap(at.x(), at.y() - _CHEVRON // 2 + 1, drawn)

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem, ring: QRectF) -> None:
        needed = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
        if (option.state & needed) == needed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.tokens.accent), 2))
            painter.drawRoundedRect(ring, 5, 5)


class PlacesView(QTreeView):
    """The tree. `chosen(Place)` is sent when the person goes to a place, `rename_wanted()` and
    `delete_wanted()` on F2 and Del at a saved search.

    `menu_wanted(QPoint)`, a point of the screen, asks for the menu of the current place.
    """

    chosen = Signal(object)
    menu_wanted = Signal(QPoint)
    rename_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, model: PlacesModel, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded = set(_FOLDED_AT_FIRST)
        self._key = "all"
        self._restoring = False
        self._delegate = PlaceDelegate(tokens, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self._places = model
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_kind(self, "places")  # the delegate alone paints its rows
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropOverwriteMode(True)  # aim at places, not between them
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._connect_signals()
        self.retranslate()

    def _connect_signals(self) -> None:
        self._places.reshaping.connect(self._remember_folds)
        self._places.reshaped.connect(self._restore)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.expanded.connect(self._unfolded)
        self.collapsed.connect(self._was_folded)

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.setAccessibleName(_("Places in the library"))

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint in other colours."""
        self._delegate.tokens = tokens
        self.viewport().update()

    @property
    def key(self) -> str:
        """The key of the place gone to last."""
        return self._key

    def place(self) -> Place | None:
        """The current place, None before there is any."""
        index = self.currentIndex()
        found = index.data(PLACE_ROLE) if index.isValid() else None
        return found if isinstance(found, Place) else None

    def search(self) -> SavedSearch | None:
        """The saved search that the person has gone to."""
        place = self.place()
        return None if place is None else place.search

    def go_to(self, key: str) -> None:
        """Go to the place `key` as soon as it is there."""
        self._key = key
        index = self._places.find(key)
        if index.isValid():
            self.setCurrentIndex(index)

    def folded(self) -> list[str]:
        """Keys of the folded places, to be remembered."""
        return sorted(self._folded)

    def set_folded(self, keys: list[str]) -> None:
        """Fold the places `keys` and open all others."""
        self._folded = set(keys)
        self._restore()

    @Slot()
    def _remember_folds(self) -> None:
        self._restoring = True

    @Slot()
    def _restore(self) -> None:
        self._restoring = True
        for index, place in self._places.entries():
            self.setExpanded(index, place.key not in self._folded)
        found = self._places.find(self._key)
        self.setCurrentIndex(found if found.isValid() else self._places.find("all"))
        self._restoring = False

    @Slot(QModelIndex)
    def _unfolded(self, index: QModelIndex) -> None:
        if not self._restoring:
            self._folded.discard(index.data(PLACE_ROLE).key)

    @Slot(QModelIndex)
    def _was_folded(self, index: QModelIndex) -> None:
        if not self._restoring:
            self._folded.add(index.data(PLACE_ROLE).key)

    @Slot(QModelIndex)
    def _current_changed(self, index: QModelIndex) -> None:
        place = index.data(PLACE_ROLE) if index.isValid() else None
        if not self._restoring and isinstance(place, Place) and place.wanted is not None:
            self._key = place.key
            self.chosen.emit(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a title or a chevron folds, any other goes to the place."""
        index = self.indexAt(event.position().toPoint())
        place = index.data(PLACE_ROLE) if index.isValid() else None
        chevron_ends = _LEFT + _STEP * depth(index) + _CHEVRON
        on_chevron = event.position().x() < chevron_ends and self._places.hasChildren(index)
        if isinstance(place, Place) and (not is_place(place) or on_chevron):
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Go to the section or search that was asked for and show its menu; so for all articles."""
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        place = index.data(PLACE_ROLE) if index.isValid() else None
        if isinstance(place, Place) and has_menu(place):
            self.setCurrentIndex(index)
            at = self.visualRect(index).center() if keyboard else event.pos()
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Without its black frame Qt refuses every drag; the tint under the cursor is ours."""
        super().dragMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self._places.canDropMimeData(event.mimeData(), event.dropAction(), -1, -1, index):
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place again, so that a search within it starts afresh."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._current_changed(self.currentIndex())
        elif event.key() in _OF_SEARCHES and self.search() is not None:
            renames = event.key() == Qt.Key.Key_F2
            (self.rename_wanted if renames else self.delete_wanted).emit()
        else:
            super().keyPressEvent(event)


def depth(index: Index) -> int:
    """How deep a place stands under its title: 0 right under it."""
    above, steps = index.parent(), -1
    while above.isValid():
        above, steps = above.parent(), steps + 1
    return max(steps, 0)


def is_place(place: object) -> bool:
    """Whether it can be gone to (titles cannot)."""
    return isinstance(place, Place) and place.wanted is not None


def has_menu(place: Place) -> bool:
    """All articles, sections and saved searches have one."""
    return place.key == "all" or is_section(place) or place.search is not None


def is_section(place: Place) -> bool:
    """Sections leave room for a chevron."""
    section = place.wanted is not None and place.wanted.section is not None
    return section and place.search is None


def _font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(INTERFACE)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
