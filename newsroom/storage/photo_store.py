"""Photos on disk: `photos/ab/abcdef…`, named by their SHA-256, written once and never changed."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, insert, select
from sqlalchemy.engine import Connection

from newsroom.domain.ids import PhotoId
from newsroom.domain.photo import PhotoFile
from newsroom.errors import NotFoundError, UserError
from newsroom.language.folding import nfc
from newsroom.storage.database import writing
from newsroom.storage.faults import file_faults
from newsroom.storage.files import make_private_folder, write_once
from newsroom.storage.photo_reading import examine
from newsroom.storage.tables import PHOTO


class DiskPhotos:
    """`newsroom.domain.ports.PhotoStore` in a folder, with a row for each photo.

    Usable from any thread. `current` has, as `connection`, the unit of work that the calling thread
    is writing in, if any: rows go there then, since a second writer would wait for the first.
    """

    def __init__(self, folder: Path, engine: Engine, current: threading.local) -> None:
        self._folder = folder
        self._engine = engine
        self._current = current

    def add(self, data: bytes, *, name: str) -> PhotoFile:
        photo = PhotoId(hashlib.sha256(data).hexdigest())
        known = self._find(photo)
        if known is not None and self._holds(photo, data):
            return known
        looks = examine(data, name)
        file = PhotoFile(
            id=photo,
            name=nfc(name),
            media_type=looks.media_type,
            width=looks.width,
            height=looks.height,
            size=len(data),
        )
        self._write(photo, data)
        return known or self._remember(file)

    def _write(self, photo: PhotoId, data: bytes) -> None:
        place = self._place(photo)
        with file_faults(self._folder.parent):
            make_private_folder(place.parent)
            write_once(place, data)

    def _remember(self, file: PhotoFile) -> PhotoFile:
        values = {column.name: getattr(file, column.name) for column in PHOTO.c}
        statement = insert(PHOTO).values(**values).prefix_with("OR IGNORE")
        with self._writer() as connection:
            connection.execute(statement)
        return file

    @contextmanager
    def _writer(self) -> Iterator[Connection]:
        ours: Connection | None = getattr(self._current, "connection", None)
        if ours is not None:
            yield ours
            return
        with writing(self._engine).begin() as connection:
            yield connection

    @contextmanager
    def _reader(self) -> Iterator[Connection]:
        ours: Connection | None = getattr(self._current, "connection", None)
        if ours is not None:
            yield ours
            return
        with self._engine.connect() as connection:
            yield connection

    def info(self, photo: PhotoId) -> PhotoFile:
        found = self._find(photo)
        if found is None:
            raise NotFoundError("There is no photo “{id}” in the library.", id=photo)
        return found

    def _find(self, photo: PhotoId) -> PhotoFile | None:
        with self._reader() as connection:
            row = connection.execute(select(PHOTO).where(PHOTO.c.id == photo)).mappings().first()
        return None if row is None else PhotoFile(**row)

    def read(self, photo: PhotoId) -> bytes:
        place = self.path(photo)
        with file_faults(self._folder.parent):
            data = place.read_bytes()
        if hashlib.sha256(data).hexdigest() != photo:
            raise UserError(
                "The photo “{name}” in the library is damaged; import it once more.",
                name=self.info(photo).name or photo,
            )
        return data

    def _holds(self, photo: PhotoId, data: bytes) -> bool:
        """Whether the file is there and whole; one that is not is written once more."""
        try:
            return self._place(photo).read_bytes() == data
        except OSError:
            return False

    def path(self, photo: PhotoId) -> Path:
        self.info(photo)
        place = self._place(photo)
        if not place.exists():
            raise NotFoundError("The file of photo “{id}” is missing from the library.", id=photo)
        return place

    def _place(self, photo: PhotoId) -> Path:
        return self._folder / photo[:2] / photo
