"""Opening the library's database: the settings that keep it safe, and when transactions begin."""

import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection, ExceptionContext
from sqlcipher3 import dbapi2

from newsroom.errors import BugError, UserError
from newsroom.storage.faults import database_fault

FILE_NAME = "library.db"
APPLICATION_ID = 0x544F4153
"""“TOAS” (tòa soạn) in the file's header: this database is a library of ours."""

SCHEMA_VERSION = 3
"""The `user_version` of a library of today: the number of the last migration."""

_SAFE_SQLITE = (3, 51, 3)
"""The first SQLite without the WAL-reset corruption bug."""

_PRAGMAS = (
    "busy_timeout=5000",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=1",
    "secure_delete=1",
    "trusted_schema=0",
    "cell_size_check=1",
    "mmap_size=0",
)
_WRITES = "newsroom_writes"
FAILED = "newsroom_failed"
"""Noted in a connection's `info` when a statement of its transaction met a fault."""


def require_safe_sqlite(version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """Raise `BugError` when the SQLite that we ship is one that corrupts databases."""
    if version < _SAFE_SQLITE:
        raise BugError("SQLite {version} is too old.", version=".".join(map(str, version)))


def read_version(database: Path) -> int:
    """The `user_version` in the file's header; raises `UserError` when it is no library of ours.

    The header is read as bytes (sqlite.org/fileformat.html, 1.3): opening a stranger's database
    would already change it.
    """
    with database.open("rb") as file:
        header = file.read(100)
    kind = int.from_bytes(header[68:72], "big")
    if not header.startswith(b"SQLite format 3\0") or kind != APPLICATION_ID:
        raise UserError("“{file}” is not a library of this program.", file=database)
    return int.from_bytes(header[60:64], "big")


def connect(database: Path) -> Engine:
    """An engine on an existing database file; its errors arrive as ours, naming the folder.

    Transactions begin as readers; those of `writing(engine)` take the writer's lock at once.
    """
    require_safe_sqlite()
    engine = create_engine(
        f"sqlite+pysqlite:///{database}",
        module=dbapi2,
        creator=lambda: open_database(database),
        pool_size=4,
        max_overflow=8,
        pool_reset_on_return="rollback",
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _Translator(database.parent))
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine (and connections) for transactions that will write."""
    return engine.execution_options(**{_WRITES: True})


def merge_log(database: Path) -> None:
    """Bring what is still in the write-ahead log into the file itself, or raise `UserError`."""
    try:
        with closing(open_database(database)) as connection:
            busy, _pages, _merged = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except dbapi2.Error as error:
        raise database_fault(error, database.parent) from error
    if busy:
        raise BugError("The log of “{file}” is still there.", file=database)


def open_database(database: Path) -> Any:
    """A connection of the driver's own, with the pragmas that keep the library safe."""
    # SQLAlchemy hands a connection to one thread at a time, so SQLite's own check is off.
    connection = dbapi2.connect(
        f"{database.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync=1")
    except BaseException:
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


class _Translator:
    """Puts our error in the place of SQLAlchemy's."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, context: ExceptionContext) -> None:
        if context.connection is not None:
            context.connection.info[FAILED] = True
        if isinstance(context.original_exception, Exception):  # not Ctrl+C, which goes on as it is
            raise database_fault(context.original_exception, self._folder)
