"""Choosing a section: a field that opens the tree, which narrows down as one writes."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeView, QVBoxLayout, QWidget

from newsroom.domain.article import SectionPath
from newsroom.domain.taxonomy import Section, SectionTree
from newsroom.i18n import _
from newsroom.language.folding import fold, nfc
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.field_button import FieldButton
from newsroom.ui.widgets.plain_label import PlainLabel, plain_tip
from newsroom.ui.widgets.popups import Popup

_PATH = Qt.ItemDataRole.UserRole + 1
_FOLDED = Qt.ItemDataRole.UserRole + 2
_WIDTH, _HEIGHT = 400, 340


def spoken_path(path: SectionPath) -> str:
    """`Chuyên đề › Phát triển đoàn viên`."""
    return " › ".join(path)


class SectionField(FieldButton):
    """Shows a section's path; `section_chosen(tuple)` with `()` for none."""

    section_chosen = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Section"), parent)
        self._tree = SectionTree()
        self._path: SectionPath = ()
        self.show_section(())
        self.clicked.connect(self._on_clicked)

    def set_sections(self, tree: SectionTree) -> None:
        """The sections there are to choose from."""
        self._tree = tree

    def show_section(self, path: SectionPath) -> None:
        """Show `path` as the section chosen."""
        self._path = path
        self.set_value(spoken_path(path), placeholder=_("No section"))

    def shortened(self, room: int) -> str:
        """The section itself tells more than what it belongs to, which is given up first."""
        shown = self._path
        for start in range(1, len(self._path)):
            if self._fits(shown, room):
                break
            shown = ("…", *self._path[start:])
        if not shown:
            return super().shortened(room)
        words = spoken_path(shown)
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)

    def _fits(self, path: SectionPath, room: int) -> bool:
        return self.fontMetrics().horizontalAdvance(spoken_path(path)) <= room

    def section(self) -> SectionPath:
        """The section shown."""
        return self._path

    @Slot()
    def _on_clicked(self) -> None:
        picker = SectionPicker(self._tree, self._path, self)
        picker.section_chosen.connect(self._on_chosen)
        picker.open_at(self)

    @Slot(tuple)
    def _on_chosen(self, path: SectionPath) -> None:
        if path != self._path:
            self.show_section(path)
            self.section_chosen.emit(path)


class _Filter(QSortFilterProxyModel):
    """Keeps sections whose name contains what is written, with those above and below them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted = ""
        self._exact = ""
        self.setRecursiveFilteringEnabled(True)
        self.setAutoAcceptChildRows(True)

    def set_wanted(self, words: str) -> None:
        self.beginFilterChange()
        self._exact = nfc(words).strip().lower()
        self._wanted = fold(self._exact)
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        index = self.sourceModel().index(row, 0, parent)
        path, folded = index.data(_PATH), str(index.data(_FOLDED))
        if not self._wanted:
            return True
        if not path or self._wanted not in folded:
            return False
        return self._exact == self._wanted or self._exact in path[-1].lower()


class SectionPicker(Popup):
    """The tree with a line to filter it by; diacritics count only when they are written."""

    section_chosen = Signal(tuple)

    def __init__(self, tree: SectionTree, chosen: SectionPath, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Find a section…"))
        self.line.setAccessibleName(_("Find a section"))
        set_kind(self.line, "search")
        self.line.installEventFilter(self)
        self._filter = _Filter(self)
        self._filter.setSourceModel(_model(tree, self))
        self.view = _view(self._filter)
        self._empty = PlainLabel(_("No section is called that."))
        set_kind(self._empty, "hint")
        self._empty.setContentsMargins(8, 4, 8, 8)
        self._empty.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for part in (self.line, self.view, self._empty):
            layout.addWidget(part)
        self.setMinimumWidth(_WIDTH)
        self.setFixedHeight(_HEIGHT)
        self.line.textEdited.connect(self._on_edited)
        self.view.clicked.connect(self._on_picked)
        self.view.activated.connect(self._on_picked)
        self._select(chosen)
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter in the line belong to the tree."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is _PRESS:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_picked(self.view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        index = self.view.currentIndex()
        beside = self.view.indexBelow(index) if by > 0 else self.view.indexAbove(index)
        if beside.isValid():
            self.view.setCurrentIndex(beside)

    def _select(self, path: SectionPath) -> None:
        for index in _indexes(self._filter, QModelIndex()):
            if index.data(_PATH) == path:
                self.view.setCurrentIndex(index)
                self.view.scrollTo(index)

    @Slot(str)
    def _on_edited(self, words: str) -> None:
        self._filter.set_wanted(words)
        self.view.expandAll()
        rows = self._filter.rowCount()
        self.view.setVisible(rows > 0)
        self._empty.setVisible(rows == 0)
        self._select_match(fold(nfc(words).strip()))

    def _select_match(self, wanted: str) -> None:
        """The first section that matches by itself, not one above it that is shown for it."""
        matches = [
            index
            for index in _indexes(self._filter, QModelIndex())
            if wanted in str(index.data(_FOLDED))
        ]
        if matches:
            self.view.setCurrentIndex(matches[0])

    @Slot(QModelIndex)
    def _on_picked(self, index: QModelIndex) -> None:
        if index.isValid() and self.isVisible():
            path = index.data(_PATH)
            self.close()
            self.section_chosen.emit(path)


_PRESS = QEvent.Type.KeyPress


def _view(model: QSortFilterProxyModel) -> QTreeView:
    view = QTreeView()
    view.setModel(model)
    view.setHeaderHidden(True)
    view.setIndentation(16)
    view.setUniformRowHeights(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setAccessibleName(_("Sections"))
    set_kind(view, "popup-list")
    view.setExpandsOnDoubleClick(False)
    view.expandAll()
    return view


def _model(tree: SectionTree, parent: QObject) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    model.appendRow(_item(_("No section"), ()))
    for section in tree.roots:
        model.appendRow(_branch(section, ()))
    return model


def _branch(section: Section, above: SectionPath) -> QStandardItem:
    path = (*above, section.name)
    item = _item(section.name, path)
    item.appendRows([_branch(child, path) for child in section.children])
    return item


def _item(words: str, path: SectionPath) -> QStandardItem:
    item = QStandardItem(words)
    item.setData(path, _PATH)
    item.setData(fold(words), _FOLDED)
    item.setToolTip(plain_tip(spoken_path(path)))
    return item


def _indexes(model: QSortFilterProxyModel, parent: QModelIndex) -> Iterable[QModelIndex]:
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from _indexes(model, index)
