"""The line under the sheet: how long the article is; what was found; that it is safe on disk."""

from time import monotonic

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from newsroom.domain.counting import reading_minutes
from newsroom.i18n import _, ngettext
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import FOOTER, Tokens
from newsroom.ui.widgets.goal_bar import GoalBar
from newsroom.ui.wording import decimal, number

_REFRESH_MS = 1000
_LONG_AGO = 60.0


class _Dot(QWidget):
    """A coloured dot, eight pixels wide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor()

    def set_colour(self, colour: str) -> None:
        """Paint in `#RRGGBB`."""
        self._colour = QColor(colour)
        self.update()

    def sizeHint(self) -> QSize:
        """As small as it is."""
        return QSize(8, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._colour)
        painter.setBrush(self._colour)
        painter.drawEllipse(1, (self.height() - 6) // 2, 6, 6)


class Footer(QFrame):
    """`findings_wanted()`, `counts_wanted()` and `slot_wanted()` ask to see more of each."""

    findings_wanted = Signal()
    counts_wanted = Signal()
    slot_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._word_count: int | None = None
        self._selected = 0
        self._findings: tuple[int, int, int] | None = None
        self._saved_at: float | None = None
        self._just_written = False
        self._pending = False
        self._trouble = ""
        self.words = QPushButton()
        self.goal = GoalBar(tokens)
        self._reading = QLabel()
        self.copyfit = QPushButton()
        self._found = QPushButton()
        self._dot = _Dot()
        self._safe = QLabel()
        self._tick = QTimer(self, interval=_REFRESH_MS)
        self._tick.timeout.connect(self._show_safe)
        self._found.clicked.connect(self.findings_wanted)
        self.words.clicked.connect(self.counts_wanted)
        self.copyfit.clicked.connect(self.slot_wanted)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        set_kind(self, "footer")
        set_kind(self.words, "footer")
        set_kind(self._reading, "footer-text")
        set_kind(self.copyfit, "footer")
        set_kind(self._found, "footer")
        self.setFixedHeight(FOOTER)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 16, 0)
        layout.setSpacing(20)
        counts = QHBoxLayout()
        counts.setSpacing(8)
        counts.addWidget(self.words)
        counts.addWidget(self.goal)
        layout.addLayout(counts)
        layout.addWidget(self._reading)
        layout.addWidget(self.copyfit)
        layout.addStretch(1)
        layout.addWidget(self._found)
        safe = QHBoxLayout()
        safe.setSpacing(6)
        safe.addWidget(self._dot)
        safe.addWidget(self._safe)
        layout.addLayout(safe)

    # ---- what the window tells -------------------------------------------------------------
    def set_words(self, words: int | None, selected: int = 0) -> None:
        """The article's length in tiếng and that of the selection; None: no article is open."""
        self._word_count, self._selected = words, selected
        self._show_words()

    def set_goal(self, done: int, wanted: int, words: str) -> None:
        """How far the goal is, `wanted` 0 when there is none; `words` say the same."""
        self.goal.show_share(done, wanted, words)

    def set_copyfit(self, words: str, *, fits: bool = True, tip: str = "") -> None:
        """How the article fits its slot, in few words; amber when it does not; none without one."""
        self.copyfit.setVisible(bool(words))
        self.copyfit.setText(words)
        self.copyfit.setToolTip(tip or _("Choose the slot on the printed page"))
        kind = "footer" if fits else "footer-warning"
        if self.copyfit.property("kind") != kind:
            set_kind(self.copyfit, kind)

    def set_findings(self, errors: int, warnings: int, hints: int) -> None:
        """How many findings there are of each weight."""
        self._findings = (errors, warnings, hints)
        self._show_findings()

    def set_pending(self) -> None:
        """Something was typed that is not on the disk yet."""
        self._pending = True
        self._show_safe()

    def set_saved(self, at: float | None = None) -> None:
        """Everything typed is on the disk since `at` (monotonic seconds), as of now by default.

        What was only opened is as safe, but nothing was written just now: no time is told.
        """
        self._just_written = self._pending or bool(self._trouble)
        self._pending, self._trouble = False, ""
        self._saved_at = monotonic() if at is None else at
        self._tick.start()
        self._show_safe()

    def set_trouble(self, words: str) -> None:
        """Saving failed: say so in amber until it succeeds."""
        self._trouble = words
        self._show_safe()

    def clear(self) -> None:
        """No article is open."""
        self._word_count = self._findings = self._saved_at = None
        self._pending, self._trouble = False, ""
        self._tick.stop()
        self.set_copyfit("")
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.setAccessibleName(_("Footer"))
        self._show_words()
        self._show_findings()
        self._show_safe()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self.goal.set_tokens(tokens)
        self._show_safe()

    def safe_words(self) -> str:
        """What is said about the disk."""
        return self._safe.text()

    # ---- within ----------------------------------------------------------------------------
    def _show_words(self) -> None:
        words = self._word_count
        for label in (self.words, self._reading):
            label.setVisible(words is not None)
        if words is None:
            return
        minutes = reading_minutes(words)
        count = ngettext("{count} word", "{count} words", words)
        if self._selected:
            count = ngettext("{selected} of {count} word", "{selected} of {count} words", words)
        said = count.format(count=number(words), selected=number(self._selected))
        self.words.setText(said)
        self.words.setToolTip(_("Show words, characters and goals"))
        time = ngettext("{count} min read", "{count} min read", minutes)
        self._reading.setText(time.format(count=number(minutes)))

    def _show_findings(self) -> None:
        self._found.setVisible(self._findings is not None)
        if self._findings is None:
            return
        errors, warnings, hints = self._findings
        parts = (
            (errors, ngettext("{count} error", "{count} errors", errors)),
            (warnings, ngettext("{count} warning", "{count} warnings", warnings)),
            (hints, ngettext("{count} hint", "{count} hints", hints)),
        )
        said = ", ".join(words.format(count=count) for count, words in parts if count)
        self._found.setText(said or _("No findings"))
        self._found.setToolTip(_("Show what the proofreader found (F7)"))

    @Slot()
    def _show_safe(self) -> None:
        words = self._safe_words()
        self._dot.setVisible(bool(words))
        self._safe.setText(words)
        kind, colour = self._safe_look()
        self._dot.set_colour(colour)
        if self._safe.property("kind") != kind:
            set_kind(self._safe, kind)

    def _safe_look(self) -> tuple[str, str]:
        if self._trouble:
            return "footer-warning", self._tokens.amber
        if self._pending:
            return "footer-waiting", self._tokens.ink3_text
        return "footer-good", self._tokens.green

    def _safe_words(self) -> str:
        if self._trouble:
            return self._trouble
        if self._pending:
            return _("Writing to disk…")
        if self._saved_at is None:
            return ""
        seconds = monotonic() - self._saved_at if self._just_written else _LONG_AGO
        if seconds < 10:
            return _("Safe on disk {seconds} s ago").format(seconds=decimal(max(seconds, 0.1)))
        if seconds < _LONG_AGO:
            return _("Safe on disk {seconds} s ago").format(seconds=round(seconds))
        self._tick.stop()
        return _("Safe on disk")
