"""The check of a finished PDF file, ours or another's, before it goes to the printer."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.errors import UserError
from newsroom.services.files import read_within
from newsroom.services.progress import Progress, Silent, step

if TYPE_CHECKING:
    from newsroom.press.preflight.report import Purpose, Report

_LARGEST = 512 * 1024 * 1024


def preflight_file(
    *, path: Path, purpose: "Purpose | None" = None, progress: Progress | None = None
) -> "Report":
    """Hold the PDF file `path` to the rules of the press, or of the office.

    Without a `purpose` the file tells it (see `newsroom.press.preflight.checking`). Raises
    `UserError` when it cannot be read or is no PDF, `CancelledError` when the person stops it.
    """
    from newsroom.press.preflight.checking import preflight

    return preflight(
        read_pdf(path),
        name=path.name,
        purpose=purpose,
        progress=_PageProgress(progress or Silent(), path.name),
    )


def read_pdf(path: Path) -> bytes:
    """The bytes of a file that is to be looked at; raises `UserError`, as when it is too large."""
    data = read_within(path, _LARGEST)
    if data is None:
        raise UserError("“{path}” is too large to be checked.", path=path)
    return data


@dataclass(frozen=True, slots=True)
class _PageProgress:
    progress: Progress
    label: str

    def __call__(self, done: int, total: int) -> None:
        step(self.progress, done, total, self.label)
