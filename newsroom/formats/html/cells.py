"""Tables with merged cells squared out, and tables told from page layout."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_COLUMNS = 200
_MOST_CELLS = 40_000
_LONG_CELL = 700
"""Characters; a cell with more holds a text, not a value."""


def rows_of(table: "_Element") -> list["_Element"]:
    """The rows of `table` itself, not those of tables inside its cells."""
    return list(_rows(table))


def _rows(element: "_Element") -> Iterator["_Element"]:
    for child in element:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def cells_of(row: "_Element") -> list["_Element"]:
    """The cells of a row."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def is_layout(table: "_Element") -> bool:
    """Whether the table only places things: one column or row, a table or long text in a cell."""
    rows = [cells for row in rows_of(table) if (cells := cells_of(row))]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return True
    if any(cell.find(".//table") is not None for cells in rows for cell in cells):
        return True
    return any(_length(cell) > _LONG_CELL for cells in rows for cell in cells)


def _length(cell: "_Element") -> int:
    return sum(map(len, cell.itertext()))


def squared(table: "_Element") -> list[list["_Element | None"]]:
    """Rows of equal length; a merged cell stands in its first place, the others hold None.

    Empty when the table has more than 40,000 cells: no table for an article.
    """
    grid: list[list[_Element | None]] = []
    covered: dict[int, int] = {}
    cells = 0
    for row in rows_of(table):
        line: list[_Element | None] = []
        for cell in cells_of(row):
            _pass_covered(line, covered)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for offset in range(min(width, _MOST_COLUMNS - len(line))):
                if height > 1:
                    covered[len(line)] = height
                line.append(None if offset else cell)
        _pass_covered(line, covered)
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        cells += len(line)
        if cells > _MOST_CELLS:
            return []
        if line:
            grid.append(line)
    width = max(map(len, grid), default=0)
    if width * len(grid) > _MOST_CELLS:
        return []
    return [line + [None] * (width - len(line)) for line in grid]


def _pass_covered(line: list["_Element | None"], covered: dict[int, int]) -> None:
    """Step over places that a cell of a row above reaches into."""
    while len(line) in covered and len(line) < _MOST_COLUMNS and covered[len(line)] > 0:
        line.append(None)


def _span(cell: "_Element", name: str) -> int:
    value = (cell.get(name) or "").strip()
    return max(1, min(int(value), _MOST_COLUMNS)) if value.isdecimal() else 1


def has_header(table: "_Element") -> bool:
    """Whether the first row is made of header cells, or stands in a table head."""
    rows = rows_of(table)
    if not rows:
        return False
    parent = rows[0].getparent()
    cells = cells_of(rows[0])
    in_head = parent is not None and parent.tag == "thead"
    return in_head or (bool(cells) and all(cell.tag == "th" for cell in cells))
