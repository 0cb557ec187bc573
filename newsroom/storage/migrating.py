"""Running Alembic's steps on a database, without an ini file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from newsroom.storage.database import APPLICATION_ID, SCHEMA_VERSION, writing

_FOLDER = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Where the migrations lie and the number of the last of them."""

    versions: Path = _FOLDER / "versions"
    last: int = SCHEMA_VERSION


OUR_STEPS = Steps()


@contextmanager
def migrated(engine: Engine, steps: Steps = OUR_STEPS) -> Iterator[Connection]:
    """Migrate to the last step and hand over the connection, all in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", _escaped(_FOLDER))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", _escaped(steps.versions))
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, str(steps.last))
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={steps.last}")
        yield connection


def _escaped(path: Path) -> str:
    """A path for Alembic's configuration, where `%` begins a reference."""
    return str(path).replace("%", "%%")
