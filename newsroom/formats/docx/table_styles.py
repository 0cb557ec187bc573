"""The styles of tables and boxes."""

from collections.abc import Iterator

from newsroom.formats.docx.elements import Element, el
from newsroom.formats.docx.names import Style
from newsroom.formats.docx.presets import WordPreset
from newsroom.formats.docx.style_elements import house_style

_EDGES = ("top", "left", "bottom", "right")
_OPEN = ("top", "bottom", "insideH", "insideV")
_BLACK = "000000"


def table_styles(preset: WordPreset) -> Iterator[Element]:
    """The style of the article's tables, and that of its boxes (tables of one cell)."""
    yield _table_style(preset)
    yield _box_style(preset)


def _table_style(preset: WordPreset) -> Element:
    edges = (*_EDGES, "insideH", "insideV") if preset.closed_tables else _OPEN
    rules = el("w:tblBorders", None, [_border(edge, preset.rule) for edge in edges])
    head = el(
        "w:tblStylePr",
        {"w:type": "firstRow"},
        [
            el("w:rPr", None, [el("w:b"), el("w:bCs")]),
            el("w:tcPr", None, [el("w:tcBorders", None, [_border("bottom", _BLACK, 8)])]),
        ],
    )
    table = el("w:tblPr", None, [rules, _cell_margins(40, 100)])
    return house_style("table", Style.TABLE, based="TableNormal", rest=[table, head])


def _box_style(preset: WordPreset) -> Element:
    rules = el("w:tblBorders", None, [_border(edge, preset.rule) for edge in _EDGES])
    table = el("w:tblPr", None, [rules, _cell_margins(120, 200)])
    return house_style("table", Style.BOX, based="TableNormal", rest=[table, _shade(preset)])


def _shade(preset: WordPreset) -> Element | None:
    if not preset.box_fill:
        return None
    shade = el("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": preset.box_fill})
    return el("w:tcPr", None, [shade])


def _border(edge: str, colour: str, eighths: int = 4) -> Element:
    attributes = {"w:val": "single", "w:sz": eighths, "w:space": 0, "w:color": colour}
    return el(f"w:{edge}", attributes)


def _cell_margins(vertical: int, horizontal: int) -> Element:
    sides = {"top": vertical, "left": horizontal, "bottom": vertical, "right": horizontal}
    margins = [el(f"w:{side}", {"w:w": width, "w:type": "dxa"}) for side, width in sides.items()]
    return el("w:tblCellMar", None, margins)


def plain_table() -> Element:
    """The properties of Word's own table without rules."""
    return el(
        "w:tblPr",
        None,
        [el("w:tblInd", {"w:w": 0, "w:type": "dxa"}), _cell_margins(0, 108)],
    )
