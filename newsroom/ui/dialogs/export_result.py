"""The last page of the export window: the finished files and what went wrong."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsroom.i18n import _, ngettext, sentence
from newsroom.services.export_formats import export_formats
from newsroom.services.exporting import Exported, ExportReport, Failure
from newsroom.ui.dialogs.base import plain_button
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel, plain_tip

OpenPath = Callable[[Path], object]
_SHOWN = 200
"""Rows; a longer list is told by its number."""


def open_path(path: Path) -> bool:
    """Open a file or folder with the program that the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def summary(report: ExportReport) -> str:
    """What came of it, in a sentence."""
    done, failed = len(report.exported), len(report.failures)
    if report.cancelled:
        words = ngettext(
            "Stopped. {count} file was finished before.",
            "Stopped. {count} files were finished before.",
            done,
        )
        return words.format(count=done)
    if failed and not done:
        return _("Nothing was written.")
    words = ngettext("{count} file is written.", "{count} files are written.", done)
    if not failed:
        return words.format(count=done)
    lost = ngettext("{count} article failed.", "{count} articles failed.", failed)
    return f"{words.format(count=done)} {lost.format(count=failed)}"


def tone(report: ExportReport) -> str:
    """How good that is: good, warning or error."""
    if report.failures and not report.exported:
        return "error"
    return "warning" if report.failures or report.cancelled else "good"


class ExportResult(QScrollArea):
    """Rows of files to open or show in their folder; failures and remarks in words.

    `details_wanted(Path)` asks to see what the preflight found in a print file.
    """

    details_wanted = Signal(object)

    def __init__(
        self, report: ExportReport, open_with: OpenPath = open_path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(summary(report))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for failure in report.failures[:_SHOWN]:
            rows.addWidget(_failure(failure))
        self.rows = {done.path: FileRow(done, open_with) for done in report.exported[:_SHOWN]}
        for row in self.rows.values():
            row.details_wanted.connect(self.details_wanted)
            rows.addWidget(row)
        more = len(report.exported) - _SHOWN
        if more > 0:
            words = ngettext("and {count} file more", "and {count} files more", more)
            rows.addWidget(_hint(words.format(count=more)))
        rows.addStretch()
        self.setWidget(column)


class FileRow(QFrame):
    """One finished file with its remarks. `details_wanted(Path)` about its verdict."""

    details_wanted = Signal(object)

    def __init__(self, done: Exported, open_with: OpenPath) -> None:
        super().__init__()
        self._path = done.path
        self._open_with = open_with
        set_kind(self, "card")
        within = done.path.name in {entry.main for entry in export_formats()}
        name = PlainLabel(done.path.parent.name if within else done.path.name)
        name.setWordWrap(True)
        name.setToolTip(plain_tip(str(done.path)))
        set_kind(name, "strong")
        self.open = plain_button(_("Open"), "quiet")
        self.show_folder = plain_button(_("Show in folder"), "quiet")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(name, 1)
        head.addWidget(self.open)
        head.addWidget(self.show_folder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(2)
        layout.addLayout(head)
        for remark in done.remarks:
            layout.addWidget(_hint(sentence(remark), "warning"))
        self._layout = layout
        self.open.clicked.connect(self._on_open)
        self.show_folder.clicked.connect(self._on_show_folder)

    def show_verdict(self, words: str, tone: str) -> None:
        """Say whether the file can be printed, with a way to what was found."""
        self.details = plain_button(_("Details"), "quiet")
        self.details.setAccessibleName(f"{words}: {_('Details')}")
        self.details.clicked.connect(self._on_details)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(_hint(words, tone), 1)
        line.addWidget(self.details)
        self._layout.addLayout(line)

    @Slot()
    def _on_details(self) -> None:
        self.details_wanted.emit(self._path)

    @Slot()
    def _on_open(self) -> None:
        self._open_with(self._path)

    @Slot()
    def _on_show_folder(self) -> None:
        self._open_with(self._path.parent)


def _failure(failure: Failure) -> QLabel:
    name = failure.headline or failure.id
    return _hint(f"{name}: {sentence(failure.error)}", "error")


def _hint(words: str, kind: str = "hint") -> QLabel:
    label = PlainLabel(words)
    label.setWordWrap(True)
    set_kind(label, kind)
    return label
