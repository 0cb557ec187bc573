"""How much of a long print is done, told while it is made; who is told may stop it."""

from collections.abc import Callable

Told = Callable[[float], None]
"""Is given the share that is done, 0…1, many times a second; what it raises ends the work."""


def untold(_share: float) -> None:
    """Nobody watches."""


def part_of(told: Told, start: float, end: float) -> Told:
    """For a part of the work: its shares lie between `start` and `end` of the whole."""
    return lambda share: told(start + (end - start) * share)
