"""The list of print presets: the shipped ones, then the library's own."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from newsroom.i18n import _, sentence
from newsroom.services.print_presets import PrintPreset
from newsroom.ui.dialogs.base import plain_button
from newsroom.ui.dialogs.export_words import preset_words
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import plain_tip

_NAME = Qt.ItemDataRole.UserRole
_WIDTH = 228


class PresetList(QWidget):
    """`shown(name)` when another preset is chosen; what is to be done is told by the buttons."""

    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets: dict[str, PrintPreset] = {}
        self._changed: Collection[str] = ()
        self.list = QListWidget()
        set_kind(self.list, "boxed")
        self.list.setAccessibleName(_("Print presets"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.copy = plain_button(_("Make a copy…"))
        self.rename = plain_button(_("Rename…"))
        self.delete = plain_button(_("Delete"), "danger")
        self.undo = plain_button(_("Undo"))
        self.undo.hide()
        self.setFixedWidth(_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.rename)
        row.addWidget(self.delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.copy)
        layout.addLayout(row)
        layout.addWidget(self.undo)
        self.list.currentItemChanged.connect(self._on_current)
        self._adapt()

    def show_presets(self, presets: Sequence[PrintPreset], current: str) -> None:
        """List `presets`, `current` selected if it is there."""
        self._presets = {preset.name: preset for preset in presets}
        self.list.blockSignals(True)
        self.list.clear()
        for preset in presets:
            item = QListWidgetItem()
            item.setData(_NAME, preset.name)
            item.setToolTip(plain_tip(sentence(preset.mistake) if preset.mistake else ""))
            self.list.addItem(item)
        names = [preset.name for preset in presets]
        self.list.setCurrentRow(names.index(current) if current in names else 0)
        self.list.blockSignals(False)
        self.mark(self._changed)
        self._on_current()

    def mark(self, changed: Collection[str]) -> None:
        """Which presets have changes that are not stored."""
        self._changed = changed
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setText(self._words(self._presets[item.data(_NAME)]))

    def current(self) -> str:
        """The name of the preset selected, empty for none."""
        item = self.list.currentItem()
        return str(item.data(_NAME)) if item is not None else ""

    def choose(self, name: str) -> None:
        """Select a preset."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)

    def own(self) -> bool:
        """Whether the preset selected is the library's own."""
        preset = self._presets.get(self.current())
        return preset is not None and preset.own

    def _words(self, preset: PrintPreset) -> str:
        words = preset.name if preset.own else preset_words("pdf", preset.name).title
        if preset.mistake is not None:
            words = _("{name} (wrong)").format(name=words)
        elif not preset.own:
            words = _("{name} (shipped)").format(name=words)
        return f"• {words}" if preset.name in self._changed else words

    @Slot()
    def _on_current(self) -> None:
        self._adapt()
        if self.current():
            self.shown.emit(self.current())

    def _adapt(self) -> None:
        self.copy.setEnabled(bool(self.current()))
        self.rename.setEnabled(self.own())
        self.delete.setEnabled(self.own())
