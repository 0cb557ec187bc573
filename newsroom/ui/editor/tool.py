"""What a command of the sheet is."""

from collections.abc import Callable
from dataclasses import dataclass

from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.editor.state import FormatState


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A command of the sheet.

    `text` is a source string; `icon` is a name in `resources/icons`, empty for an entry
    of words; `shortcut` is portable. `shown` says whether it stands in the toolbar; `checked`
    tells from the state of the caret whether the entry is on, None for what cannot be on.
    `inline` tools work within table cells too, those `of_table` only there.
    """

    id: str
    text: str
    run: Callable[[Sheet], object] | None = None
    icon: str = ""
    shortcut: str = ""
    group: int = 0
    shown: bool = True
    checked: Callable[[FormatState], bool] | None = None
    inline: bool = False
    of_table: bool = False
