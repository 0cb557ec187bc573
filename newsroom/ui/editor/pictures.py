"""Reading pictures for the screen, on a worker thread."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

_WIDEST = 1400
"""Pixels: the column at 100 % on a screen of twice the density, and some."""


def load_picture(data: bytes) -> QImage:
    """The picture upright and no wider than the sheet needs; a null image when it is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() > _WIDEST:
        reader.setScaledSize(QSize(_WIDEST, max(1, size.height() * _WIDEST // size.width())))
    image = reader.read()
    del reader  # before its bytes, which that of a TIFF looks at once more: it crashed
    return image
