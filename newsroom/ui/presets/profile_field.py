"""A colour profile of a press: its file's name, and a file to take another from."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from newsroom.i18n import _
from newsroom.ui.theme import set_kind


class ProfileField(QPushButton):
    """`picked(str)` with the path of the file that a person chose."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        set_kind(self, "quiet")
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        picker = QFileDialog(
            self, _("Colour profile of the press"), str(Path.home()), "ICC (*.icc *.icm)"
        )
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.setFileMode(QFileDialog.FileMode.ExistingFile)
        picker.fileSelected.connect(self.picked)
        picker.open()
