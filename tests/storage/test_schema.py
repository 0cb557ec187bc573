"""The tables that the code knows are those that the migrations make."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex

from newsroom.storage.database import SCHEMA_VERSION
from newsroom.storage.library import Library
from newsroom.storage.migrating import OUR_STEPS
from newsroom.storage.tables import METADATA


@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based")
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_migrations_lead_to_the_tables_of_the_code(library: Library):
    with library._engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _parents: not _belongs_to_search(name, kind)},
        )
        differences = compare_metadata(context, METADATA)
    # Foreign keys without names never compare as equal; they have a test of their own.
    assert [each for each in differences if "fk" not in each[0]] == []


def test_foreign_keys_are_those_of_the_code(library: Library):
    with library._engine.connect() as connection:
        made = {
            (table, row[3], row[2], row[4], row[6])
            for table in METADATA.tables
            for row in connection.exec_driver_sql(f"PRAGMA foreign_key_list({table})")
        }
    keys = (key for table in METADATA.tables.values() for key in table.foreign_keys)
    assert made == {
        (
            key.parent.table.name,
            key.parent.name,
            key.column.table.name,
            key.column.name,
            key.ondelete or "NO ACTION",
        )
        for key in keys
    }


def test_migrations_make_the_indexes_of_the_code(library: Library):
    with library._engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        )
        made = {sql for (sql,) in rows}
    indexes = (index for table in METADATA.tables.values() for index in table.indexes)
    wanted = {str(CreateIndex(index).compile(dialect=sqlite.dialect())) for index in indexes}
    assert wanted == made


def _belongs_to_search(name: str | None, kind: str) -> bool:
    return kind == "table" and str(name).startswith("article_search")


def test_last_migration_is_the_version_of_the_code():
    config = Config()
    config.set_main_option("script_location", str(OUR_STEPS.versions.parent))
    assert ScriptDirectory.from_config(config).get_heads() == [str(SCHEMA_VERSION)]


def test_every_table_is_strict(library: Library):
    with library._engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict"
        )
        loose = {name for (name,) in rows}
    ours = {name for name in loose if not name.startswith(("article_search", "sqlite_"))}
    assert ours == {"alembic_version"}


def test_no_migration_is_named_out_of_order():
    names = sorted(path.stem for path in Path(OUR_STEPS.versions).glob("v*.py"))
    assert [int(name[1:5]) for name in names] == list(range(1, SCHEMA_VERSION + 1))
