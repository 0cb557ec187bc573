"""Reads the inks of a page: its plates are drawn as gray pages and laid over each other."""

from collections.abc import Mapping
from functools import partial
from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from newsroom.errors import NewsroomError
from newsroom.services.print_preview import PrintFile
from newsroom.ui.printing.drawer import Drawing, PageDrawer, Source
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner

if TYPE_CHECKING:
    from newsroom.press.ink_map import InkMap
    from newsroom.press.plates import Plate
    from newsroom.press.sheets import Sheet

_PIXELS = 900_000


class InkReader(QObject):
    """`read(PrintFile, page, InkMap)` for what was asked last; `failed(NewsroomError)`."""

    read = Signal(object, int, object)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, drawer: PageDrawer, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._drawer = tasks, drawer
        self._asked: tuple[PrintFile, int] | None = None
        self._sources: dict[Source, Plate] = {}
        self._drawn: dict[Plate, QImage] = {}
        drawer.drawn.connect(self._take)

    def ask(self, file: PrintFile, page: int) -> None:
        """Read the inks of a page, from 0."""
        if self._asked == (file, page):
            return
        self.stop()
        self._asked = (file, page)
        self._tasks.run(
            partial(_plates, file, page),
            owner=self,
            on_done=partial(self._draw, file, page),
            on_error=partial(self._fail, file, page),
            lane=Lane.POOL,
        )

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._asked = None
        self._sources.clear()
        self._drawn.clear()
        self._drawer.want(self, ())

    def _fail(self, file: PrintFile, page: int, error: NewsroomError) -> None:
        if self._asked == (file, page):
            self.failed.emit(error)

    def _draw(self, file: PrintFile, page: int, plates: "Mapping[Plate, bytes]") -> None:
        if self._asked != (file, page):
            return
        self._sources = {Source(data): plate for plate, data in plates.items()}
        sheet = file.sheets[page]
        scale = sqrt(_PIXELS / (sheet.width * sheet.height))
        size = max(1, round(sheet.width * scale)), max(1, round(sheet.height * scale))
        self._drawer.want(self, [Drawing(source=one, page=0, size=size) for one in self._sources])

    @Slot(object, object, QImage)
    def _take(self, owner: object, drawing: Drawing, image: QImage) -> None:
        if owner is not self or drawing.source not in self._sources or self._asked is None:
            return
        self._drawn[self._sources[drawing.source]] = image
        if len(self._drawn) == len(self._sources):
            file, page = self._asked
            work = partial(_mapped, dict(self._drawn), file.sheets[page], file.ink_limit)
            self._tasks.run(
                work, owner=self, on_done=partial(self._tell, file, page), lane=Lane.POOL
            )

    def _tell(self, file: PrintFile, page: int, found: "InkMap") -> None:
        if self._asked == (file, page):
            self.read.emit(file, page, found)


def _plates(file: PrintFile, page: int, progress: TaskProgress) -> "Mapping[Plate, bytes]":
    from newsroom.press.plates import plate_files

    del progress
    return plate_files(file.data, page, name=file.name)


def _mapped(
    images: "Mapping[Plate, QImage]", sheet: "Sheet", limit: float, progress: TaskProgress
) -> "InkMap":
    from newsroom.press.ink_map import ink_map

    del progress
    first = next(iter(images.values()))
    grays = {plate: _gray(image) for plate, image in images.items()}
    within = _within(sheet, first.width() / sheet.width)
    return ink_map(grays, first.width(), first.height(), limit=limit, within=within)


def _within(sheet: "Sheet", scale: float) -> tuple[int, int, int, int] | None:
    """The part that is printed, in the picture's points; None when that is all of it."""
    area = sheet.bleed or sheet.trim
    if area is None:
        return None
    right, bottom = area.x + area.width, area.y + area.height
    left, top = max(0, round(area.x * scale)), max(0, round(area.y * scale))
    return left, top, round(right * scale), round(bottom * scale)


def _gray(image: QImage) -> bytes:
    """The picture a byte a point, without what Qt puts at the end of its rows."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows, step = bytes(gray.constBits()), gray.bytesPerLine()
    if step == gray.width():
        return rows
    return b"".join(rows[at * step : at * step + gray.width()] for at in range(gray.height()))
