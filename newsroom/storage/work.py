"""One transaction on the library."""

import threading
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from newsroom.errors import BugError
from newsroom.storage.articles import SqlArticles
from newsroom.storage.search import SqlSearch
from newsroom.storage.settings import SqlSettings
from newsroom.storage.taxonomy import SqlTaxonomy


class SqlUnitOfWork:
    """`newsroom.domain.ports.UnitOfWork`; used once, by the thread that entered it."""

    def __init__(self, engine: Engine, *, current: threading.local | None) -> None:
        """`current` is where a writing thread says so (see `DiskPhotos`); None for reading."""
        self._session = Session(engine, autoflush=False)
        self._current = current
        self.taxonomy = SqlTaxonomy(self._session)
        self.articles = SqlArticles(self._session, self.taxonomy)
        self.settings = SqlSettings(self._session)
        self.search = SqlSearch(self._session, self.taxonomy, self.settings)

    def __enter__(self) -> Self:
        try:
            self._session.connection()
        except BaseException:
            self._session.close()
            raise
        if self._current is not None:
            self._current.session = self._session
        return self

    def commit(self) -> None:
        if self._current is None:
            raise BugError("A unit of work that was opened for reading was committed.")
        self._session.commit()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._current is not None:
            self._current.session = None
        self._session.close()
