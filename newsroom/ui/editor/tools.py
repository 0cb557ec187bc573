"""The sheet's commands as data: what they are called, their keys, what they do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsroom.domain.document import Mark
from newsroom.i18n import N_
from newsroom.ui.editor.heads import Part
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.editor.state import FormatState


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A command of the sheet.

    `text` and `tip` are source strings; `icon` is a name in `resources/icons`, empty for an entry
    of words; `shortcut` is portable. `shown` says whether it stands in the toolbar; `checked`
    tells from the state of the caret whether the entry is on, None for what cannot be on.
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
    Tool(
        id="table", text=N_("Table"), group=2, run=lambda sheet: sheet.commands.insert_table(3, 3)
    ),
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
"""What the toolbar and its overflow menu offer. `photo` and `link` are asked of the window."""


def all_tools() -> Iterator[Tool]:
    """Styles and tools."""
    yield from STYLES
    yield from TOOLS
