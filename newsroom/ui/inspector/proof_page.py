"""The inspector's third page: what is still to be mended, and the way there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsroom.i18n import _, ngettext, sentence
from newsroom.services.checking import Finding
from newsroom.ui.inspector.page import GAP, MARGIN, Page, clear, hint, section_title
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.remark_row import INSET, RemarkRow


class ProofPage(Page):
    """Findings as rows, and below them what else print asks for.

    A click (or Enter) sends `place_requested(Finding)`; `shown` tells that somebody looks.
    """

    place_requested = Signal(object)
    shown = Signal()

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
            part.setContentsMargins(INSET, 0, INSET, 0)
            self.body.addWidget(part)
        self.body.addLayout(self.rows)
        self._add_print()
        self.body.addStretch()
        self.body.setSpacing(6)
        self.body.setContentsMargins(MARGIN - INSET, GAP, MARGIN - INSET, MARGIN)
        theme.changed.connect(self._rebuild)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """List `findings`, in this order; the rows stay as they are when nothing changed."""
        if tuple(findings) != self._findings or not self.summary.text():
            self._findings = tuple(findings)
            self._show_findings()

    def _add_print(self) -> None:
        self._printed: tuple[Finding, ...] = ()
        self.print_title = section_title("")
        self.print_state = hint()
        self.print_rows = QVBoxLayout()
        self.print_rows.setSpacing(2)
        self.print_title.setContentsMargins(INSET, GAP, INSET, 0)
        self.print_state.setContentsMargins(INSET, 0, INSET, 0)
        for part in (self.print_title, self.print_state):
            part.hide()
            self.body.addWidget(part)
        self.body.addLayout(self.print_rows)

    def show_print(self, findings: Sequence[Finding], form: str) -> None:
        """List what else is asked for when the article is printed in the form called `form`."""
        words = _("Print: {form}").format(form=form)
        if tuple(findings) != self._printed:
            self._list(self.print_rows, findings)
        self.print_title.setText(words.upper())
        self.print_title.setAccessibleName(words)
        self._printed = tuple(findings)
        self.print_state.setText(_("Photos, letters, words and tables fit this form."))
        self.print_title.show()
        self.print_state.setVisible(not findings)

    def forget_print(self, state: str = "") -> None:
        """Another article, or none; `state` says what happens meanwhile."""
        self._printed = ()
        clear(self.print_rows)
        self.print_title.hide()
        self.print_state.setText(state)
        self.print_state.setVisible(bool(state))

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks at the page."""
        super().showEvent(event)
        self.shown.emit()

    def _list(self, rows: QVBoxLayout, findings: Sequence[Finding]) -> None:
        clear(rows)
        for finding in findings:
            row = FindingRow(finding, self._theme.tokens)
            row.place_requested.connect(self.place_requested)
            rows.addWidget(row)

    @Slot()
    def _rebuild(self) -> None:
        self._show_findings()
        self._list(self.print_rows, self._printed)

    def _show_findings(self) -> None:
        count = len(self._findings)
        if count:
            words = ngettext("{count} thing to look at", "{count} things to look at", count)
            self.summary.setText(words.format(count=count))
            self.remark.setText(_("A click leads to the place."))
        else:
            self.summary.setText(_("Nothing to mend"))
            self.remark.setText(_("Headline, lede, section, byline and photos are complete."))
        self._list(self.rows, self._findings)


class FindingRow(RemarkRow):
    """One finding of the article; a click sends it."""

    place_requested = Signal(object)

    def __init__(self, finding: Finding, tokens: Tokens) -> None:
        advice = sentence(finding.advice) if finding.advice is not None else ""
        super().__init__(finding.severity, sentence(finding.message), advice, tokens)
        self._finding = finding
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.place_requested.emit(self._finding)
