"""Prints the pages of a PDF file on paper, as pictures at the printer's own resolution.

A page is drawn in bands on the drawer's thread and handed to the printer in slices, one a turn of
the event loop: a printer driver packs what it is given at once, and nobody should feel that.
"""

from collections import deque
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPageLayout, QPainter

from newsroom.errors import NewsroomError, UserError
from newsroom.press.layout.model import Area
from newsroom.press.sheets import Sheet
from newsroom.services.print_preview import PrintFile
from newsroom.ui.printing.drawer import Drawing, PageDrawer, Source

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MOST_DPI, _MOST_PIXELS = 600, 36_000_000
_BAND, _SLICE = 160, 8
"""Rows drawn at a time, and rows handed over at a time."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A page on paper: the part of the sheet in points, where it goes in the printer's dots, and
    how large the whole sheet is drawn for it, `step` dots of the printer a pixel.
    """

    part: Area
    target: QRect
    step: int

    def size(self, sheet: Sheet) -> tuple[int, int]:
        """Of the whole sheet, in pixels."""
        scale = self.target.width() / self.step / self.part.width
        return max(1, round(sheet.width * scale)), max(1, round(sheet.height * scale))


@dataclass(frozen=True, slots=True)
class _Slice:
    """Some rows of a band, and where they go on the paper."""

    place: QRectF
    band: QImage
    rows: QRectF


def placed(sheet: Sheet, full: QRect, inner: QRect, dpi: int) -> Placed:
    """Where a sheet goes on paper of `full` dots, of which the printer reaches `inner`.

    In its true size with its marks if the paper holds them, else the trimmed page in its true
    size, else that as large as the printer can.
    """
    whole = Area(x=0, y=0, width=sheet.width, height=sheet.height)
    dots = dpi / 72
    for part in (whole, sheet.trim or whole):
        if (
            part.width * dots <= full.width() * 1.005
            and part.height * dots <= full.height() * 1.005
        ):
            return _centred(part, full, dots, dpi)
    part = sheet.trim or whole
    fitting = min(inner.width() / part.width, inner.height() / part.height)
    return _centred(part, inner, fitting, dpi)


def _centred(part: Area, room: QRect, dots: float, dpi: int) -> Placed:
    width, height = round(part.width * dots), round(part.height * dots)
    step = ceil(dpi / _MOST_DPI)
    while width * height / step**2 > _MOST_PIXELS:
        step += 1
    target = QRect(0, 0, width, height)
    target.moveCenter(room.center())
    return Placed(part, target, step)


class PaperPrint(QObject):
    """`progressed(done, total)` in pages, `finished()`, `failed(NewsroomError)`."""

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(object)

    def __init__(
        self, file: PrintFile, printer: "QPrinter", drawer: PageDrawer, parent: QObject
    ) -> None:
        """Prints on `printer` as it is set up: its pages, its copies."""
        super().__init__(parent)
        self._file, self._printer, self._drawer = file, printer, drawer
        self._source = Source(file.data)
        self._pages = deque(_pages(printer, len(file.sheets)))
        self._total = len(self._pages)
        self._painter = QPainter()
        self._place: Placed | None = None
        self._bands: deque[Drawing] = deque()
        self._slices: deque[_Slice] = deque()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._hand_over)
        drawer.drawn.connect(self._take)
        drawer.failed.connect(self._miss)

    def start(self) -> None:
        """Begin; the window goes on meanwhile."""
        if not self._pages:
            self._end(UserError("None of the pages asked for is in the file."))
            return
        self._printer.setFullPage(True)
        self._turn(self._file.sheets[self._pages[0]])
        if not self._painter.begin(self._printer):
            self._end(UserError("The printer does not take the pages."))
        else:
            self._begin_page()

    @Slot()
    def stop(self) -> None:
        """Print nothing more; what the printer has already may still come."""
        self._printer.abort()
        self._end(None)

    # ---- a page ------------------------------------------------------------------------------
    def _turn(self, sheet: Sheet) -> None:
        wide = sheet.width > sheet.height
        turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(turned)

    def _begin_page(self) -> None:
        self.progressed.emit(self._total - len(self._pages), self._total)
        page = self._pages[0]
        sheet, dpi = self._file.sheets[page], self._printer.resolution()
        layout = self._printer.pageLayout()
        full, inner = layout.fullRectPixels(dpi), layout.paintRectPixels(dpi)
        self._place = place = placed(sheet, full, inner, dpi)
        size = place.size(sheet)
        scale = size[0] / sheet.width
        left, top = round(place.part.x * scale), round(place.part.y * scale)
        width = min(round(place.part.width * scale), size[0] - left)
        height = min(round(place.part.height * scale), size[1] - top)
        self._bands = deque(
            Drawing(
                source=self._source,
                page=page,
                size=size,
                clip=(left, top + at, width, min(_BAND, height - at)),
            )
            for at in range(0, height, _BAND)
        )
        self._top = top
        self._drawer.want(self, [self._bands[0]])

    @Slot(object, object, QImage)
    def _take(self, owner: object, drawing: Drawing, image: QImage) -> None:
        if owner is not self or self._place is None or drawing.clip is None:
            return
        self._bands.popleft()
        if self._bands:
            self._drawer.want(self, [self._bands[0]])
        target, step = self._place.target, self._place.step
        first = drawing.clip[1] - self._top
        for row in range(0, image.height(), _SLICE):
            rows = min(_SLICE, image.height() - row)
            place = QRectF(
                target.x(), target.y() + (first + row) * step, image.width() * step, rows * step
            )
            self._slices.append(_Slice(place, image, QRectF(0, row, image.width(), rows)))
        self._next.start()

    @Slot()
    def _hand_over(self) -> None:
        if self._slices:
            found = self._slices.popleft()
            self._painter.drawImage(found.place, found.band, found.rows)
            self._next.start()
        elif not self._bands and self._place is not None:
            self._end_page()

    def _end_page(self) -> None:
        self._place = None
        self._pages.popleft()
        if not self._pages:
            self._end(None)
            return
        self._turn(self._file.sheets[self._pages[0]])
        if self._printer.newPage():
            self._begin_page()
        else:
            self._end(UserError("The printer does not take the pages."))

    @Slot(object, object)
    def _miss(self, owner: object, _drawing: Drawing) -> None:
        if owner is self:
            self._printer.abort()
            self._end(UserError("The pages of this file cannot be drawn."))

    def _end(self, error: NewsroomError | None) -> None:
        self._place = None
        self._bands.clear()
        self._slices.clear()
        self._drawer.want(self, ())
        if self._painter.isActive():
            self._painter.end()
        if error is None:
            self.finished.emit()
        else:
            self.failed.emit(error)


def _pages(printer: "QPrinter", count: int) -> list[int]:
    """The pages asked for, from 0, with their copies where the printer makes none itself."""
    from PySide6.QtPrintSupport import QPrinter

    pages = list(range(count))
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        pages = [page for page in pages if ranges.isEmpty() or ranges.contains(page + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]
