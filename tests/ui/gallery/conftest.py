"""The window that the gallery's scenes are played in, one for each language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from docs.shots import props
from docs.shots.stage import SIZE, Stage
from newsroom import i18n
from newsroom.ui.changes import ChangeBus
from newsroom.ui.main_window import MainWindow
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.theme import Theme
from tests.fakes.desk import make_desk
from tests.ui.support import theme

__all__ = ["theme"]
_PAUSE_S = 0.015


def _set_stage(language: str, theme: Theme, folder: Path) -> Iterator[Stage]:
    settings = QSettings(str(folder / "newsroom.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/language", language)
    settings.setValue("window/theme", "light")
    desk, tasks = make_desk(), TaskRunner()
    props.fill(desk, samples=12)
    window = MainWindow(tasks=tasks, bus=ChangeBus(), settings=settings, theme=theme, desk=desk)
    window.resize(*SIZE)
    window.show()
    made = Stage(window, desk, tasks, pause_s=_PAUSE_S)
    made.settle()
    props.dress(made)
    yield made
    made.strike()
    window._closing = True
    window.close()
    tasks.shutdown()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="package", params=list(i18n.LANGUAGES))
def _stage(request, qapp, theme, tmp_path_factory) -> Iterator[Stage]:
    yield from _set_stage(request.param, theme, tmp_path_factory.mktemp("stage"))


@pytest.fixture
def stage(_stage: Stage) -> Iterator[Stage]:
    """The window with the article open and nothing over it."""
    i18n.use(_stage.window.state.language)
    yield _stage
    _stage.strike()
