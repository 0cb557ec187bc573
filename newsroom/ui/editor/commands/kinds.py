"""Paragraph, cross-head, quote, list: what a line is."""

from PySide6.QtGui import QTextBlock

from newsroom.domain.ids import new_block_id
from newsroom.ui.editor.commands.base import CommandGroup, in_table
from newsroom.ui.editor.heads import FLOW, Head, Part, head_of

_DEEPEST = 3
_CONVERTIBLE = FLOW | {Part.QUOTE}


class KindCommands(CommandGroup):
    """Make lines of one kind lines of another."""

    def convert(self, part: Part, *, ordered: bool = False) -> None:
        """Make the selected lines paragraphs, headings, quotes or list items."""
        sheet = self._sheet
        with sheet.one_step() as cursor:
            shared = ""
            caret, offset = cursor.block(), cursor.positionInBlock()
            for block in list(self.blocks(cursor)):
                head = head_of(block)
                if head.part not in _CONVERTIBLE or in_table(block):
                    continue
                made = self._converted(block, head, part, ordered=ordered, shared=shared)
                sheet.mender.reformat(block, made)
                if part is Part.LIST:
                    shared = made.id
                if part is Part.QUOTE and head.part is not Part.QUOTE:
                    sheet.mender.insert_after(block, made._replace(part=Part.QUOTE_SOURCE))
                    cursor.setPosition(caret.position() + offset)

    def _converted(
        self, block: QTextBlock, head: Head, part: Part, *, ordered: bool, shared: str
    ) -> Head:
        made = Head(part, head.id or new_block_id(), head.box, edge=head.edge)
        if part is Part.LIST:
            above = head_of(block.previous())
            joins = above.part is Part.LIST and (above.ordered, above.box) == (ordered, head.box)
            level = head.level if head.part is Part.LIST else 0
            list_id = shared or (above.id if joins else made.id)
            return made._replace(id=list_id, ordered=ordered, level=level)
        if head.part is Part.LIST:
            return made._replace(id=new_block_id())
        return made

    def toggle_list(self, *, ordered: bool) -> None:
        """Make the selected lines a list, or paragraphs when they are that list already."""
        head = head_of(self._sheet.textCursor().block())
        if head.part is Part.LIST and head.ordered == ordered:
            self.convert(Part.PARAGRAPH)
        else:
            self.convert(Part.LIST, ordered=ordered)

    def toggle_quote(self) -> None:
        """Make the selected lines quotes, or paragraphs when they are."""
        quoted = head_of(self._sheet.textCursor().block()).part is Part.QUOTE
        self.convert(Part.PARAGRAPH if quoted else Part.QUOTE)

    def indent(self, by: int) -> None:
        """Put the selected list items `by` levels deeper (negative: further out)."""
        sheet = self._sheet
        with sheet.one_step() as cursor:
            for block in list(self.blocks(cursor)):
                head = head_of(block)
                if head.part is not Part.LIST:
                    continue
                above = head_of(block.previous())
                same = above.part is Part.LIST and above.id == head.id
                deepest = min(above.level + 1, _DEEPEST) if same else 0
                level = max(0, min(head.level + by, deepest))
                sheet.mender.reformat(block, head._replace(level=level))
