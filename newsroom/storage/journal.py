"""The keystroke journal: edits go to the disk as they are made, one small commit each.

The writer has a connection of its own that commits at `synchronous=NORMAL`: an edit then survives
the death of the program, and costs no wait for the disk. `sync` commits once at FULL, which brings
all that came before it through a power cut, too (sqlite.org/pragma.html#pragma_synchronous:
in WAL mode FULL adds the sync of the log after each commit).
"""

import json
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection
from sqlcipher3 import dbapi2

from newsroom.domain.ids import ArticleId
from newsroom.domain.journal import JournalEntry
from newsroom.domain.json_document import Json
from newsroom.errors import NotFoundError
from newsroom.storage.database import open_database
from newsroom.storage.faults import database_fault, require_place
from newsroom.storage.tables import ARTICLE, JOURNAL

_APPEND = (
    "INSERT INTO journal (article_id, revision, at, edit) SELECT id, ?, ?, ? FROM article "
    "WHERE uid = ?"
)
# The value must change: SQLite writes, and waits for, nothing when a row stays as it is.
_TOUCH = "UPDATE journal SET at = at + 1 WHERE id = ?"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class SqlJournal:
    """`newsroom.domain.ports.JournalRepository` on a connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def pending(self) -> list[ArticleId]:
        first = select(JOURNAL.c.article_id).distinct().scalar_subquery()
        uids = select(ARTICLE.c.uid).where(ARTICLE.c.id.in_(first)).order_by(ARTICLE.c.id)
        return [ArticleId(uid) for uid in self._connection.scalars(uids)]

    def entries(self, article_id: ArticleId) -> Sequence[JournalEntry]:
        columns = (JOURNAL.c.id, JOURNAL.c.revision, JOURNAL.c.at, JOURNAL.c.edit)
        own = select(*columns).where(JOURNAL.c.article_id == _row_of(article_id))
        return [
            JournalEntry(id=number, revision=revision, at=at, edit=_read(edit))
            for number, revision, at, edit in self._connection.execute(own.order_by(JOURNAL.c.id))
        ]

    def clear(self, article_id: ArticleId, *, up_to: int) -> None:
        own = JOURNAL.c.article_id == _row_of(article_id)
        self._connection.execute(delete(JOURNAL).where(own, JOURNAL.c.id <= up_to))

    def put_back(self, article_id: ArticleId, entries: Iterable[JournalEntry]) -> None:
        for entry in entries:
            values = {
                "id": entry.id,
                "article_id": _row_of(article_id),
                "revision": entry.revision,
                "at": entry.at,
                "edit": _written(entry.edit),
            }
            self._connection.execute(insert(JOURNAL).values(**values))


def _row_of(article_id: ArticleId) -> Any:
    return select(ARTICLE.c.id).where(ARTICLE.c.uid == article_id).scalar_subquery()


def _written(edit: Json) -> str:
    return json.dumps(edit, ensure_ascii=False, separators=(",", ":"))


def _read(edit: str) -> Json:
    """The JSON value; an empty edit, which nothing reads, when the disk did not keep it."""
    with suppress(ValueError):
        value = json.loads(edit)
        if isinstance(value, dict):
            return value
    return {"": edit}


class SqlJournalWriter:
    """`newsroom.domain.ports.JournalWriter` on the library's database file."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._connection: Any = None
        self._last = 0
        self._lock = threading.Lock()

    def append(self, article_id: ArticleId, edit: Json, *, revision: int, at: datetime) -> int:
        words = _written(edit)
        moment = (at - _EPOCH) // timedelta(microseconds=1)
        with self._lock:
            made = self._execute(_APPEND, (revision, moment, words, article_id))
            if made.rowcount < 1:
                raise NotFoundError("There is no article “{id}”.", id=article_id)
            self._last = int(made.lastrowid)
            return self._last

    def sync(self) -> None:
        with self._lock:
            self._execute("PRAGMA synchronous=FULL")
            try:
                self._execute(_TOUCH, (self._last,))
            finally:
                self._execute("PRAGMA synchronous=NORMAL")
            require_place(self._database)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _execute(self, sql: str, values: tuple[Any, ...] = ()) -> Any:
        try:
            if self._connection is None:
                self._connection = open_database(self._database)
                self._connection.execute("PRAGMA synchronous=NORMAL")
            return self._connection.execute(sql, values)
        except dbapi2.Error as error:
            raise database_fault(error, self._database.parent) from error
