"""Rows are equally high, and show hits, status and the chosen row in the theme's colours."""

import pytest
from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from newsroom.domain.article import Status
from newsroom.services.articles import list_ids, read_summaries
from newsroom.ui.library.delegate import ROW_HEIGHT, ArticleDelegate
from newsroom.ui.models.articles import ROW_ROLE
from newsroom.ui.models.rows import Row
from newsroom.ui.tokens import DARK, LIGHT
from tests.ui.support import write


class OneRow(QStringListModel):
    def __init__(self, row):
        super().__init__([""])
        self.row = row

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return self.row if role == ROW_ROLE else None


@pytest.fixture
def summary(desk):
    write(desk, "Bữa ăn ca", lede="Thêm rau.", status=Status.IN_EDIT)
    return read_summaries(desk=desk, ids=list_ids(desk=desk))[0]


def colours(row, tokens, state=QStyle.StateFlag.State_Enabled):
    model = OneRow(row)
    image = QImage(336, ROW_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(tokens.panel))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 336, ROW_HEIGHT)
    option.state = state
    painter = QPainter(image)
    ArticleDelegate(tokens).paint(painter, option, model.index(0))
    painter.end()
    pixels = {image.pixelColor(x, y).name() for x in range(336) for y in range(ROW_HEIGHT)}
    return {name.upper() for name in pixels}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_hits_are_marked(theme, summary, tokens):
    plain = Row(article=summary, excerpt="Thêm rau.")
    hit = Row(article=summary, excerpt="Thêm rau.", headline_hits=((0, 3),))
    assert tokens.mark not in colours(plain, tokens)
    assert tokens.mark in colours(hit, tokens)


def test_the_chosen_row_has_an_accent_edge(theme, summary):
    row = Row(article=summary, excerpt="")
    chosen = colours(row, LIGHT, QStyle.StateFlag.State_Selected)
    assert {LIGHT.selection, LIGHT.accent} <= chosen
    assert LIGHT.accent not in colours(row, LIGHT)


def test_a_row_that_is_being_fetched_shows_bars(theme, summary):
    assert LIGHT.ink1 not in colours(None, LIGHT)
    assert LIGHT.line in colours(None, LIGHT)


def test_all_rows_are_equally_high(theme, summary):
    delegate, option = ArticleDelegate(LIGHT), QStyleOptionViewItem()
    for row in (None, Row(article=summary, excerpt="x " * 500)):
        assert delegate.sizeHint(option, OneRow(row).index(0)).height() == ROW_HEIGHT == 127
