"""The journal's writer over a library in memory."""

import json
from datetime import datetime
from itertools import count

from newsroom.domain.ids import ArticleId
from newsroom.domain.journal import JournalEntry
from newsroom.domain.json_document import Json
from tests.fakes.library import MemoryLibrary


class MemoryJournalWriter:
    """Counts its syncs in `syncs`."""

    def __init__(self, library: MemoryLibrary) -> None:
        self._library = library
        self._ids = count(1)
        self.syncs = 0

    def append(self, article_id: ArticleId, edit: Json, *, revision: int, at: datetime) -> int:
        with self._library.unit_of_work() as work:
            work.articles.get(article_id)
            kept = json.loads(json.dumps(edit))
            entry = JournalEntry(id=next(self._ids), revision=revision, at=at, edit=kept)
            work.journal.add(article_id, entry)
            work.commit()
        return entry.id

    def sync(self) -> None:
        self.syncs += 1
