"""What every use case is handed: the open library, the clock and the person at work."""

from dataclasses import dataclass
from pathlib import Path

from newsroom.domain.ports import Clock, JournalWriter, OpenUnitOfWork, PhotoStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An open library with all that the use cases need; built in `newsroom.app`.

    It may be used from any thread: each use case opens its own unit of work. `themes` is the
    folder of the library's own site themes, `press` that of its own print presets and page
    templates; they need not exist.
    """

    open: OpenUnitOfWork
    photos: PhotoStore
    journal: JournalWriter
    clock: Clock
    person: str
    themes: Path | None = None
    press: Path | None = None
