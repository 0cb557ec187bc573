"""The two kinds of failure: theirs, which we explain, and ours, which we log."""

from pathlib import PurePath
from typing import Any


class Listed(tuple[Any, ...]):
    """Values that a sentence says one after another."""

    __slots__ = ()

    def __str__(self) -> str:
        return ", ".join(map(str, self))


class NewsroomError(Exception):
    """Anything the program raises on purpose.

    `template` is the English sentence with `{named}` places, the key of its translation; `params`
    fill the places. `str(error)` is the English sentence, `newsroom.i18n.sentence(error)` the one
    in the language of the interface.
    """

    def __init__(self, template: str, **params: Any) -> None:
        super().__init__(template, params)
        self.template: str = template
        self.params: dict[str, Any] = params

    def __str__(self) -> str:
        return self.template.format(**self.params)

    def __reduce__(self) -> tuple[Any, ...]:
        """Errors cross from worker processes whole."""
        return _made_again, (type(self), self.template, self.params)


def _made_again(kind: type["NewsroomError"], template: str, params: dict[str, Any]) -> Any:
    error = kind.__new__(kind)
    NewsroomError.__init__(error, template, **params)
    return error


class UserError(NewsroomError):
    """Something that a person can mend: one sentence says what was wrong and where."""


class UsageError(UserError):
    """A command or a field was given a value that it does not take (exit code 2)."""


class NotFoundError(UserError):
    """A named thing (article, section, file) does not exist."""


class StaleRevisionError(UserError):
    """The article was changed by someone else since it was read; nothing was written."""


class StorageError(UserError):
    """The place where things are kept is at fault: full, forbidden, busy, damaged or gone."""


class CancelledError(NewsroomError):
    """The person cancelled a long operation; what was finished before stays."""

    def __init__(self) -> None:
        super().__init__("Cancelled.")


class BugError(NewsroomError):
    """We broke our own rule: logged with a traceback, reported with a way to send it."""


def bug_of(error: Exception) -> BugError:
    """The bug of ours that `error`, which nobody raised on purpose, shows."""
    return BugError("Something went wrong in the program ({code}).", code=_code(error))


def _code(error: BaseException) -> str:
    """What tells us where to look, and no more: `KeyError, saver.py:120`."""
    name, place = type(error).__name__, error.__traceback__
    if place is None:
        return name
    while place.tb_next is not None:
        place = place.tb_next
    return f"{name}, {PurePath(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}"
