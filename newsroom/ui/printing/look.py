"""How the printed page is shown: size, guides, inks, findings. And its commands."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from newsroom.ui.commands import PRINT_ZOOMS

if TYPE_CHECKING:
    from newsroom.press.plates import Plate

WIDTH, PAGE = 0, -1
"""Zooms that fit the page's width, or all of it, into the view."""
ZOOMS = (WIDTH, PAGE, *PRINT_ZOOMS)
LEAST_ZOOM, MOST_ZOOM = 10, 400


class Inks(StrEnum):
    """What is shown instead of the page: a plate, or all inks together."""

    NONE = "none"
    TOTAL = "total"
    CYAN = "cyan"
    MAGENTA = "magenta"
    YELLOW = "yellow"
    BLACK = "black"

    @property
    def plate(self) -> "Plate | None":
        """The plate that it is, if it is one."""
        from newsroom.press.plates import Plate

        return None if self in (Inks.NONE, Inks.TOTAL) else Plate(self.capitalize())


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """`zoom` in per cent, or `WIDTH` or `PAGE`; `on` are those of `SWITCHES` that are."""

    zoom: int = WIDTH
    inks: Inks = Inks.NONE
    on: frozenset[str] = frozenset()


SWITCHES = ("trim", "columns", "grid", "findings")
ZOOM_COMMANDS = tuple(f"print-zoom-{zoom}" for zoom in ZOOMS)
SWITCH_COMMANDS = tuple(f"print-{name}" for name in SWITCHES)
INK_COMMANDS = tuple(f"print-inks-{inks}" for inks in Inks)
STEP_COMMANDS = ("print-previous", "print-next")
LOOK_COMMANDS = (*STEP_COMMANDS, *ZOOM_COMMANDS, *SWITCH_COMMANDS, *INK_COMMANDS)


def changed(look: Look, command: str) -> Look:
    """The look after one of `LOOK_COMMANDS`; turning pages does not change it."""
    name = command.removeprefix("print-")
    if name in SWITCHES:
        return replace(look, on=look.on ^ {name})
    if command in ZOOM_COMMANDS:
        return replace(look, zoom=int(name.removeprefix("zoom-")))
    if command in INK_COMMANDS:
        return replace(look, inks=Inks(name.removeprefix("inks-")))
    return look


def holds(look: Look, command: str) -> bool:
    """Whether the look is as one of `LOOK_COMMANDS` makes it."""
    name = command.removeprefix("print-")
    if name in SWITCHES:
        return name in look.on
    return changed(look, command) == look
