"""A date and time that may be empty: typed as one likes, or picked from a calendar."""

from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QDate, QLocale, Qt, QTime, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from newsroom.i18n import _, language
from newsroom.ui import icons
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.moments import parse_moment
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.popups import Popup
from newsroom.ui.wording import full_time

_TEXT_INSET = 7


class DateTimeField(QLineEdit):
    """`06:00 24/11/2026` on the paper's clock; `moment_chosen(datetime or None)`, in UTC.

    What cannot be read as a time is marked and not kept; Escape brings back the last time.
    """

    moment_chosen = Signal(object)
    misread = Signal(bool)

    def __init__(self, theme: Theme, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._moment: datetime | None = None
        self.setPlaceholderText(_("none"))
        end = QLineEdit.ActionPosition.TrailingPosition
        self._pick = QAction(_("Pick a day…"), self)
        self._clear = QAction(_("Clear"), self)
        self._clear.setVisible(False)
        self.addAction(self._clear, end)
        self.addAction(self._pick, end)
        self._tint(theme.tokens)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._theme.changed.connect(self._tint)
        self._pick.triggered.connect(self._on_pick)
        self._clear.triggered.connect(self._on_clear)
        self.editingFinished.connect(self.commit)
        self.textEdited.connect(self._on_edited)

    def set_zone(self, zone: tzinfo) -> None:
        """Show times on the clock of `zone`."""
        self._zone = zone
        self.replace_moment(self._moment)

    def moment(self) -> datetime | None:
        """The time kept, aware, in UTC."""
        return self._moment

    def show_moment(self, moment: datetime | None) -> None:
        """Show `moment` unless the person is in the middle of writing something else."""
        unwritten = self.hasFocus() and self.isModified()
        if not unwritten:
            self.replace_moment(moment)

    def replace_moment(self, moment: datetime | None) -> None:
        """Show `moment`, whatever stands here."""
        self._moment = moment
        self.setText("" if moment is None else full_time(moment, self._zone))
        self.setModified(False)
        self.setCursorPosition(0)
        self._clear.setVisible(moment is not None)
        self._mark(misread=False)

    @Slot()
    def commit(self) -> None:
        """Keep what is written, if it is a time (or nothing) and another than is kept."""
        if not self.isModified():
            return
        words = self.text().strip()
        read = parse_moment(words, now=datetime.now(UTC), zone=self._zone) if words else None
        if words and read is None:
            self._mark(misread=True)
            return
        self._keep(read)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.replace_moment(self._moment)
            return
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._on_pick()
            return
        super().keyPressEvent(event)

    def _keep(self, moment: datetime | None) -> None:
        kept = None if moment is None else moment.astimezone(UTC)
        changed = kept != self._moment
        self.replace_moment(kept)
        if changed:
            self.moment_chosen.emit(kept)

    def _mark(self, *, misread: bool) -> None:
        if bool(self.property("invalid")) != misread:
            self.setProperty("invalid", misread)
            self.style().unpolish(self)
            self.style().polish(self)
            self.misread.emit(misread)

    @Slot()
    def _on_pick(self) -> None:
        start = self._moment or datetime.now(UTC) + timedelta(days=1)
        popup = CalendarPopup(self, start.astimezone(self._zone), empty=self._moment is None)
        popup.chosen.connect(self._on_chosen)
        popup.open_at(self)

    @Slot(object)
    def _on_chosen(self, moment: datetime) -> None:
        self._keep(moment.replace(tzinfo=self._zone))

    @Slot()
    def _on_clear(self) -> None:
        self._keep(None)

    @Slot(str)
    def _on_edited(self, _words: str) -> None:
        self._mark(misread=False)

    @Slot(object)
    def _tint(self, tokens: Tokens) -> None:
        self._pick.setIcon(icons.icon("calendar-clock", tokens, "ink3"))
        self._clear.setIcon(icons.icon("x", tokens, "ink3"))


class CalendarPopup(Popup):
    """A month and an hour; `chosen(datetime)` without a zone, on the clock it was opened with."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, start: datetime, *, empty: bool) -> None:
        super().__init__(parent)
        self.calendar = _calendar(start)
        self.clock = QTimeEdit(QTime(6, 0) if empty else QTime(start.hour, start.minute))
        self.clock.setDisplayFormat("HH:mm")
        self.clock.setAccessibleName(_("Hour"))
        self.clock.setMinimumWidth(96)
        line = self.clock.findChild(QLineEdit)
        if line is not None:
            line.setTextMargins(_TEXT_INSET, 0, 0, 0)
        take = QPushButton(_("Set"))
        set_kind(take, "primary")
        hour = PlainLabel(_("Hour"))
        set_kind(hour, "label")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(hour)
        row.addWidget(self.clock)
        row.addStretch()
        row.addWidget(take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self.calendar)
        layout.addLayout(row)
        take.clicked.connect(self._on_take)
        self.calendar.activated.connect(self._on_take)
        self.calendar.setFocus()

    @Slot()
    def _on_take(self) -> None:
        day, hour = self.calendar.selectedDate(), self.clock.time()
        self.chosen.emit(
            datetime(  # noqa: DTZ001 - the field knows whose clock this is
                day.year(), day.month(), day.day(), hour.hour(), hour.minute()
            )
        )
        self.close()


def _calendar(start: datetime) -> QCalendarWidget:
    calendar = QCalendarWidget()
    calendar.setLocale(QLocale(language()))
    calendar.setMinimumSize(300, 232)
    days = calendar.focusProxy()
    if days is not None:
        days.setAccessibleName(_("Day"))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    calendar.setSelectedDate(QDate(start.year, start.month, start.day))
    return calendar
