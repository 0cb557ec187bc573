"""All fields of one print preset in groups, with what it builds on."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from newsroom.i18n import _
from newsroom.press.preset_draft import base_value, value_in
from newsroom.services.preset_files import StoredPreset
from newsroom.ui.dialogs.base import field_label
from newsroom.ui.dialogs.export_words import preset_words
from newsroom.ui.presets.fields import GROUPS, Group, shapes
from newsroom.ui.presets.row import GAP, LIMITS_WIDTH, WIDE, FieldRow
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel

_WIDTH = 458


class PresetForm(QScrollArea):
    """`edited(key, value)` with every change, `rebased(name)` when it builds on another one."""

    edited = Signal(str, object)
    rebased = Signal(str)

    def __init__(self, shipped: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(_WIDTH)
        self.base = QComboBox()
        for name in shipped:
            self.base.addItem(preset_words("pdf", name).title, name)
        self.base.setFixedWidth(WIDE)
        self.said = PlainLabel(_("Make a copy of a shipped preset to change it."))
        set_kind(self.said, "hint")
        self.rows: dict[str, FieldRow] = {}
        self.content = QWidget()
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(20)
        column.addLayout(self._head())
        for group in GROUPS:
            column.addLayout(self._group(group))
        column.addStretch()
        self.setWidget(self.content)
        self.base.activated.connect(self._on_base)

    def _head(self) -> QGridLayout:
        grid = _grid()
        grid.addWidget(field_label(_("Builds on"), self.base), 0, 0)
        grid.addWidget(self.base, 0, 1, 1, 2)
        grid.addWidget(self.said, 1, 0, 1, 3)
        return grid

    def _group(self, group: Group) -> QGridLayout:
        grid = _grid()
        title = PlainLabel(_(group.title))
        set_kind(title, "heading")
        grid.addWidget(title, 0, 0, 1, 3)
        known = shapes()
        for field in group.fields:
            row = FieldRow(field, known[field.key], self.content)
            row.place(grid)
            row.edited.connect(self.edited)
            self.rows[field.key] = row
        return grid

    def show_preset(self, stored: StoredPreset) -> None:
        """Fill the fields; those of a shipped preset can only be read."""
        self.base.setCurrentIndex(self.base.findData(stored.tables.get("base", "")))
        for key, row in self.rows.items():
            base = base_value(stored.base, key)
            row.show_value(value_in(stored.tables, stored.base, key), base)
        self.content.setEnabled(stored.own)
        self.said.setVisible(not stored.own)

    def blame(self, key: str, words: str) -> bool:
        """Say at the field `key` what is wrong, at no other; whether there is such a field."""
        words = _in_words(words)
        for each, row in self.rows.items():
            row.blame(words if each == key else "")
        return key in self.rows

    def show_field(self, key: str) -> None:
        """Bring a field into view, the focus in it."""
        row = self.rows[key]
        self.ensureWidgetVisible(row.widget)
        row.widget.setFocus()

    @Slot(int)
    def _on_base(self) -> None:
        self.rebased.emit(self.base.currentData())


def _in_words(said: str) -> str:
    """A sentence about keys of the file as one about the fields of the form."""
    for group in GROUPS:
        for field in group.fields:
            said = said.replace(f"“{field.key}”", f"“{_(field.words)}”")
    return said


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    grid.setColumnMinimumWidth(2, LIMITS_WIDTH)
    return grid
