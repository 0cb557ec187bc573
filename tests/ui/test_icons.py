"""Every icon that the window names is shipped, and every icon shipped is named."""

import ast
from collections.abc import Iterator
from pathlib import Path

import newsroom.ui
from newsroom.paths import resource
from newsroom.ui.commands import COMMANDS
from newsroom.ui.editor.tools import all_tools

_APPLICATION = "newsroom"
"""The application's own icon, which is named by its file."""


def _trees() -> Iterator[ast.AST]:
    for file in Path(newsroom.ui.__path__[0]).rglob("*.py"):
        yield ast.parse(file.read_text("utf-8"))


def _literals() -> set[str]:
    nodes = (node for tree in _trees() for node in ast.walk(tree))
    return {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _asked_for() -> Iterator[str]:
    """What stands as the name in `icon("…")`, `pixmap("…")` and `icon="…"`."""
    for call in (node for tree in _trees() for node in ast.walk(tree)):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        given = [word.value for word in call.keywords if word.arg == "icon"]
        if name in ("icon", "pixmap"):
            given += call.args[:1]
        for node in given:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
                yield node.value


def _shipped() -> set[str]:
    return {file.stem for file in resource("icons/newsroom.svg").parent.glob("*.svg")}


def test_every_icon_named_is_shipped() -> None:
    tools = {tool.icon for tool in all_tools()} | {command.icon for command in COMMANDS}
    named = (set(_asked_for()) | tools) - {""}
    assert len(named) > 30
    assert named - _shipped() == set()


def test_every_icon_shipped_is_named() -> None:
    assert _shipped() - _literals() - {_APPLICATION} == set()
