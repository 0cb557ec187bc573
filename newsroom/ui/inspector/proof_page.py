"""The inspector's third page: what is still to be mended, and the way there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsroom.i18n import _, ngettext, sentence
from newsroom.services.checking import Finding, Severity
from newsroom.ui import icons
from newsroom.ui.inspector.page import GAP, MARGIN, Page, clear, hint
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.row_button import RowButton
from newsroom.ui.wording import severity_label

_ROW_INSET = 8
_ICONS = {
    Severity.ERROR: ("circle-alert", "accent"),
    Severity.WARNING: ("triangle-alert", "amber"),
    Severity.HINT: ("lightbulb", "blue"),
}


class ProofPage(Page):
    """Findings as rows; a click (or Enter) sends `place_requested(Finding)`."""

    place_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._findings: tuple[Finding, ...] = ()
        self.summary = PlainLabel()
        set_kind(self.summary, "strong")
        self.remark = hint()
        self.rows = QVBoxLayout()
        self.rows.setSpacing(2)
        for part in (self.summary, self.remark):
            part.setContentsMargins(_ROW_INSET, 0, _ROW_INSET, 0)
            self.body.addWidget(part)
        self.body.addLayout(self.rows)
        self.body.addStretch()
        self.body.setSpacing(6)
        self.body.setContentsMargins(MARGIN - _ROW_INSET, GAP, MARGIN - _ROW_INSET, MARGIN)
        theme.changed.connect(self._rebuild)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """List `findings`, in this order; the rows stay as they are when nothing changed."""
        if tuple(findings) != self._findings or not self.summary.text():
            self._findings = tuple(findings)
            self._rebuild()

    @Slot()
    def _rebuild(self) -> None:
        clear(self.rows)
        count = len(self._findings)
        if count:
            words = ngettext("{count} thing to look at", "{count} things to look at", count)
            self.summary.setText(words.format(count=count))
            self.remark.setText(_("A click leads to the place."))
        else:
            self.summary.setText(_("Nothing to mend"))
            self.remark.setText(_("Headline, lede, section, byline and photos are complete."))
        for finding in self._findings:
            row = FindingRow(finding, self._theme.tokens)
            row.place_requested.connect(self.place_requested)
            self.rows.addWidget(row)


class FindingRow(RowButton):
    """One finding: an icon for its weight, and its words over as many lines as they need."""

    place_requested = Signal(object)

    def __init__(self, finding: Finding, tokens: Tokens) -> None:
        super().__init__()
        self._finding = finding
        words = sentence(finding.message)
        self.setAccessibleName(f"{severity_label(finding.severity)}: {words}")
        name, colour = _ICONS[finding.severity]
        picture = PlainLabel()
        picture.setPixmap(icons.pixmap(name, getattr(tokens, colour), 16, self.devicePixelRatioF()))
        picture.setToolTip(severity_label(finding.severity))
        text = PlainLabel(words)
        text.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_ROW_INSET, 6, _ROW_INSET, 6)
        layout.setSpacing(8)
        layout.addWidget(picture)
        layout.addWidget(text, 1)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.place_requested.emit(self._finding)
