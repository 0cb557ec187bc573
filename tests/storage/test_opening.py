"""What lies where a library should be, and what the person is told about it."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlcipher3 import dbapi2

from newsroom.domain.library import EVERYTHING
from newsroom.errors import BugError, NotFoundError, UserError
from newsroom.storage import creation, database, faults
from newsroom.storage.database import APPLICATION_ID, FILE_NAME, SCHEMA_VERSION
from newsroom.storage.faults import database_fault
from newsroom.storage.library import Library, open_library
from newsroom.storage.starting import starting
from tests.storage.samples import ROOT, article, stored

NO_PERMISSION = "There is no permission to write in the library folder “{folder}”.\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")


def test_new_library_starts_with_sections_and_settings(tmp_path):
    with (
        open_library(tmp_path / "a" / "b") as library,
        library.unit_of_work(writes=False) as work,
    ):
        tree = work.taxonomy.sections()
        assert work.settings.paper() == starting().paper
        assert work.articles.ids(EVERYTHING) == []
    paths = list(tree.paths())
    assert ("Chuyên đề", "Phát triển đoàn viên, xây dựng tổ chức Công đoàn") in paths
    assert ("Chuyên đề", "An toàn lao động") in paths
    for name in ("Thời sự", "Công đoàn", "Pháp luật", "Đời sống", "Văn hóa"):
        assert tree.require((name,)).slug


def test_folder_may_have_any_name(tmp_path):
    folder = tmp_path / "Thư viện #1 – 100%? 'a' & b;c"
    with open_library(folder) as library:
        (added,) = stored(library.unit_of_work, article("Một."))
    with open_library(folder) as library, library.unit_of_work(writes=False) as work:
        assert work.articles.get(added.id) == added


@posix
def test_new_library_is_for_its_owner_alone(tmp_path):
    folder = tmp_path / "library"
    open_library(folder).close()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


def test_connection_is_set_for_safety(library: Library):
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
    }
    with library._engine.connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    assert found == wanted


def test_old_sqlite_is_refused():
    with pytest.raises(BugError, match=r"3\.50\.4"):
        database.require_safe_sqlite((3, 50, 4))


def test_missing_library_is_not_found(tmp_path):
    with pytest.raises(NotFoundError, match="no library in"):
        open_library(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def test_file_is_not_a_folder(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="is a file"):
        open_library(tmp_path / "file")
    with pytest.raises(UserError):
        open_library(tmp_path / "file" / "below")


@pytest.mark.parametrize(
    "content", [b"", b"x", os.urandom(9000), b"SQLite format 3\0" + bytes(5000)]
)
def test_other_content_is_not_a_library_and_stays(tmp_path, content):
    file = tmp_path / FILE_NAME
    file.write_bytes(content)
    with pytest.raises(UserError, match="not a library"):
        open_library(tmp_path)
    assert file.read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_someone_elses_database_is_not_a_library_and_stays(tmp_path):
    file = tmp_path / FILE_NAME
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE theirs (a)")
        connection.commit()
    before = file.read_bytes()
    with pytest.raises(UserError, match="not a library"):
        open_library(tmp_path)
    assert file.read_bytes() == before


def test_library_of_a_newer_program_is_refused_and_stays(folder):
    file = folder / FILE_NAME
    with closing(dbapi2.connect(str(file))) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    before = file.read_bytes()
    with pytest.raises(UserError, match="newer version"):
        open_library(folder)
    assert file.read_bytes() == before


def test_cut_off_library_is_damaged(folder):
    data = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(data[: len(data) // 2])
    with pytest.raises(UserError, match="damaged"), open_library(folder) as library:
        stored(library.unit_of_work, article("Một."))


def open_to_all(folder: Path) -> None:
    """Let everyone enter the folder of a test, which pytest makes for its owner alone."""
    for path in (folder, *folder.parents[:2]):
        path.chmod(0o755)


def as_nobody(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `code` as a person for whom permissions count, also when the tests run as root."""
    drop = "import os; os.setgid(65534); os.setuid(65534)\n" if os.geteuid() == 0 else ""
    # Imports come first: the person need not be allowed to read the program's folder.
    head = "import sys; from pathlib import Path; import encodings.idna, alembic.command, mako\n"
    head += "import sqlalchemy.dialects.sqlite.pysqlite\n"
    body = (
        "from newsroom.storage.library import open_library\n"
        "from newsroom.storage import creation, migrating, starting, upgrading\n"
        "from newsroom.errors import UserError\n"
    )
    tail = f"try:\n    {code}\nexcept UserError as error:\n    print(error)\n"
    return subprocess.run(
        [sys.executable, "-c", head + body + drop + tail, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )


@posix
def test_read_only_folder_is_explained(tmp_path):
    folder = tmp_path / "closed"
    folder.mkdir()
    open_to_all(tmp_path)
    folder.chmod(0o555)
    done = as_nobody("open_library(Path(sys.argv[1]))", folder)
    assert done.stdout == NO_PERMISSION.format(folder=folder), done.stderr
    assert list(folder.iterdir()) == []


@posix
def test_read_only_library_is_explained(folder):
    open_to_all(folder.parent)
    (folder / FILE_NAME).chmod(0o444)
    folder.chmod(0o555)
    done = as_nobody("open_library(Path(sys.argv[1]))", folder)
    folder.chmod(0o755)
    assert done.stdout.count("\n") == 1, done.stderr
    assert f"“{folder}”" in done.stdout


def test_two_that_create_at_once_share_one_library(tmp_path, monkeypatch):
    """The loser of the race opens what the winner made and overwrites nothing."""
    fill = creation._fill

    def slow(draft: Path) -> None:
        fill(draft)
        monkeypatch.setattr(creation, "_fill", fill)
        with open_library(tmp_path) as winner:
            stored(winner.unit_of_work, article("Của người nhanh hơn."))

    monkeypatch.setattr(creation, "_fill", slow)
    with open_library(tmp_path) as library, library.unit_of_work(writes=False) as work:
        assert len(work.articles.ids(EVERYTHING)) == 1
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_failed_creation_leaves_nothing(tmp_path, monkeypatch):
    def fails(draft: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(creation, "_fill", fails)
    with pytest.raises(UserError, match="disk is full"):
        open_library(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_full_database_is_explained_and_keeps_what_it_had(folder):
    with open_library(folder) as library:
        (kept,) = stored(library.unit_of_work, article("Trước.", headline="Trước"))
        with library._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
        with pytest.raises(UserError, match="disk is full"):
            stored(library.unit_of_work, article("Người lao động. " * 5000))
        with library.unit_of_work(writes=False) as work:
            assert work.articles.ids(EVERYTHING) == [kept.id]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs RLIMIT_FSIZE")
def test_full_disk_is_explained_and_keeps_what_it_had(folder):
    """No file may grow: that is what the write-ahead log meets when the disk is full."""
    code = (
        "import os, resource, sys; from pathlib import Path;"
        "from newsroom.errors import UserError;"
        "from newsroom.storage.library import open_library;"
        "from tests.storage.samples import ROOT, article, stored;"
        "library = open_library(Path(sys.argv[1]));"
        "stored(library.unit_of_work, article('Trước.'));"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000));"
        "\ntry:\n stored(library.unit_of_work, article('Người lao động. ' * 9000))"
        "\nexcept UserError as error: print(error)"
    )
    command = [sys.executable, "-c", code, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert str(folder) in done.stdout
    assert done.stdout.count("\n") == 1
    with open_library(folder) as library, library.unit_of_work(writes=False) as work:
        assert len(work.articles.ids(EVERYTHING)) == 1


def test_second_writer_is_told_that_the_library_is_busy(library, monkeypatch):
    monkeypatch.setattr(database, "_PRAGMAS", (*database._PRAGMAS, "busy_timeout=10"))
    with (
        open_library(library.folder) as other,
        library.unit_of_work() as work,
    ):
        work.articles.add(article("Một."))
        with pytest.raises(UserError, match="busy"):
            stored(other.unit_of_work, article("Hai."))


def test_readers_never_wait_for_a_writer(library, monkeypatch):
    monkeypatch.setattr(database, "_PRAGMAS", (*database._PRAGMAS, "busy_timeout=10"))
    with open_library(library.folder) as other, library.unit_of_work() as work:
        work.articles.add(article("Một."))
        with other.unit_of_work(writes=False) as reading:
            assert reading.articles.ids(EVERYTHING) == []


def test_a_wrong_statement_is_our_bug(library):
    with library.unit_of_work() as work, pytest.raises(BugError, match="SQLITE_ERROR") as bug:
        work.articles._connection.exec_driver_sql("SELECT * FROM no_such")
    assert "no such table" in str(bug.value.__cause__)


def test_a_library_is_not_made_when_the_disk_has_no_room_for_it(tmp_path, monkeypatch):
    def no_room(file):
        raise UserError("The disk is full: the library “{folder}” …", folder=file.parent)

    monkeypatch.setattr(creation, "merge_log", no_room)
    with pytest.raises(UserError):
        open_library(tmp_path / "library")
    assert list((tmp_path / "library").iterdir()) == []
    monkeypatch.undo()
    open_library(tmp_path / "library").close()


_MAKING = """
import os, resource, signal, sys
from pathlib import Path
from newsroom.errors import UserError
from newsroom.storage.library import open_library

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

def made(folder, room):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    try:
        open_library(folder).close()
    except UserError:
        return 1
    return 0

for room in sys.argv[2:]:
    child = os.fork()
    if not child:
        os._exit(made(Path(sys.argv[1], room), int(room) * 1000))
    print(room, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
"""Makes a library for each number of kB to which its files may grow, each in its own process."""


@posix
def test_a_half_full_disk_makes_no_half_library(tmp_path):
    """The lack of room stops the making at another step each time."""
    rooms = [str(room) for room in range(60, 260, 20)]
    command = [sys.executable, "-c", _MAKING, str(tmp_path), *rooms]
    ended = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True)
    assert ended.stderr == ""
    codes = dict(line.split() for line in ended.stdout.splitlines())
    assert set(codes) == set(rooms)
    assert set(codes.values()) == {"0", "1"}
    for room, code in codes.items():
        folder = tmp_path / room
        assert (folder / FILE_NAME).exists() is (code == "0"), room
        open_library(folder).close()


def test_a_folder_named_like_a_person_whom_nobody_knows(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFoundError):
        open_library(Path("~nobody-of-that-name/x"), create=False)


@pytest.mark.parametrize(("free", "words"), [(0, "disk is full"), (10**9, "could not be read")])
def test_an_io_error_on_a_full_disk_says_that_the_disk_is_full(tmp_path, monkeypatch, free, words):
    class StoppedError(Exception):
        sqlite_errorname = "SQLITE_IOERR_SHMSIZE"

    usage = faults.shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(faults.shutil, "disk_usage", lambda _folder: usage)
    assert words in str(faults.database_fault(StoppedError("disk I/O error"), tmp_path))


def test_ctrl_c_within_the_database_is_no_fault_of_it(library: Library):
    def stop(*_arguments):
        raise KeyboardInterrupt

    event.listen(library._engine, "before_cursor_execute", stop)
    with pytest.raises(KeyboardInterrupt), library.unit_of_work() as work:
        work.articles.ids(EVERYTHING)


def test_what_a_killed_program_left_behind_is_swept_away(folder):
    old = [folder / f".{FILE_NAME}.ab12cd34{rest}" for rest in ("", "-wal", "-shm")]
    fresh = folder / f".{FILE_NAME}.99999999"
    for file in (*old, fresh):
        file.write_bytes(b"x")
    for file in old:
        os.utime(file, (0, 0))
    open_library(folder).close()
    assert [file.exists() for file in (*old, fresh)] == [False, False, False, True]
    assert (folder / FILE_NAME).exists()


def test_a_library_on_a_locked_medium_says_so(tmp_path, monkeypatch):
    class RefusedError(Exception):
        sqlite_errorname = "SQLITE_CANTOPEN"

    assert "cannot be opened" in str(database_fault(RefusedError(), tmp_path))
    monkeypatch.setattr("newsroom.storage.faults.os.access", lambda *_asked: False)
    assert "no permission to write" in str(database_fault(RefusedError(), tmp_path))
