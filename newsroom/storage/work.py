"""One transaction on the library."""

import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from newsroom.errors import BugError, UserError
from newsroom.storage.articles import SqlArticles
from newsroom.storage.database import FAILED
from newsroom.storage.search import SqlSearch
from newsroom.storage.settings import SqlSettings
from newsroom.storage.taxonomy import SqlTaxonomy


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
        self._connection.commit()
        self._require_place()
        # What follows in the block is a transaction of its own, which begins with its first word.
        self.taxonomy.forget()
        self._current.connection = None

    def _require_place(self) -> None:
        """A library whose folder was deleted or taken away still takes what no one will find."""
        if not self._database.exists():
            raise UserError(
                "The library “{folder}” is gone; nothing can be stored in it.",
                folder=self._database.parent,
            )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._current is not None:
            self._current.connection = None
        self._connection.close()
