"""Whatever a person does to an article, undoing it all gives the first article back."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.domain.article import text_part
from newsroom.domain.document import (
    Document,
    Mark,
    with_new_ids,
)
from newsroom.domain.ids import PhotoId
from newsroom.ui.editor.commands.sheet_commands import Commands
from newsroom.ui.editor.fragments import to_mime
from newsroom.ui.editor.heads import Part
from newsroom.ui.editor.reader import Reader
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.editor.structure import first_mend
from newsroom.ui.tokens import LIGHT
from tests.strategies import articles, blocks

_KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_A,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Space,
)

_CELLS: dict[str, Callable[[Commands], None]] = {
    "row-above": lambda commands: commands.insert_row(below=False),
    "row-below": lambda commands: commands.insert_row(below=True),
    "column-left": lambda commands: commands.insert_column(after=False),
    "column-right": lambda commands: commands.insert_column(after=True),
    "remove-row": lambda commands: commands.remove_row(),
    "remove-column": lambda commands: commands.remove_column(),
    "header": lambda commands: commands.toggle_header(),
    "remove": lambda commands: commands.remove_table(),
}


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[object, ...]]:
    """Each a place, a selection and something to do there."""
    place = st.floats(0, 1)
    reach = st.sampled_from((0.0, 0.0, 0.02, 0.2, 0.9, -0.3))
    doing = st.one_of(
        st.tuples(st.just("key"), st.sampled_from(_KEYS)),
        st.tuples(st.just("mark"), st.sampled_from(Mark)),
        st.tuples(st.just("convert"), st.sampled_from((Part.PARAGRAPH, Part.HEADING, Part.QUOTE))),
        st.tuples(st.just("list"), st.booleans()),
        st.tuples(st.just("box"), st.none()),
        st.tuples(st.just("table"), st.none()),
        st.tuples(st.just("cells"), st.sampled_from(sorted(_CELLS))),
        st.tuples(st.just("tabs"), st.sampled_from(("a\tb", "một\thai\tba\n\tx", "\t"))),
        st.tuples(st.just("photo"), st.none()),
        st.tuples(st.just("move"), st.sampled_from((-1, 1))),
        st.tuples(st.just("paste"), st.lists(blocks(), min_size=1, max_size=3)),
        st.tuples(st.just("words"), st.sampled_from(("e\u0301", "một\nhai", "x"))),
    )
    return draw(st.lists(st.tuples(place, reach, doing), min_size=1, max_size=5))


def carry_out(  # noqa: C901 - one line for each thing a person can do
    sheet: Sheet, place: float, reach: float, doing: tuple[str, object]
) -> None:
    last = sheet.document().characterCount() - 1
    cursor = QTextCursor(sheet.document())
    cursor.setPosition(round(place * last))
    end = round(min(1.0, max(0.0, place + reach)) * last)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)
    what, value = doing
    match what:
        case "key":
            QTest.keyClick(sheet, value)
        case "mark":
            sheet.commands.toggle_mark(value)
        case "convert":
            sheet.commands.convert(value)
        case "list":
            sheet.commands.toggle_list(ordered=value)
        case "box":
            sheet.commands.toggle_box()
        case "table":
            sheet.commands.insert_table(2, 2)
        case "cells":
            _CELLS[value](sheet.commands)
        case "tabs":
            mime = QMimeData()
            mime.setText(value)
            sheet.insertFromMimeData(mime)
        case "photo":
            sheet.commands.insert_photo(PhotoId("c" * 64), caption="chú thích")
        case "move":
            sheet.commands.move_block(value)
        case "paste":
            sheet.insertFromMimeData(to_mime(with_new_ids(Document(blocks=tuple(value))).blocks))
        case "words":
            sheet.textCursor().insertText(value)


def from_scratch(sheet: Sheet) -> Reader:
    reader = Reader(sheet.document())
    reader.rebuild()
    return reader


@pytest.fixture(scope="module")
def bench(qapp: QApplication) -> Sheet:
    made = Sheet(LIGHT)
    made.resize(760, 500)
    return made


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(article=articles(max_blocks=4), doings=edits())
def test_edits_keep_the_order_and_can_all_be_undone(bench: Sheet, article, doings) -> None:
    bench.set_text(text_part(article))
    first = bench.article_text()
    for place, reach, doing in doings:
        carry_out(bench, place, reach, doing)
        assert first_mend(bench.reader.lines) is None
        fresh = from_scratch(bench)
        assert fresh.lines == bench.reader.lines
        assert fresh.article_text() == bench.article_text()
        assert fresh.renames() == []
    last = bench.article_text()
    while bench.document().isUndoAvailable():
        bench.undo()
    assert bench.article_text() == first
    while bench.document().isRedoAvailable():
        bench.redo()
    assert bench.article_text() == last
