"""Paints an article's row: headline, what it is about, its status, section and time.

All rows are equally high, so that a list of 100,000 scrolls without being measured.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsroom.domain.article import Status
from newsroom.i18n import _, language
from newsroom.ui.fonts import INTERFACE
from newsroom.ui.library.text_layout import Lines, lay_out
from newsroom.ui.models.articles import ROW_ROLE
from newsroom.ui.models.rows import Row
from newsroom.ui.theme import shades
from newsroom.ui.tokens import Tokens
from newsroom.ui.wording import spoken_time, status_colour, status_label

_LEFT, _RIGHT, _TOP, _BOTTOM = 18, 14, 12, 11
_HEADLINE, _EXCERPT, _META = 20, 18, 20
_GAP, _META_GAP = 2, 6
_EDGE = 3
_TEXT_LINES = 4
ROW_HEIGHT = _TOP + 2 * _HEADLINE + _GAP + 2 * _EXCERPT + _META_GAP + _META + _BOTTOM
_KEPT_LAYOUTS = 400

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Laid:
    """What does not change while a row is scrolled."""

    headline: Lines
    excerpt: Lines
    chip_width: float
    chip: str


def _font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(INTERFACE)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class ArticleDelegate(QStyledItemDelegate):
    """Draws `Row`s in the colours of `tokens`, times on the clock of `zone`."""

    def __init__(self, tokens: Tokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._zone: tzinfo = timezone(timedelta(hours=7))
        self._laid: OrderedDict[tuple[object, ...], _Laid] = OrderedDict()
        self._headline_font = _font(14, QFont.Weight.DemiBold)
        self._excerpt_font = _font(13)
        self._meta_font = _font(12)
        self._chip_font = _font(11, QFont.Weight.DemiBold)
        self._meta_metrics = QFontMetricsF(self._meta_font)
        self._chip_metrics = QFontMetricsF(self._chip_font)

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint in other colours from now on."""
        self._tokens = tokens

    def set_zone(self, zone: tzinfo) -> None:
        """Tell times on the paper's clock."""
        self._zone = zone

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is as high as the highest could be."""
        del index
        return QSize(option.rect.width(), ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        row = index.data(ROW_ROLE)
        if isinstance(row, Row):
            self._paint_row(painter, QRectF(option.rect), row)
        else:
            self._paint_waiting(painter, QRectF(option.rect))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state, rect, tokens = option.state, option.rect, self._tokens
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(tokens.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(shades(tokens).row_hover))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        if selected:
            painter.fillRect(rect.x(), rect.y(), _EDGE, rect.height(), QColor(tokens.accent))
        keyboard = QStyle.StateFlag.State_KeyboardFocusChange
        if state & QStyle.StateFlag.State_HasFocus and (state & keyboard or not selected):
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))

    def _paint_waiting(self, painter: QPainter, rect: QRectF) -> None:
        """Grey bars where the words will stand."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.line))
        top, room = rect.top() + _TOP + 5, rect.width() - _LEFT - _RIGHT
        for offset, share in ((0, 0.86), (22, 0.45), (44, 0.94), (62, 0.7)):
            bar = QRectF(rect.left() + _LEFT, top + offset, room * share, 9)
            painter.drawRoundedRect(bar, 3, 3)

    def _paint_row(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        laid = self._lines(row, rect.width() - _LEFT - _RIGHT)
        tokens, left, top = self._tokens, rect.left() + _LEFT, rect.top() + _TOP
        untitled = not row.article.headline
        self._paint_lines(
            painter,
            laid.headline,
            QPointF(left, top),
            tokens.ink3_text if untitled else tokens.ink1,
        )
        top += laid.headline.count * _HEADLINE + _GAP
        self._paint_lines(painter, laid.excerpt, QPointF(left, top), tokens.ink2)
        self._paint_meta(painter, rect, row, laid)

    def _paint_lines(self, painter: QPainter, lines: Lines, at: QPointF, ink: str) -> None:
        if lines.marks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._tokens.mark))
            for mark in lines.marks:
                painter.drawRoundedRect(mark.translated(at), 2, 2)
        painter.setPen(QColor(ink))
        lines.paint(painter, at)

    def _paint_meta(self, painter: QPainter, rect: QRectF, row: Row, laid: _Laid) -> None:
        """Status, section and time stand on the same line of every row."""
        line = QRectF(
            rect.left() + _LEFT,
            rect.bottom() - _BOTTOM - _META,
            rect.width() - _LEFT - _RIGHT,
            _META,
        )
        self._paint_chip(painter, line, row.article.status, laid)
        time = spoken_time(row.article.updated, datetime.now(UTC), self._zone)
        time_width = self._meta_metrics.horizontalAdvance(time)
        painter.setFont(self._meta_font)
        painter.setPen(QColor(self._tokens.ink3_text))
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, end, time)
        room = line.adjusted(laid.chip_width + 8, 0, -time_width - 12, 0)
        section = row.article.section[-1] if row.article.section else ""
        elide = Qt.TextElideMode.ElideRight
        shown = self._meta_metrics.elidedText(section, elide, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_chip(self, painter: QPainter, line: QRectF, status: Status, laid: _Laid) -> None:
        colour = QColor(status_colour(status, self._tokens))
        chip = QRectF(line.left() + 0.5, line.top() + 0.5, laid.chip_width - 1, _META - 1)
        edge = QColor(colour)
        edge.setAlphaF(0.7)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip, 7, 7)
        painter.setPen(colour)
        painter.setFont(self._chip_font)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, laid.chip)

    def _lines(self, row: Row, width: float) -> _Laid:
        article = row.article
        key = (article.id, article.revision, article.status, row.headline_hits, row.excerpt, width)
        laid = self._laid.get((*key, language()))
        if laid is None:
            laid = self._lay_out(row, width)
            self._laid[(*key, language())] = laid
            if len(self._laid) > _KEPT_LAYOUTS:
                self._laid.popitem(last=False)
        return laid

    def _lay_out(self, row: Row, width: float) -> _Laid:
        headline = lay_out(
            row.article.headline or _("Untitled"),
            row.headline_hits,
            font=self._headline_font,
            width=width,
            line_height=_HEADLINE,
            most=2,
        )
        excerpt = lay_out(
            row.excerpt,
            row.excerpt_hits,
            font=self._excerpt_font,
            width=width,
            line_height=_EXCERPT,
            most=_TEXT_LINES - headline.count,
        )
        chip = status_label(row.article.status)
        return _Laid(headline, excerpt, self._chip_metrics.horizontalAdvance(chip) + 18, chip)
