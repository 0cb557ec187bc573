"""Asks where a link should lead to."""

import re

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from newsroom.i18n import _
from newsroom.ui.dialogs.base import Dialog, field_label
from newsroom.ui.theme import set_kind

_ADDRESS = re.compile(r"^(https?://\S+\.\S+|mailto:\S+@\S+)$", re.IGNORECASE)
_MAIL = re.compile(r"^[^\s/@]+@[^\s/@]+\.[^\s/@]+$")


def completed(typed: str) -> str:
    """What was typed as an http, https or mailto address; empty when it is none.

    `laodong.vn/bai` becomes `https://laodong.vn/bai`, `a@b.vn` becomes `mailto:a@b.vn`.
    """
    address = typed.strip()
    if _MAIL.match(address):
        address = f"mailto:{address}"
    elif address and not re.match(r"^[a-z][a-z0-9+.-]*:", address, re.IGNORECASE):
        address = f"https://{address}"
    return address if _ADDRESS.match(address) else ""


class LinkDialog(Dialog):
    """`chosen(address)` with the address, empty when the link is to be removed."""

    chosen = Signal(str)

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Link"), parent)
        self.field = QLineEdit(address)
        self.field.setPlaceholderText("https://")
        self.field.setMinimumWidth(380)
        self.hint = QLabel(_("A web or mail address."))
        set_kind(self.hint, "hint")
        self.body.setSpacing(4)
        for part in (field_label(_("Address"), self.field), self.field, self.hint):
            self.body.addWidget(part)
        self.body.addStretch(1)
        if address:
            self.add_button(_("Remove link"), "quiet").clicked.connect(self._remove)
        self.add_button(_("Cancel")).clicked.connect(self.reject)
        self.take = self.add_button(_("Set link"), "primary")
        self.take.clicked.connect(self._take)
        self.field.textChanged.connect(self._check)
        self.field.selectAll()
        self._check()

    @Slot()
    def _check(self) -> None:
        self.take.setEnabled(bool(completed(self.field.text())))

    @Slot()
    def _take(self) -> None:
        self.chosen.emit(completed(self.field.text()))
        self.accept()

    @Slot()
    def _remove(self) -> None:
        self.chosen.emit("")
        self.accept()
