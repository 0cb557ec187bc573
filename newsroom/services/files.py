"""Files that leave the library: whole under their final name, or not there at all."""

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path, PurePath, PurePosixPath

from newsroom.domain.os_problem import os_problem
from newsroom.domain.rendering import OutputFile
from newsroom.errors import UserError

_FLUSHING = 8
"""Threads that flush files; a journalling disk commits what they ask for at once."""
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class TargetError(UserError):
    """The place to write to is at fault, so that trying the next file there is of no use."""


def read_within(path: Path, most: int) -> bytes | None:
    """The file's bytes, None when there are more than `most`; raises `UserError` when it cannot."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        problem = os_problem(error)
        raise UserError(
            "“{file}” cannot be read: {problem}.", file=path, problem=problem
        ) from error
    return data if len(data) <= most else None


def write_file(path: Path, data: bytes, *, overwrite: bool = False) -> Path:
    """Write `data` to `path` by way of a temporary file beside it that is flushed to the disk.

    Returns `path`. Raises `TargetError`, with nothing changed, when `path` is taken and may not be
    overwritten, is a folder or a device, or cannot be written.
    """
    if path.is_dir():
        raise TargetError("“{path}” is a folder, not a file.", path=path)
    if path.exists() and not path.is_file():  # a device or a pipe would be replaced by a file
        raise TargetError("“{file}” is not an ordinary file.", file=path)
    temporary = _beside(path)
    return _published(
        path, temporary, lambda: _write_through(temporary, data), _file_mover(overwrite)
    )


def write_folder(path: Path, files: Iterable[OutputFile], *, overwrite: bool = False) -> Path:
    """Write `files`, as they come, under another name beside `path` and then rename the folder.

    With `overwrite` an older folder makes way as a whole. Returns `path`; raises `TargetError`
    with nothing changed.
    """
    temporary = _beside(path)
    return _published(path, temporary, lambda: _fill(temporary, files), _folder_mover(overwrite))


@contextmanager
def target_faults(path: Path) -> Iterator[None]:
    """Turn every `OSError` of the block into the `TargetError` that explains it."""
    try:
        yield
    except OSError as error:
        raise _target_error(path, error) from error


def make_folder(path: Path) -> Path:
    """The folder `path`, made where it is missing; raises `TargetError`."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise TargetError("“{path}” is a file, not a folder.", path=path) from None
    except OSError as error:
        raise _target_error(path, error) from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise TargetError("“{path}” cannot be written to: no permission.", path=path)
    return path


def free_path(path: Path) -> Path:
    """`path`, or the first of `name-2`, `name-3`… that nothing has yet."""
    if not os.path.lexists(path):
        return path
    names = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(other for other in names if not os.path.lexists(other))


def _published(
    path: Path,
    temporary: Path,
    write: Callable[[], None],
    move: Callable[[Path, Path], None],
) -> Path:
    try:
        write()
        move(temporary, path)
        _flush_folder(path.parent)
    except OSError as error:
        raise _target_error(path, error) from error
    finally:
        _discard(temporary)
    return path


def _target_error(path: Path, error: OSError) -> TargetError:
    if error.errno in _FULL:
        return TargetError("The disk is full: “{path}” was not written.", path=path)
    if isinstance(error, PermissionError):
        return TargetError("“{path}” cannot be written to: no permission.", path=path)
    if isinstance(error, FileExistsError):
        return TargetError("“{path}” exists already and was left alone.", path=path)
    return TargetError(
        "“{path}” cannot be written: {problem}.", path=path, problem=os_problem(error)
    )


def _beside(path: Path) -> Path:
    return path.with_name(f".{secrets.token_hex(6)}.part")


def _write_through(path: Path, data: bytes) -> None:
    """Write and flush; the mode follows the person's umask, unlike that of `mkstemp`."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _fill(folder: Path, files: Iterable[OutputFile]) -> None:
    """Write all, then flush all: a disk flushes many files together in the time of a few."""
    folder.mkdir()
    written: list[Path] = []
    folders: set[PurePath] = {PurePath()}
    for output in files:
        path = folder.joinpath(_inside(output.path))
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(output.data)
        written.append(path)
        folders.update(path.relative_to(folder).parents)
    with ThreadPoolExecutor(_FLUSHING) as pool:
        list(pool.map(_flush_file, written))
    for name in sorted(folders):
        _flush_folder(folder / name)


def _flush_file(path: Path) -> None:
    with path.open("rb+") as file:  # Windows flushes only what may be written to
        os.fsync(file.fileno())


def _inside(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise ValueError(f"an output file must lie inside its folder: {name!r}")
    return path


def _file_mover(overwrite: bool) -> Callable[[Path, Path], None]:
    return os.replace if overwrite else _rename_new


def _rename_new(source: Path, target: Path) -> None:
    """Give `source` the name `target` unless that is taken: a link, where the disk knows links."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), target) from None
        source.replace(target)


def _folder_mover(overwrite: bool) -> Callable[[Path, Path], None]:
    return _swap_folders if overwrite else _move_folder


def _move_folder(source: Path, target: Path) -> None:
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), target)
    source.rename(target)


def _swap_folders(source: Path, target: Path) -> None:
    if not os.path.lexists(target):
        source.rename(target)
        return
    old = _beside(target)
    target.rename(old)
    try:
        source.rename(target)
    except OSError:
        old.rename(target)
        raise
    _discard(old)


def _discard(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    """Make names durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
