"""What was committed stays, whatever happens to the program or beside it."""

import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from newsroom.domain.library import EVERYTHING
from newsroom.errors import UserError
from newsroom.storage.database import FILE_NAME
from newsroom.storage.library import Library, open_library
from tests.storage.samples import ROOT, article, picture, stored

WRITER = """
import sys
from pathlib import Path
from newsroom.storage.library import open_library
from tests.storage.samples import ROOT, article, stored
library = open_library(Path(sys.argv[1]))
for number in range(10_000):
    (added,) = stored(library.unit_of_work, article("Người lao động. " * 40, tags=(str(number),)))
    print(added.id, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("after", [1, 7, 30])
def test_killed_writer_loses_nothing_it_acknowledged(folder: Path, after: int):
    child = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    acknowledged = [child.stdout.readline().strip() for _ in range(after)]
    os.kill(child.pid, signal.SIGKILL)
    rest, _ = child.communicate()
    acknowledged += rest.split("\n")[:-1]
    with open_library(folder) as library, library.unit_of_work(writes=False) as work:
        kept = work.articles.ids(EVERYTHING)
        found = work.search.search("người lao động", within=EVERYTHING, limit=1)
    assert set(acknowledged) <= set(kept)
    assert found.total == len(kept)
    with closing(dbapi2.connect(str(folder / FILE_NAME))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_many_threads_write_and_read_at_once(library: Library):
    def write(number: int) -> None:
        stored(library.unit_of_work, article(f"Bài {number}.", tags=(f"t{number % 3}",)))
        library.photos.add(picture(colour=f"#0000{number:02x}"), name=f"{number}.jpg")
        with library.unit_of_work(writes=False) as work:
            work.articles.counts()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, range(24)))
    with library.unit_of_work(writes=False) as work:
        assert len(work.articles.ids(EVERYTHING)) == 24
        assert work.articles.counts().by_tag == {"t0": 8, "t1": 8, "t2": 8}


def test_reader_sees_one_moment(library: Library):
    with library.unit_of_work(writes=False) as work:
        assert work.articles.ids(EVERYTHING) == []
        stored(library.unit_of_work, article("Mới."))
        assert work.articles.ids(EVERYTHING) == []
        assert work.articles.counts().total == 0


def test_failed_commit_keeps_the_library_usable(library: Library):
    with library.unit_of_work() as work:
        work.articles.add(article("Một."))
        pages = work._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        work._connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 9}")
        with pytest.raises(UserError, match="disk is full"):
            work.articles.add(article("Người lao động. " * 150_000))
        work._connection.exec_driver_sql("PRAGMA max_page_count=4294967294")
        with pytest.raises(UserError, match="as it was before"):
            work.commit()
    (kept,) = stored(library.unit_of_work, article("Hai."))
    with library.unit_of_work(writes=False) as work:
        assert work.articles.ids(EVERYTHING) == [kept.id]


def test_settings_of_a_newer_program_are_passed_over(library: Library):
    with library._engine.begin() as connection:
        value = '{"name": "Người Thợ", "hologram": true}'
        connection.exec_driver_sql("UPDATE setting SET value = ? WHERE key = 'paper'", (value,))
    with library.unit_of_work(writes=False) as work:
        assert work.settings.paper().name == "Người Thợ"


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be deleted")
def test_a_library_that_was_deleted_acknowledges_nothing(folder: Path):
    with open_library(folder) as library:
        stored(library.unit_of_work, article("Một."))
        shutil.rmtree(folder)
        with pytest.raises(UserError, match="is gone"):
            stored(library.unit_of_work, article("Hai."))


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be deleted")
def test_what_a_deleted_library_refused_does_not_stand(folder: Path):
    """Else the next try would say that somebody else has changed the article."""
    with open_library(folder) as library:
        (first,) = stored(library.unit_of_work, article("Một."))
        shutil.rmtree(folder)
        for _again in range(2):
            with library.unit_of_work() as work:
                work.articles.save(replace(first, lede="Hai."))
                with pytest.raises(UserError, match="is gone"):
                    work.commit()


@pytest.mark.parametrize("value", ['{"name":', "[1]", '[{"name": 5}]', '{"visits": "7"}', "5"])
def test_damaged_settings_are_told_in_one_sentence(library: Library, value: str):
    with library._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE setting SET value = ? WHERE key = 'paper'", (value,))
    with (
        library.unit_of_work(writes=False) as work,
        pytest.raises(UserError, match="settings are damaged"),
    ):
        work.settings.paper()
