"""The tables of a library. Rows never leave storage: `mapping` turns them into domain values."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, Text, TypeDecorator, func
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """An aware time, stored as whole microseconds since 1970 in UTC."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        del dialect
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        del dialect
        return None if value is None else _EPOCH + timedelta(microseconds=value)


class Row(DeclarativeBase):
    """Base of all rows."""

    type_annotation_map = {str: Text, datetime: Moment, bytes: LargeBinary}  # noqa: RUF012 - SQLAlchemy's way


class SectionRow(Row):
    """A node of the section tree; `position` orders the children of one parent."""

    __tablename__ = "section"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("section.id"))
    position: Mapped[int]
    name: Mapped[str]
    slug: Mapped[str]


Index("section_name", func.ifnull(SectionRow.parent_id, 0), SectionRow.name, unique=True)


class ArticleRow(Row):
    """An article. The body comes last, so that reading a summary never touches its pages.

    `touched` counts the saves of the whole library; of two articles the higher was saved later,
    whatever the clock said.
    """

    __tablename__ = "article"

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    revision: Mapped[int]
    touched: Mapped[int] = mapped_column(unique=True)
    updated: Mapped[datetime]
    created: Mapped[datetime]
    published: Mapped[datetime | None]
    embargo: Mapped[datetime | None]
    status: Mapped[str]
    urgency: Mapped[int]
    section_id: Mapped[int | None] = mapped_column(ForeignKey("section.id"))
    words: Mapped[int]
    lead_photo: Mapped[str | None]
    slug: Mapped[str]
    language: Mapped[str]
    dateline: Mapped[str]
    kicker: Mapped[str]
    headline: Mapped[str]
    lede: Mapped[str]
    related: Mapped[str]
    note: Mapped[str]
    body: Mapped[str]


_LATEST = (ArticleRow.updated.desc(), ArticleRow.touched.desc())
# Each index holds all that its list needs, so that 100,000 ids are read without the articles.
Index("article_latest", *_LATEST, ArticleRow.status, ArticleRow.section_id, ArticleRow.uid)
Index("article_status", ArticleRow.status, *_LATEST, ArticleRow.section_id, ArticleRow.uid)
Index("article_section", ArticleRow.section_id, ArticleRow.status)
Index("article_slug", ArticleRow.slug)


class TagRow(Row):
    """A tag; `key` makes it one whatever its case, `sort_key` puts it in Vietnamese order."""

    __tablename__ = "tag"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    sort_key: Mapped[bytes]


Index("tag_sort_key", TagRow.sort_key)


class ArticleTagRow(Row):
    """A tag on an article, in the order that the author gave."""

    __tablename__ = "article_tag"
    __table_args__ = (
        Index("article_tag_tag", "tag_id", "article_id"),
        {"sqlite_with_rowid": False},
    )

    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    tag_id: Mapped[int] = mapped_column(ForeignKey("tag.id"))


class BylineRow(Row):
    """A name in the byline; `key` is the name whatever its case."""

    __tablename__ = "article_byline"
    __table_args__ = (
        Index("article_byline_key", "key", "article_id"),
        {"sqlite_with_rowid": False},
    )

    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str]


class PhotoRow(Row):
    """What is known of a photo file; the file itself lies in `photos/`."""

    __tablename__ = "photo"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    media_type: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    size: Mapped[int]


class ArticlePhotoRow(Row):
    """An article shows a photo, once or more; the photo may be missing from this library."""

    __tablename__ = "article_photo"
    __table_args__ = (
        Index("article_photo_photo", "photo_id", "article_id"),
        {"sqlite_with_rowid": False},
    )

    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True
    )
    photo_id: Mapped[str] = mapped_column(primary_key=True)


class StatusChangeRow(Row):
    """A step of an article's way through the desk; the steps are in the order of their ids."""

    __tablename__ = "status_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    by: Mapped[str]
    old: Mapped[str | None]
    new: Mapped[str]


Index("status_change_article", StatusChangeRow.article_id)


class SettingRow(Row):
    """A setting of the library, its value as JSON."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
