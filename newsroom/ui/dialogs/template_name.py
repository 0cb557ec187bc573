"""Asks under which name the open article is kept as a template."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from newsroom.errors import UserError
from newsroom.i18n import _, sentence
from newsroom.language.folding import key
from newsroom.services.templates import checked_name
from newsroom.ui.dialogs.base import Dialog, field_label
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel


class TemplateNameDialog(Dialog):
    """`chosen(name)`. `known` are the names there are; `old` is the template being renamed."""

    chosen = Signal(str)

    def __init__(
        self, suggested: str, known: Sequence[str], *, old: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Rename template") if old else _("Save as template"), parent)
        self._known = {key(name) for name in known}
        self._old = old
        self.field = QLineEdit(old or suggested)
        self.field.setMinimumWidth(400)
        self.remark = PlainLabel()
        self.remark.setWordWrap(True)
        self.body.setSpacing(4)
        self.body.addWidget(field_label(_("Name of the template"), self.field))
        self.body.addWidget(self.field)
        self.body.addWidget(self.remark)
        if not old:
            self.body.addSpacing(4)
            self.body.addWidget(_hint())
        self.body.addStretch(1)
        self.add_button(_("Cancel")).clicked.connect(self.close)
        self.take = self.add_button(_("Save"), "primary")
        self.take.clicked.connect(self._take)
        self.field.textChanged.connect(self._check)
        self.field.selectAll()
        self._check()

    @Slot()
    def _check(self) -> None:
        problem, usable = self._problem()
        set_kind(self.remark, "hint" if usable else "error")
        self.remark.setText(problem)
        self.remark.setVisible(bool(problem))
        self.take.setEnabled(usable)

    def _problem(self) -> tuple[str, bool]:
        """What is to be said of the name, and whether it can be taken."""
        written = self.field.text()
        if not written.strip():
            return "", False
        try:
            name = key(checked_name(written))
        except UserError as error:
            return sentence(error), False
        if name == key(self._old) or name not in self._known:
            return "", True
        if self._old:
            return _("There is a template of this name already."), False
        return _("Takes the place of the template of this name."), True

    @Slot()
    def _take(self) -> None:
        self.chosen.emit(self.field.text())
        self.close()


def _hint() -> PlainLabel:
    names = (_("date"), _("time"), _("year"), _("author"))  # in either language (domain.template)
    places = ", ".join(f"{{{name}}}" for name in names)
    words = _("In a template, {places} are filled when it is used.")
    label = PlainLabel(words.format(places=places))
    label.setWordWrap(True)
    set_kind(label, "hint")
    return label
