"""Lines over a printed page: where it is cut, its margins and columns, its baselines; places."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from newsroom.press.layout.model import Area
from newsroom.press.sheets import Grid, Sheet
from newsroom.ui.printing.look import Look

_CUT, _BLEED, _COLUMNS, _BASELINES, _PLACE = "#C2185B", "#D32F2F", "#1565C0", "#00838F", "#D84315"
"""They lie on white paper whatever the window's theme is."""


class Guides:
    """Paints on a page whose upper left corner is at `left`, `top`, `scale` pixels a point."""

    def __init__(self, painter: QPainter, sheet: Sheet, left: float, top: float, scale: float):
        self._painter, self._sheet = painter, sheet
        self._left, self._top, self._scale = left, top, scale

    def paint(self, look: Look) -> None:
        """What the look asks for, as far as the page has it."""
        grid = self._sheet.grid
        if grid is not None and "grid" in look.on:
            self._baselines(grid)
        if grid is not None and "columns" in look.on:
            for column in grid.columns:
                self._frame(column, _COLUMNS, tint=16)
            self._frame(grid.text, _COLUMNS)
        if "trim" in look.on and self._sheet.bleed is not None:
            self._frame(self._sheet.bleed, _BLEED, dashed=True)
        if "trim" in look.on and self._sheet.trim is not None:
            self._frame(self._sheet.trim, _CUT)

    def mark(self, area: Area) -> None:
        """Show a place, the smallest too."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(_PLACE)
        self._painter.setPen(QPen(colour, 2))
        colour.setAlpha(36)
        self._painter.setBrush(colour)
        self._painter.drawRoundedRect(self._rect(area).adjusted(-4, -4, 4, 4), 4, 4)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _baselines(self, grid: Grid) -> None:
        colour = QColor(_BASELINES)
        colour.setAlpha(130)
        self._painter.setPen(QPen(colour, 0))
        bottom = grid.text.y + grid.text.height
        left, right = self._x(grid.text.x), self._x(grid.text.x + grid.text.width)
        steps = int(max(0.0, bottom - grid.first_baseline) / grid.step + 0.01) + 1
        if grid.step * self._scale < 3:
            return  # closer than the eye parts them
        rows = (self._y(grid.first_baseline + at * grid.step) for at in range(steps))
        self._painter.drawLines([QLineF(left, y, right, y) for y in rows])

    def _frame(self, area: Area, name: str, *, dashed: bool = False, tint: int = 0) -> None:
        colour = QColor(name)
        pen = QPen(colour, 0, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        pen.setCosmetic(True)
        self._painter.setPen(pen)
        colour.setAlpha(tint)
        self._painter.setBrush(colour if tint else Qt.BrushStyle.NoBrush)
        self._painter.drawRect(self._rect(area))

    def _rect(self, area: Area) -> QRectF:
        size = area.width * self._scale, area.height * self._scale
        return QRectF(self._x(area.x), self._y(area.y), *size)

    def _x(self, points: float) -> float:
        return self._left + points * self._scale

    def _y(self, points: float) -> float:
        return self._top + points * self._scale
