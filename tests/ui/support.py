"""What tests of the window share: a task runner, a desk with articles, a theme."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from time import monotonic

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from newsroom.domain.article import ArticleText, SectionPath, Status
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.ids import ArticleId
from newsroom.services.articles import create_article
from newsroom.services.desk import Desk
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.theme import Mode, Theme
from tests.fakes.desk import NOON, SAFETY, SPECIAL, FakeClock, make_desk


@pytest.fixture
def tasks(qtbot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


_PAUSE_MS = 300
"""What the window puts off for no longer than this is not waited for."""
_FAR_S = 15.0


def hasten() -> bool:
    """Let what the windows put off for a short pause happen now; says whether there was any."""
    timers = [timer for top in QApplication.topLevelWidgets() for timer in top.findChildren(QTimer)]
    put_off = [timer for timer in timers if timer.isSingleShot() and timer.isActive()]
    soon = [timer for timer in put_off if timer.interval() <= _PAUSE_MS]
    for timer in soon:
        timer.stop()
        timer.timeout.emit()
    return bool(soon)


@pytest.fixture
def settle(qtbot, tasks) -> Callable[[], None]:
    """Wait until nothing is put off, under way or on its way to the window."""

    def wait() -> None:
        end, quiet = monotonic() + _FAR_S, 0
        while quiet < 3:
            qtbot.wait(1)
            quiet = 0 if hasten() or tasks.busy() else quiet + 1
            assert monotonic() < end, "the window does not come to rest"

    return wait


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(clock: FakeClock) -> Desk:
    return make_desk(clock=clock)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Mode.LIGHT)


def write(
    desk: Desk,
    headline: str,
    *,
    lede: str = "",
    hours_ago: float = 0,
    section: SectionPath = (SPECIAL, SAFETY),
    status: Status = Status.DRAFT,
    tags: tuple[str, ...] = (),
) -> ArticleId:
    """An article in the library; returns its id."""
    body = Document(blocks=(Paragraph(text=text_of("Giờ giải lao, tổ trưởng đọc bản tin.")),))
    text = ArticleText(headline=headline, lede=lede, body=body, byline=("Lê Lâm",))
    made = create_article(
        desk=desk,
        text=text,
        section=section,
        status=status,
        tags=tags,
        updated=NOON - timedelta(hours=hours_ago),
    )
    return made.value.id


def write_many(desk: Desk, count: int) -> list[ArticleId]:
    """Numbered articles, the first one changed last; returns their ids in that order."""
    written = [write(desk, f"Bài số {n}", hours_ago=n) for n in range(count - 1, -1, -1)]
    return written[::-1]
