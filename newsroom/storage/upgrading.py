"""Bringing the library of an older program up to date without ever risking it.

A verified copy is kept beside it, a second copy is migrated and checked, and only then takes the
library's place in one step. Whatever goes wrong before leaves the library as it was.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from newsroom.errors import BugError, NewsroomError
from newsroom.storage.database import FILE_NAME, connect
from newsroom.storage.faults import damaged, database_fault, file_faults
from newsroom.storage.files import create_private, sync_folder
from newsroom.storage.migrating import OUR_STEPS, Steps, migrated

_COUNTED = (
    "section",
    "article",
    "tag",
    "article_tag",
    "article_byline",
    "photo",
    "article_photo",
    "status_change",
    "setting",
)
"""Tables that no migration may lose rows of."""

_PATIENCE = 5.0
"""Seconds to wait for other programs to let go of the library."""

Counts = dict[str, int]


def upgrade_library(folder: Path, version: int, steps: Steps = OUR_STEPS) -> Path:
    """Migrate the library in `folder` from `version` to the last step; returns the kept copy.

    Raises `UserError` when another program has it open, when it is damaged or the disk is full,
    and `BugError` when a migration fails; the library is then as it was.
    """
    database = folder / FILE_NAME
    draft = folder / f".{FILE_NAME}.{secrets.token_hex(4)}"
    try:
        with file_faults(folder), _database_faults(folder), _alone(database) as source:
            if not _sound(source):
                raise damaged(folder)
            counts = _count(source)
            kept = _keep_copy(source, folder / _free_name(folder, version), counts)
            _copy(source, draft)
            _migrate(draft, steps, counts)
        with file_faults(folder):
            _require_merged(database)
            draft.replace(database)
            sync_folder(folder)
    finally:
        for rest in ("", "-wal", "-shm", "-journal"):
            Path(f"{draft}{rest}").unlink(missing_ok=True)
    return kept


@contextmanager
def _database_faults(folder: Path) -> Iterator[None]:
    try:
        yield
    except dbapi2.Error as error:
        raise database_fault(error, folder) from error


@contextmanager
def _alone(database: Path) -> Iterator[Any]:
    """The database, locked against everyone, with its write-ahead log merged into it."""
    with closing(_connect(database)) as connection:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        yield connection


def _connect(database: Path) -> Any:
    return dbapi2.connect(str(database), timeout=_PATIENCE, isolation_level=None)


def _require_merged(database: Path) -> None:
    """A log left behind would be played into the new database and spoil it."""
    if Path(f"{database}-wal").exists():
        raise BugError("The log of “{file}” is still there.", file=database)


def _sound(connection: Any) -> bool:
    checked = connection.execute("PRAGMA integrity_check").fetchall()
    return checked == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchall()


def _count(connection: Any) -> Counts:
    return {table: _count_rows(connection, table) for table in _COUNTED}


def _count_rows(connection: Any, table: str) -> int:
    query = f"SELECT count(*) FROM {table}"  # noqa: S608 - our own names of tables
    return int(connection.execute(query).fetchone()[0])


def _free_name(folder: Path, version: int) -> str:
    name, number = f"library-version-{version}.db", 2
    while (folder / name).exists():
        name, number = f"library-version-{version}-{number}.db", number + 1
    return name


def _keep_copy(source: Any, place: Path, counts: Counts) -> Path:
    draft = place.with_name(f".{place.name}")
    draft.unlink(missing_ok=True)
    _copy(source, draft)
    with closing(_connect(draft)) as copy:
        if not _sound(copy) or _count(copy) != counts:
            raise BugError("The copy of the library is not like it.")
    draft.replace(place)
    sync_folder(place.parent)
    return place


def _copy(source: Any, target: Path) -> None:
    create_private(target)
    with closing(_connect(target)) as copy:
        source.backup(copy)
    _sync(target)


def _migrate(database: Path, steps: Steps, counts: Counts) -> None:
    engine = connect(database)
    try:
        with migrated(engine, steps):
            pass
    except NewsroomError:
        raise
    except Exception as error:  # a step may raise anything; whatever it is, it is ours
        raise BugError(
            "The library “{folder}” could not be brought up to date; it is as it was.",
            folder=database.parent,
        ) from error
    finally:
        engine.dispose()
    with closing(_connect(database)) as connection:
        if not _sound(connection) or _count(connection) != counts:
            raise BugError("Bringing the library up to date would have lost something.")
    _sync(database)


def _sync(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())
