"""Times and figures are said as a colleague would say them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsroom import i18n
from newsroom.domain.article import Status, Urgency
from newsroom.errors import Listed, UserError
from newsroom.i18n import sentence
from newsroom.ui.wording import (
    STATUS_NAMES,
    decimal,
    full_time,
    number,
    spoken_time,
    status_label,
    urgency_label,
)

HANOI = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 11, 22, 2, 42, tzinfo=UTC), "09:42"),
        (datetime(2026, 11, 21, 17, 0, tzinfo=UTC), "00:00"),
        (datetime(2026, 11, 21, 16, 59, tzinfo=UTC), "Yesterday"),
        (datetime(2026, 11, 18, 5, 0, tzinfo=UTC), "18/11"),
        (datetime(2025, 3, 12, 5, 0, tzinfo=UTC), "12/3/2025"),
        (datetime(2026, 11, 24, 5, 0, tzinfo=UTC), "24/11"),
        (datetime(2025, 12, 31, 17, 30, tzinfo=UTC), "1/1"),
    ],
)
def test_times_speak(moment, said):
    assert spoken_time(moment, NOW, HANOI) == said


def test_the_whole_time():
    assert full_time(NOW, HANOI) == "10:00 22/11/2026"


def test_figures_in_either_language():
    assert (number(12480), decimal(0.2)) == ("12,480", "0.2")
    i18n.use("vi")
    assert (number(12480), decimal(0.2)) == ("12.480", "0,2")


def test_sentences_name_statuses_as_the_window_does():
    error = UserError(
        "“{headline}” cannot go from {old} to {new}; it can go to: {allowed}.",
        headline="Tít",
        old=Status.PUBLISHED,
        new=Status.SPIKED,
        allowed=Listed((Status.IN_EDIT, Status.APPROVED)),
    )
    i18n.use("vi", STATUS_NAMES)
    assert sentence(error).endswith("chuyển sang: Đang biên tập, Đã duyệt.")
    i18n.use("vi")
    assert sentence(error).endswith("chuyển sang: in-edit, approved.")
    assert str(error).endswith("can go to: in-edit, approved.")


def test_every_status_and_urgency_has_a_word():
    assert len({status_label(status) for status in Status}) == len(Status)
    assert len({urgency_label(urgency) for urgency in Urgency}) == len(Urgency)
