"""The inspector's last page: an article's versions and its way through the desk."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.article import Article, StatusChange
from newsroom.domain.ids import ArticleId
from newsroom.domain.paper import PaperSettings, zone
from newsroom.domain.versions import Version
from newsroom.i18n import _
from newsroom.ui.inspector.page import Page, clear, hint, section_title
from newsroom.ui.inspector.version_list import VersionList
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.wording import full_time, number, status_colour, status_label


class HistoryPage(Page):
    """The kept versions, and the steps of the status like the line of a timetable.

    `versions_wanted(article id)` asks for `show_versions`, `version_picked(version id)` to look at
    one, `keeping_wanted()` to keep one under a name.
    """

    versions_wanted = Signal(str)
    version_picked = Signal(int)
    keeping_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone: tzinfo = zone(PaperSettings())
        self._changes: tuple[StatusChange, ...] = ()
        self._article: ArticleId | None = None
        self.keep = QPushButton(_("Keep a named version…"))
        self.named = QCheckBox(_("Only those with a name"))
        self.versions = VersionList(theme)
        self.nothing = hint(_("Versions are kept while you write."))
        self.revision = PlainLabel()
        set_kind(self.revision, "strong")
        self.remark = hint(_("Each change of status is kept with its time and its author."))
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self._lay_out()
        self.keep.clicked.connect(self.keeping_wanted)
        self.named.toggled.connect(self.versions.set_named_only)
        self.versions.picked.connect(self.version_picked)
        theme.changed.connect(self._rebuild)

    def _lay_out(self) -> None:
        for part in (
            section_title(_("Versions")),
            self.keep,
            self.nothing,
            self.versions,
            self.named,
        ):
            self.body.addWidget(part)
        self.body.addSpacing(12)
        for part in (section_title(_("Status")), self.revision, self.remark):
            self.body.addWidget(part)
        self.body.addLayout(self.rows)
        self.body.addStretch()
        self.body.setSpacing(6)

    def set_paper(self, paper: PaperSettings) -> None:
        """Tell times on the paper's clock."""
        self._zone = zone(paper)
        self.versions.set_zone(self._zone)
        self._rebuild()

    def show_article(self, article: Article) -> None:
        """Show which revision this is; another article's versions are asked for."""
        words = _("Revision {number}").format(number=number(article.revision))
        self.revision.setText(words)
        if article.id != self._article:
            self._article = article.id
            self.show_versions(())
            self.refresh()

    def refresh(self) -> None:
        """Ask for the versions again, if anyone is looking."""
        if self._article is not None and self.isVisible():
            self.versions_wanted.emit(self._article)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def show_versions(self, versions: Sequence[Version]) -> None:
        """List `versions` (newest first)."""
        self.versions.show_versions(versions)
        self.nothing.setVisible(not versions)
        self.versions.setVisible(bool(versions))
        self.named.setVisible(bool(versions))

    def show_changes(self, changes: Sequence[StatusChange]) -> None:
        """List `changes` (oldest first)."""
        if tuple(changes) != self._changes:
            self._changes = tuple(changes)
            self._rebuild()

    @Slot()
    def _rebuild(self) -> None:
        clear(self.rows)
        latest = list(reversed(self._changes))
        for place, change in enumerate(latest):
            row = ChangeRow(change, self._theme, self._zone, last=place == len(latest) - 1)
            self.rows.addWidget(row)


class ChangeRow(QWidget):
    """One step: to which status, from which, when and by whom."""

    def __init__(self, change: StatusChange, theme: Theme, zone: tzinfo, *, last: bool) -> None:
        super().__init__()
        status = PlainLabel(status_label(change.new))
        set_kind(status, "strong")
        lines: list[QWidget] = [status]
        if change.old is not None:
            before = _("from {status}").format(status=status_label(change.old))
            lines.append(_quiet(before))
        lines.append(_quiet(" · ".join(filter(None, (full_time(change.at, zone), change.by)))))
        column = QVBoxLayout()
        column.setContentsMargins(0, 4, 0, 12)
        column.setSpacing(1)
        for line in lines:
            column.addWidget(line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(_Rail(status_colour(change.new, theme.tokens), theme.tokens.line, last))
        layout.addLayout(column, 1)


class _Rail(QWidget):
    """The dot of a step and the line to the one before it."""

    def __init__(self, dot: str, line: str, last: bool) -> None:
        super().__init__()
        self._dot, self._line, self._last = QColor(dot), QColor(line), last
        self.setFixedWidth(12)

    def sizeHint(self) -> QSize:
        return QSize(12, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._last:
            painter.setPen(QPen(self._line, 1))
            painter.drawLine(5, 22, 5, self.height() + 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dot)
        painter.drawEllipse(QRectF(1, 10, 8, 8))


def _quiet(words: str) -> QLabel:
    label = PlainLabel(words)
    label.setWordWrap(True)
    set_kind(label, "label")
    return label
