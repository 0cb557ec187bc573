"""The selected part of the sheet as blocks, for the clipboard."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor

from newsroom.domain.counting import count_words
from newsroom.domain.document import Block, Paragraph, Run, Text, plain
from newsroom.domain.ids import BlockId
from newsroom.ui.editor.grouping import group_at
from newsroom.ui.editor.heads import FIELDS, Part
from newsroom.ui.editor.lines import Line, table_at
from newsroom.ui.editor.mender import text_end, utf16
from newsroom.ui.editor.tally import Count

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet

_UNCOUNTED = frozenset((Part.BYLINE, Part.CREDIT, Part.QUOTE_SOURCE, Part.PHOTO, Part.FILLER))


def selected_blocks(sheet: "Sheet", cursor: QTextCursor) -> tuple[Block, ...]:
    """The blocks that the selection covers, the first and the last cut to what is selected.

    A selection within one line, and each field, comes as a paragraph.
    """
    document = sheet.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    lines = [
        _cut(sheet.reader.lines[number], document.findBlockByNumber(number), cursor)
        for number in range(first.blockNumber(), last.blockNumber() + 1)
    ]
    if len(lines) == 1 and not lines[0].photo:
        return (Paragraph(text=lines[0].text),)
    return _grouped([_as_body(line) for line in lines])


def selected_count(sheet: "Sheet", cursor: QTextCursor) -> Count:
    """How much of the article is selected, counted as the whole article is.

    Byline, photo credits and the sources of quotes do not count. Blocks that are selected as a
    whole are not counted again.
    """
    document, reader = sheet.document(), sheet.reader
    number = first = document.findBlock(cursor.selectionStart()).blockNumber()
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    words = characters = 0
    while number <= last:
        start, end = reader.group_of(number)
        if first < start == number and end <= last and reader.block_at(number) is not None:
            whole = reader.count_at(number)
            words, characters, number = words + whole.words, characters + whole.characters, end
            continue
        line = reader.lines[number]
        if line.part not in _UNCOUNTED or line.cell is not None:
            cut = _cut(line, document.findBlockByNumber(number), cursor)
            words += count_words(plain(cut.text))
            characters += len(plain(cut.text))
        number += 1
    return Count(words, characters)


def _as_body(line: Line) -> Line:
    if line.part not in FIELDS or line.cell is not None:
        return line
    return replace(line, head=line.head._replace(part=Part.PARAGRAPH))


def _grouped(lines: Sequence[Line]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        grouped = group_at(lines, index, _keep)
        index = grouped.end
        if grouped.block is not None:
            blocks.append(grouped.block)
    return tuple(blocks)


def _keep(raw: str, start: int, box: bool) -> BlockId:
    del start, box
    return BlockId(raw)


def _cut(line: Line, block: QTextBlock, cursor: QTextCursor) -> Line:
    if line.cell is not None and _spans_cells(cursor):
        return line
    start = max(0, cursor.selectionStart() - block.position())
    end = min(cursor.selectionEnd(), text_end(block)) - block.position()
    if start == 0 and end == block.length() - 1:
        return line
    words = plain(line.text)
    return replace(line, text=_slice(line.text, _index(words, start), _index(words, end)))


def _spans_cells(cursor: QTextCursor) -> bool:
    """Of a table Qt selects cells as a whole as soon as there are two."""
    document = cursor.document()
    table = table_at(document.findBlock(cursor.selectionStart()))
    if table is None:
        return False
    first, last = table.cellAt(cursor.selectionStart()), table.cellAt(cursor.selectionEnd())
    return last.isValid() and first != last


def _index(words: str, units: int) -> int:
    """The index of the character that stands `units` UTF-16 units from the start."""
    if words.isascii():
        return units
    count = 0
    for index, character in enumerate(words):
        if count >= units:
            return index
        count += utf16(character)
    return len(words)


def _slice(text: Text, start: int, end: int) -> Text:
    runs: list[Run] = []
    place = 0
    for run in text:
        words = run.text[max(0, start - place) : max(0, end - place)]
        place += len(run.text)
        if words:
            runs.append(replace(run, text=words))
    return tuple(runs)
