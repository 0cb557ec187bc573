"""Versions in the library on disk and in its fake; what only a disk can do to them."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql
from sqlcipher3 import dbapi2

from newsroom.domain.article import ArticleText, text_part
from newsroom.domain.ids import ArticleId
from newsroom.domain.versions import VersionId
from newsroom.errors import NotFoundError, UserError
from newsroom.storage.database import FILE_NAME, SCHEMA_VERSION, connect
from newsroom.storage.library import open_library
from newsroom.storage.migrating import Steps, migrated
from tests.fakes.desk import NOON
from tests.storage.samples import article, stored

NOBODY = ArticleId("000000000000")


def keep(opening, owner, text: ArticleText, *, minutes: int = 0, name: str = ""):
    with opening() as work:
        at = NOON + timedelta(minutes=minutes)
        kept = work.versions.add(owner.id, text, at=at, by="Lê Lâm", name=name)
        work.commit()
    return kept


def test_versions_are_listed_newest_first_and_read_as_they_were(opening):
    owner, other = stored(opening, article("Bản đầu."), article("Bài khác."))
    first = keep(opening, owner, text_part(owner))
    keep(opening, other, text_part(other))
    later = replace(text_part(owner), headline="Tít mới")
    second = keep(opening, owner, later, minutes=3, name="Gửi duyệt")
    with opening(writes=False) as work:
        assert list(work.versions.list(owner.id)) == [second, first]
        assert work.versions.read(first.id) == text_part(owner)
        assert work.versions.read(second.id) == later
        assert work.versions.holds(second, later)
        assert not work.versions.holds(second, text_part(owner))
    assert (first.parent, second.parent) == (None, first.id)
    assert (second.at, second.by, second.name) == (
        NOON + timedelta(minutes=3),
        "Lê Lâm",
        "Gửi duyệt",
    )
    assert (first.words, second.words) == (2, 4)


def test_names_and_thinning(opening):
    (owner,) = stored(opening, article("Bản đầu."))
    first, second = (keep(opening, owner, text_part(owner), minutes=n) for n in range(2))
    with opening() as work:
        renamed = work.versions.rename(first.id, "Bản gốc")
        work.versions.remove([second.id, VersionId(999)])
        work.commit()
    with opening(writes=False) as work:
        assert list(work.versions.list(owner.id)) == [renamed]
    third = keep(opening, owner, text_part(owner))
    assert renamed.name == "Bản gốc"
    assert third.id not in (first.id, second.id)


def test_what_is_not_there(opening):
    with opening() as work:
        for fails in (
            lambda: work.versions.read(VersionId(7)),
            lambda: work.versions.rename(VersionId(7), "x"),
            lambda: work.versions.list(NOBODY),
            lambda: work.versions.add(NOBODY, ArticleText(), at=NOON, by=""),
        ):
            with pytest.raises(NotFoundError):
                fails()


def test_versions_go_with_their_article(opening):
    (owner,) = stored(opening, article("Bản đầu."))
    kept = keep(opening, owner, text_part(owner))
    with opening() as work:
        work.articles.remove(owner.id)
        work.commit()
    with opening(writes=False) as work, pytest.raises(NotFoundError):
        work.versions.read(kept.id)


@pytest.mark.parametrize(
    "damage",
    [
        "content = replace(content, 'đầu', 'dầu')",
        "parent_id = 5",
        "content = substr(content, 1, 20)",
        "sha256 = ''",
    ],
)
def test_rot_is_noticed_and_harms_no_other_version(library, damage):
    opening = library.unit_of_work
    (owner,) = stored(opening, article("Bản đầu."))
    first, second = (keep(opening, owner, text_part(owner), minutes=n) for n in range(2))
    with closing(dbapi2.connect(str(library.folder / FILE_NAME))) as connection:
        connection.execute(f"UPDATE version SET {damage} WHERE id = ?", (first.id,))
        connection.commit()
    with opening(writes=False) as work:
        with pytest.raises(UserError, match=f"Version {first.id} is damaged"):
            work.versions.read(first.id)
        assert work.versions.read(second.id) == text_part(owner)
        assert len(work.versions.list(owner.id)) == 2


def test_a_library_of_the_first_schema_gets_room_for_versions_and_loses_nothing(folder):
    """Made by the first migration alone, as the first release made it."""
    assert SCHEMA_VERSION == 3
    with open_library(folder) as new:
        (owner,) = stored(new.unit_of_work, article("Bản đầu.", headline="Tít", tags=("a", "b")))
        rows = _rows(folder)
    for file in folder.glob(f"{FILE_NAME}*"):
        file.unlink()
    (folder / FILE_NAME).touch()
    engine = connect(folder / FILE_NAME)
    with migrated(engine, Steps(last=1)) as connection:
        for table, values in rows.items():
            for row in values:
                names = ", ".join(f'"{name}"' for name in row)
                places = ", ".join(f":{name}" for name in row)
                connection.execute(sql(f"INSERT INTO {table} ({names}) VALUES ({places})"), row)
    engine.dispose()
    with closing(dbapi2.connect(str(folder / FILE_NAME))) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema")}
        assert "version" not in tables
    with open_library(folder) as upgraded:
        with upgraded.unit_of_work(writes=False) as work:
            assert work.articles.get(owner.id) == owner
            assert list(work.versions.list(owner.id)) == []
        kept = keep(upgraded.unit_of_work, owner, text_part(owner))
        with upgraded.unit_of_work(writes=False) as work:
            assert work.versions.read(kept.id) == text_part(owner)
    assert (folder / "library-version-1.db").exists()


def _rows(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """What a library of today holds, in the columns that the first schema had."""
    tables = ("section", "article", "tag", "article_tag", "article_byline", "setting")
    with closing(dbapi2.connect(str(folder / FILE_NAME))) as connection:
        return {table: list(_rows_of(connection, table)) for table in tables}


def _rows_of(connection: Any, table: str) -> Iterator[dict[str, Any]]:
    found = connection.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in found.description]
    for values in found:
        row = dict(zip(names, values, strict=True))
        yield {name: row[name] for name in names if name not in ("comments", "profile", "slot")}
