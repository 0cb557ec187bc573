"""The library's settings, one JSON value a key."""

import json
from dataclasses import asdict, fields

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from newsroom.domain.paper import PaperSettings
from newsroom.language.folding import nfc
from newsroom.storage.rows import SettingRow

_PAPER = "paper"
_KNOWN = frozenset(field.name for field in fields(PaperSettings))


class SqlSettings:
    """`newsroom.domain.ports.SettingsStore` on a session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def paper(self) -> PaperSettings:
        value = self._session.scalar(select(SettingRow.value).where(SettingRow.key == _PAPER))
        stored = json.loads(value) if value else {}
        # A setting that a newer program wrote is no reason to refuse the library.
        return PaperSettings(**{name: stored[name] for name in stored if name in _KNOWN})

    def save_paper(self, settings: PaperSettings) -> None:
        value = nfc(json.dumps(asdict(settings), ensure_ascii=False))
        self._session.execute(delete(SettingRow).where(SettingRow.key == _PAPER))
        self._session.execute(insert(SettingRow).values(key=_PAPER, value=value))
