"""Small pictures of photos, read and decoded off the GUI thread."""

from collections import OrderedDict
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage

from newsroom.domain.ids import PhotoId
from newsroom.domain.photo import PhotoDetails, PhotoFile
from newsroom.errors import NotFoundError
from newsroom.services.desk import Desk
from newsroom.services.photo_details import details_of
from newsroom.services.photos import photo_info, read_photo
from newsroom.ui.pictures import read_picture
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner

THUMBNAIL = QSize(192, 144)
"""Pixels; shown at half that size on a dense screen."""
_KEPT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPhoto:
    """A photo's file (None when the store lacks it), its picture (null when unreadable) and what
    the file says of itself.
    """

    photo: PhotoId
    file: PhotoFile | None
    image: QImage
    details: PhotoDetails = field(default_factory=PhotoDetails)


class Thumbnails(QObject):
    """Loads each photo once; `loaded(LoadedPhoto)` on the GUI thread."""

    loaded = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk: Desk | None = None
        self._kept: OrderedDict[PhotoId, LoadedPhoto] = OrderedDict()
        self._asked: set[PhotoId] = set()
        decode(b"")  # PySide makes its types at first use, which two threads must not do at once

    def attach_desk(self, desk: Desk | None) -> None:
        """Take photos from `desk` from now on."""
        self._desk = desk
        self._kept.clear()
        self._asked.clear()

    def find(self, photo: PhotoId) -> LoadedPhoto | None:
        """The photo if it is there; else it is loaded."""
        found = self._kept.get(photo)
        if found is None and photo not in self._asked and self._desk is not None:
            self._asked.add(photo)
            self._tasks.run(
                _Load(self._desk, photo),
                owner=self,
                on_done=self._take,
                on_error=_Forget(self._asked, photo),
                lane=Lane.POOL,
            )
        return found

    def _take(self, loaded: LoadedPhoto) -> None:
        self._asked.discard(loaded.photo)
        self._kept[loaded.photo] = loaded
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.loaded.emit(loaded)


@dataclass(frozen=True, slots=True)
class _Forget:
    """A photo whose reading failed may be asked for again."""

    asked: set[PhotoId]
    photo: PhotoId

    def __call__(self, _error: Exception) -> None:
        self.asked.discard(self.photo)


@dataclass(frozen=True, slots=True)
class _Load:
    """Reads and decodes one photo on a worker thread."""

    desk: Desk
    photo: PhotoId

    def __call__(self, _progress: TaskProgress) -> LoadedPhoto:
        try:
            file = photo_info(desk=self.desk, photo=self.photo)
            data = read_photo(desk=self.desk, photo=self.photo)
        except NotFoundError:
            return LoadedPhoto(photo=self.photo, file=None, image=QImage())
        details = details_of(data)
        return LoadedPhoto(photo=self.photo, file=file, image=decode(data), details=details)


def decode(data: bytes, within: QSize = THUMBNAIL) -> QImage:
    """The picture in `data`, upright, scaled down to cover `within`; null when unreadable."""
    return read_picture(data, partial(_covering, within))


def _covering(within: QSize, size: QSize) -> QSize:
    return size.scaled(within, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
