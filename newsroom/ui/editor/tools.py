"""The sheet's commands as data: what they are called, their keys, what they do."""

from collections.abc import Iterator

from newsroom.domain.document import Mark
from newsroom.i18n import N_
from newsroom.ui.editor.heads import Part
from newsroom.ui.editor.table_tools import TABLE_TOOLS
from newsroom.ui.editor.tool import Tool


def _mark(mark: Mark, text: str, shortcut: str, *, shown: bool = True) -> Tool:
    return Tool(
        id=mark.value,
        text=text,
        icon="strikethrough" if mark is Mark.STRIKE else mark.value,
        shortcut=shortcut,
        group=1,
        shown=shown,
        run=lambda sheet: sheet.commands.toggle_mark(mark),
        checked=lambda state: mark in state.marks,
        inline=True,
    )


STYLES = (
    Tool(
        id="paragraph",
        text=N_("Paragraph"),
        shortcut="Ctrl+Alt+0",
        run=lambda sheet: sheet.commands.convert(Part.PARAGRAPH),
        checked=lambda state: state.part is Part.PARAGRAPH,
    ),
    Tool(
        id="heading",
        text=N_("Cross-head"),
        shortcut="Ctrl+Alt+2",
        run=lambda sheet: sheet.commands.convert(Part.HEADING),
        checked=lambda state: state.part is Part.HEADING,
    ),
    Tool(
        id="quote-style",
        text=N_("Pull quote"),
        shortcut="Ctrl+Alt+3",
        run=lambda sheet: sheet.commands.convert(Part.QUOTE),
        checked=lambda state: state.part is Part.QUOTE,
    ),
    Tool(
        id="bulleted",
        text=N_("Bulleted list"),
        shortcut="Ctrl+Shift+8",
        run=lambda sheet: sheet.commands.toggle_list(ordered=False),
        checked=lambda state: state.part is Part.LIST and not state.ordered,
    ),
    Tool(
        id="numbered",
        text=N_("Numbered list"),
        shortcut="Ctrl+Shift+7",
        run=lambda sheet: sheet.commands.toggle_list(ordered=True),
        checked=lambda state: state.part is Part.LIST and state.ordered,
    ),
)
"""What the style menu offers."""

TOOLS = (
    _mark(Mark.BOLD, N_("Bold"), "Ctrl+B"),
    _mark(Mark.ITALIC, N_("Italic"), "Ctrl+I"),
    _mark(Mark.UNDERLINE, N_("Underline"), "Ctrl+U"),
    Tool(
        id="quote",
        text=N_("Pull quote"),
        icon="text-quote",
        group=2,
        run=lambda sheet: sheet.commands.toggle_quote(),
        checked=lambda state: state.part is Part.QUOTE,
    ),
    Tool(
        id="list",
        text=N_("List"),
        group=2,
        run=lambda sheet: sheet.commands.toggle_list(ordered=False),
        checked=lambda state: state.part is Part.LIST,
    ),
    Tool(id="photo", text=N_("Photo"), group=2),
    Tool(id="table", text=N_("Table"), shortcut="Ctrl+Alt+5", group=2),
    Tool(
        id="box",
        text=N_("Box"),
        group=2,
        run=lambda sheet: sheet.commands.toggle_box(),
        checked=lambda state: state.in_box,
    ),
    Tool(id="link", text=N_("Link…"), icon="link", shortcut="Ctrl+Shift+K", group=3, shown=False),
    _mark(Mark.STRIKE, N_("Strikethrough"), "Ctrl+Shift+X", shown=False),
    _mark(Mark.SUPERSCRIPT, N_("Superscript"), "Ctrl+Shift+.", shown=False),
    _mark(Mark.SUBSCRIPT, N_("Subscript"), "Ctrl+Shift+,", shown=False),
    Tool(
        id="indent",
        text=N_("Indent list item"),
        icon="list-indent-increase",
        shortcut="Ctrl+]",
        shown=False,
        run=lambda sheet: sheet.commands.indent(1),
    ),
    Tool(
        id="outdent",
        text=N_("Outdent list item"),
        icon="list-indent-decrease",
        shortcut="Ctrl+[",
        shown=False,
        run=lambda sheet: sheet.commands.indent(-1),
    ),
    Tool(
        id="move-up",
        text=N_("Move block up"),
        icon="arrow-up",
        shortcut="Alt+Up",
        shown=False,
        run=lambda sheet: sheet.commands.move_block(-1),
    ),
    Tool(
        id="move-down",
        text=N_("Move block down"),
        icon="arrow-down",
        shortcut="Alt+Down",
        shown=False,
        run=lambda sheet: sheet.commands.move_block(1),
    ),
    Tool(
        id="photo-edit",
        text=N_("Edit photo…"),
        shortcut="Ctrl+Shift+P",
        shown=False,
        run=lambda sheet: sheet.ask_photo_editor(),
    ),
    Tool(
        id="paste-plain",
        text=N_("Paste as plain text"),
        icon="clipboard-paste",
        shortcut="Ctrl+Shift+V",
        shown=False,
        run=lambda sheet: sheet.paste_plain(),
    ),
)
"""What the toolbar and its overflow menu offer. The window and the pane ask what
`photo`, `link` and `table` need."""


def all_tools() -> Iterator[Tool]:
    """Styles, tools and those of tables."""
    yield from STYLES
    yield from TOOLS
    yield from TABLE_TOOLS
