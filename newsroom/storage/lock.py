"""One window for a library: `window.lock` says who has it open.

The lock is a transaction held open on a little SQLite file, so that the operating system itself
(whichever it is) gives it back when its holder dies: no lock is ever stale, no process number is
mistaken for another's. The holder's name was committed before, so the next one can read it.
"""

import contextlib
import os
import socket
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlcipher3 import dbapi2

from newsroom.errors import UserError
from newsroom.storage.faults import database_fault, file_faults
from newsroom.storage.files import create_private, make_private_folder, require_no_file

LOCK_NAME = "window.lock"
_SPOILT = frozenset({"SQLITE_NOTADB", "SQLITE_CORRUPT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has a library open: the process and its machine."""

    pid: int
    host: str


class LibraryBusyError(UserError):
    """Another window has the library open; `holder` says which, None when it cannot be told."""

    holder: Holder | None = None


def _open_elsewhere(folder: Path) -> LibraryBusyError:
    holder = read_holder(folder)
    error = LibraryBusyError(
        "The library “{folder}” is open in another window (process {pid} on {host}).",
        folder=folder,
        pid=holder.pid if holder else "?",
        host=holder.host if holder else "?",
    )
    error.holder = holder
    return error


class WindowLock:
    """Held from `acquire` to `release`, or for a `with` block; given back when the process dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / LOCK_NAME
        self._connection: Any = None

    def acquire(self) -> Self:
        """Take the lock; raises `LibraryBusyError` while another window has it."""
        try:
            self._take()
        except dbapi2.DatabaseError as error:
            self.release()
            if error.sqlite_errorname not in _SPOILT:
                raise self._fault(error) from error
            # Nobody can hold what is no database, and nothing in it is missed.
            self._file.unlink(missing_ok=True)
            self._take()
        return self

    def _take(self) -> None:
        with file_faults(self._folder):
            require_no_file(self._folder)
            make_private_folder(self._folder)
            with contextlib.suppress(FileExistsError):
                create_private(self._file)
        self._connection = connection = _connect(self._file)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE IF NOT EXISTS holder (pid INTEGER, host TEXT)")
        connection.execute("DELETE FROM holder")
        mine = (os.getpid(), socket.gethostname())
        connection.execute("INSERT INTO holder VALUES (?, ?)", mine)
        connection.execute("COMMIT")
        # Whoever slips in between has the lock; this line then fails as the first one would.
        connection.execute("BEGIN IMMEDIATE")

    def _fault(self, error: dbapi2.DatabaseError) -> Exception:
        if error.sqlite_errorname.startswith("SQLITE_BUSY"):
            return _open_elsewhere(self._folder)
        return database_fault(error, self._folder)

    def release(self) -> None:
        """Give the lock back, if it is held."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def read_holder(folder: Path) -> Holder | None:
    """The last one that took the lock of the library in `folder`; None when nobody ever did."""
    file = folder / LOCK_NAME
    if not file.exists():
        return None
    with contextlib.closing(_connect(file)) as connection:
        try:
            row = connection.execute("SELECT pid, host FROM holder").fetchone()
        except dbapi2.DatabaseError:
            return None
    return Holder(pid=row[0], host=row[1]) if row else None


def _connect(file: Path) -> Any:
    # Released by whichever thread closes the window, hence no check of the thread.
    return dbapi2.connect(str(file), timeout=0, isolation_level=None, check_same_thread=False)
