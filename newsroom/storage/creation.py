"""Making a new library: complete beside its place, then put there in one step."""

import os
import secrets
from pathlib import Path

from newsroom.storage.database import FILE_NAME, connect, merge_log
from newsroom.storage.files import create_private, make_private_folder, put_new, sync_folder
from newsroom.storage.migrating import migrated
from newsroom.storage.settings import SqlSettings
from newsroom.storage.starting import starting
from newsroom.storage.taxonomy import SqlTaxonomy


def create_library(folder: Path) -> None:
    """Make an empty library with the starting sections and settings.

    Another program that makes one in the same folder at the same time wins or loses as a whole.
    """
    make_private_folder(folder)
    draft = folder / f".{FILE_NAME}.{secrets.token_hex(4)}"
    try:
        create_private(draft)
        _fill(draft)
        put_new(draft, folder / FILE_NAME)
        sync_folder(folder)
    finally:
        for rest in ("", "-wal", "-shm"):
            Path(f"{draft}{rest}").unlink(missing_ok=True)


def _fill(database: Path) -> None:
    engine = connect(database)
    try:
        with migrated(engine) as connection:
            beginning = starting()
            SqlTaxonomy(connection).save_sections(beginning.sections)
            SqlSettings(connection).save_paper(beginning.paper)
    finally:
        engine.dispose()
    # Closing merges the log too, but says nothing when the disk is too full for that.
    merge_log(database)
    with database.open("rb") as file:
        os.fsync(file.fileno())
