"""The table of short forms: edited in place, brought in and taken out as CSV."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.writing import Abbreviation
from newsroom.i18n import _
from newsroom.ui.dialogs.base import plain_button

_SHORT_WIDTH = 150


class ShortForms(QWidget):
    """`import_wanted()` and `export_wanted()` ask for a file, `shipped_wanted()` for our list."""

    import_wanted = Signal()
    export_wanted = Signal()
    shipped_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, 2)
        self.add = plain_button(_("Add"))
        self.remove = plain_button(_("Remove"))
        self.bring = plain_button(_("Import…"))
        self.take = plain_button(_("Export…"))
        self.shipped = plain_button(_("Shipped list"), "quiet")
        self._set_up_table()
        self._lay_out()
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.bring.clicked.connect(self.import_wanted)
        self.take.clicked.connect(self.export_wanted)
        self.shipped.clicked.connect(self.shipped_wanted)
        self.table.itemSelectionChanged.connect(self._adapt)
        self._adapt()

    def _set_up_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels([_("Short form"), _("Words it stands for")])
        table.setAccessibleName(_("Short forms"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(30)
        header = table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setColumnWidth(0, _SHORT_WIDTH)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.shipped, self.bring, self.take):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)

    def show_entries(self, entries: Iterable[Abbreviation]) -> None:
        """Show this list."""
        listed = sorted(entries, key=lambda entry: entry.short.lower())
        self.table.setRowCount(len(listed))
        for row, entry in enumerate(listed):
            self._put(row, entry.short, entry.words)
        self._adapt()

    def entries(self) -> tuple[Abbreviation, ...]:
        """What stands there, rows that are empty left out; not checked yet."""
        rows = (
            Abbreviation(short=self._at(row, 0), words=self._at(row, 1))
            for row in range(self.table.rowCount())
        )
        return tuple(entry for entry in rows if entry.short or entry.words)

    def merge(self, entries: Iterable[Abbreviation]) -> None:
        """Add entries; one whose short form is there already takes its place."""
        merged = {entry.short.lower(): entry for entry in (*self.entries(), *entries)}
        self.show_entries(merged.values())

    def _put(self, row: int, *cells: str) -> None:
        for column, words in enumerate(cells):
            self.table.setItem(row, column, QTableWidgetItem(words))

    def _at(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text().strip()

    @Slot()
    def _add(self) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self._put(row, "", "")
        self.table.setCurrentCell(row, 0)
        self.table.edit(self.table.currentIndex())

    @Slot()
    def _remove(self) -> None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        for row in sorted(rows, reverse=True):
            self.table.removeRow(row)

    @Slot()
    def _adapt(self) -> None:
        self.remove.setEnabled(bool(self.table.selectedIndexes()))
