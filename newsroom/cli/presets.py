"""`presets`."""

import argparse

from newsroom.cli.command import DONE, Command
from newsroom.cli.console import Console
from newsroom.domain.json_document import Json
from newsroom.i18n import N_, sentence
from newsroom.services.desk import Desk
from newsroom.services.print_presets import PrintPreset, print_presets


def _presets(desk: Desk, _arguments: argparse.Namespace, console: Console) -> int:
    found = print_presets(desk=desk)
    if console.as_json:
        console.json({"presets": [_json(preset) for preset in found]})
    else:
        for preset in found:
            console.line(_line(preset))
    return DONE


def _json(preset: PrintPreset) -> Json:
    mistake = sentence(preset.mistake) if preset.mistake is not None else None
    return {"name": preset.name, "own": preset.own, "mistake": mistake}


def _line(preset: PrintPreset) -> str:
    """The name, and behind a tab what is wrong with it."""
    if preset.mistake is None:
        return preset.name
    return f"{preset.name}\t{sentence(preset.mistake)}"


PRESETS = Command(
    name="presets",
    help=N_("print the names of the print presets, with what is wrong with a wrong one"),
    run=_presets,
)
