"""Photos as Qt's images, upright and scaled while they are read; called on worker threads."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

_QUARTER_TURN = 4
"""Bit of `QImageIOHandler.Transformation` that exchanges width and height."""
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def read_picture(data: bytes, fit: Callable[[QSize], QSize]) -> QImage:
    """The picture in `data`; a null image when there is none that can be read.

    `fit` is given the size of the upright picture and answers how large it is wanted; it is never
    enlarged.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(_for_qt(data)))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    turned = bool(reader.transformation().value & _QUARTER_TURN)
    size = reader.size()
    wanted = fit(size.transposed() if turned else size)
    scaled = wanted.transposed() if turned else wanted
    if 0 < scaled.width() < size.width():
        reader.setScaledSize(scaled)
    image = reader.read()
    del reader  # before its bytes
    return image


def _for_qt(data: bytes) -> bytes:
    """Qt reads few kinds of TIFF, and its reader has crashed: those come as JPEG or PNG."""
    if not data.startswith(_TIFF):
        return data
    from newsroom.formats.pictures import clean_picture

    picture = clean_picture(data)
    return picture.data if picture is not None else b""
