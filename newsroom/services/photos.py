"""Photos: taking files into the store and reading what is known of them."""

from dataclasses import dataclass
from pathlib import Path

from newsroom.domain.ids import PhotoId
from newsroom.domain.os_problem import os_problem
from newsroom.domain.photo import PhotoDetails, PhotoFile
from newsroom.errors import UserError
from newsroom.services.desk import Desk
from newsroom.services.files import write_file
from newsroom.services.photo_details import details_of

MAX_BYTES = 200 * 1024 * 1024
"""Larger files are refused before they are read; the store has its own limits on pixels."""


def add_photo(*, desk: Desk, data: bytes, name: str) -> PhotoFile:
    """Keep `data` as an original; raises `UserError` when it is not a photo that can be read."""
    return desk.photos.add(data, name=name)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenPhoto:
    """An original that is in the store now, and what a new use of it takes over."""

    file: PhotoFile
    details: PhotoDetails


def take_photo(*, desk: Desk, data: bytes, name: str) -> TakenPhoto:
    """Like `add_photo`, with the details that the file holds."""
    return TakenPhoto(file=add_photo(desk=desk, data=data, name=name), details=details_of(data))


def take_photo_file(*, desk: Desk, path: Path) -> TakenPhoto:
    """Keep the file at `path`, with the details that it holds; raises `UserError` naming it."""
    return take_photo(desk=desk, data=_read(path), name=path.name)


def save_original(*, desk: Desk, photo: PhotoId, path: Path) -> None:
    """Write the original, byte for byte, to `path`, whole or not at all; raises `UserError`."""
    write_file(path, desk.photos.read(photo), overwrite=True)


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
            "“{file}” cannot be read: {problem}.", file=path.name, problem=os_problem(error)
        ) from error


def photo_info(*, desk: Desk, photo: PhotoId) -> PhotoFile:
    """What is known of the photo; raises `NotFoundError`."""
    return desk.photos.info(photo)


def read_photo(*, desk: Desk, photo: PhotoId) -> bytes:
    """The original bytes; raises `NotFoundError`."""
    return desk.photos.read(photo)
