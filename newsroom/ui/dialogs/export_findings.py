"""What the articles of an export lack, above its choices: seen before anything is written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from newsroom.domain.ids import ArticleId
from newsroom.i18n import _, ngettext
from newsroom.services.checking import Finding, Severity
from newsroom.services.export_checking import Checked
from newsroom.ui.dialogs.base import plain_button
from newsroom.ui.inspector.proof_page import FindingRow
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.elided_label import ElidedLabel
from newsroom.ui.widgets.plain_label import PlainLabel

_SHOWN = 60
"""Rows; of more findings their number is told."""
_HEIGHT = 138


class ExportFindings(QFrame):
    """Hidden until there are findings; errors unfold the list. `place_requested(id, Finding)`."""

    place_requested = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._errors = 0
        set_kind(self, "notice", tone="warning")
        self.summary = ElidedLabel()
        set_kind(self.summary, "strong")
        self.toggle = plain_button("", "quiet")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFixedHeight(_HEIGHT)
        self._area.viewport().setAutoFillBackground(False)
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._area)
        self.toggle.clicked.connect(self._on_toggle)
        self.hide()

    def show_checked(self, checked: Sequence[Checked]) -> None:
        """Tell what was found; the articles with errors come first."""
        ordered = sorted(checked, key=lambda each: -_errors(each))
        self._errors = sum(map(_errors, ordered))
        findings = sum(len(each.findings) for each in ordered)
        self.summary.set_text(_summary(self._errors, findings - self._errors, len(ordered)))
        set_kind(self, "notice", tone="error" if self._errors else "warning")
        rows = self._rows(ordered, findings)
        self._area.setWidget(rows)
        rows.setAutoFillBackground(False)  # the notice's colour, not the window's
        self._unfold(bool(self._errors))

    def appear(self) -> None:
        """Be seen if there is anything to tell."""
        self.setVisible(bool(self.summary.full_text()))

    def errors(self) -> int:
        """How many errors there are."""
        return self._errors

    def rows(self) -> list[FindingRow]:
        """The findings listed, in order."""
        return self._area.findChildren(FindingRow)

    def unfolded(self) -> bool:
        """Whether the list is shown."""
        return not self._area.isHidden()

    def _rows(self, checked: Sequence[Checked], findings: int) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(0)
        left = _SHOWN
        for each in checked:
            if len(checked) > 1 and left:
                layout.addWidget(_title(each.headline or _("Untitled")))
            for finding in each.findings[:left]:
                layout.addWidget(self._row(each.id, finding))
            left -= len(each.findings[:left])
        if findings > _SHOWN:
            more = findings - _SHOWN
            words = ngettext("And {count} more.", "And {count} more.", more).format(count=more)
            layout.addWidget(_title(words))
        layout.addStretch()
        return column

    def _row(self, article_id: ArticleId, finding: Finding) -> FindingRow:
        row = FindingRow(finding, self._theme.tokens)
        row.setAutoDefault(False)
        row.setProperty("article", article_id)
        row.place_requested.connect(self._on_requested)
        return row

    @Slot(object)
    def _on_requested(self, finding: Finding) -> None:
        self.place_requested.emit(str(self.sender().property("article")), finding)

    @Slot()
    def _on_toggle(self) -> None:
        self._unfold(not self.unfolded())

    def _unfold(self, shown: bool) -> None:
        self._area.setVisible(shown)
        self.toggle.setText(_("Hide") if shown else _("Show"))
        self.updateGeometry()


def _errors(checked: Checked) -> int:
    return sum(finding.severity is Severity.ERROR for finding in checked.findings)


def _summary(errors: int, warnings: int, articles: int) -> str:
    parts = []
    if errors:
        parts.append(ngettext("{count} error", "{count} errors", errors).format(count=errors))
    if warnings:
        words = ngettext("{count} warning", "{count} warnings", warnings)
        parts.append(words.format(count=warnings))
    said = ", ".join(parts)
    if articles < 2:
        return said
    words = ngettext("{said} in {count} article", "{said} in {count} articles", articles)
    return words.format(said=said, count=articles)


def _title(words: str) -> PlainLabel:
    label = PlainLabel(words)
    label.setWordWrap(True)
    label.setContentsMargins(8, 6, 0, 2)
    set_kind(label, "label")
    return label
