"""What the operating system refused, in words of ours: it speaks its own language, not ours."""

import errno
from collections.abc import Mapping
from typing import Final

from newsroom.errors import UserError

_NO_SPACE: Final = UserError("no space is left on the disk")
_IN_USE: Final = UserError("another program is using it")
_GONE: Final = UserError("the disk or the network folder is gone")
_NO_PERMISSION: Final = UserError("there is no permission")
_TOO_MANY: Final = UserError("too many files are open")

_BY_ERRNO: Final[Mapping[int, UserError]] = {
    errno.ENOSPC: _NO_SPACE,
    errno.EDQUOT: _NO_SPACE,
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.EROFS: UserError("the disk can only be read"),
    errno.ENAMETOOLONG: UserError("the name is too long"),
    errno.ENOENT: UserError("it is not there"),
    errno.EEXIST: UserError("it exists already"),
    errno.ENOTDIR: UserError("a file stands where a folder should be"),
    errno.EISDIR: UserError("it is a folder"),
    errno.EBUSY: _IN_USE,
    errno.ETXTBSY: _IN_USE,
    errno.EFBIG: UserError("the file is too large for this disk"),
    errno.EIO: UserError("the disk reports a fault"),
    errno.ENXIO: _GONE,
    errno.ENODEV: _GONE,
    errno.ESTALE: _GONE,
    errno.ETIMEDOUT: _GONE,
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
}
_BY_WINERROR: Final[Mapping[int, UserError]] = {32: _IN_USE, 33: _IN_USE}
"""Sharing and lock violations, which Python calls a missing permission."""


def os_problem(error: OSError) -> UserError:
    """The cause as a part of a sentence, to stand for a `{problem}`; a rare one by its code."""
    known = _BY_WINERROR.get(getattr(error, "winerror", None) or 0)
    known = known or _BY_ERRNO.get(error.errno or 0)
    if known is not None:
        return known
    if error.errno is None:
        return UserError("the system does not say why")
    code = errno.errorcode.get(error.errno, str(error.errno))
    return UserError("the system calls it {code}", code=code)
