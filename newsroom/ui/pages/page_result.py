"""What came of a file of pages: where it lies, and what the check for the press says of it."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from newsroom.i18n import _, sentence
from newsroom.services.exporting import Exported
from newsroom.ui.dialogs.export_result import FileRow, OpenPath
from newsroom.ui.pages.page_work import Saved
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.wording import fit_words

_SHOWN = 60


def verdict(saved: Saved) -> tuple[str, str]:
    """The sentence that says whether the file may be printed, and its tone."""
    over = any(placed.fit.over for placed in saved.made.placed)
    if not saved.report.ok:
        words = _("{name} must not be printed so.")
    elif over:
        words = _("{name} can be printed, but not every article has room on it.")
    else:
        words = _("{name} can be printed.")
    tone = "good" if saved.report.ok else "error"
    return words.format(name=saved.path.name), "warning" if tone == "good" and over else tone


class PageResult(QScrollArea):
    """The file to open or show in its folder; below it what should be looked at."""

    def __init__(self, saved: Saved, open_with: OpenPath, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(verdict(saved)[0])
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        done = Exported(
            path=saved.path,
            ids=tuple(placed.id for placed in saved.made.placed),
            remarks=saved.made.remarks,
        )
        self.file = FileRow(done, open_with)
        rows.addWidget(self.file)
        over, found = _overset(saved), _findings(saved)
        for words in over[:_SHOWN]:
            rows.addWidget(_line(words, "warning"))
        for words in found[:_SHOWN]:
            rows.addWidget(_line(words, "hint"))
        rows.addStretch()
        self.setWidget(column)


def _overset(saved: Saved) -> list[str]:
    return [
        f"{' '.join(placed.headline.split()) or _('Untitled')}: {fit_words(placed.fit)}"
        for placed in saved.made.placed
        if placed.fit.over
    ]


def _findings(saved: Saved) -> list[str]:
    return [
        f"{sentence(finding.message)} {sentence(finding.advice)}"
        for finding in saved.report.findings
    ]


def _line(words: str, kind: str) -> PlainLabel:
    label = PlainLabel(words)
    label.setWordWrap(True)
    set_kind(label, kind)
    return label
