"""The sheet of shortcuts has every action and every tool that has a key, once, with its key."""

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from docs.shots.stage import Stage
from newsroom.i18n import _
from newsroom.ui.commands import COMMANDS
from newsroom.ui.editor.tools import all_tools


def entries(shown: QWidget) -> Iterator[tuple[str, str]]:
    """The words and the keys of each line of the sheet."""
    for grid in shown.findChildren(QGridLayout):
        for row in range(1, grid.rowCount()):
            words, keys = (grid.itemAtPosition(row, column).widget() for column in (0, 1))
            assert isinstance(words, QLabel)
            assert isinstance(keys, QLabel)
            yield words.text(), keys.text()


def keys_of(shortcut: str) -> str:
    """The first of the shortcuts, as the system writes it."""
    return QKeySequence(shortcut.partition("; ")[0]).toString(
        QKeySequence.SequenceFormat.NativeText
    )


def test_every_key_is_on_the_sheet(stage: Stage) -> None:
    stage.do("shortcuts")
    space = f" {_('Space')}"
    listed = [entry for entry in entries(stage.dialog()) if not entry[1].endswith(space)]
    having = [one for one in (*COMMANDS, *all_tools()) if one.shortcut]
    wanted = {(_(one.text).rstrip("…"), keys_of(one.shortcut)) for one in having}
    assert set(listed) == wanted
    assert len(listed) == len(having)


def test_what_is_made_of_typed_signs_is_on_the_sheet(stage: Stage) -> None:
    stage.do("shortcuts")
    keys = {keys for _words, keys in entries(stage.dialog())}
    assert _("Space") == ("Dấu cách" if stage.window.state.language == "vi" else "Space")
    assert {f"{signs} {_('Space')}" for signs in ("##", ">", "-", "1.", "ldld")} <= keys
