"""The folder that files are written into, with the system's dialog to choose another."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from newsroom.i18n import _
from newsroom.ui.dialogs.base import plain_button
from newsroom.ui.folders import DOCUMENTS, last_folder
from newsroom.ui.widgets.plain_label import plain_tip


class FolderField(QWidget):
    """Begins with the folder kept in `settings` under `key`. `changed()` when another is shown.

    `line` is what a label belongs to.
    """

    changed = Signal()

    def __init__(self, settings: QSettings, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._key = settings, key
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.choose = plain_button(_("Choose…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)
        self.choose.clicked.connect(self._on_choose)
        self.show_folder(last_folder(settings, key, DOCUMENTS))

    def folder(self) -> Path:
        """The folder chosen."""
        return Path(self.line.text())

    @Slot(str)
    def show_folder(self, path: str) -> None:
        """Write into `path`."""
        self.line.setText(path)
        self.line.setCursorPosition(0)
        self.line.setToolTip(plain_tip(path))
        self.changed.emit()

    def remember(self) -> None:
        """Begin with this folder the next time."""
        self._settings.setValue(self._key, self.line.text())

    @Slot()
    def _on_choose(self) -> None:
        picker = QFileDialog(self, _("Into which folder?"), self.line.text())
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.setFileMode(QFileDialog.FileMode.Directory)
        picker.setOption(QFileDialog.Option.ShowDirsOnly)
        picker.fileSelected.connect(self.show_folder)
        picker.open()
