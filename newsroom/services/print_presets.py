"""The print presets that a library can use: the shipped ones and its own."""

from dataclasses import dataclass
from pathlib import Path

from newsroom.errors import UserError
from newsroom.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPreset:
    """A preset by its name; `own`: it lies in the library. `mistake` is what is wrong with it."""

    name: str
    own: bool
    mistake: UserError | None = None


def print_preset_names(own: Path | None) -> tuple[str, ...]:
    """The names of all, those in the folder `own` last; none is read."""
    from newsroom.press.presets import preset_names

    return preset_names(own)


def print_presets(*, desk: Desk) -> tuple[PrintPreset, ...]:
    """The shipped presets, then the library's own; a wrong one is among them with its mistake."""
    from newsroom.press.presets import found_presets

    return tuple(
        PrintPreset(name=name, own=path.parent == desk.press, mistake=_mistake(desk, name))
        for name, path in found_presets(desk.press).items()
    )


def _mistake(desk: Desk, name: str) -> UserError | None:
    from newsroom.press.presets import load_preset

    try:
        load_preset(name, folder=desk.press)
    except UserError as error:
        return error
    return None
