"""Lines of plain text as pieces: lists, quotations, tables and headings by their signs."""

import re
from collections.abc import Iterator, Sequence
from itertools import count, takewhile

from newsroom.domain.document import (
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Run,
    Table,
    text_of,
)
from newsroom.formats.page.pieces import Piece, line_piece, piece
from newsroom.formats.text.lines import Line
from newsroom.language.normalise import single_spaced

_RULE = re.compile(r"^(?:[-=_~*\u2500-\u257f]\s?){3,}$")
_HEADING = re.compile(r"^(#{1,6})\s+(\S.*?)\s*#*$")
_QUOTE = re.compile(r"^>\s?(.*)$")
_BOLD = re.compile(r"^(\*\*|__)(?=\S)(.+?)(?<=\S)\1$")
_GLYPH = re.compile(r"^[•●▪■◦·○‣⁃✓✔]\s*(?=\S)")
_STAR = re.compile(r"^[*+]\s+(?=\S)")
_DASH = re.compile(r"^[-–]\s+(?=\S)")
_NUMBER = re.compile(r"^(\d{1,3})[.)]\s+(?=\S)")


def pieces_of(lines: Sequence[Line]) -> list[Piece]:
    """The pieces that the lines make, in order; rules of dashes hold no words and are left out."""
    found: list[Piece] = []
    index = 0
    while index < len(lines):
        made, taken = _piece_at(lines, index)
        if made is not None:
            found.append(made)
        index += taken
    return found


def _piece_at(lines: Sequence[Line], index: int) -> tuple[Piece | None, int]:
    line = lines[index]
    if _RULE.match(line.words):
        return None, 1
    for read in (_table, _quote, _list):
        made = read(lines, index)
        if made is not None:
            return made
    return _line(line), 1


def _line(line: Line) -> Piece:
    heading = _HEADING.match(line.words)
    if heading is not None:
        return line_piece(heading[2], gap=line.gap, level=len(heading[1]))
    bold = _BOLD.match(line.words)
    if bold is not None and bold[1] not in bold[2]:
        run = Run(text=bold[2], marks=frozenset({Mark.BOLD}))
        return piece(Paragraph(text=(run,)), gap=line.gap)
    return line_piece(line.words, gap=line.gap)


def _run(lines: Sequence[Line], index: int, pattern: re.Pattern[str]) -> list[Line]:
    """The lines from `index` on that follow each other without a gap and match `pattern`."""
    following = takewhile(
        lambda at: pattern.match(lines[at].words) and (at == index or lines[at].gap == 0),
        range(index, len(lines)),
    )
    return [lines[at] for at in following]


def _quote(lines: Sequence[Line], index: int) -> tuple[Piece, int] | None:
    quoted = _run(lines, index, _QUOTE)
    words = single_spaced(" ".join(_QUOTE.sub(r"\1", line.words) for line in quoted))
    if not words or (len(quoted) == 1 and len(words.split()) < 4):
        return None
    return piece(Quote(text=text_of(words)), gap=lines[index].gap), len(quoted)


def _table(lines: Sequence[Line], index: int) -> tuple[Piece, int] | None:
    """At least two lines with the same number of tabs, as copied from a table."""
    tabs = lines[index].raw.count("\t")
    if not tabs:
        return None
    rows = list(
        takewhile(
            lambda at: lines[at].raw.count("\t") == tabs and (at == index or lines[at].gap == 0),
            range(index, len(lines)),
        )
    )
    if len(rows) < 2:
        return None
    cells = tuple(
        tuple(text_of(single_spaced(cell)) for cell in lines[at].raw.split("\t")) for at in rows
    )
    return piece(Table(rows=cells), gap=lines[index].gap), len(rows)


def _list(lines: Sequence[Line], index: int) -> tuple[Piece, int] | None:
    for found in (_numbered, _bulleted):
        items = found(lines, index)
        if len(items) >= 2:
            ordered = found is _numbered
            block = ListBlock(ordered=ordered, items=tuple(_items(items, ordered=ordered)))
            return piece(block, gap=lines[index].gap), len(items)
    return None


def _numbered(lines: Sequence[Line], index: int) -> list[Line]:
    """Lines numbered 1, 2, 3… with nothing between them."""
    numbers = zip(count(1), range(index, len(lines)), strict=False)
    own = takewhile(lambda pair: _number(lines[pair[1]].words) == pair[0], numbers)
    return [lines[at] for _, at in own]


def _number(words: str) -> int:
    match = _NUMBER.match(words)
    return int(match[1]) if match is not None else 0


def _bulleted(lines: Sequence[Line], index: int) -> list[Line]:
    """Lines with the same kind of bullet; dashes, which also open speech, under a colon only."""
    words = lines[index].words
    if _GLYPH.match(words):
        return _run_with_gaps(lines, index, _GLYPH)
    if _STAR.match(words):
        return _run(lines, index, _STAR)
    if not _DASH.match(words):
        return []
    items = _run(lines, index, _DASH)
    opened = index > 0 and lines[index - 1].words.endswith(":")
    listed = sum(line.words.endswith((";", ",")) for line in items) >= len(items) - 1
    short = all(len(line.words) < 90 and line.words[-1] not in ".?!”" for line in items)
    return items if opened or listed or short else []


def _run_with_gaps(lines: Sequence[Line], index: int, pattern: re.Pattern[str]) -> list[Line]:
    return list(takewhile(lambda line: pattern.match(line.words) is not None, lines[index:]))


def _items(lines: Sequence[Line], *, ordered: bool) -> Iterator[ListItem]:
    level, indents = 0, [lines[0].indent]
    for line in lines:
        while len(indents) > 1 and line.indent < indents[-1]:
            indents.pop()
        if line.indent > indents[-1] + 1 and not ordered:
            indents.append(line.indent)
        level = len(indents) - 1
        yield ListItem(text=text_of(_without_sign(line.words)), level=level)


def _without_sign(words: str) -> str:
    for pattern in (_GLYPH, _STAR, _DASH, _NUMBER):
        match = pattern.match(words)
        if match is not None:
            return words[match.end() :]
    return words
