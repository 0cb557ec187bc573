"""How long work tells where it stands and learns that it is no longer wanted."""

from collections.abc import Callable
from typing import Protocol

from newsroom.errors import CancelledError


class Progress(Protocol):
    """Given to work of more than a second. `cancelled` may be asked from any thread."""

    def report(self, done: int, total: int, label: str) -> None:
        """Say that `done` of `total` steps are finished and what is being worked on."""
        ...

    def cancelled(self) -> bool:
        """Whether the person wants to stop."""
        ...


class Silent:
    """Progress that nobody watches and nobody cancels."""

    def report(self, done: int, total: int, label: str) -> None:
        """Do nothing."""

    def cancelled(self) -> bool:
        """Never."""
        return False


def step(progress: Progress, done: int, total: int, label: str) -> None:
    """Report a step; raises `CancelledError` when the person wants to stop."""
    if progress.cancelled():
        raise CancelledError
    progress.report(done, total, label)


def stopping_at_a_cancel(progress: Progress) -> Callable[[float], None]:
    """Reports no share; raises `CancelledError` like `step`."""

    def told(_share: float) -> None:
        if progress.cancelled():
            raise CancelledError

    return told


def told_in_hundredths(progress: Progress, label: str = "") -> Callable[[float], None]:
    """Reports the share, 0…1, that it is called with; raises `CancelledError` like `step`."""
    last = -1

    def told(share: float) -> None:
        nonlocal last
        if progress.cancelled():
            raise CancelledError
        if (now := int(share * 100)) != last:
            last = now
            progress.report(now, 100, label)

    return told
