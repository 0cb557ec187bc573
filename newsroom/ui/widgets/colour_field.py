"""A colour: its hexadecimal figure and a few swatches to take one from."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QWidget

from newsroom.ui.theme import Theme

_SIZE = 24


class ColourField(QWidget):
    """`#RRGGBB`; `colour_changed(str)` with every valid colour."""

    colour_changed = Signal(str)

    def __init__(
        self, theme: Theme, label: str, swatches: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMaxLength(7)
        self.line.setFixedWidth(104)
        self.line.setAccessibleName(label)
        self.setFocusProxy(self.line)
        self.swatches = [Swatch(theme, colour) for colour in swatches]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        for swatch in self.swatches:
            layout.addWidget(swatch)
            swatch.clicked.connect(self._on_swatch)
        layout.addStretch()
        self.line.textChanged.connect(self._on_changed)

    def set_colour(self, colour: str) -> None:
        """Show `colour`."""
        self.line.setText(colour.upper())

    def colour(self) -> str:
        """What is written, whether it is a colour or not."""
        return self.line.text().strip().upper()

    @Slot(str)
    def _on_changed(self, _words: str) -> None:
        colour = self.colour()
        valid = len(colour) == 7 and QColor(colour).isValid()
        for swatch in self.swatches:
            swatch.setChecked(swatch.colour == colour)
        self.line.setProperty("invalid", not valid)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        if valid:
            self.colour_changed.emit(colour)

    @Slot()
    def _on_swatch(self) -> None:
        swatch = self.sender()
        if isinstance(swatch, Swatch):
            self.set_colour(swatch.colour)


class Swatch(QAbstractButton):
    """A disc of one colour, ringed when it is the one chosen or has the focus."""

    def __init__(self, theme: Theme, colour: str) -> None:
        super().__init__()
        self._theme = theme
        self.colour = colour
        self.setCheckable(True)
        self.setToolTip(colour)
        self.setAccessibleName(colour)
        self.setFixedSize(QSize(_SIZE, _SIZE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.hasFocus():
            ring = tokens.accent if self.hasFocus() else tokens.ink2
            painter.setPen(QPen(QColor(ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(QRectF(self.rect()).adjusted(4, 4, -4, -4))
