"""The tables of a library. What they hold becomes domain values in `mapping`.

Plain tables, not mapped classes: the domain's frozen values are the objects of this program, and
SQLAlchemy's mapper would cost a tenth of a second at every start.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    func,
)
from sqlalchemy.engine import Dialect

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MARGIN = timedelta(days=2)
_FIRST = (datetime.min.replace(tzinfo=UTC) + _MARGIN - _EPOCH) // _MICROSECOND
_LAST = (datetime.max.replace(tzinfo=UTC) - _MARGIN - _EPOCH) // _MICROSECOND
"""Moments nearer to the ends of the calendar (“9999-12-31”: never) have no time in every zone."""


class Moment(TypeDecorator[datetime]):
    """An aware time, stored as whole microseconds since 1970 in UTC."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        del dialect
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is None:
            return None
        return _EPOCH + timedelta(microseconds=min(max(value, _FIRST), _LAST))


METADATA = MetaData()


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _text_with_default(name: str, default: str) -> Column[str]:
    """A column that a later version added; rows of before have `default`."""
    return Column(name, Text, nullable=False, server_default=default)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _of_article(*, key: bool = True) -> Column[int]:
    """The article that a row belongs to, and goes with."""
    article = ForeignKey("article.id", ondelete="CASCADE")
    return Column("article_id", Integer, article, primary_key=key, nullable=False)


SECTION = Table(
    "section",
    METADATA,
    _id(),
    Column("parent_id", Integer, ForeignKey("section.id")),
    _number("position"),
    _text("name"),
    _text("slug"),
)
"""A node of the section tree; `position` orders the children of one parent."""

Index("section_name", func.ifnull(SECTION.c.parent_id, 0), SECTION.c.name, unique=True)

ARTICLE = Table(
    "article",
    METADATA,
    _id(),
    Column("uid", Text, nullable=False, unique=True),
    _number("revision"),
    Column("touched", Integer, nullable=False, unique=True),
    Column("updated", Moment, nullable=False),
    Column("created", Moment, nullable=False),
    Column("published", Moment),
    Column("embargo", Moment),
    _text("status"),
    _number("urgency"),
    Column("section_id", Integer, ForeignKey("section.id")),
    _number("words"),
    Column("lead_photo", Text),
    _text("slug"),
    _text("language"),
    _text("dateline"),
    _text("kicker"),
    _text("headline"),
    _text("lede"),
    _text("related"),
    _text("note"),
    _text("body"),
    _text_with_default("comments", "[]"),
    _text_with_default("profile", ""),
    _text_with_default("slot", ""),
)
"""The articles. The body comes last, so that reading a summary never touches its pages.

`touched` counts the saves of the whole library; of two articles the higher was saved later,
whatever the clock said.
"""

LATEST_FIRST = (ARTICLE.c.updated.desc(), ARTICLE.c.touched.desc())

# Each index holds all that its list needs, so that 100,000 ids are read without the articles.
Index("article_latest", *LATEST_FIRST, ARTICLE.c.status, ARTICLE.c.section_id, ARTICLE.c.uid)
Index("article_status", ARTICLE.c.status, *LATEST_FIRST, ARTICLE.c.section_id, ARTICLE.c.uid)
Index("article_section", ARTICLE.c.section_id, ARTICLE.c.status, *LATEST_FIRST, ARTICLE.c.uid)
Index("article_slug", ARTICLE.c.slug)

TAG = Table(
    "tag",
    METADATA,
    _id(),
    _text("name"),
    Column("key", Text, nullable=False, unique=True),
    Column("sort_key", LargeBinary, nullable=False),
)
"""The tags; `key` makes one of a name whatever its case, `sort_key` is its Vietnamese place."""

Index("tag_sort_key", TAG.c.sort_key)

ARTICLE_TAG = Table(
    "article_tag",
    METADATA,
    _of_article(),
    Column("position", Integer, primary_key=True),
    Column("tag_id", Integer, ForeignKey("tag.id"), nullable=False),
)
"""The tags of articles, each in the order that the author gave."""

Index("article_tag_tag", ARTICLE_TAG.c.tag_id, ARTICLE_TAG.c.article_id)

BYLINE = Table(
    "article_byline",
    METADATA,
    _of_article(),
    Column("position", Integer, primary_key=True),
    _text("name"),
    _text("key"),
)
"""The names in bylines; `key` is the name whatever its case."""

Index("article_byline_key", BYLINE.c.key, BYLINE.c.article_id)

PHOTO = Table(
    "photo",
    METADATA,
    Column("id", Text, primary_key=True),
    _text("name"),
    _text("media_type"),
    _number("width"),
    _number("height"),
    _number("size"),
)
"""What is known of the photo files in `photos/`."""

ARTICLE_PHOTO = Table(
    "article_photo",
    METADATA,
    _of_article(),
    Column("photo_id", Text, primary_key=True),
)
"""Which articles show which photos; a photo may be missing from this library."""

Index("article_photo_photo", ARTICLE_PHOTO.c.photo_id, ARTICLE_PHOTO.c.article_id)

STATUS_CHANGE = Table(
    "status_change",
    METADATA,
    _id(),
    _of_article(key=False),
    Column("at", Moment, nullable=False),
    _text("by"),
    Column("old", Text),
    _text("new"),
)
"""The steps of each article's way through the desk, in the order of their ids."""

Index("status_change_article", STATUS_CHANGE.c.article_id)

VERSION = Table(
    "version",
    METADATA,
    _id(),
    _of_article(key=False),
    Column("parent_id", Integer),
    Column("at", Moment, nullable=False),
    _text("by"),
    _text("name"),
    _number("words"),
    _text("sha256"),
    _text("content"),
    sqlite_autoincrement=True,
)
"""What the sheet held at some moment, as JSON; one that has a name is kept for ever."""

Index("version_article", VERSION.c.article_id, VERSION.c.id)

JOURNAL = Table(
    "journal",
    METADATA,
    _id(),
    _of_article(key=False),
    _number("revision"),
    Column("at", Moment, nullable=False),
    _text("edit"),
    sqlite_autoincrement=True,
)
"""Edits that are not yet part of their article's row, in the order of their ids, as JSON."""

Index("journal_article", JOURNAL.c.article_id, JOURNAL.c.id)

SETTING = Table("setting", METADATA, Column("key", Text, primary_key=True), _text("value"))
"""The library's settings, their values as JSON."""
