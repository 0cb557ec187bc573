"""What a dialog shows while its work is under way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from newsroom.i18n import _
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel


class RunningPage(QWidget):
    """A line that says which article is written, and a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = PlainLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        set_kind(self.line, "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch()
        layout.addWidget(self.line)
        layout.addWidget(self.bar)
        layout.addStretch()

    def begin(self) -> None:
        """Nothing is known yet."""
        self.line.setText(_("Starting…"))
        self.bar.setRange(0, 0)

    def stop(self) -> None:
        """The person does not want it any more."""
        self.line.setText(_("Stopping…"))

    def show_progress(self, done: int, total: int, label: str) -> None:
        """Say that `done` of `total` are finished and which one is next."""
        self.bar.setRange(0, total if total > 1 else done)  # of a single one: busy, then full
        self.bar.setValue(done)
        words = _("{done} of {total}: {headline}").format(
            done=min(done + 1, total), total=total, headline=label
        )
        metrics = self.line.fontMetrics()
        self.line.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.line.width()))
