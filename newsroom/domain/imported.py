"""What a reader made of a file or a paste, before it becomes an article of the library."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from newsroom.domain.article import SectionPath, Urgency
from newsroom.domain.comment import Comment
from newsroom.domain.document import EMPTY, Document
from newsroom.domain.ids import PhotoId


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something a person should know about an import: an English template and what fills it."""

    template: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPhoto:
    """The bytes of a photo found in the source; `name` is its file name there, or a made-up one."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedArticle:
    """An article as read. Nothing of the source's text is lost: what has no place is in `body`.

    `section` is the path as the page names it, without the site's root; times are aware.
    Photo blocks of `body` refer to keys of `photos` (the SHA-256 of their bytes).
    `dropped` are the lines of the source that are not in the article as they stood: the site's
    furniture, and lines whose content became a field (the breadcrumb, the time, `Bài, ảnh:`).
    `comments` are those of the source that stand at words of `body`.
    """

    section: SectionPath = ()
    kicker: str = ""
    headline: str = ""
    lede: str = ""
    body: Document = EMPTY
    byline: tuple[str, ...] = ()
    dateline: str = ""
    tags: tuple[str, ...] = ()
    updated: datetime | None = None
    embargo: datetime | None = None
    urgency: Urgency = Urgency.NORMAL
    note: str = ""
    language: str = "vi"
    photos: Mapping[PhotoId, ImportedPhoto] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    dropped: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
