"""The keystroke journal of every library: in order, per article, gone when folded."""

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from newsroom.domain.ids import ArticleId
from newsroom.domain.ports import JournalWriter, OpenUnitOfWork
from newsroom.errors import NotFoundError, UserError
from newsroom.storage.database import FILE_NAME
from newsroom.storage.library import Library, open_library
from tests.fakes.desk import NOON
from tests.fakes.journal import MemoryJournalWriter
from tests.fakes.library import MemoryLibrary
from tests.storage.samples import article, stored


@dataclass
class Place:
    open: OpenUnitOfWork
    journal: JournalWriter

    def note(self, article_id: ArticleId, words: str, revision: int = 1) -> int:
        return self.journal.append(article_id, {"lede": words}, revision=revision, at=NOON)

    def words(self, article_id: ArticleId) -> list[str]:
        with self.open(writes=False) as work:
            return [entry.edit["lede"] for entry in work.journal.entries(article_id)]


@pytest.fixture(params=["disk", "memory"])
def place(request: pytest.FixtureRequest) -> Place:
    if request.param == "memory":
        memory = MemoryLibrary()
        return Place(memory.unit_of_work, MemoryJournalWriter(memory))
    library: Library = request.getfixturevalue("library")
    return Place(library.unit_of_work, library.journal)


def test_edits_come_back_in_order_and_by_article(place: Place):
    one, two = stored(place.open, article("Một."), article("Hai."))
    for number in range(12):
        place.note((one, two)[number % 2].id, f"Đường {number}", revision=number)
    place.journal.sync()
    with place.open(writes=False) as work:
        entries = work.journal.entries(one.id)
        assert work.journal.pending() == [one.id, two.id]
    assert [(entry.revision, entry.edit) for entry in entries] == [
        (number, {"lede": f"Đường {number}"}) for number in range(0, 12, 2)
    ]
    assert [entry.id for entry in entries] == sorted({entry.id for entry in entries})


def test_what_is_folded_is_forgotten_and_what_came_later_stays(place: Place):
    one, two = stored(place.open, article("Một."), article("Hai."))
    place.note(one.id, "a")
    last = place.note(one.id, "b")
    place.note(two.id, "c")
    place.note(one.id, "d")
    with place.open() as work:
        work.journal.clear(one.id, up_to=last)
        work.commit()
    assert place.words(one.id) == ["d"]
    assert place.words(two.id) == ["c"]


def test_without_commit_nothing_is_forgotten(place: Place):
    (one,) = stored(place.open, article("Một."))
    last = place.note(one.id, "a")
    with place.open() as work:
        work.journal.clear(one.id, up_to=last)
    assert place.words(one.id) == ["a"]


def test_an_article_that_is_gone_takes_no_edit(place: Place):
    (one,) = stored(place.open, article("Một."))
    with place.open() as work:
        work.articles.remove(one.id)
        work.commit()
    with pytest.raises(NotFoundError):
        place.note(one.id, "a")


def test_edits_go_with_their_article(place: Place):
    (one,) = stored(place.open, article("Một."))
    place.note(one.id, "a")
    with place.open() as work:
        work.articles.remove(one.id)
        work.commit()
    with place.open(writes=False) as work:
        assert work.journal.pending() == []


def test_each_sync_waits_for_the_disk_even_when_nothing_came_since(
    library: Library, folder: Path, log_size: Callable[[], int]
):
    """A row that is written as it was would write nothing, and so wait for nothing."""
    (one,) = stored(library.unit_of_work, article("Một."))
    library.journal.append(one.id, {"lede": "a"}, revision=1, at=NOON)
    before = log_size()
    library.journal.sync()
    assert log_size() > before


@pytest.fixture
def log_size(folder: Path) -> Callable[[], int]:
    """Bytes of the write-ahead log."""
    return lambda: (folder / f"{FILE_NAME}-wal").stat().st_size


def test_an_edit_that_the_disk_did_not_keep_is_one_that_nothing_reads(library: Library):
    (one,) = stored(library.unit_of_work, article("Một."))
    library.journal.append(one.id, {"lede": "a"}, revision=1, at=NOON)
    for broken in ("{", "[1]", "\x00"):
        with library._engine.begin() as connection:
            connection.exec_driver_sql("UPDATE journal SET edit = ?", (broken,))
        with library.unit_of_work(writes=False) as work:
            assert [entry.edit for entry in work.journal.entries(one.id)] == [{"": broken}]


def test_a_full_disk_is_told_and_what_was_kept_stays(library: Library, folder: Path):
    (one,) = stored(library.unit_of_work, article("Một."))
    library.journal.append(one.id, {"lede": "a"}, revision=1, at=NOON)
    connection = library.journal._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(UserError, match="disk is full"):
        library.journal.append(one.id, {"lede": "x" * 100_000}, revision=1, at=NOON)
    connection.execute("PRAGMA max_page_count=4294967294")
    library.journal.append(one.id, {"lede": "b"}, revision=1, at=NOON)
    library.close()
    with open_library(folder) as again, again.unit_of_work(writes=False) as work:
        assert [entry.edit["lede"] for entry in work.journal.entries(one.id)] == ["a", "b"]
    with closing(dbapi2.connect(str(folder / FILE_NAME))) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_library_that_was_deleted_calls_nothing_safe(library: Library, folder: Path):
    (one,) = stored(library.unit_of_work, article("Một."))
    library.journal.append(one.id, {"lede": "a"}, revision=1, at=NOON)
    shutil.rmtree(folder)
    with pytest.raises(UserError, match="is gone"):
        library.journal.sync()
