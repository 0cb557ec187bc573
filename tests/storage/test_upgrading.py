"""An older library comes up to date, or stays exactly as it was."""

import hashlib
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from newsroom.domain.library import EVERYTHING
from newsroom.errors import BugError, UserError
from newsroom.storage import library as library_module
from newsroom.storage import upgrading
from newsroom.storage.database import FILE_NAME, SCHEMA_VERSION
from newsroom.storage.library import open_library
from newsroom.storage.migrating import OUR_STEPS, Steps
from newsroom.storage.upgrading import upgrade_library
from tests.storage.samples import ROOT, article, stored

NEXT = SCHEMA_VERSION + 1
HEAD = f'''
from alembic import op
revision = "{NEXT}"
down_revision = "{SCHEMA_VERSION}"
def upgrade():
    op.execute("CREATE TABLE issue (id INTEGER PRIMARY KEY, number TEXT) STRICT")
'''
GOOD = HEAD
HALF_WAY = (
    HEAD + '    op.execute("ALTER TABLE article ADD COLUMN page INTEGER")\n    raise RuntimeError\n'
)
BAD_SQL = HEAD + '    op.execute("ALTER TABLE no_such ADD COLUMN page INTEGER")\n'
LOSES = HEAD + '    op.execute("DELETE FROM article")\n'
ORPHANS = HEAD + "    op.execute(\"INSERT INTO article_byline SELECT 999999, 1, 'a', 'a'\")\n"


@pytest.fixture
def steps(tmp_path: Path):
    def make(source: str) -> Steps:
        versions = Path(shutil.copytree(OUR_STEPS.versions, tmp_path / "versions"))
        (versions / "v9999_test.py").write_text(source, encoding="utf-8")
        return Steps(versions=versions, last=NEXT)

    return make


@pytest.fixture
def filled(folder: Path) -> Path:
    with open_library(folder) as library:
        stored(library.unit_of_work, article("Một.", tags=("a",)), article("Hai.", byline=("B",)))
    return folder


def query(database: Path, sql: str):
    with closing(dbapi2.connect(str(database))) as connection:
        return connection.execute(sql).fetchall()


def files(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file()
    }


def test_older_library_is_migrated_and_a_copy_kept(filled, steps):
    kept = upgrade_library(filled, SCHEMA_VERSION, steps(GOOD))
    database = filled / FILE_NAME
    assert query(database, "PRAGMA user_version") == [(NEXT,)]
    assert query(database, "SELECT count(*) FROM issue") == [(0,)]
    assert query(database, "SELECT count(*) FROM article") == [(2,)]
    assert query(kept, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert query(kept, "SELECT count(*) FROM article") == [(2,)]
    assert sorted(files(filled)) == sorted([FILE_NAME, kept.name])
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_second_copy_does_not_replace_the_first(filled, steps):
    wanted = steps(GOOD)
    before = shutil.copy(filled / FILE_NAME, filled.parent / "old.db")
    first = upgrade_library(filled, SCHEMA_VERSION, wanted)
    shutil.copy(before, filled / FILE_NAME)
    assert upgrade_library(filled, SCHEMA_VERSION, wanted) != first


@pytest.mark.parametrize("source", [HALF_WAY, BAD_SQL, LOSES], ids=["half", "sql", "loses"])
def test_failed_migration_leaves_the_library_as_it_was(filled, steps, source):
    before = files(filled)
    with pytest.raises(BugError):
        upgrade_library(filled, SCHEMA_VERSION, steps(source))
    after = files(filled)
    assert before.items() <= after.items()
    assert set(after) - set(before) == {f"library-version-{SCHEMA_VERSION}.db"}
    with open_library(filled) as library, library.unit_of_work(writes=False) as work:
        assert len(work.articles.ids(EVERYTHING)) == 2


def test_ddl_is_transactional(filled, steps):
    """A step that fails half-way leaves no half of its tables, even in the copy it works on."""
    from newsroom.storage.database import connect
    from newsroom.storage.migrating import migrated

    engine = connect(filled / FILE_NAME)
    with pytest.raises(RuntimeError), migrated(engine, steps(HALF_WAY)):
        pass
    engine.dispose()
    names = [name for (name,) in query(filled / FILE_NAME, "SELECT name FROM sqlite_schema")]
    assert "issue" not in names
    assert query(filled / FILE_NAME, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_orphans_are_refused(filled, steps):
    with pytest.raises(BugError):
        upgrade_library(filled, SCHEMA_VERSION, steps(ORPHANS))
    assert query(filled / FILE_NAME, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_library_in_use_is_not_migrated(filled, steps, monkeypatch):
    monkeypatch.setattr(upgrading, "_PATIENCE", 0.05)
    with open_library(filled) as library, library.unit_of_work(writes=False) as work:
        work.articles.ids(EVERYTHING)
        with pytest.raises(UserError, match="busy"):
            upgrade_library(filled, SCHEMA_VERSION, steps(GOOD))


def test_damaged_library_is_not_migrated(filled, steps):
    database = filled / FILE_NAME
    data = bytearray(database.read_bytes())
    data[4096:8192] = bytes(4096)
    database.write_bytes(data)
    with pytest.raises(UserError, match="damaged"):
        upgrade_library(filled, SCHEMA_VERSION, steps(GOOD))
    assert database.read_bytes() == bytes(data)


def test_library_with_orphans_is_called_damaged(filled, steps):
    with closing(dbapi2.connect(str(filled / FILE_NAME))) as connection:
        connection.execute("INSERT INTO article_byline SELECT 999999, 1, 'a', 'a'")
        connection.commit()
    with pytest.raises(UserError, match="damaged"):
        upgrade_library(filled, SCHEMA_VERSION, steps(GOOD))


def test_what_lies_in_the_log_is_migrated_too(filled, steps):
    """A program that was killed leaves its last articles in the write-ahead log alone."""
    code = (
        "import os, sys; from pathlib import Path;"
        "from newsroom.storage.library import open_library; from tests.storage import samples;"
        "work = open_library(Path(sys.argv[1])).unit_of_work;"
        "samples.stored(work, samples.article('Ba.')); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(filled)], check=False, cwd=ROOT)
    assert (filled / f"{FILE_NAME}-wal").stat().st_size > 0
    upgrade_library(filled, SCHEMA_VERSION, steps(GOOD))
    assert query(filled / FILE_NAME, "SELECT count(*) FROM article") == [(3,)]


def test_opening_an_older_library_brings_it_up_to_date(filled, monkeypatch):
    asked = []
    monkeypatch.setattr(library_module, "SCHEMA_VERSION", NEXT)
    monkeypatch.setattr(
        "newsroom.storage.upgrading.upgrade_library", lambda *args: asked.append(args)
    )
    open_library(filled).close()
    assert asked == [(filled, SCHEMA_VERSION)]


def test_opening_a_library_of_today_imports_no_alembic(filled):
    code = (
        "import sys; from pathlib import Path; from newsroom.storage.library import open_library;"
        "open_library(Path(sys.argv[1])).close(); assert 'alembic' not in sys.modules;"
        "assert 'PIL' not in sys.modules; assert 'sqlalchemy.orm' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(filled)], check=True, cwd=ROOT)
