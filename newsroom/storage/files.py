"""Files that only their owner may read, and that are whole or not there."""

import errno
import os
import secrets
import sys
import time
from contextlib import suppress
from pathlib import Path

from newsroom.errors import UserError

_ONLY_ME_FOLDER = 0o700
_ONLY_ME_FILE = 0o600
_AT_WORK_SECONDS = 3600
_NO_SUCH_CALL = frozenset({errno.EINVAL, errno.ENOTSUP})


def make_private_folder(folder: Path) -> None:
    """Make `folder` and those above it, where missing; new ones are for their owner alone."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_private_folder(folder.parent)
    folder.mkdir(mode=_ONLY_ME_FOLDER, exist_ok=True)


def require_no_file(folder: Path) -> None:
    """Raise `UserError` when something other than a folder has the name of a library."""
    if folder.exists() and not folder.is_dir():
        raise UserError("“{folder}” is a file; a library is a folder.", folder=folder)


def create_private(file: Path, data: bytes = b"") -> None:
    """Write a new file for its owner alone and wait until the disk holds it."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(file, flags, _ONLY_ME_FILE), "wb") as stream:  # noqa: PTH123 - a descriptor
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def write_once(file: Path, data: bytes) -> None:
    """Write `file` so that at every moment it is absent or whole, also after a power cut."""
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        create_private(draft, data)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(file.parent)


def sweep_drafts(file: Path) -> None:
    """Remove drafts of `file` (`.name.` and more) that a killed program left behind.

    Those that were written to within the last hour may be at work. What cannot be removed stays.
    """
    latest = time.time() - _AT_WORK_SECONDS
    for draft in file.parent.glob(f".{file.name}.*"):
        with suppress(OSError):
            if draft.stat().st_mtime < latest:
                draft.unlink()


def put_new(draft: Path, place: Path) -> None:
    """Move `draft` to `place`, unless something is there already: then that stays."""
    try:
        os.link(draft, place)
    except FileExistsError:
        return
    except OSError:
        # No hard links here (FAT, some network folders): a rename after a look must do.
        if not place.exists():
            draft.replace(place)


def sync_folder(folder: Path) -> None:
    """Wait until the disk holds the names in `folder`; Windows has no such call and no need."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network folders cannot sync their names; their files are synced all the same.
        if error.errno not in _NO_SUCH_CALL:
            raise
    finally:
        os.close(descriptor)
