"""The library's settings, one JSON value a key."""

import json
from dataclasses import asdict, fields, replace
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from newsroom.domain.malformed import malformed
from newsroom.domain.paper import PaperSettings
from newsroom.storage.mapping import nfc_tree
from newsroom.storage.tables import SETTING

_PAPER = "paper"
_KNOWN = frozenset(field.name for field in fields(PaperSettings))


class SqlSettings:
    """`newsroom.domain.ports.SettingsStore` on a connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @malformed("The library's settings are damaged: {problem}.")
    def paper(self) -> PaperSettings:
        stored = self.read(_PAPER) or {}
        # A setting that a newer program wrote is no reason to refuse the library.
        known = {name: stored[name] for name in stored.keys() & _KNOWN}
        usual = PaperSettings()
        if any(type(value) is not type(getattr(usual, name)) for name, value in known.items()):
            raise TypeError("a setting of another kind")
        return replace(usual, **known)

    def save_paper(self, settings: PaperSettings) -> None:
        self.write(_PAPER, asdict(settings))

    def read(self, key: str) -> Any:
        value = self._connection.scalar(select(SETTING.c.value).where(SETTING.c.key == key))
        return None if value is None else _parsed(value)

    def write(self, key: str, value: Any) -> None:
        self._connection.execute(delete(SETTING).where(SETTING.c.key == key))
        if value is not None:
            text = json.dumps(nfc_tree(value), ensure_ascii=False)
            self._connection.execute(insert(SETTING).values(key=key, value=text))


@malformed("The library's settings are damaged: {problem}.")
def _parsed(value: str) -> Any:
    return json.loads(value)
