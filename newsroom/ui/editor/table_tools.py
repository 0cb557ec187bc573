"""What can be done to the table that the caret stands in, for menus and keys."""

from collections.abc import Callable

from newsroom.i18n import N_
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.editor.state import FormatState
from newsroom.ui.editor.tool import Tool


def _tool(
    tool_id: str,
    text: str,
    shortcut: str,
    run: Callable[[Sheet], object],
    checked: Callable[[FormatState], bool] | None = None,
) -> Tool:
    return Tool(
        id=tool_id,
        text=text,
        shortcut=shortcut,
        shown=False,
        run=run,
        checked=checked,
        of_table=True,
    )


TABLE_TOOLS = (
    _tool(
        "row-above",
        N_("Insert row above"),
        "Alt+Shift+Up",
        lambda sheet: sheet.commands.insert_row(below=False),
    ),
    _tool(
        "row-below",
        N_("Insert row below"),
        "Alt+Shift+Down",
        lambda sheet: sheet.commands.insert_row(below=True),
    ),
    _tool(
        "column-left",
        N_("Insert column to the left"),
        "Alt+Shift+Left",
        lambda sheet: sheet.commands.insert_column(after=False),
    ),
    _tool(
        "column-right",
        N_("Insert column to the right"),
        "Alt+Shift+Right",
        lambda sheet: sheet.commands.insert_column(after=True),
    ),
    _tool(
        "row-delete",
        N_("Delete row"),
        "Alt+Shift+Backspace",
        lambda sheet: sheet.commands.remove_row(),
    ),
    _tool(
        "column-delete",
        N_("Delete column"),
        "Alt+Shift+Del",
        lambda sheet: sheet.commands.remove_column(),
    ),
    _tool(
        "table-header",
        N_("First row is a header"),
        "Alt+Shift+H",
        lambda sheet: sheet.commands.toggle_header(),
        lambda state: state.header,
    ),
    _tool(
        "table-delete",
        N_("Delete table"),
        "Ctrl+Alt+Backspace",
        lambda sheet: sheet.commands.remove_table(),
    ),
)
