"""The library's settings, one JSON value a key."""

import json
from dataclasses import asdict, fields

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from newsroom.domain.paper import PaperSettings
from newsroom.language.folding import nfc
from newsroom.storage.tables import SETTING

_PAPER = "paper"
_KNOWN = frozenset(field.name for field in fields(PaperSettings))


class SqlSettings:
    """`newsroom.domain.ports.SettingsStore` on a connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def paper(self) -> PaperSettings:
        value = self._connection.scalar(select(SETTING.c.value).where(SETTING.c.key == _PAPER))
        stored = json.loads(value) if value else {}
        # A setting that a newer program wrote is no reason to refuse the library.
        return PaperSettings(**{name: stored[name] for name in stored if name in _KNOWN})

    def save_paper(self, settings: PaperSettings) -> None:
        value = nfc(json.dumps(asdict(settings), ensure_ascii=False))
        self._connection.execute(delete(SETTING).where(SETTING.c.key == _PAPER))
        self._connection.execute(insert(SETTING).values(key=_PAPER, value=value))
