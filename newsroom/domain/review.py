"""What a check of an article found: how much it weighs, what it says, where to go."""

from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.ids import BlockId
from newsroom.domain.imported import Remark


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Place(StrEnum):
    """The part of an article that a finding is about; `BLOCK` goes with the block's id."""

    KICKER = "kicker"
    HEADLINE = "headline"
    LEDE = "lede"
    BODY = "body"
    BYLINE = "byline"
    SECTION = "section"
    TAGS = "tags"
    DATELINE = "dateline"
    PHOTOS = "photos"
    PROFILE = "profile"
    NOTE = "note"
    EMBARGO = "embargo"
    BLOCK = "block"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to mend: the rule that found it, what it says, where to go, and what helps."""

    rule: str
    severity: Severity
    message: Remark
    place: Place
    block: BlockId | None = None
    advice: Remark | None = None


_WEIGHT = tuple(Severity)


def by_weight(finding: Finding) -> int:
    """A sort key that puts errors first and hints last."""
    return _WEIGHT.index(finding.severity)
