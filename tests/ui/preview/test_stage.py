"""The browser comes when it is looked at, and goes in time."""

import gc
import subprocess
import sys
import weakref
from dataclasses import replace
from typing import Any

from pytestqt.qtbot import QtBot

from newsroom.ui.preview.pane import PreviewPane
from newsroom.ui.tokens import LIGHT
from tests.site_sample import rich_article, rich_context
from tests.ui.preview.showing import shown, text


def test_webengine_is_not_there_before_the_pane_is_seen() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from newsroom.ui.tasks import TaskRunner\n"
        "from newsroom.ui.preview.pane import PreviewPane; from newsroom.ui.tokens import LIGHT\n"
        "from tests.site_sample import rich_article, rich_context\n"
        "tasks = TaskRunner()\n"
        "pane = PreviewPane(tasks=tasks, read_photo=lambda photo: b'', tokens=LIGHT)\n"
        "pane.show_article(rich_article(), rich_context()); app.processEvents(); tasks.shutdown()\n"
        "print([name for name in sys.modules if 'WebEngine' in name or 'jinja2' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_process_ends_well_with_a_preview_on_screen() -> None:
    code = (
        "from PySide6.QtCore import QTimer; from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from newsroom.ui.tasks import TaskRunner\n"
        "from newsroom.ui.preview.pane import PreviewPane; from newsroom.ui.tokens import LIGHT\n"
        "from tests.site_sample import rich_article, rich_context\n"
        "tasks = TaskRunner()\n"
        "pane = PreviewPane(tasks=tasks, read_photo=str.encode, tokens=LIGHT)\n"
        "pane.show(); pane.show_article(rich_article(), rich_context())\n"
        "pane.shown.connect(app.quit); QTimer.singleShot(15000, app.quit); app.exec()\n"
        "pane.deleteLater(); tasks.shutdown(); print('ended')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "ended")
    assert "Release of profile" not in done.stderr


def test_before_there_is_an_article_the_pane_says_so(qtbot: QtBot, pane: PreviewPane) -> None:
    assert pane.stage.message.text() == "Choose an article to see it on the website."


def test_a_hidden_pane_does_no_work_and_catches_up(qtbot: QtBot, pane: PreviewPane) -> None:
    shown(qtbot, pane)
    pane.hide()
    pane.show_article(replace(rich_article(), headline="Lúc khuất"), rich_context())
    assert not pane.maker.busy
    with qtbot.waitSignal(pane.shown, timeout=10_000):
        pane.show()
    assert "Lúc khuất" in text(qtbot, pane)


def test_clear_and_come_back(qtbot: QtBot, pane: PreviewPane) -> None:
    shown(qtbot, pane)
    pane.clear()
    assert not pane.stage.page_shown()
    shown(qtbot, pane)
    assert pane.stage.page_shown()


def test_a_page_that_crashed_is_loaded_again(qtbot: QtBot, pane: PreviewPane) -> None:
    shown(qtbot, pane)
    with qtbot.waitSignal(pane.shown, timeout=15_000):
        pane.stage.browser.stopped.emit()  # type: ignore[union-attr]
    assert pane.stage.page_shown()
    for _ in range(3):
        pane.stage.browser.stopped.emit()  # type: ignore[union-attr]
    assert "keeps stopping" in pane.stage.message.text()


def test_the_pane_dies_when_its_window_does(qtbot: QtBot, tasks: Any) -> None:
    from PySide6.QtWidgets import QWidget
    from shiboken6 import delete

    window = QWidget()
    pane = PreviewPane(tasks=tasks, read_photo=str.encode, tokens=LIGHT, parent=window)
    window.show()
    shown(qtbot, pane)
    reference = weakref.ref(pane)
    del pane
    delete(window)
    gc.collect()
    assert reference() is None
