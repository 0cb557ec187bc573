"""How large the sheet is shown and where its text column stands in the viewport."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument

from newsroom.ui.editor.geometry import (
    BLEED,
    PAGE_BOTTOM_PAD,
    PAGE_TOP,
    PAGE_TOP_PAD,
    Geometry,
    fit_page,
)
from newsroom.ui.editor.lines import table_at
from newsroom.ui.editor.styles import device_for_zoom, screen_dpi


class Column:
    """The text column of one document; lengths are pixels of the screen."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._geometry = Geometry(1, 0, 0, 0)
        self.set_zoom(1.0)

    def set_zoom(self, zoom: float) -> None:
        """Show everything `zoom` times as large (1.0 to 2.0); the document does not change."""
        self.zoom = max(1.0, min(2.0, zoom))
        self._device = device_for_zoom(self.zoom)
        self._document.documentLayout().setPaintDevice(self._device)

    def set_page_margins(self) -> None:
        """Give an empty document the page's padding."""
        root = self._document.rootFrame()
        made = root.frameFormat()
        made.setMargin(BLEED)
        made.setTopMargin(PAGE_TOP + PAGE_TOP_PAD)
        made.setBottomMargin(PAGE_BOTTOM_PAD)
        root.setFrameFormat(made)

    def fit(self, available: int) -> tuple[int, int]:
        """Make the page fit; returns the margins to the left and the right of the viewport."""
        self._geometry = fit_page(available, self.zoom)
        return self._geometry.left + self.pad, self._geometry.right + self.pad

    @property
    def pixels_per_point(self) -> float:
        """How many pixels a point of a font is on the sheet."""
        return screen_dpi() * self.zoom / 72

    @property
    def pad(self) -> int:
        """The page's padding beside the viewport."""
        return self._geometry.pad - self.left

    @property
    def left(self) -> int:
        """Where the text column begins in the viewport."""
        return round(BLEED * self.zoom)

    @property
    def width(self) -> int:
        """How wide the text column is."""
        return self._geometry.column

    def cell_rect(self, block: QTextBlock) -> QRectF:
        """The rectangle of the table cell that holds `block`, in the document."""
        layout = self._document.documentLayout()
        inner = layout.blockBoundingRect(block)
        table = table_at(block)
        if table is None:
            return inner
        row = table.cellAt(block.position()).row()
        bottoms = (
            layout.blockBoundingRect(table.cellAt(row, column).lastCursorPosition().block())
            for column in range(table.columns())
        )
        pad = table.format().cellPadding() * self.zoom
        rect = inner.adjusted(-pad, -pad, pad, 0)
        rect.setBottom(max(rect.bottom() for rect in bottoms) + pad)
        return rect
