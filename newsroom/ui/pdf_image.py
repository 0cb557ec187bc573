"""Pages of a PDF file as pictures, made on a worker thread."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from newsroom.errors import CancelledError, UserError

_STRIP_PIXELS = 80_000
"""Rendering holds the interpreter: in strips of so many pixels no call takes longer than 12 ms."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """The picture of page `number` (from 0) of `pages`."""

    image: QImage
    number: int
    pages: int


def page_image(
    data: bytes, number: int, longest: int, *, stopped: Callable[[], bool] = lambda: False
) -> PageImage:
    """Page `number` of the file `data`, or its last one; its longer side has `longest` pixels.

    Raises `UserError` when the file cannot be shown, `CancelledError` once `stopped`.
    """
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = document.pageCount()
    if not pages:
        raise UserError("The page cannot be shown.")
    number = min(max(number, 0), pages - 1)
    points = document.pagePointSize(number)
    scale = longest / max(points.width(), points.height(), 1.0)
    size = QSize(max(1, round(points.width() * scale)), max(1, round(points.height() * scale)))
    image = _rendered(document, number, size, stopped)
    document.close()
    return PageImage(image, number, pages)


def _rendered(
    document: QPdfDocument, number: int, size: QSize, stopped: Callable[[], bool]
) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    step = max(1, _STRIP_PIXELS // size.width())
    for top in range(0, size.height(), step):
        if stopped():
            painter.end()
            raise CancelledError
        strip = QRect(0, top, size.width(), min(step, size.height() - top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(size)
        options.setScaledClipRect(strip)
        painter.drawImage(strip.topLeft(), document.render(number, strip.size(), options))
    painter.end()
    return image
