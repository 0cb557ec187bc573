"""Which print presets there are, asked on a worker, for there the press is loaded."""

from pathlib import Path

from newsroom.services.print_presets import print_preset_names
from newsroom.ui.tasks import TaskProgress


def read_preset_names(own: Path | None, _progress: TaskProgress) -> tuple[str, ...]:
    """The names of all, those in the library's folder `own` last."""
    return print_preset_names(own)
