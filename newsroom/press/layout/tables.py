"""Tables: column widths from what the cells hold, rows that are never torn apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.domain.document import Run, Table, Text, plain
from newsroom.domain.imported import Remark
from newsroom.domain.style import Role
from newsroom.press.layout.lines import SetLine, set_text, set_words
from newsroom.press.layout.model import (
    Element,
    Item,
    Line,
    Panel,
    Rule,
    Slug,
    moved,
    slugs_within,
    within,
)
from newsroom.press.layout.setting import Setting, TextStyle
from newsroom.press.layout.slugs import running, stack_items
from newsroom.press.layout.words import Word, cut_to, words_of

_WHOLE = 0.6
_PIECE = 0.4
"""A table up to the first share of the page stays whole; a longer one is cut into such pieces."""
_LEAST_EMS = 2.6
_MOST_LINES = 8
_RAGGED = 1.1
"""What ragged lines of a cell need more than an even share of its words."""
_EASY_EMS, _EASY = 8.0, 0.85
"""A cell of so many ems is short; a table is at ease in this share of what its cells would like."""
_FIGURES = frozenset("0123456789.,%+-–−±×/()\u00a0 ₫")


@dataclass(frozen=True, slots=True)
class _Row:
    """A set row: items from its own top left, height in points."""

    items: tuple[Item, ...]
    height: float


def table_slugs(setting: Setting, table: Table, width: float) -> list[Slug]:
    """A table `width` points wide; one that cannot stand in columns is set row by row as text."""
    element = Element("Table", table.id)
    made = _in_columns(setting, table, width)
    if made is None:
        made = _as_text(setting, _filled_rows(table), width)
        element = Element("Div", table.id)
    return slugs_within((element,), made)


def _in_columns(setting: Setting, table: Table, width: float) -> list[Slug] | None:
    rows = _filled_rows(table)
    if not rows:
        return []
    style = setting.style(Role.TABLE)
    pad = 0.45 * style.size
    columns = _column_widths(setting, rows, width, pad)
    if min(columns) < _LEAST_EMS * style.size + 2 * pad:
        return None
    right = _figure_columns(rows[1:] if table.header else rows)
    made = [
        _row(setting, row, columns, right, pad, at, header=table.header and at == 0)
        for at, row in enumerate(rows)
    ]
    if max(row.height for row in made) > _PIECE * setting.depth * setting.grid:
        return None
    return _pieces(setting, made, width, header=table.header)


def least_width(setting: Setting, table: Table) -> float:
    """The width in points under which words of the cells would be cut."""
    pad = 0.45 * setting.style(Role.TABLE).size
    return sum(column.least for column in _measured(setting, _filled_rows(table), pad))


def easy_width(setting: Setting, table: Table) -> float:
    """The width in points at which short cells keep to one line and long ones to a few."""
    style = setting.style(Role.TABLE)
    columns = _measured(setting, _filled_rows(table), 0.45 * style.size)
    wishes = sum(max(column.least, min(column.most, _EASY_EMS * style.size)) for column in columns)
    return max(1.1 * sum(column.least for column in columns), _EASY * wishes)


def _filled_rows(table: Table) -> list[tuple[Text, ...]]:
    """The rows that say anything, all of the same number of cells."""
    rows = [row for row in table.rows if any(plain(cell).strip() for cell in row)]
    most = max(map(len, rows), default=0)
    return [(*row, *[()] * (most - len(row))) for row in rows]


@dataclass(frozen=True, slots=True)
class _Column:
    """The cells of a column as the widths of their words, each with the space after it.

    `least` and `most` are what its longest word and its longest cell need, padding included.
    """

    cells: tuple[tuple[tuple[float, float], ...], ...]
    pad: float
    least: float
    most: float

    def lines(self, width: float) -> list[int]:
        """How many lines each cell takes."""
        return [_lines_in(cell, width - 2 * self.pad) for cell in self.cells]


def _measured(setting: Setting, rows: Sequence[Sequence[Text]], pad: float) -> list[_Column]:
    style = setting.style(Role.TABLE_HEADER)
    columns = []
    for texts in zip(*rows, strict=True):
        sets = [words_of(setting, text, style) for text in texts]
        least = max((word.box.width for words in sets for word in words), default=0.0)
        most = max((_natural(words) for words in sets), default=0.0)
        cells = tuple(tuple((word.box.width, word.box.space) for word in words) for words in sets)
        columns.append(_Column(cells, pad, least + 2 * pad, most + 2 * pad))
    return columns


def _natural(words: Sequence[Word]) -> float:
    return sum(word.box.width + word.box.space for word in words)


def _lines_in(words: Sequence[tuple[float, float]], width: float) -> int:
    lines, used = 1, 0.0
    for word, space in words:
        if used and used + word > width:
            lines, used = lines + 1, 0.0
        used += word + space
    return lines


def _column_widths(
    setting: Setting, rows: Sequence[Sequence[Text]], width: float, pad: float
) -> list[float]:
    """Every column gets what its longest word needs; the rest makes the table as low as it can.

    Tried are widths at which the longest cells take one line, two lines…; what is over goes by
    what the cells would like.
    """
    columns = _measured(setting, rows, pad)
    least = [column.least for column in columns]
    most = [column.most for column in columns]
    if sum(least) >= width:
        return [low * width / sum(least) for low in least]
    ways = [_shared(least, most, width)]
    for lines in range(1, _MOST_LINES + 1):
        wanted = [max(low, high / lines * _RAGGED) for low, high in zip(least, most, strict=True)]
        if sum(wanted) <= width:
            ways.append(_shared(wanted, most, width))
    return min(ways, key=lambda way: _height(columns, way))


def _height(columns: Sequence[_Column], widths: Sequence[float]) -> int:
    """The lines of all rows together."""
    counts = [column.lines(width) for column, width in zip(columns, widths, strict=True)]
    return sum(max(row) for row in zip(*counts, strict=True))


def _shared(least: Sequence[float], most: Sequence[float], width: float) -> list[float]:
    """Columns between `least` and `most`, modest wishes met first; what is over goes to all."""
    widths = [*least]
    spare = width - sum(least)
    order = sorted(range(len(least)), key=lambda at: most[at] - least[at])
    for done, at in enumerate(order):
        given = max(0.0, min(most[at] - least[at], spare / (len(order) - done)))
        widths[at] += given
        spare -= given
    return [column + spare / len(widths) for column in widths]


def _figure_columns(rows: Sequence[Sequence[Text]]) -> list[bool]:
    """The columns that hold figures alone: they are set to the right."""
    return [
        any(plain(cell).strip() for cell in cells)
        and all(_is_figure(plain(cell)) for cell in cells)
        for cells in zip(*rows, strict=True)
    ]


def _is_figure(words: str) -> bool:
    stripped = words.strip()
    return not stripped or (_FIGURES.issuperset(stripped) and any(c.isdigit() for c in stripped))


def _row(
    setting: Setting,
    cells: Sequence[Text],
    columns: Sequence[float],
    right: Sequence[bool],
    pad: float,
    number: int,
    *,
    header: bool,
) -> _Row:
    style = setting.style(Role.TABLE_HEADER if header else Role.TABLE)
    items: list[Item] = []
    x, most = 0.0, 1
    row = Element("TR", str(number), cells=len(cells))
    for at, (cell, width) in enumerate(zip(cells, columns, strict=True)):
        figures = bool(right) and right[at]
        lines = _cell(setting, cell, style, width - 2 * pad, figures=figures)
        path = (row, Element("TH" if header else "TD", str(at)))
        items.extend(within(path, stack_items(lines, style, x + pad, pad * 0.8)))
        most = max(most, len(lines))
        x += width
    height = most * style.leading + 1.6 * pad
    rule = _rule(setting, sum(columns), height, 0.9 if header else 0.35)
    ground = Panel(x=0, y=0, width=sum(columns), height=height, colour=setting.tint())
    return _Row((*((ground,) if header else ()), *items, rule), height)


def _cell(
    setting: Setting, text: Text, style: TextStyle, width: float, *, figures: bool
) -> list[SetLine]:
    words = cut_to(setting, words_of(setting, text, style), width)
    lines = set_words(setting, words, style, [(0.0, width)])
    if not figures:
        return lines
    return [replace(line, line=line.line.moved(width - line.line.width, 0.0)) for line in lines]


def _rule(setting: Setting, width: float, y: float, thickness: float) -> Rule:
    return Rule(x1=0, x2=width, y1=y, y2=y, thickness=thickness, colour=setting.black(0.55))


def _pieces(setting: Setting, rows: list[_Row], width: float, *, header: bool) -> list[Slug]:
    """The table as slugs: whole, or in pieces that each begin with the header."""
    total = sum(row.height for row in rows)
    page = setting.depth * setting.grid
    if total <= _WHOLE * page:
        return [_slug(setting, rows, width)]
    head, rest = (rows[:1], rows[1:]) if header else ([], rows)
    slugs, piece = [], list(head)
    for row in rest:
        if len(piece) > len(head) and sum(r.height for r in piece) + row.height > _PIECE * page:
            slugs.append(_slug(setting, piece, width))
            piece = [replace(entry, items=_repeated(entry.items)) for entry in head]
        piece.append(row)
    return [*slugs, _slug(setting, piece, width)]


def _repeated(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The header over a later piece of the table: it is read once alone, over the first."""
    return tuple(replace(item, path=None) if isinstance(item, Line) else item for item in items)


def _slug(setting: Setting, rows: Sequence[_Row], width: float) -> Slug:
    top = 0.3 * setting.preset.body.size
    items: list[Item] = [_rule(setting, width, top, 0.9)]
    y = top
    for row in rows:
        items.extend(moved(row.items, 0.0, y))
        y += row.height
    count = setting.rows(y + top)
    space = 1 if setting.snapped else setting.rows(setting.preset.body.gap + top)
    return Slug(rows=count, items=tuple(items), space=space)


def _as_text(setting: Setting, rows: Sequence[Sequence[Text]], width: float) -> list[Slug]:
    """Rows as paragraphs, their cells divided by dashes: for tables that no page can hold."""
    setting.remarks.add(
        Remark(template="A table is too large for the page; its rows are set as text.")
    )
    style = setting.style(Role.TABLE)
    slugs: list[Slug] = []
    for at, row in enumerate(rows):
        text: list[Run] = []
        for cell in (cell for cell in row if plain(cell).strip()):
            text.extend((*([Run(text=" – ")] if text else ()), *cell))
        lines = set_text(setting, tuple(text), style, width)
        made = running(setting, lines, style, gap=0.4 * style.size)
        slugs.extend(slugs_within((Element("P", str(at)),), made))
    return slugs
