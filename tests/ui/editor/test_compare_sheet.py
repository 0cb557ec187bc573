"""The comparison on its page: written in slices, and right before the last one is there."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsroom.domain.diff import diff_texts
from newsroom.domain.document import Box, Paragraph, Table, plain, text_of
from newsroom.ui.editor.compare_lines import Comparison
from newsroom.ui.editor.compare_sheet import CompareSheet
from newsroom.ui.tokens import DARK, LIGHT
from tests.ui.editor.conftest import article

OLD = article(*(f"Câu thứ {number} của bài cũ, viết từ tuần trước." for number in range(400)))
NEW = article(*(f"{number}: hoàn toàn khác hẳn, không giống chữ nào." for number in range(400)))
LONG = Comparison.of(diff_texts(OLD, NEW))


@pytest.fixture
def page(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[CompareSheet]:
    monkeypatch.setattr("newsroom.ui.editor.compare_sheet._SLICE_S", 0.0005)
    made = CompareSheet(LIGHT)
    qtbot.addWidget(made)
    made.resize(760, 600)
    made.show()
    yield made
    made.close()


def words(page: CompareSheet) -> list[str]:
    return page.document().toPlainText().split("\n")


def finish(qtbot: QtBot, page: CompareSheet) -> None:
    qtbot.waitUntil(lambda: not page.incomplete)


def test_changes_are_known_before_all_lines_are_written(qtbot: QtBot, page: CompareSheet) -> None:
    page.show_lines(LONG.lines, None)
    assert page.incomplete
    assert page.place() == (1, 800)
    page.viewport().grab()
    finish(qtbot, page)
    assert page.place() == (1, 800)
    assert len(page.reader.lines) == len(LONG.lines) == page.document().blockCount()
    read = [(line.head, plain(line.text)) for line in page.reader.lines]
    page.reader.rebuild()
    assert read == [(line.head, plain(line.text)) for line in page.reader.lines]
    assert {words(page)[-1], words(page)[402]} == {
        "Câu thứ 399 của bài cũ, viết từ tuần trước.",
        "399: hoàn toàn khác hẳn, không giống chữ nào.",
    }


def test_a_change_that_is_not_written_yet_is_gone_to_later(
    qtbot: QtBot, page: CompareSheet
) -> None:
    page.show_lines(LONG.lines, None)
    page.go(-1)
    assert page.place() == (800, 800)
    stop = page.stop()
    assert stop is not None
    assert page.incomplete
    finish(qtbot, page)
    QTest.qWait(20)
    bar = page.verticalScrollBar()
    assert bar.value() > 0.9 * bar.maximum()
    assert page.textCursor().blockNumber() == stop.first


def test_the_place_is_kept_when_it_is_shown_anew_or_in_other_colours(
    qtbot: QtBot, page: CompareSheet
) -> None:
    page.show_lines(LONG.lines, None)
    finish(qtbot, page)
    page.go(-1)
    QTest.qWait(20)
    before = page.verticalScrollBar().value()
    page.set_tokens(DARK)
    finish(qtbot, page)
    assert page.verticalScrollBar().value() == before
    page.show_lines(LONG.lines, None)
    assert page.place() == (800, 800)
    finish(qtbot, page)
    assert page.verticalScrollBar().value() == before


def test_another_comparison_takes_the_place_of_one_half_written(
    qtbot: QtBot, page: CompareSheet
) -> None:
    page.show_lines(LONG.lines, None)
    page.start_over()
    page.show_lines(Comparison.of(diff_texts(article("một"), article("hai"))).lines, None)
    finish(qtbot, page)
    QTest.qWait(20)
    assert sorted(words(page)) == ["Sa-pô", "Trên", "Tít", "hai", "một"]
    assert page.place() == (1, 2)


def test_the_cells_of_a_row_are_parted(qtbot: QtBot, page: CompareSheet) -> None:
    old = Table(rows=((text_of("Tên"), text_of("Số")),), header=True)
    boxed = Box(title=text_of("Hộp"), blocks=(old, Paragraph(text=text_of("a"))))
    page.show_lines(Comparison.of(diff_texts(article("x"), article("x", old, boxed))).lines, None)
    finish(qtbot, page)
    assert words(page)[4:6] == ["Tên\u2002│\u2002Số", "Hộp"]
    page.viewport().grab()
