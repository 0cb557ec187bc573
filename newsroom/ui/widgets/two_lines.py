"""Lists whose rows say two lines: what it is, and below it in small what else is known of it."""

from abc import abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.tokens import Tokens

ROW = 46
"""The height of a row in pixels."""
_PAD, _GAP, _SMALL_PX = 8, 8, 12
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoLines:
    """The words of a row and their colours; `right` stands at the end of the second line."""

    first: str
    first_colour: str
    strong: bool = False
    second: str = ""
    second_colour: str = ""
    right: str = ""
    right_colour: str = ""


class TwoLineDelegate(QStyledItemDelegate):
    """Draws what `lines` says of a row, cut off where it does not fit."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme

    @abstractmethod
    def lines(self, index: Index, tokens: Tokens) -> TwoLines:
        """What the row at `index` says."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row's ground as the style draws it, then the words."""
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        bare.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget
        )
        painter.save()
        area = option.rect.adjusted(_PAD, 5, -_PAD, -5)
        _paint(painter, area, option.font, self.lines(index, self._theme.tokens))
        painter.restore()


def _paint(painter: QPainter, area: QRect, font: QFont, lines: TwoLines) -> None:
    first = QFont(font)
    if lines.strong:
        first.setWeight(QFont.Weight.DemiBold)
    top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
    _line(painter, area, first, lines.first, lines.first_colour, top)
    small = QFont(font)
    small.setPixelSize(_SMALL_PX)
    if lines.right:
        right = bottom | Qt.AlignmentFlag.AlignRight
        _line(painter, area, small, lines.right, lines.right_colour, right)
        area = area.adjusted(0, 0, -QFontMetrics(small).horizontalAdvance(lines.right) - _GAP, 0)
    _line(painter, area, small, lines.second, lines.second_colour, bottom)


def _line(
    painter: QPainter, area: QRect, font: QFont, words: str, colour: str, where: Qt.AlignmentFlag
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, where, shown)


def set_two_lines(view: QListWidget, delegate: TwoLineDelegate, name: str) -> None:
    """Let `view`, called `name`, show such rows in a box that scrolls up and down alone."""
    view.setItemDelegate(delegate)
    view.setAccessibleName(name)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    set_kind(view, "boxed")
