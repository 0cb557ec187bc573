"""A library is a folder: `library.db` and `photos/`."""

import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from newsroom.errors import NotFoundError, UserError
from newsroom.storage.database import FILE_NAME, SCHEMA_VERSION, connect, read_version, writing
from newsroom.storage.faults import file_faults
from newsroom.storage.files import require_no_file, sweep_drafts
from newsroom.storage.journal import SqlJournalWriter
from newsroom.storage.photo_store import DiskPhotos
from newsroom.storage.work import SqlUnitOfWork


class Library:
    """An open library; usable from any thread."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self._engine = engine
        self._current = threading.local()
        self.journal = SqlJournalWriter(folder / FILE_NAME)
        self.photos = DiskPhotos(folder / "photos", engine, self._current)

    def unit_of_work(self, *, writes: bool = True) -> SqlUnitOfWork:
        """A transaction (see `newsroom.domain.ports.OpenUnitOfWork`)."""
        engine = writing(self._engine) if writes else self._engine
        current = self._current if writes else None
        return SqlUnitOfWork(engine, self.folder / FILE_NAME, current=current)

    def close(self) -> None:
        """Let go of the files; units of work must have ended."""
        self.journal.close()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_library(folder: Path, *, create: bool = True) -> Library:
    """The library in `folder`; a new one with the starting sections when there is none.

    Raises `NotFoundError` when there is none and `create` is not set, and `UserError` when the
    folder cannot be used or what lies in it is not a library, is damaged, or of a newer program.
    An older library is backed up, then brought up to date.
    """
    with suppress(RuntimeError):  # `~name` of nobody is a name like any other
        folder = folder.expanduser()
    folder = folder.absolute()
    with file_faults(folder):
        _ensure(folder, create=create)
        sweep_drafts(folder / FILE_NAME)
        version = read_version(folder / FILE_NAME)
    if version > SCHEMA_VERSION:
        raise UserError(
            "The library “{folder}” was made by a newer version of this program.", folder=folder
        )
    if version < SCHEMA_VERSION:
        from newsroom.storage.upgrading import upgrade_library

        upgrade_library(folder, version)
    return _opened(folder)


def _ensure(folder: Path, *, create: bool) -> None:
    require_no_file(folder)
    if (folder / FILE_NAME).exists():
        return
    if not create:
        raise NotFoundError(
            "There is no library in “{folder}”; the window and the commands new, import and sample "
            "make one.",
            folder=folder,
        )
    from newsroom.storage.creation import create_library

    create_library(folder)


def _opened(folder: Path) -> Library:
    engine = connect(folder / FILE_NAME)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT 1 FROM setting LIMIT 1")
    except BaseException:
        engine.dispose()
        raise
    return Library(folder, engine)
