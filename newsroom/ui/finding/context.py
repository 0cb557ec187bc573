"""A hit within its words, as lists show it: the hit marked, and what it would become."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsroom.ui.theme import mix, shades
from newsroom.ui.tokens import ROW, Tokens

CONTEXT_ROLE = Qt.ItemDataRole.UserRole + 1
_AROUND = 160
"""Characters before and after a hit that may have room in a row."""
_GAPS = str.maketrans("\n\t", "  ")


class Context(NamedTuple):
    """The words before, the hit, what it would become (None: nothing is replaced), the rest."""

    before: str
    words: str
    new: str | None
    after: str

    @property
    def spoken(self) -> str:
        """The whole in one line."""
        new = f" → {self.new}" if self.new is not None else ""
        return f"{self.before}{self.words}{new}{self.after}"


def context_of(text: str, start: int, end: int, new: str | None = None) -> Context:
    """Characters `start` to `end` of `text` with what stands around them, on one line."""
    flat = text.translate(_GAPS)
    return Context(
        flat[max(0, start - _AROUND) : start],
        flat[start:end],
        new.translate(_GAPS) if new is not None else None,
        flat[end : end + _AROUND],
    )


class ContextDelegate(QStyledItemDelegate):
    """Paints a `Context`: the hit stands at a third of the row, so that the eye runs down."""

    def __init__(self, tokens: Tokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tokens = tokens

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self.tokens = tokens

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One row."""
        del index
        return QSize(100, max(ROW, QFontMetrics(option.font).height() + 10))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row's ground and check box as the style draws them, then the words."""
        context = index.data(CONTEXT_ROLE)
        if context is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        rect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        painter.save()
        painter.setFont(option.font)
        _Row(painter, rect.adjusted(4, 0, -4, 0), self.tokens).draw(context)
        painter.restore()


class _Row:
    """Draws piece after piece from left to right."""

    def __init__(self, painter: QPainter, rect: QRect, tokens: Tokens) -> None:
        self._painter = painter
        self._rect = rect
        self._tokens = tokens
        self._metrics = painter.fontMetrics()
        self._x = rect.left()

    def draw(self, context: Context) -> None:
        """The whole context."""
        tokens, room = self._tokens, self._rect.width()
        before = self._metrics.elidedText(
            context.before, Qt.TextElideMode.ElideLeft, max(60, room // 3)
        )
        self._words(before, tokens.ink2)
        struck = context.new is not None
        self._words(context.words, tokens.ink3_text if struck else tokens.ink1, mark=tokens.mark)
        if struck:
            self._strike(self._metrics.horizontalAdvance(context.words))
        if context.new:
            self._x += 3
            ground = shades(tokens).green_tint
            self._words(context.new, tokens.green, mark=mix(ground, tokens.green, 0.06))
        self._words(context.after, tokens.ink2)

    def _words(self, words: str, colour: str, *, mark: str = "") -> None:
        room = self._rect.right() - self._x
        if room <= 0 or not words:
            return
        shown = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        width = self._metrics.horizontalAdvance(shown)
        place = QRect(self._x, self._rect.top(), width, self._rect.height())
        if mark:
            height = self._metrics.height()
            ground = QRect(place.left(), place.center().y() - height // 2, width, height + 1)
            self._painter.fillRect(ground, QColor(mark))
        self._painter.setPen(QColor(colour))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self._painter.drawText(place, flags, shown)
        self._x += width

    def _strike(self, width: int) -> None:
        middle = self._rect.center().y() + 1
        end = min(self._x, self._rect.right())
        self._painter.drawLine(self._x - width, middle, end, middle)
