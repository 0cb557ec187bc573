"""One transaction on the library."""

import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from newsroom.errors import BugError, UserError
from newsroom.storage.articles import SqlArticles
from newsroom.storage.database import FAILED
from newsroom.storage.faults import require_place
from newsroom.storage.journal import SqlJournal
from newsroom.storage.search import SqlSearch
from newsroom.storage.settings import SqlSettings
from newsroom.storage.taxonomy import SqlTaxonomy
from newsroom.storage.versions import SqlVersions


class SqlUnitOfWork:
    """`newsroom.domain.ports.UnitOfWork`; used once, by the thread that entered it."""

    def __init__(self, engine: Engine, database: Path, *, current: threading.local | None) -> None:
        """On `engine`, whose file is `database`.

        `current` is where a writing thread says so (see `DiskPhotos`); None for reading.
        """
        self._engine = engine
        self._database = database
        self._current = current

    def __enter__(self) -> Self:
        self._connection = self._engine.connect()
        try:
            self._connection.begin()
        except BaseException:
            self._connection.close()
            raise
        self._connection.info.pop(FAILED, None)
        if self._current is not None:
            self._current.connection = self._connection
        self.taxonomy = SqlTaxonomy(self._connection)
        self.articles = SqlArticles(self._connection, self.taxonomy)
        self.versions = SqlVersions(self._connection)
        self.journal = SqlJournal(self._connection)
        self.settings = SqlSettings(self._connection)
        self.search = SqlSearch(self._connection, self.taxonomy, self.settings)
        return self

    def commit(self) -> None:
        if self._current is None:
            raise BugError("A unit of work that was opened for reading was committed.")
        # After a fault SQLite has undone a statement or all of them; who caught the error must
        # not be told that everything was kept.
        if FAILED in self._connection.info:
            raise UserError("What was changed could not be kept; the library is as it was before.")
        # Before too: what was refused must not stand, or the next try would find itself overtaken.
        require_place(self._database)
        self._connection.commit()
        require_place(self._database)
        # What follows in the block is a transaction of its own, which begins with its first word.
        self.taxonomy.forget()
        self._current.connection = None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._current is not None:
            self._current.connection = None
        self._connection.close()
