"""Asks under which name something is to be kept."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from newsroom.i18n import _
from newsroom.ui.dialogs.base import Dialog, field_label
from newsroom.ui.theme import set_kind

_LONGEST = 80


class NameDialog(Dialog):
    """`chosen(name)` with a name that is not empty."""

    chosen = Signal(str)

    def __init__(self, title: str, hint: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.field = QLineEdit(name)
        self.field.setMaxLength(_LONGEST)
        self.field.setMinimumWidth(380)
        self.field.selectAll()
        said = QLabel(hint)
        said.setWordWrap(True)
        set_kind(said, "hint")
        self.body.setSpacing(4)
        for part in (field_label(_("Name"), self.field), self.field, said):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.add_button(_("Cancel")).clicked.connect(self.reject)
        self.keep = self.add_button(_("Keep"), "primary")
        self.keep.clicked.connect(self._take)
        self.field.textChanged.connect(self._check)
        self._check()

    @Slot()
    def _check(self) -> None:
        self.keep.setEnabled(bool(self.field.text().strip()))

    @Slot()
    def _take(self) -> None:
        self.chosen.emit(self.field.text().strip())
        self.accept()
