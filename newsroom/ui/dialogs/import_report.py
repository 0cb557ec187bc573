"""What became of imported files: each with its article, its remarks, or the reason it failed."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from newsroom.i18n import _, ngettext, sentence
from newsroom.services.importing import FailedFile, ImportReport, ImportResult
from newsroom.ui.dialogs.base import Dialog, plain_button
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel

_SHOWN = 200
"""Rows; a longer list is told by its number."""


class ImportReportDialog(Dialog):
    """Failures first; `article_requested(id)` when one is to be opened."""

    article_requested = Signal(str)

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(_("Imported files"), parent)
        self.summary = _line(_summary(report), "quiet")
        self.rows: list[ImportedRow] = []
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for failed in report.failures[:_SHOWN]:
            rows.addWidget(_failure(failed))
        for result in report.results[:_SHOWN]:
            row = ImportedRow(result)
            row.article_requested.connect(self._on_requested)
            rows.addWidget(row)
            self.rows.append(row)
        more = max(len(report.failures) - _SHOWN, 0) + max(len(report.results) - _SHOWN, 0)
        if more:
            words = ngettext("and {count} file more", "and {count} files more", more)
            rows.addWidget(_line(words.format(count=more), "hint"))
        rows.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(column)
        self.body.addWidget(self.summary)
        self.body.addWidget(area, 1)
        self.resize(600, 480)
        self.finish = self.add_button(_("Close"), "primary")
        self.finish.clicked.connect(self.close)

    @Slot(str)
    def _on_requested(self, article_id: str) -> None:
        self.close()
        self.article_requested.emit(article_id)


class ImportedRow(QFrame):
    """One article that came in."""

    article_requested = Signal(str)

    def __init__(self, result: ImportResult) -> None:
        super().__init__()
        self._id = result.article.id
        set_kind(self, "card")
        self.open = plain_button(_("Open"), "quiet")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(_line(result.article.headline or _("Untitled"), "strong"), 1)
        head.addWidget(self.open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 8)
        layout.setSpacing(2)
        layout.addLayout(head)
        if result.file is not None:
            layout.addWidget(_line(result.file.name, "hint"))
        for remark in result.remarks:
            layout.addWidget(_line(sentence(remark), "warning"))
        self.open.clicked.connect(self._on_open)

    @Slot()
    def _on_open(self) -> None:
        self.article_requested.emit(self._id)


def _failure(failed: FailedFile) -> QFrame:
    card = QFrame()
    set_kind(card, "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(12, 8, 12, 8)
    layout.setSpacing(2)
    layout.addWidget(_line(failed.file.name, "strong"))
    layout.addWidget(_line(sentence(failed.error), "error"))
    return card


def _summary(report: ImportReport) -> str:
    done, lost = len(report.results), len(report.failures)
    words = ngettext("{count} article imported", "{count} articles imported", done)
    said = words.format(count=done)
    if not lost:
        return said
    failed = ngettext("{count} file failed", "{count} files failed", lost)
    return f"{said}, {failed.format(count=lost)}"


def _line(words: str, kind: str) -> QLabel:
    label = PlainLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_kind(label, kind)
    return label
