"""The tree of sections in its dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from newsroom.domain.article import SectionPath
from newsroom.domain.taxonomy import Section
from newsroom.i18n import _
from newsroom.ui.theme import set_kind

PATH_ROLE = Qt.ItemDataRole.UserRole + 1


class SectionsView(QTreeView):
    """The tree; Alt and an arrow send `moved(key)`, Delete `delete_pressed()`."""

    moved = Signal(int)
    delete_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_kind(self, "boxed")
        self.setHeaderHidden(True)
        self.setIndentation(18)
        self.setUniformRowHeights(True)
        self.setAccessibleName(_("Sections"))
        self.setExpandsOnDoubleClick(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.key() in arrows and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(event.key())
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


def branch(section: Section, above: SectionPath) -> QStandardItem:
    """A section below `above` with all that is below it; items carry their path."""
    path = (*above, section.name)
    item = QStandardItem(section.name)
    item.setData(path, PATH_ROLE)
    item.appendRows([branch(child, path) for child in section.children])
    return item
