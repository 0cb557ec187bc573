"""What all groups of commands stand on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor

from newsroom.ui.editor.lines import table_at

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet


class CommandGroup:
    """Commands that work on one sheet."""

    def __init__(self, sheet: "Sheet") -> None:
        self._sheet = sheet

    def block(self, number: int) -> QTextBlock:
        """Line `number` of the document."""
        return self._sheet.document().findBlockByNumber(number)

    def blocks(self, cursor: QTextCursor) -> Iterator[QTextBlock]:
        """The lines that the selection touches."""
        block = self._sheet.document().findBlock(cursor.selectionStart())
        while block.isValid() and block.position() <= cursor.selectionEnd():
            yield block
            block = block.next()


def in_table(block: QTextBlock) -> bool:
    """Whether a line stands in a table."""
    return table_at(block) is not None
