"""A colour profile of a press: its file's name, and a file to take another from."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from newsroom.i18n import _
from newsroom.ui.widgets.plain_label import plain_tip

_EDGES = 32


class ProfileField(QPushButton):
    """`picked(str)` with the path of the file that a person chose."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self._name = ""
        self.clicked.connect(self._on_clicked)

    def name(self) -> str:
        """The file's name."""
        return self._name

    def show_name(self, name: str) -> None:
        """Show a file's name, its middle left out where it is too long."""
        self._name = name
        room = self.width() - _EDGES
        elided = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        self.setText(elided.replace("&", "&&"))
        self.setToolTip(plain_tip(name))

    @Slot()
    def _on_clicked(self) -> None:
        picker = QFileDialog(
            self, _("Colour profile of the press"), str(Path.home()), "ICC (*.icc *.icm)"
        )
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.setFileMode(QFileDialog.FileMode.ExistingFile)
        picker.fileSelected.connect(self.picked)
        picker.open()
