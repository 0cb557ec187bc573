"""Photos: taking files into the store and reading what is known of them."""

from pathlib import Path

from newsroom.domain.ids import PhotoId
from newsroom.domain.photo import PhotoFile
from newsroom.errors import UserError
from newsroom.services.desk import Desk

MAX_BYTES = 200 * 1024 * 1024
"""Larger files are refused before they are read; the store has its own limits on pixels."""


def add_photo(*, desk: Desk, data: bytes, name: str) -> PhotoFile:
    """Keep `data` as an original; raises `UserError` when it is not a photo that can be read."""
    return desk.photos.add(data, name=name)


def add_photo_file(*, desk: Desk, path: Path) -> PhotoFile:
    """Keep the file at `path`; raises `UserError` that names the file."""
    return add_photo(desk=desk, data=_read(path), name=path.name)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UserError(
                "“{file}” is larger than {limit} MB; no photo is kept that size.",
                file=path.name,
                limit=MAX_BYTES // 1024**2,
            )
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            "“{file}” cannot be read: {problem}.", file=path.name, problem=error.strerror or error
        ) from error


def photo_info(*, desk: Desk, photo: PhotoId) -> PhotoFile:
    """What is known of the photo; raises `NotFoundError`."""
    return desk.photos.info(photo)


def read_photo(*, desk: Desk, photo: PhotoId) -> bytes:
    """The original bytes; raises `NotFoundError`."""
    return desk.photos.read(photo)
