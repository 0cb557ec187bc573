"""What tests of the window share: a task runner, a desk with articles, a theme."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
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
