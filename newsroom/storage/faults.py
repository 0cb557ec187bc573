"""The one place where what SQLite and the file system say becomes a sentence for a person."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsroom.errors import BugError, NewsroomError, UserError

_FULL = "The disk is full: the library “{folder}” could not be written; nothing was changed."
_READ_ONLY = "There is no permission to write in the library folder “{folder}”."
_BUSY = "The library “{folder}” is busy: another program is writing to it. Try again."
_DAMAGED = "The library “{folder}” is damaged; restore it from a backup."
_UNREADABLE = "The library “{folder}” could not be read or written: {problem}."
_BY_SQLITE_NAME = {
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_PERM": _READ_ONLY,
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _DAMAGED,
    "SQLITE_CANTOPEN": _UNREADABLE,
    "SQLITE_IOERR": _UNREADABLE,
}
_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
}


def database_fault(error: BaseException, folder: Path) -> NewsroomError:
    """What an error of the database means: a `UserError` that names `folder`, or our own bug."""
    name = str(getattr(error, "sqlite_errorname", ""))
    for known, template in _BY_SQLITE_NAME.items():
        if name == known or name.startswith(known + "_"):
            return UserError(template, folder=folder, problem=error)
    return BugError("The database refused what it was asked: {problem}.", problem=error)


def damaged(folder: Path) -> UserError:
    """What to say of a library in `folder` that a check found faults in."""
    return UserError(_DAMAGED, folder=folder)


def file_fault(error: OSError, folder: Path) -> UserError:
    """What an error of the file system means for the library in `folder`."""
    template = _BY_ERRNO.get(error.errno or 0, _UNREADABLE)
    return UserError(template, folder=folder, problem=error.strerror or error)


@contextmanager
def file_faults(folder: Path) -> Iterator[None]:
    """Turn every `OSError` of the block into the `UserError` that explains it."""
    try:
        yield
    except OSError as error:
        raise file_fault(error, folder) from error
