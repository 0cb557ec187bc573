"""The preview in a window, with a rich article and a library of two photos."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from newsroom.domain.ids import PhotoId
from newsroom.errors import NotFoundError
from newsroom.ui.preview.pane import PreviewPane
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.tokens import LIGHT
from tests.site_sample import photo_sources
from tests.without_screen import REMARKS


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/ui/preview" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore(*REMARKS, extend=True))


@pytest.fixture
def tasks() -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def asked() -> list[PhotoId]:
    """The photos that the preview has asked the library for."""
    return []


@pytest.fixture
def pane(qtbot: QtBot, tasks: TaskRunner, asked: list[PhotoId]) -> PreviewPane:
    """A preview in a window of 404 × 800 that has not been shown yet."""
    known = {one.file.id: one for one in photo_sources()}

    def read(photo: PhotoId) -> bytes:
        asked.append(photo)
        if photo not in known:
            raise NotFoundError("There is no photo {photo}.", photo=photo)
        return known[photo].read()

    made = PreviewPane(tasks=tasks, read_photo=read, tokens=LIGHT)
    made.resize(404, 800)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def run_script(qtbot: QtBot) -> Callable[[PreviewPane, str], Any]:
    """Runs a script in our own world of the page and returns what it gives."""

    def run(pane: PreviewPane, script: str) -> Any:
        from PySide6.QtWebEngineCore import QWebEngineScript

        results: list[Any] = []
        browser = pane.stage.browser
        assert browser is not None
        world = QWebEngineScript.ScriptWorldId.ApplicationWorld
        browser.page.runJavaScript(script, world, results.append)
        qtbot.waitUntil(lambda: bool(results), timeout=10_000)
        return results[0]

    return run
