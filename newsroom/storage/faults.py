"""The one place where what SQLite and the file system say becomes a sentence for a person."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from newsroom.domain.os_problem import os_problem
from newsroom.errors import BugError, NewsroomError, StorageError, UserError
from newsroom.storage.ballast import give_back_ballast


def _full(folder: Path, _problem: object) -> StorageError:
    """Whoever tries again finds the room of the ballast."""
    give_back_ballast(folder)
    return StorageError(
        "The disk is full: the library “{folder}” could not be written; nothing was changed.",
        folder=folder,
    )


def _forbidden(folder: Path, _problem: object) -> StorageError:
    return StorageError(
        "There is no permission to write in the library folder “{folder}”.", folder=folder
    )


def _busy(folder: Path, _problem: object) -> StorageError:
    return StorageError(
        "The library “{folder}” is busy: another program is writing to it. Try again.",
        folder=folder,
    )


def damaged(folder: Path, _problem: object = None) -> StorageError:
    """What to say of a library in `folder` in which faults were found."""
    return StorageError(
        "The library “{folder}” is damaged; restore it from a backup.", folder=folder
    )


def _unreadable(folder: Path, problem: object) -> StorageError:
    return StorageError(
        "The library “{folder}” could not be read or written: {problem}.",
        folder=folder,
        problem=problem,
    )


def _closed(folder: Path, problem: object) -> StorageError:
    """Even reading takes a place to write: a medium that is locked shows so only here."""
    if folder.exists() and not os.access(folder, os.W_OK):
        return _forbidden(folder, problem)
    return _unreadable(folder, UserError("its database cannot be opened"))


def _stopped(folder: Path, problem: object) -> StorageError:
    """SQLite calls it an I/O error, too, when its shared memory finds no room on the disk."""
    if _has_no_room(folder):
        return _full(folder, problem)
    return _unreadable(folder, UserError("the disk reports a fault"))


def _has_no_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _NO_ROOM
    except OSError:
        return False


_NO_ROOM = 64 * 1024
"""Bytes: opening a database takes 32 KB of shared memory and the first pages of its log."""

_Explain = Callable[[Path, object], StorageError]

_BY_SQLITE_NAME: dict[str, _Explain] = {
    "SQLITE_FULL": _full,
    "SQLITE_READONLY": _forbidden,
    "SQLITE_PERM": _forbidden,
    "SQLITE_BUSY": _busy,
    "SQLITE_LOCKED": _busy,
    "SQLITE_CORRUPT": damaged,
    "SQLITE_NOTADB": damaged,
    "SQLITE_CANTOPEN": _closed,
    "SQLITE_IOERR": _stopped,
}
_BY_ERRNO: dict[int, _Explain] = {
    errno.ENOSPC: _full,
    errno.EDQUOT: _full,
    errno.EFBIG: _full,
    errno.EROFS: _forbidden,
    errno.EACCES: _forbidden,
    errno.EPERM: _forbidden,
}


def database_fault(error: BaseException, folder: Path) -> NewsroomError:
    """What an error of the database means: a `StorageError` that names `folder`, or our own bug."""
    name = str(getattr(error, "sqlite_errorname", ""))
    for known, explain in _BY_SQLITE_NAME.items():
        if name == known or name.startswith(known + "_"):
            return explain(folder, name)
    return BugError("The database refused what it was asked: {problem}.", problem=name or error)


def file_fault(error: OSError, folder: Path) -> StorageError:
    """What an error of the file system means for the library in `folder`."""
    explain = _BY_ERRNO.get(error.errno or 0, _unreadable)
    return explain(folder, os_problem(error))


def require_place(database: Path) -> None:
    """A library whose folder was deleted or taken away still takes what no one will find.

    Raises `UserError` when the file `database` is no longer there.
    """
    if not database.exists():
        raise UserError(
            "The library “{folder}” is gone; nothing can be stored in it.",
            folder=database.parent,
        )


@contextmanager
def file_faults(folder: Path) -> Iterator[None]:
    """Turn every `OSError` of the block into the `StorageError` that explains it."""
    try:
        yield
    except OSError as error:
        raise file_fault(error, folder) from error
