"""Photos as the sheet shows them, read on a worker thread."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from newsroom.domain.ids import PhotoId
from newsroom.services.desk import Desk
from newsroom.ui.pictures import read_picture
from newsroom.ui.tasks import TaskProgress

_WIDEST = 1400
"""Pixels: the column at 100 % on a screen of twice the density, and some."""


def load_picture(data: bytes) -> QImage:
    """The picture upright and no wider than the sheet needs; a null image when it is none."""
    return read_picture(data, _no_wider)


def load_photo(desk: Desk, photo: PhotoId, _progress: TaskProgress) -> QImage:
    """A photo of the library as `load_picture` reads it; raises `UserError` when it is lost."""
    return load_picture(desk.photos.read(photo))


def _no_wider(size: QSize) -> QSize:
    if size.width() <= _WIDEST:
        return size
    return QSize(_WIDEST, max(1, size.height() * _WIDEST // size.width()))
