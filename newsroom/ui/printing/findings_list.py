"""What the preflight found in the file, page by page; a click shows the place."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsroom.domain.imported import Remark
from newsroom.domain.review import Severity
from newsroom.i18n import _, ngettext, sentence
from newsroom.ui.inspector.page import GAP, MARGIN, Page, clear, hint, section_title
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.remark_row import INSET, RemarkRow

if TYPE_CHECKING:
    from newsroom.press.preflight.report import Finding, Report

_MOST_ROWS = 150


class FindingsList(Page):
    """`place_wanted(Finding)` when a row was clicked."""

    place_wanted = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._report: Report | None = None
        self._remarks: tuple[Remark, ...] = ()
        self.verdict = PlainLabel()
        self.verdict.setWordWrap(True)
        set_kind(self.verdict, "strong")
        self.measure = hint()
        self.rows = QVBoxLayout()
        self.rows.setSpacing(2)
        for part in (self.verdict, self.measure):
            part.setContentsMargins(INSET, 0, INSET, 0)
            self.body.addWidget(part)
        self.body.addLayout(self.rows)
        self.body.addStretch()
        self.body.setSpacing(4)
        self.body.setContentsMargins(MARGIN - INSET, GAP, MARGIN - INSET, MARGIN)
        self.retranslate()

    def show_report(self, report: "Report | None", remarks: tuple[Remark, ...] = ()) -> None:
        """List what was found; None while it is looked for. `remarks` are those of the making."""
        if report == self._report and remarks == self._remarks and report is not None:
            return
        self._report, self._remarks = report, remarks
        self._list()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._list()

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.setAccessibleName(_("Findings of the print file"))
        self._list()

    def _list(self) -> None:
        clear(self.rows)
        report = self._report
        self.measure.setVisible(report is not None)
        if report is None:
            self.verdict.setText(_("Checking the file…"))
            return
        self.verdict.setText(verdict_words(report))
        self.measure.setText(_measure_words(report))
        for remark in self._remarks:
            row = RemarkRow(Severity.WARNING, sentence(remark), "", self._tokens)
            self.rows.addWidget(row)
        for part in self._parts(report):
            self.rows.addWidget(part)

    def _parts(self, report: "Report") -> Iterator[QWidget]:
        shown = report.findings[:_MOST_ROWS]
        for page, found in groupby(shown, key=lambda finding: finding.page):
            words = _("Whole file") if page is None else _("Page {number}").format(number=page)
            title = section_title(words)
            title.setContentsMargins(INSET, GAP, INSET, 2)
            yield title
            for finding in found:
                yield self._row(finding)
        more = len(report.findings) - len(shown)
        if more > 0:
            words = ngettext("And {count} more.", "And {count} more.", more)
            yield hint(words.format(count=more))

    def _row(self, finding: "Finding") -> RemarkRow:
        words = sentence(finding.message)
        if finding.count > 1:
            times = ngettext("{count} place", "{count} places", finding.count)
            words = f"{words} ({times.format(count=finding.count)})"
        severity = Severity(finding.severity.value)
        row = RemarkRow(severity, words, sentence(finding.advice), self._tokens)
        row.clicked.connect(partial(self._want, finding))
        return row

    def _want(self, finding: "Finding") -> None:
        self.place_wanted.emit(finding)


def error_count(report: "Report") -> int:
    """How many findings forbid printing."""
    return sum(1 for finding in report.findings if finding.severity.value == Severity.ERROR.value)


def verdict_words(report: "Report") -> str:
    """Whether the file can be printed, in a sentence."""
    errors = error_count(report)
    if errors:
        words = ngettext(
            "Must not be printed so: {count} error",
            "Must not be printed so: {count} errors",
            errors,
        )
        return words.format(count=errors)
    warnings = sum(1 for one in report.findings if one.severity.value == Severity.WARNING.value)
    if warnings:
        words = ngettext(
            "Can be printed; {count} thing to look at",
            "Can be printed; {count} things to look at",
            warnings,
        )
        return words.format(count=warnings)
    return _("Can be printed")


def _measure_words(report: "Report") -> str:
    """What the file was held to."""
    from newsroom.press.preflight.report import Purpose

    if report.purpose is Purpose.OFFICE:
        return _("Held to what paper and screens of an office need.")
    if report.standard:
        return _("Held to {standard} and what the press needs.").format(standard=report.standard)
    return _("Held to what the press needs.")
