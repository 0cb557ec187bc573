"""Fixtures for the printed page: a drawer, a file of our own, files of anyone's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from newsroom.domain.article import Article
from newsroom.domain.rendering import RenderContext
from newsroom.services.print_preview import ArticlePrinter, PrintFile
from newsroom.ui.printing.drawer import PageDrawer
from newsroom.ui.printing.pages_pane import PagesPane
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.tokens import LIGHT
from tests.press.samples import context, landscape, rich_article
from tests.ui.support import clock, desk, tasks, theme

__all__ = ["clock", "desk", "tasks", "theme"]


@pytest.fixture
def drawer(qtbot: QtBot) -> Iterator[PageDrawer]:
    made = PageDrawer()
    yield made
    made.close()


@pytest.fixture(scope="session")
def written() -> tuple[Article, RenderContext]:
    """An article with a photo, and what an output of it needs."""
    from tests.press.samples import portrait

    shown = (landscape(), portrait())
    return rich_article(), context({one.file.id: one for one in shown})


@pytest.fixture(scope="session")
def newspaper(written: tuple[Article, RenderContext]) -> PrintFile:
    """A page of the paper in inks, with marks around it."""
    return ArticlePrinter().print(*written, preset="newspaper")


@pytest.fixture(scope="session")
def office(written: tuple[Article, RenderContext]) -> PrintFile:
    """A file of three pages in light."""
    return ArticlePrinter().print(*written, preset="office")


@pytest.fixture
def pane(qtbot: QtBot, tasks: TaskRunner, drawer: PageDrawer) -> PagesPane:
    """A pane of 404 × 800, shown, without a file."""
    made = PagesPane(tasks=tasks, drawer=drawer, tokens=LIGHT)
    made.resize(404, 800)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def pdf(tmp_path: Path, newspaper: PrintFile) -> Path:
    """The newspaper page as a file on disk."""
    path = tmp_path / "trang-1.pdf"
    path.write_bytes(newspaper.data)
    return path
