"""What the sheet paints itself: the page, boxes, quote bars, list markers, placeholders, caret."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextBlock

from newsroom.domain.document import plain
from newsroom.i18n import N_, _
from newsroom.ui.editor.geometry import PAGE_TOP
from newsroom.ui.editor.heads import CELLS, TOP_FIELDS, Part
from newsroom.ui.editor.lines import Line
from newsroom.ui.editor.structure import box_of
from newsroom.ui.editor.styles import BODY_PX, BOX_PAD, CREDIT_INDENT

if TYPE_CHECKING:
    from newsroom.ui.editor.surface import Surface

_BULLETS = "•–▪"


class Shown(NamedTuple):
    """A line within view: its number, block, reading, and in the viewport its rectangle, whose
    left is where the text begins.
    """

    number: int
    block: QTextBlock
    line: Line
    rect: QRectF


class Overlay(Protocol):
    """Something painted over the lines within view, such as the marks of bookmarks."""

    def paint(self, painter: QPainter, shown: Sequence[Shown]) -> None:
        """Paint in the coordinates of the viewport."""
        ...


_PLACEHOLDERS = {
    Part.KICKER: N_("Kicker"),
    Part.HEADLINE: N_("Headline"),
    Part.LEDE: N_("Lede"),
    Part.BYLINE: N_("Byline"),
    Part.CAPTION: N_("No caption yet"),
    Part.CREDIT: N_("No photo credit yet"),
    Part.QUOTE_SOURCE: N_("Who said it"),
    Part.BOX_TITLE: N_("Box title"),
    Part.PARAGRAPH: N_("Start writing…"),
}


_WANTED = frozenset((Part.CAPTION, Part.CREDIT))
"""What no photo goes out without: in amber while it is missing."""
_LABEL_GAP = 2


def placeholder(line: Line) -> str:
    """The word that invites to write in an empty line, empty for most."""
    if line.part is Part.PARAGRAPH and not line.head.hollow:
        return ""
    return _(_PLACEHOLDERS.get(line.part, ""))


def _text_left(block: QTextBlock) -> float:
    """Where the text of a line begins, whatever the zoom made of indents."""
    layout = block.layout()
    first = layout.lineAt(0)
    return layout.position().x() + (first.x() if first.isValid() else 0)


class SheetPainter:
    """Paints under and over the text of one surface."""

    def __init__(self, sheet: "Surface") -> None:
        self._sheet = sheet

    def margins(self, painter: QPainter, whole: QRect, view: QRect) -> None:
        """The page to the left and right of the text column, on the background."""
        tokens = self._sheet.tokens
        painter.fillRect(whole, QColor(tokens.background))
        self._page(painter, self._page_rect(view.x(), view.bottom() + 2))

    def page(self, painter: QPainter, view: QRect) -> None:
        """The page under the text column itself."""
        page = self._page_rect(0, view.bottom() + 2)
        if page.top() > view.top():
            painter.fillRect(view, QColor(self._sheet.tokens.background))
        self._page(painter, page)

    def _page_rect(self, left: int, bottom: int) -> QRect:
        top = PAGE_TOP - self._sheet.verticalScrollBar().value()
        pad = self._sheet.column.pad
        width = self._sheet.viewport().width() + 2 * pad
        return QRect(left - pad, top, width - 1, max(0, bottom - top))

    def _page(self, painter: QPainter, rect: QRect) -> None:
        tokens = self._sheet.tokens
        painter.fillRect(rect, QColor(tokens.sheet))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def shown(self, view: QRect) -> Iterator[Shown]:
        """The lines that touch `view`, from top to bottom."""
        sheet = self._sheet
        layout = sheet.document().documentLayout()
        offset = sheet.verticalScrollBar().value()
        start = layout.hitTest(
            QPointF(sheet.column.left, view.top() + offset), Qt.HitTestAccuracy.FuzzyHit
        )
        block = sheet.document().findBlock(max(0, start)).previous()
        if not block.isValid():
            block = sheet.document().begin()
        number, lines = block.blockNumber(), sheet.reader.lines
        while block.isValid() and number < len(lines):
            rect = layout.blockBoundingRect(block).translated(0, -offset)
            if rect.top() > view.bottom() and lines[number].cell is None:
                return
            rect.setLeft(_text_left(block))
            rect.setRight(rect.right() - block.blockFormat().rightMargin())
            yield Shown(number, block, lines[number], rect)
            block, number = block.next(), number + 1

    def under(self, painter: QPainter, shown: list[Shown]) -> None:
        """Box tints, quote bars, table lines."""
        self._boxes(painter, shown)
        for item in shown:
            if item.line.part is Part.QUOTE and item.line.cell is None:
                self._quote_bar(painter, item.rect)
            elif item.line.cell is not None and item.line.part in CELLS:
                self._cell_line(painter, item)

    def _boxes(self, painter: QPainter, shown: list[Shown]) -> None:
        spans: dict[str, QRectF] = {}
        for item in shown:
            box = box_of(item.line)
            if box:
                spans[box] = spans[box].united(item.rect) if box in spans else QRectF(item.rect)
        painter.setBrush(QColor(self._sheet.tokens.panel))
        painter.setPen(QPen(QColor(self._sheet.tokens.line), 1))
        pad = BOX_PAD * self._sheet.column.zoom
        for span in spans.values():
            left, width = self._sheet.column.left, self._sheet.column.width
            top, bottom = span.top() - pad, span.bottom() + pad
            rect = QRectF(left + 0.5, round(top) + 0.5, width - 1, round(bottom - top))
            painter.drawRoundedRect(rect, 4, 4)

    def _quote_bar(self, painter: QPainter, rect: QRectF) -> None:
        zoom = self._sheet.column.zoom
        indent = 1.4 * BODY_PX * zoom
        bar = QRectF(rect.left() - indent, rect.top() + 2, 3 * zoom, rect.height())
        painter.fillRect(bar, QColor(self._sheet.tokens.accent))

    def _cell_line(self, painter: QPainter, item: Shown) -> None:
        tokens = self._sheet.tokens
        strong = item.line.part is Part.HEADER_CELL
        painter.setPen(QPen(QColor(tokens.strong_line if strong else tokens.line), 1))
        cell, pad = self._sheet.cell_rect(item.block), 0.5
        painter.drawLine(
            QPointF(cell.left(), cell.bottom() + pad), QPointF(cell.right(), cell.bottom() + pad)
        )
        if item.line.cell is not None and item.line.cell.row == 0:
            painter.drawLine(cell.topLeft(), cell.topRight())

    def over(self, painter: QPainter, shown: list[Shown]) -> None:
        """List markers and the words that invite to write."""
        for item in shown:
            if item.line.part is Part.LIST and item.line.cell is None:
                self._marker(painter, item)
            if item.line.part is Part.CREDIT:
                self._credit_label(painter, item)
            if not item.line.text and self._inviting(item):
                self._placeholder(painter, item)

    def _inviting(self, item: Shown) -> bool:
        if item.block.layout().preeditAreaText():
            return False
        if item.line.part is Part.PARAGRAPH:  # behind a table Qt sets an empty line beside it
            return item.number == len(TOP_FIELDS)
        if item.line.part is not Part.QUOTE_SOURCE:
            return True
        start, end = self._sheet.reader.group_of(item.number)
        return start <= self._sheet.caret_line() < end

    def _placeholder(self, painter: QPainter, item: Shown) -> None:
        words = placeholder(item.line)
        if not words:
            return
        font, tokens = self._font(item.block), self._sheet.tokens
        painter.setFont(font)
        wanted = item.line.part in _WANTED
        painter.setPen(QColor(tokens.amber if wanted else tokens.ink3_text))
        first = item.block.layout().lineAt(0)
        if not first.isValid():
            return
        width = self._sheet.column.width
        area = QRectF(item.rect.left(), item.rect.top() + first.y(), width, first.height())
        if item.line.part is Part.BYLINE:
            area.setRight(item.rect.right())
            painter.drawText(area, Qt.AlignmentFlag.AlignRight, words)
        else:
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft, words)

    def _credit_label(self, painter: QPainter, item: Shown) -> None:
        """The paper's word before a credit, unless the credit says it itself."""
        words, label = plain(item.line.text), self._sheet.photo_label
        first = item.block.layout().lineAt(0)
        if not first.isValid() or words.casefold().startswith(label.casefold()):
            return
        font = self._font(item.block)
        room = CREDIT_INDENT * font.pixelSize() - _LABEL_GAP
        label = QFontMetricsF(font).elidedText(label, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(self._sheet.tokens.ink3_text))
        left = item.rect.left() - CREDIT_INDENT * font.pixelSize()
        area = QRectF(left, item.rect.top() + first.y(), room, first.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft, label)

    def _marker(self, painter: QPainter, item: Shown) -> None:
        head = item.line.head
        painter.setFont(self._font(item.block))
        painter.setPen(QColor(self._sheet.tokens.ink2))
        first = item.block.layout().lineAt(0)
        if not first.isValid():
            return
        words = f"{self._number(item)}." if head.ordered else _BULLETS[min(head.level, 2)]
        gap = 0.5 * BODY_PX * self._sheet.column.zoom
        left = item.rect.left()
        area = QRectF(left - 100 - gap, item.rect.top() + first.y(), 100, first.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignRight, words)

    def _number(self, item: Shown) -> int:
        lines, index, count = self._sheet.reader.lines, item.number - 1, 1
        head = item.line.head
        while index >= 0 and lines[index].part is Part.LIST and lines[index].head.id == head.id:
            level = lines[index].head.level
            if level < head.level:
                break
            count += level == head.level
            index -= 1
        return count

    def _font(self, block: QTextBlock) -> QFont:
        font = block.charFormat().font()
        font.setPixelSize(max(1, round(font.pointSizeF() * self._sheet.column.pixels_per_point)))
        return font

    def caret(self, painter: QPainter, rect: QRect) -> None:
        """The caret: two pixels of accent."""
        painter.fillRect(
            rect.x() - 1, rect.y(), 2, rect.height(), QColor(self._sheet.tokens.accent)
        )
