"""Photos in memory."""

import hashlib
import shutil
import tempfile
import weakref
from pathlib import Path

from newsroom.domain.ids import PhotoId
from newsroom.domain.photo import PhotoFile
from newsroom.errors import NotFoundError
from newsroom.storage.photo_reading import examine


class MemoryPhotos:
    """Keeps the bytes; a file appears on disk only when its path is asked for."""

    def __init__(self) -> None:
        self._kept: dict[PhotoId, tuple[PhotoFile, bytes]] = {}
        self._folder: Path | None = None

    def add(self, data: bytes, *, name: str) -> PhotoFile:
        photo = PhotoId(hashlib.sha256(data).hexdigest())
        if photo not in self._kept:
            looks = examine(data, name)
            file = PhotoFile(
                id=photo,
                name=name,
                media_type=looks.media_type,
                width=looks.width,
                height=looks.height,
                size=len(data),
            )
            self._kept[photo] = (file, data)
        return self._kept[photo][0]

    def info(self, photo: PhotoId) -> PhotoFile:
        return self._entry(photo)[0]

    def read(self, photo: PhotoId) -> bytes:
        return self._entry(photo)[1]

    def path(self, photo: PhotoId) -> Path:
        data = self.read(photo)
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp())
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        path = self._folder / photo
        path.write_bytes(data)
        return path

    def _entry(self, photo: PhotoId) -> tuple[PhotoFile, bytes]:
        try:
            return self._kept[photo]
        except KeyError:
            raise NotFoundError("There is no photo “{id}” in the library.", id=photo) from None
