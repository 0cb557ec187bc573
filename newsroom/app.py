"""The composition root: opens the library, builds the desk and the window.

The only place that knows everything. Qt is imported only when a window is wanted.
"""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.services.clock import SystemClock
from newsroom.services.desk import Desk

if TYPE_CHECKING:
    from newsroom.storage.library import Library


def build_desk(library: "Library", *, person: str | None = None) -> Desk:
    """The use cases' surroundings for an open library."""
    return Desk(
        open=library.unit_of_work,
        photos=library.photos,
        clock=SystemClock(),
        person=person or getpass.getuser(),
    )


@contextmanager
def open_desk(folder: Path, *, create: bool) -> Iterator[Desk]:
    """A desk over the library in `folder`, closed at the end; raises `UserError`.

    `create`: make a new library where there is none.
    """
    from newsroom.storage.library import open_library

    library = open_library(folder, create=create)
    try:
        yield build_desk(library)
    finally:
        library.close()
