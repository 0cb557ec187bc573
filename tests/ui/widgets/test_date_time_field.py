from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest

from newsroom.domain.paper import PaperSettings, zone
from newsroom.ui.widgets.date_time_field import CalendarPopup, DateTimeField
from tests.ui.typing import type_words

MOMENT = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)


@pytest.fixture
def field(qtbot, theme):
    made = DateTimeField(theme, zone(PaperSettings()))
    qtbot.addWidget(made)
    made.replace_moment(MOMENT)
    return made


def _write(field, words):
    field.selectAll()
    type_words(field, words)


def test_it_tells_the_time_on_the_papers_clock(field):
    assert field.text() == "06:00 24/11/2026"
    field.set_zone(zone(PaperSettings(utc_offset="+00:00")))
    assert field.text() == "23:00 23/11/2026"


def test_a_written_time_is_kept_in_utc(field, qtbot):
    with qtbot.waitSignal(field.moment_chosen) as sent:
        _write(field, "7h 25/11/2026")
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert sent.args == [datetime(2026, 11, 25, 0, 0, tzinfo=UTC)]
    assert field.text() == "07:00 25/11/2026"


def test_what_cannot_be_read_is_marked_and_not_kept(field, qtbot):
    with qtbot.assertNotEmitted(field.moment_chosen):
        _write(field, "ngày mai")
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.property("invalid")
    assert field.moment() == MOMENT
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "06:00 24/11/2026"
    assert not field.property("invalid")


def test_the_same_time_is_not_sent_again(field, qtbot):
    with qtbot.assertNotEmitted(field.moment_chosen):
        _write(field, "6:00 24.11.2026")
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_an_emptied_field_and_the_cross_lift_it(field, qtbot):
    with qtbot.waitSignal(field.moment_chosen) as sent:
        field._clear.trigger()
    assert sent.args == [None]
    assert not field._clear.isVisible()


def test_the_calendar_gives_a_time_of_the_papers_clock(field, qtbot):
    popup = CalendarPopup(field, MOMENT.astimezone(zone(PaperSettings())), empty=False)
    popup.chosen.connect(field._on_chosen)
    assert popup.clock.time() == QTime(6, 0)
    popup.calendar.setSelectedDate(QDate(2026, 12, 1))
    popup.clock.setTime(QTime(5, 30))
    popup._on_take()
    assert field.text() == "05:30 01/12/2026"
    assert field.moment() == datetime(2026, 11, 30, 22, 30, tzinfo=UTC)
