"""A field that shows a chosen value and opens something to choose another from."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from newsroom.ui import icons
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.plain_label import plain_tip

_INSET, _DOT, _CHEVRON = 12, 8, 12


class FieldButton(QPushButton):
    """Looks like a field; the value is elided, never wrapped. `clicked` opens the picker."""

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = label
        self._value = ""
        self._placeholder = ""
        self._dot = ""
        set_kind(self, "field")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label)

    def set_value(self, value: str, *, placeholder: str = "", dot: str = "") -> None:
        """Show `value` (or, quietly, `placeholder`), with a dot of the colour `dot` before it."""
        if (value, placeholder, dot) == (self._value, self._placeholder, self._dot):
            return  # said at every pause in typing
        self._value, self._placeholder, self._dot = value, placeholder, dot
        shown = value or placeholder
        self.setAccessibleName(f"{self._label}: {shown}")
        self._show_tip()
        self.update()

    def value(self) -> str:
        """The value shown, empty for the placeholder."""
        return self._value

    def shortened(self, room: int) -> str:
        """What is shown of the value where there are `room` pixels: its beginning."""
        words = self._value or self._placeholder
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole value is told where its end is cut off."""
        super().resizeEvent(event)
        self._show_tip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down open the picker, as in a combo box; Space does by nature."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._draw_chevron(painter)
        text = self._text_rect()
        if self._dot:
            self._draw_dot(painter, text)
            text.setLeft(text.left() + _DOT + 8)
        self._draw_text(painter, text)

    def _draw_text(self, painter: QPainter, rect: QRect) -> None:
        tokens = self._theme.tokens
        ink = tokens.ink1 if self._value else tokens.ink3_text
        painter.setPen(QColor(ink if self.isEnabled() else tokens.ink3))
        words = self.shortened(rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _draw_dot(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._dot))
        painter.drawEllipse(rect.left() + 1, rect.center().y() - _DOT // 2 + 1, _DOT, _DOT)

    def _draw_chevron(self, painter: QPainter) -> None:
        picture = icons.pixmap(
            "chevron-down", self._theme.tokens.ink3, _CHEVRON, self.devicePixelRatioF()
        )
        left = self.width() - _INSET - _CHEVRON
        painter.drawPixmap(left, (self.height() - _CHEVRON) // 2, picture)

    def _text_rect(self) -> QRect:
        return self.rect().adjusted(_INSET, 0, -(_INSET + _CHEVRON + 4), 0)

    def _show_tip(self) -> None:
        self.setToolTip(plain_tip(self._value) if self._cut(self._value) else "")

    def _cut(self, value: str) -> bool:
        dot = _DOT + 8 if self._dot else 0
        room = self._text_rect().width() - dot
        return self.fontMetrics().horizontalAdvance(value) > room
