"""How the tests of the preview bring an article onto its page, and read it there."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pytestqt.qtbot import QtBot

from newsroom.ui.preview.pane import PreviewPane
from tests.site_sample import rich_article, rich_context

RunScript = Callable[[PreviewPane, str], Any]


def shown(qtbot: QtBot, pane: PreviewPane, **changes: Any) -> None:
    """Show the rich article with some fields changed and wait for the page."""
    context = rich_context(changes.pop("paper", None))
    pane.show()
    with qtbot.waitSignal(pane.shown, timeout=20_000):
        pane.show_article(replace(rich_article(), **changes), context)


def text(qtbot: QtBot, pane: PreviewPane) -> str:
    from PySide6.QtWebEngineCore import QWebEnginePage

    found: list[str] = []
    pane.findChild(QWebEnginePage).toPlainText(found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    return found[0]
