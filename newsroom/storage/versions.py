"""The kept versions of articles: written once, checked whenever they are read."""

import builtins
import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection

from newsroom.domain.article import ArticleText
from newsroom.domain.counting import article_words
from newsroom.domain.ids import ArticleId
from newsroom.domain.json_article import text_from_json, text_to_json
from newsroom.domain.versions import StoredVersion, Version, VersionId
from newsroom.errors import NotFoundError, UserError
from newsroom.language.folding import nfc
from newsroom.storage.tables import ARTICLE, VERSION

_ABOUT = tuple(column for column in VERSION.c if column.name != "content")


class SqlVersions:
    """`newsroom.domain.ports.VersionRepository` on a connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, article_id: ArticleId, text: ArticleText, *, at: datetime, by: str, name: str = ""
    ) -> Version:
        owner = self._article(article_id)
        newest = select(func.max(VERSION.c.id)).where(VERSION.c.article_id == owner)
        parent, content = self._connection.scalar(newest), _content(text)
        values = {
            "parent_id": parent,
            "at": at,
            "by": nfc(by),
            "name": nfc(name),
            "words": article_words(text),
            "sha256": _digest(content, parent),
        }
        made = insert(VERSION).returning(VERSION.c.id)
        rest = {"article_id": owner, "content": content}
        number = self._connection.execute(made, values | rest).scalar_one()
        return self._about(VersionId(number))

    def list(self, article_id: ArticleId) -> list[Version]:
        wanted = select(*_ABOUT).where(VERSION.c.article_id == self._article(article_id))
        rows = self._connection.execute(wanted.order_by(VERSION.c.id.desc()))
        return [_version(row) for row in rows]

    def read(self, version_id: VersionId) -> ArticleText:
        row = self._row(version_id, VERSION.c.content, VERSION.c.parent_id, VERSION.c.sha256)
        if _digest(row.content, row.parent_id) != row.sha256:
            raise UserError(
                "Version {number} is damaged on the disk and cannot be shown; the article and its "
                "other versions are whole.",
                number=version_id,
            )
        return text_from_json(json.loads(row.content))

    def holds(self, version: Version, text: ArticleText) -> bool:
        return _digest(_content(text), version.parent) == version.sha256

    def rename(self, version_id: VersionId, name: str) -> Version:
        self._row(version_id, VERSION.c.id)
        named = update(VERSION).where(VERSION.c.id == version_id)
        self._connection.execute(named.values(name=nfc(name)))
        return self._about(version_id)

    def remove(self, ids: Iterable[VersionId]) -> None:
        for version_id in ids:
            self._connection.execute(delete(VERSION).where(VERSION.c.id == version_id))

    def stored(self, article_id: ArticleId) -> builtins.list[StoredVersion]:
        own = select(VERSION).where(VERSION.c.article_id == self._article(article_id))
        rows = self._connection.execute(own.order_by(VERSION.c.id))
        return [StoredVersion(version=_version(row), content=row.content) for row in rows]

    def put_back(self, article_id: ArticleId, versions: Iterable[StoredVersion]) -> None:
        owner = self._article(article_id)
        for kept in versions:
            values = {column.name: getattr(kept.version, column.name, None) for column in _ABOUT}
            own = {
                "article_id": owner,
                "parent_id": kept.version.parent,
                "content": kept.content,
            }
            self._connection.execute(insert(VERSION), values | own)

    def _about(self, version_id: VersionId) -> Version:
        return _version(self._row(version_id, *_ABOUT))

    def _article(self, article_id: ArticleId) -> int:
        wanted = select(ARTICLE.c.id).where(ARTICLE.c.uid == article_id)
        number: int | None = self._connection.scalar(wanted)
        if number is None:
            raise NotFoundError("There is no article “{id}”.", id=article_id)
        return number

    def _row(self, version_id: VersionId, *columns: Any) -> Any:
        query = select(*columns).where(VERSION.c.id == version_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("There is no version {number} any more.", number=version_id)
        return row


def _content(text: ArticleText) -> str:
    return json.dumps(text_to_json(text), ensure_ascii=False, separators=(",", ":"))


def _digest(content: str, parent: int | None) -> str:
    """SHA-256 over the number of the version before (`0`: none), a line break and the content."""
    return hashlib.sha256(f"{parent or 0}\n{content}".encode()).hexdigest()


def _version(row: Any) -> Version:
    return Version(
        id=VersionId(row.id),
        at=row.at,
        by=row.by,
        name=row.name,
        words=row.words,
        sha256=row.sha256,
        parent=None if row.parent_id is None else VersionId(row.parent_id),
    )
