"""Paragraphs of old pages that are really several lines: headline, time, lede with `<br>`."""

from newsroom.domain.document import Paragraph, Run, Text, normal, plain
from newsroom.formats.page.furniture import furniture_kind
from newsroom.formats.page.moments import time_line
from newsroom.formats.page.pieces import Piece, piece

_LONGEST = 3000


def split_lines(part: Piece) -> list[Piece]:
    """The lines of a piece as pieces of their own where one of them is no running text.

    A paragraph with line breaks (an address, a verse) stays one piece.
    """
    text = part.block.text if isinstance(part.block, Paragraph) else ()
    words = plain(text)
    if "\n" not in words or len(words) > _LONGEST:
        return [part]
    lines = words.split("\n")
    if not any(time_line(line) or furniture_kind(line) for line in lines):
        return [part]
    return [
        piece(Paragraph(text=line), level=part.level, hint=part.hint, marked=part.marked)
        for line in _lines(text)
        if line
    ]


def _lines(text: Text) -> list[Text]:
    lines: list[list[Run]] = [[]]
    for run in text:
        for number, words in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            lines[-1].append(Run(text=words, marks=run.marks, link=run.link))
    return [normal(line) for line in lines]
