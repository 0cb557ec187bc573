"""Tables and boxes in Word."""

from collections.abc import Iterable

from newsroom.domain.document import Table, Text, plain
from newsroom.formats.docx.draft import Draft
from newsroom.formats.docx.elements import Element, el, twips, val
from newsroom.formats.docx.inline import paragraph, text_runs
from newsroom.formats.docx.names import Style

_LEAST, _MOST = 8, 48
"""Letters that a column counts for at least and at most when the width is shared out."""
_LETTER, _MARGINS = 130, 220
"""Twips: a letter of a table's bold type, wide ones included, and the two margins of a cell."""


def gap() -> Element:
    """The thin paragraph that keeps tables apart; readers drop it."""
    return paragraph(Style.GAP)


def table(block: Table, draft: Draft, width: float) -> Element:
    """A table `width` millimetres wide whose header row repeats on each page."""
    columns = _column_widths(block.rows, twips(width))
    rows = [
        _row(row, columns, draft, header=block.header and number == 0)
        for number, row in enumerate(block.rows)
    ]
    return _frame(Style.TABLE, columns, rows, header=block.header)


def box_table(content: Iterable[Element], width: int) -> Element:
    """A box as a table of one cell, `width` twips wide."""
    cell = el("w:tc", None, [_cell_width(width), *content])
    return _frame(Style.BOX, [width], [el("w:tr", None, [cell])], header=False)


def _frame(style: Style, columns: list[int], rows: list[Element], *, header: bool) -> Element:
    properties = el(
        "w:tblPr",
        None,
        [
            val("w:tblStyle", style),
            el("w:tblW", {"w:w": sum(columns), "w:type": "dxa"}),
            el("w:tblLayout", {"w:type": "fixed"}),
            _conditions(header=header),
        ],
    )
    grid = el("w:tblGrid", None, [el("w:gridCol", {"w:w": width}) for width in columns])
    return el("w:tbl", None, [properties, grid, *rows])


def _conditions(*, header: bool) -> Element:
    """Which parts of the table style apply: the header row or nothing."""
    return el(
        "w:tblLook",
        {
            "w:val": "0620" if header else "0600",
            "w:firstRow": int(header),
            "w:lastRow": 0,
            "w:firstColumn": 0,
            "w:lastColumn": 0,
            "w:noHBand": 1,
            "w:noVBand": 1,
        },
    )


def _row(row: Iterable[Text], columns: list[int], draft: Draft, *, header: bool) -> Element:
    style = Style.TABLE_HEADER if header else Style.TABLE_TEXT
    cells = [
        el("w:tc", None, [_cell_width(width), paragraph(style, text_runs(text, draft))])
        for text, width in zip(row, columns, strict=True)
    ]
    repeated = [el("w:tblHeader")] if header else []
    properties = el("w:trPr", None, [el("w:cantSplit"), *repeated])
    return el("w:tr", None, [properties, *cells])


def _cell_width(width: int) -> Element:
    return el("w:tcPr", None, [el("w:tcW", {"w:w": width, "w:type": "dxa"})])


def _column_widths(rows: Iterable[tuple[Text, ...]], total: int) -> list[int]:
    """Share `total` twips among the columns: each has room for its longest word if all have.

    What is over goes by what the longest cells would take, within reason.
    """
    columns = [[plain(cell) for cell in column] for column in zip(*rows, strict=True)]
    least = [_twips_of(_longest_word(cells)) for cells in columns]
    if sum(least) >= total:
        return _shares(least, total)
    needs = [
        _twips_of(min(max(_LEAST, *map(len, cells)), _MOST)) - low
        for cells, low in zip(columns, least, strict=True)
    ]
    wishes = [max(need, 1) for need in needs]
    spare = _shares(wishes, total - sum(least))
    return [low + more for low, more in zip(least, spare, strict=True)]


def _longest_word(cells: Iterable[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=0)


def _twips_of(letters: int) -> int:
    """The width of a cell for so many letters of bold type in a table."""
    return letters * _LETTER + _MARGINS


def _shares(needs: list[int], total: int) -> list[int]:
    shares = [total * need // sum(needs) for need in needs]
    shares[-1] += total - sum(shares)
    return shares
