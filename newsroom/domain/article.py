"""The article: its fields, its way through the desk, and its short form for lists."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum, StrEnum

from newsroom.domain.comment import Comment
from newsroom.domain.document import EMPTY, Document
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.errors import UsageError


class Status(StrEnum):
    """Where an article stands on its way from the correspondent to the reader."""

    DRAFT = "draft"
    AWAITING_EDIT = "awaiting-edit"
    IN_EDIT = "in-edit"
    AWAITING_APPROVAL = "awaiting-approval"
    APPROVED = "approved"
    PUBLISHED = "published"
    RETURNED = "returned"
    SPIKED = "spiked"


class Urgency(IntEnum):
    """How soon the article must go out (IPTC urgency, folded to the three a desk uses)."""

    FLASH = 1
    URGENT = 3
    NORMAL = 5


_FORWARD: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.AWAITING_EDIT, Status.IN_EDIT, Status.AWAITING_APPROVAL}),
    Status.AWAITING_EDIT: frozenset({Status.IN_EDIT, Status.RETURNED, Status.DRAFT}),
    Status.IN_EDIT: frozenset(
        {Status.AWAITING_EDIT, Status.AWAITING_APPROVAL, Status.APPROVED, Status.RETURNED}
    ),
    Status.AWAITING_APPROVAL: frozenset({Status.APPROVED, Status.IN_EDIT, Status.RETURNED}),
    Status.APPROVED: frozenset({Status.PUBLISHED, Status.IN_EDIT, Status.AWAITING_APPROVAL}),
    Status.PUBLISHED: frozenset({Status.IN_EDIT, Status.APPROVED}),
    Status.RETURNED: frozenset({Status.DRAFT, Status.AWAITING_EDIT, Status.IN_EDIT}),
    Status.SPIKED: frozenset({Status.DRAFT}),
}


def next_statuses(status: Status) -> tuple[Status, ...]:
    """The statuses an article may go to from `status`, in the order of the way; the bin is last.

    A published article is taken back (to approved) before it can be spiked.
    """
    allowed = set(_FORWARD[status])
    if status not in (Status.SPIKED, Status.PUBLISHED):
        allowed.add(Status.SPIKED)
    return tuple(step for step in Status if step in allowed)


def parse_status(word: str) -> Status:
    """The status that `word` names; raises `UsageError` with the list of those there are."""
    try:
        return Status(word.strip().lower().replace("_", "-").replace(" ", "-"))
    except ValueError:
        raise UsageError(
            "There is no status “{word}”; there are: {known}.",
            word=word,
            known=", ".join(Status),
        ) from None


SectionPath = tuple[str, ...]
"""Names of a section from the top of the tree (the site's root is not named)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article. `profile` names the content profile it is held to, empty for none; `slot` the
    place on the printed page it is bound to, as `newsroom.domain.slot` writes it.

    Times are aware and in UTC; names are NFC; `revision` grows with each save.
    """

    id: ArticleId
    slug: str = ""
    kicker: str = ""
    headline: str = ""
    lede: str = ""
    body: Document = EMPTY
    section: SectionPath = ()
    tags: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    dateline: str = ""
    language: str = "vi"
    status: Status = Status.DRAFT
    urgency: Urgency = Urgency.NORMAL
    created: datetime
    updated: datetime
    published: datetime | None = None
    embargo: datetime | None = None
    note: str = ""
    related: tuple[ArticleId, ...] = ()
    comments: tuple[Comment, ...] = ()
    profile: str = ""
    slot: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleText:
    """What is written in the sheet, as against what is chosen in the inspector."""

    kicker: str = ""
    headline: str = ""
    lede: str = ""
    body: Document = EMPTY
    byline: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()


def text_part(article: Article) -> ArticleText:
    """The part of `article` that the sheet edits."""
    return ArticleText(
        kicker=article.kicker,
        headline=article.headline,
        lede=article.lede,
        body=article.body,
        byline=article.byline,
        comments=article.comments,
    )


def with_text(article: Article, text: ArticleText) -> Article:
    """`article` with the sheet's part replaced."""
    return replace(
        article,
        kicker=text.kicker,
        headline=text.headline,
        lede=text.lede,
        body=text.body,
        byline=text.byline,
        comments=text.comments,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSummary:
    """What a list shows of an article; `lead_photo` is the first photo of its body."""

    id: ArticleId
    slug: str
    kicker: str
    headline: str
    lede: str
    section: SectionPath
    tags: tuple[str, ...]
    byline: tuple[str, ...]
    dateline: str
    language: str
    status: Status
    urgency: Urgency
    created: datetime
    updated: datetime
    published: datetime | None
    words: int
    revision: int
    lead_photo: PhotoId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """One step of an article's way: when, by whom, from and to which status."""

    at: datetime
    by: str
    old: Status | None
    new: Status
